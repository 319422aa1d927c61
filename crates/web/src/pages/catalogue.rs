//! Pages of the catalogue: the list, and one micro-credential.

use askama::Template;

use crate::form::Choice;
use crate::page::{Page, Sample};
use crate::pages::part::{Crumb, Fact, Note, Pages, Rubric, Tone};
use crate::pages::sample;
use crate::seal::{Seal, Variant};
use crate::shell::Shell;

/// One micro-credential as a line of a list.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Its page.
    pub address: String,
    /// Its title.
    pub title: String,
    /// The competency in one sentence.
    pub competency: String,
    /// Who issues it.
    pub issuer: String,
    /// Name of its level.
    pub level: String,
    /// Typical time in hours.
    pub hours: u16,
    /// What it asks for, such as "no video needed".
    pub needs: Vec<String>,
    /// The visitor's own standing with it, such as "You are working on it".
    pub standing: Option<String>,
    /// Its seal, in the small form.
    pub seal: Seal,
}

impl Offer {
    /// Two lines for samples.
    pub fn samples(shell: &Shell) -> Vec<Self> {
        let wait_time = Self {
            address: "/catalogue/wait-time".to_owned(),
            title: sample::TITLE.to_owned(),
            competency: sample::COMPETENCY.to_owned(),
            issuer: sample::ISSUER.to_owned(),
            level: "foundation".to_owned(),
            hours: 6,
            needs: vec![
                shell.say("need-students").to_string(),
                shell.say("need-no-video").to_string(),
            ],
            standing: Some(shell.say("standing-working").to_string()),
            seal: sample::seal_data(shell, 4).draw(Variant::Small),
        };
        let formative_check = Self {
            address: "/catalogue/formative-check".to_owned(),
            title: "Formative Check that Changes the Lesson".to_owned(),
            competency: "Find out in five minutes what the class understood, and teach tomorrow's lesson differently."
                .to_owned(),
            issuer: "Tamarack County Schools".to_owned(),
            level: "proficient".to_owned(),
            hours: 12,
            needs: vec![shell.say("need-no-students").to_string(), shell.say("need-video").to_string()],
            standing: None,
            seal: sample::other_seal_data(shell).draw(Variant::Small),
        };
        vec![wait_time, formative_check]
    }
}

/// One way to narrow the list.
#[derive(Clone, Debug)]
pub struct Facet {
    /// Name of the parameter.
    pub name: String,
    /// What it is about.
    pub legend: String,
    /// What can be chosen.
    pub options: Vec<Choice>,
}

/// The list of published micro-credentials.
#[derive(Debug, Template)]
#[template(path = "catalogue/list.html")]
pub struct List {
    /// The frame.
    pub shell: Shell,
    /// What was searched for.
    pub query: String,
    /// Ways to narrow the list; the block is left out if there are none.
    pub facets: Vec<Facet>,
    /// The lines of this page.
    pub offers: Vec<Offer>,
    /// How many there are in all.
    pub total: u64,
    /// Where the rest is.
    pub pages: Pages,
}

impl List {
    fn is_narrowed(&self) -> bool {
        self.facets
            .iter()
            .flat_map(|it| &it.options)
            .any(|it| it.is_chosen)
    }
}

impl Page for List {
    const NAME: &'static str = "catalogue/list";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &sample::stranger(shell, "/catalogue");
        let list = |query: &str, offers: Vec<Offer>, facets, next: Option<&str>| Self {
            shell: shell.clone(),
            query: query.to_owned(),
            facets,
            total: offers.len() as u64,
            offers,
            pages: Pages {
                first: None,
                next: next.map(str::to_owned),
            },
        };
        let facet = Facet {
            name: "level".to_owned(),
            legend: shell.say("facet-level").to_string(),
            options: vec![
                Choice::new("foundation", "foundation", true),
                Choice::new("proficient", "proficient", false),
            ],
        };
        let one = Offer::samples(shell).into_iter().take(1).collect();
        vec![
            ("empty", list("", Vec::new(), Vec::new(), None)),
            (
                "nothing-found",
                list(sample::HOSTILE, Vec::new(), Vec::new(), None),
            ),
            ("narrowed", list("questions", one, vec![facet], None)),
            (
                "full",
                list(
                    "",
                    Offer::samples(shell),
                    Vec::new(),
                    Some("/catalogue?after=wtw"),
                ),
            ),
        ]
    }
}

