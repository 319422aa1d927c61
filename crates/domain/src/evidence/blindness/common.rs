//! Words that are names and everyday words at once. Alone they count as a name only where the text
//! itself treats them as one: after a title, or with a capital letter inside a sentence.

/// English and Spanish words that are also given names or surnames, folded.
const EVERYDAY: &str = " abril alba alegria alma amparo angel angeles april armas art august autumn baker ball \
    banks barber barrios bean bell best bill bird bishop black blanca blanco blue boss bravo brook brooks brown \
    bueno bush butler caballero cabello calle calvo campo campos candy cantor carpenter carrera casa casas case \
    castillo chance chase church clara clark clay cook costa cross cruz cuesta dawn day dean del delgado dolores \
    domingo drew english esperanza estrella faith field fields fisher flor flores ford forest fox franco frank \
    french fuente fuentes gil gold grace grant gray green grey guerra guerrero hall hand hands harmony hart head \
    hidalgo hill hills holiday holly hood hope house hunter iglesia iglesias ivy jack jasmine joy june justice \
    king knight lake lamb lane law leal lee leon lily little long love lozano luna luz major mar marina mark \
    marsh martes mason maya may mayor mercedes mercy mesa miller mills mina molina montero montes moon morales \
    moreno morning nice nieves noble north novel ochoa olive olmo otero pace page palma palmer palomino park parker \
    parks parra paz pearl penny pepper pilar plaza pope post potter powers price prieto prince puente ramos reed \
    reina rey reyes rich rico rio rios rivera rivers rob robin roca rock rojas romero rosa rosario rosas rose ruby \
    rubio rush saint sage sala salas sandy santa santos sara serrano shepherd short silva singer skinner sky small \
    smart smith snow sol soledad soto south spring star stark stone storm street strong summer sun swan swift tanner \
    taylor teague temple thorn torre torres towns turner valle vara vega vera verde vidal viola violet walker wall \
    ward warner waters way weaver webb weeks wells west white will wills winter wise wolf wood woods work works \
    world wright young ";

/// Words of schools' and districts' names that many share, folded.
const GENERIC: &str = " academia academy area bachillerato board campus central centro charter city ciudad \
    colegio college community consolidated cooperative county department distrito district east education \
    elemental elementary escolar escuela este high independent infantil instituto intermediate isd junior kinder \
    kindergarten k12 learning liceo lower magnet middle municipal national nacional north norte oeste of osd \
    preparatoria preparatory primaria primary prep public publica publico regional saint san santa school schools \
    secundaria secondary senior sur south st state technical tecnica town township unidad unified union united \
    universidad university unsd upper usd village west academies the de del la el los las and y for ";

/// Small words inside names.
const PARTICLES: &str =
    " al bin da das de del den der di do dos du e el ibn la las le los mac mc san van von y ";

/// Words before a name.
const TITLES: &str = " coach col don dona dr dra father fr lic maestra maestro miss mister mr mrs ms mx nurse \
    prof profe profesor profesora principal senor senora senorita seno sister sr sra srta teacher ";

/// Parts before the @ that many people have, and words that are no name.
const SHARED: &str = " admin teacher teachers office school hello contact email mail info principal coach math \
    science history music library staff maestra maestro profesor escuela ";

/// Initials that stand for other things.
const LETTERS: &str = " aide apa aaa ceo cte csv cvs cpr diy dna dvd eal ela ell elp esl esol faq fyi gdp gpa \
    gps hse html ide iep ict ids ipa iso lms mla nasa ngss oer ok ods pbl pdf pdfs pe plc png pto pta pbis ptsa \
    rna rti sat sel sen slo smart sped stem steam tba tbd teks tesol toc udl usa usb url ufo vip wifi ";

fn has(list: &str, word: &str) -> bool {
    // A word holds no blank, so a match is a whole word of the list.
    list.split_ascii_whitespace().any(|it| it == word)
}

pub(super) fn is_everyday(word: &str) -> bool {
    has(EVERYDAY, word)
}

pub(super) fn is_generic(word: &str) -> bool {
    has(GENERIC, word)
}

pub(super) fn is_particle(word: &str) -> bool {
    has(PARTICLES, word)
}

pub(super) fn is_title(word: &str) -> bool {
    has(TITLES, word)
}

pub(super) fn is_shared(word: &str) -> bool {
    has(SHARED, word)
}

pub(super) fn is_known_letters(word: &str) -> bool {
    has(LETTERS, word)
}