/// What the visitor can do with a micro-credential.
#[derive(Clone, Debug)]
pub enum Start {
    /// Nobody is signed in.
    SignIn,
    /// An educator may start: a form is sent to that address, with that key.
    Open {
        /// Where the form goes.
        action: String,
        /// Key under which the answer is stored.
        key: String,
    },
    /// They are working on it: leads there.
    GoOn {
        /// The pursuit.
        address: String,
    },
    /// They have it: leads to the award.
    Earned {
        /// The award.
        address: String,
    },
    /// They are signed in, without the role of an educator.
    Look,
}

impl Start {
    /// The visitor has not begun, and could.
    pub const fn is_new(&self) -> bool {
        matches!(self, Self::SignIn | Self::Open { .. })
    }
}

/// One thing to hand in.
#[derive(Clone, Debug)]
pub struct HandIn {
    /// What it is.
    pub title: String,
    /// What to do.
    pub text: Vec<Block>,
    /// Forms, counts and limits, in words.
    pub limits: Vec<String>,
    /// What one can check before handing it in.
    pub indicators: Vec<String>,
    /// A file to fill in: its address and name.
    pub template: Option<(String, String)>,
}

/// A block of running text.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Paragraph(String),
    /// A list.
    List(Vec<String>),
}

/// One paragraph of the rationale.
#[derive(Clone, Debug)]
pub struct Reason {
    /// The paragraph.
    pub text: String,
    /// Works, each with its address if it has one.
    pub works: Vec<(String, Option<String>)>,
}

/// Something to read or watch.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Its title.
    pub title: String,
    /// Where it is.
    pub address: Option<String>,
    /// What it is good for.
    pub note: String,
}

/// One version.
#[derive(Clone, Debug)]
pub struct VersionLine {
    /// From 1.
    pub number: u32,
    /// When it was published, as written on the page.
    pub published: String,
    /// What changed.
    pub change: String,
    /// It is the one on this page.
    pub is_here: bool,
}

/// Everything that one is told before starting.
#[derive(Debug, Template)]
#[template(path = "catalogue/micro-credential.html")]
pub struct MicroCredential {
    /// The frame, in the issuer's colour.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// The title.
    pub title: String,
    /// The competency in one sentence.
    pub competency: String,
    /// What it is about.
    pub summary: Vec<Block>,
    /// Level, time, students, film, issuer.
    pub facts: Vec<Fact>,
    /// Who gains most.
    pub for_whom: String,
    /// Who should choose something else.
    pub not_for_whom: Option<String>,
    /// What happened just now, if anything.
    pub note: Option<Note>,
    /// What the visitor can do.
    pub start: Start,
    /// The seal, in the full form.
    pub seal: Seal,
    /// Prompts and requirements in their order.
    pub hand_ins: Vec<HandIn>,
    /// What the issuer says on the use of AI.
    pub ai_use: Option<String>,
    /// How it is judged.
    pub rubric: Rubric,
    /// How many assessors judge it.
    pub assessors: u8,
    /// From submission to decision, in business days.
    pub turnaround: u8,
    /// Typical time in hours.
    pub hours: u16,
    /// Where the hours go: what, hours.
    pub time: Vec<(String, u16)>,
    /// Name of the key method.
    pub method: String,
    /// What the method is.
    pub method_text: Vec<Block>,
    /// Its steps: name, what to do.
    pub steps: Vec<(String, String)>,
    /// Why it works.
    pub reasons: Vec<Reason>,
    /// What to read or watch.
    pub resources: Vec<Resource>,
    /// Entries of frameworks: title with code, address.
    pub alignments: Vec<(String, String)>,
    /// Newest first.
    pub versions: Vec<VersionLine>,
}

impl Page for MicroCredential {
    const NAME: &'static str = "catalogue/micro-credential";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let path = "/catalogue/wait-time";
        let stranger = Self::sample(&sample::stranger(shell, path), Start::SignIn);
        let (action, key) = (
            "/catalogue/wait-time/pursuits".to_owned(),
            "019ab1c2-0000-7000-8000-000000000001".to_owned(),
        );
        let mine = Shell {
            path: path.to_owned(),
            ..sample::educator(shell)
        };
        let mut open = Self::sample(&mine, Start::Open { action, key });
        open.note = Some(Note::new(Tone::Look, sample::HOSTILE, sample::HOSTILE));
        let go_on = Self::sample(
            &mine,
            Start::GoOn {
                address: "/pursuits/1".to_owned(),
            },
        );
        let earned = Self::sample(
            &mine,
            Start::Earned {
                address: "/awards/1".to_owned(),
            },
        );
        let mut bare = Self::sample(&sample::assessor(shell), Start::Look);
        (bare.resources, bare.alignments, bare.reasons, bare.time) = Default::default();
        (bare.ai_use, bare.not_for_whom) = (None, None);
        bare.facts = vec![Fact::new(
            shell.say("fact-students"),
            shell.say("students-not-needed"),
        )];
        vec![
            ("stranger", stranger),
            ("full", open),
            ("going-on", go_on),
            ("earned", earned),
            ("bare", bare),
        ]
    }
}

impl MicroCredential {
    fn sample(shell: &Shell, start: Start) -> Self {
        let text = |text: &str| vec![Block::Paragraph(text.to_owned())];
        let hand_in = |title: &str, about: &str, limit: &str| HandIn {
            title: title.to_owned(),
            text: text(about),
            limits: vec![limit.to_owned()],
            indicators: Vec::new(),
            template: None,
        };
        let mut log = hand_in(
            "Two turn logs",
            "One from before, one from after. At least 15 question turns in each, with the seconds you waited.",
            "2 documents, up to 5 MB each",
        );
        log.indicators =
            vec!["The seconds after the question and after the reply are both there.".to_owned()];
        log.template = Some((
            "/catalogue/wait-time/files/turn-log.csv".to_owned(),
            "turn-log.csv".to_owned(),
        ));
        Self {
            crumbs: vec![
                Crumb::above("/catalogue", shell.say("nav-catalogue")),
                Crumb::here(sample::TITLE),
            ],
            title: sample::TITLE.to_owned(),
            competency: sample::COMPETENCY.to_owned(),
            summary: text(
                "Two short silences change who speaks in a classroom, and how much they say.",
            ),
            facts: vec![
                Fact::new(shell.say("fact-level"), "foundation"),
                Fact::new(shell.say("fact-hours"), shell.say("hours").put("count", 6)),
                Fact::new(shell.say("fact-students"), shell.say("students-needed")),
                Fact::new(shell.say("fact-issuer"), sample::ISSUER),
            ],
            for_whom: "Anyone who asks questions in class.".to_owned(),
            not_for_whom: Some("Those who teach one to one.".to_owned()),
            note: None,
            start,
            seal: sample::seal_data(shell, 4).draw(Variant::Full),
            hand_ins: vec![
                hand_in(
                    "Where you start",
                    "Whom you teach, and what happens now after you ask.",
                    "100 to 200 words",
                ),
                hand_in(
                    "A recording of one discussion",
                    "Voices are enough; faces are not needed.",
                    "1 recording",
                ),
                log,
            ],
            ai_use: Some(
                "Say where a tool wrote or changed words. Recordings and logs must be your own."
                    .to_owned(),
            ),
            rubric: sample::rubric(),
            assessors: 2,
            turnaround: 5,
            hours: 6,
            time: vec![
                ("Planning".to_owned(), 1),
                ("In your lessons".to_owned(), 3),
                ("Writing".to_owned(), 2),
            ],
            method: "Two pauses".to_owned(),
            method_text: text("Ask, stop, count three in your head, look at the whole room."),
            steps: vec![(
                "Mark".to_owned(),
                "the questions that deserve a pause.".to_owned(),
            )],
            reasons: vec![Reason {
                text: "Teachers wait about one second; three or more brings longer replies."
                    .to_owned(),
                works: vec![(
                    "Rowe, M. B. (1986). Wait time: slowing down may be a way of speeding up."
                        .to_owned(),
                    Some("https://example.org/rowe".to_owned()),
                )],
            }],
            resources: vec![Resource {
                title: "A film of two lessons".to_owned(),
                address: Some("https://example.org/film".to_owned()),
                note: "12 minutes; the same question asked twice.".to_owned(),
            }],
            alignments: vec![(
                "InTASC 8, Instructional strategies".to_owned(),
                "https://example.org/8".to_owned(),
            )],
            versions: vec![VersionLine {
                number: 1,
                published: "1 September 2026".to_owned(),
                change: "First version.".to_owned(),
                is_here: true,
            }],
            shell: shell.clone(),
        }
    }
}
