# La página de entrada.
front-title = Muestre lo que sabe hacer en su aula, y que cuente
front-lede = Microcredenciales para docentes: pequeñas, exigentes, evaluadas a ciegas con una rúbrica pública por dos personas que conocen el oficio. Lo que obtiene va firmado y es suyo.
front-demo = Mirar como una de las personas de la demostración
front-offers = Lo que puede obtener
front-all = { $count ->
    [one] Todo el catálogo: una microcredencial
   *[other] Todo el catálogo: { $count } microcredenciales
}
front-none = Aún no hay nada publicado. La administración trae la primera microcredencial y aparece aquí.
front-how = Cómo funciona
front-step-select = Elegir
front-step-select-text = Antes de empezar se muestra todo: qué entregará, la rúbrica, el tiempo, quién debe aparecer.
front-step-practise = Practicar
front-step-practise-text = En sus propias clases. Si ya sabe hacerlo, vaya directamente a las evidencias.
front-step-submit = Reunir y enviar
front-step-submit-text = Una cada evidencia a los criterios que muestra. Lo que escribe se guarda mientras escribe.
front-step-review = Dos personas evalúan
front-step-review-text = No saben quién es usted ni se ven entre sí, y juzgan cada criterio con la rúbrica.
front-step-award = Obtenida, o todavía no
front-step-award-text = Obtenida: una credencial firmada que cualquiera puede comprobar. Todavía no: comentarios sobre cada criterio abierto y otro intento solo con ellos.

# La lista.
catalogue-title = Buscar una microcredencial
catalogue-ask = ¿En qué quiere mejorar?
catalogue-search = Buscar
catalogue-narrow = Acotar la lista
catalogue-apply = Aplicar
catalogue-clear = Quitar todo
catalogue-count = { $count ->
    [0] Ninguna microcredencial todavía
    [one] Una microcredencial
   *[other] { $count } microcredenciales
}
catalogue-found = { $count ->
    [0] Ninguna coincide
    [one] Una coincide
   *[other] { $count } coinciden
}
catalogue-empty = Aún no hay nada publicado
catalogue-empty-text = Las microcredenciales aparecen aquí en cuanto una entidad emisora las publica.
catalogue-nothing = Nada coincide con su búsqueda
catalogue-nothing-text = Revise la ortografía, pruebe una sola palabra, como "preguntas", o solo su comienzo, o elija menos condiciones. Los acentos y las mayúsculas no importan.
facet-level = Nivel
facet-hours = Tiempo
facet-students = Estudiantes
facet-video = Vídeo
facet-role = Para
facet-subject = Asignatura
facet-grade = Grado
facet-competency = Competencia y estándar
facet-issuer = Emisor
facet-language = Idioma
facet-would-fit = coincidirían
hours-between = de { $minimum } a { $maximum } horas
hours-above = más de { $minimum } horas
video-needed = hace falta
video-not-needed = no hace falta
catalogue-take-back = Quitar:
catalogue-only-words = Buscar en todo el catálogo
catalogue-near = Nada tiene todas estas palabras. Esto tiene algunas de ellas:
hours = { $count ->
    [one] 1 hora
   *[other] { $count } horas
}
level-of = nivel { $level }
need-students = hacen falta estudiantes
need-no-students = sin estudiantes
need-video = hace falta vídeo
need-no-video = sin vídeo
standing-working = Está trabajando en ella

# Una microcredencial.
fact-level = Nivel
fact-hours = Tiempo habitual
students-needed = hacen falta
students-not-needed = no hacen falta
fact-students = Estudiantes
fact-issuer = Emitida por
start = Mostrar lo que sé
start-sign-in = Entrar para empezar
start-go-on = Seguir con ella
start-note = Ambos caminos son la misma microcredencial. Nunca se pregunta cómo aprendió ni cuenta para nada; solo cuenta su evidencia. Puede parar y volver cuando quiera; no se envía nada hasta que usted lo envía.
see-the-award = Ver la credencial
mc-about = De qué trata
mc-for-whom = Para:
mc-not-for-whom = Elija otra si:
mc-hand-in = Lo que entregará
mc-hand-in-count = { $count ->
    [one] Una cosa. Después no se pide nada más.
   *[other] { $count } cosas en total. Después no se pide nada más.
}
mc-template = Tomar { $file } para rellenar
mc-judged = Cómo se evalúa
mc-judged-by = { $assessors ->
    [one] Una persona que no sabe quién es usted lee sus evidencias con estos { $criteria } criterios. La obtiene cuando cada criterio llega a la columna marcada.
    [2] Dos personas que no saben quién es usted ni se ven entre sí leen sus evidencias con estos { $criteria } criterios. La obtiene cuando cada criterio llega a la columna marcada.
   *[other] { $assessors } personas que no saben quién es usted ni se ven entre sí leen sus evidencias con estos { $criteria } criterios. La obtiene cuando cada criterio llega a la columna marcada.
}
mc-not-yet = Si un criterio todavía no está, recibe comentarios por escrito. El siguiente intento abre solo ese criterio. No hay límite de intentos.
mc-time = Tiempo real
mc-time-estimate = La estimación de la entidad emisora, hasta que bastantes personas hayan dicho la suya.
mc-wait = Espera del resultado
business-days = { $count ->
    [one] 1 día hábil
   *[other] { $count } días hábiles
}
mc-worth = Lo que vale donde usted trabaja
mc-worth-none = Ninguna escuela, distrito o estado ha publicado aquí lo que vale. Pregunte antes de contar con ello; la credencial es suya en todo caso.
mc-reliable = Con qué fiabilidad se evalúa
mc-reliable-none = Se muestra cuando 30 entregas se hayan evaluado dos veces. Hasta entonces no damos números que podrían ser azar.
mc-method = El método
mc-research = Lo que dice la investigación
mc-resources = Para leer y ver
mc-resources-note = Ayudan; nunca cuentan.
mc-ai = Uso de IA
mc-alignments = Estándares a los que responde
mc-versions = Versiones
mc-version = Versión
mc-version-here = { $number }, esta página
mc-published = Publicada
mc-change = Qué cambió

# Límites de lo que se entrega.
form-text = texto
form-document = documento
form-image = imagen
form-audio = grabación de sonido
form-video = vídeo
form-link = enlace
limit-pieces = { $count ->
    [one] 1 pieza
   *[other] { $count } piezas
}
limit-pieces-between = de { $minimum } a { $maximum } piezas
hand-in-words = de { $minimum } a { $maximum } palabras
limit-size = hasta { $megabytes } MB cada una
hand-in-minutes = { $minutes ->
    [one] como máximo 1 minuto
   *[other] como máximo { $minutes } minutos
}
version-first = Primera versión.
version-next = Una versión nueva. Quien ya había empezado termina con la suya.

# Por qué el catálogo dice que no.
refusal-no-such-micro-credential = Aquí no hay ninguna microcredencial así, o no está publicada.
refusal-no-such-micro-credential-fix = Búsquela en el catálogo; puede que su dirección haya cambiado.
refusal-package-unusable = { $count ->
    [one] El paquete no se puede usar: hay una cosa que corregir.
   *[other] El paquete no se puede usar: hay { $count } cosas que corregir.
}
refusal-package-unusable-fix = Cada línea dice el archivo, el lugar, lo que se esperaba y lo que se encontró. Corríjalas todas y envíe el paquete de nuevo.
refusal-package-finding = { $finding }
refusal-not-an-issuer = Esta organización no emite microcredenciales.
refusal-not-an-issuer-fix = Elija una que las emita o pregunte a un administrador.
refusal-version-unchanged = Este mismo contenido ya está publicado.
refusal-version-unchanged-fix = Cambie algo primero, o déjelo como está.
refusal-search-too-long = Es más de lo que admite una búsqueda: como máximo { $characters } caracteres y { $words } palabras.
refusal-search-too-long-fix = Deje las dos o tres palabras que más importan.
refusal-too-many-choices = Son más condiciones de las que admite el catálogo a la vez: como máximo { $count }.
refusal-too-many-choices-fix = Elija menos, o quítelas todas y empiece de nuevo.

# Lo que hace falta, y lo que vale para una pieza.
mc-needs = Lo que necesita
needs-students = Estudiantes con quienes trabajar mientras lo hace.
needs-no-students = Sin estudiantes: puede hacerlo sin un grupo.
needs-video = Un vídeo de su práctica.
needs-no-video = Sin vídeo.
needs-consent = { $count ->
    [one] El consentimiento de los estudiantes a quienes se pueda ver u oír, para una pieza.
   *[other] El consentimiento de los estudiantes a quienes se pueda ver u oír, para { $count } piezas.
}
needs-window = { $months ->
    [one] Hasta un mes desde el comienzo hasta su primer envío.
   *[other] Hasta { $months } meses desde el comienzo hasta su primer envío.
}
award-ends = { $months ->
    [one] La credencial vale un mes.
   *[other] La credencial vale { $months } meses.
}
purpose-learning = Muestra lo que estudió o planificó
purpose-practice = Muestra lo que hizo
purpose-impact = Muestra lo que cambió
hand-in-written = Se responde por escrito
hand-in-optional = puede omitirse
hand-in-team = un equipo puede entregar una en común
hand-in-consent = pueden aparecer estudiantes, con consentimiento
start-learning = Aprender primero
mc-fingerprint = Rúbrica

# Lo que cambió entre dos versiones.
change-entry-added = Nuevo en la entrega: { $title }.
change-entry-removed = Ya no se entrega: { $title }.
change-entry-changed = Se pide de otra manera: { $title }.
change-criterion-added = Criterio nuevo: { $title }.
change-criterion-removed = Ya no se valora: { $title }.
change-criterion-changed = Se valora de otra manera: { $title } ({ $aspects }).
change-aspect-text = sus palabras
change-aspect-levels = los niveles
change-aspect-passing = el nivel que se exige
change-aspect-sources = en qué se basa
change-fields = También cambió: { $fields }.
change-carried = { $count ->
    [0] Ningún criterio quedó igual.
    [one] Un criterio quedó igual; lo alcanzado ahí sigue alcanzado.
   *[other] { $count } criterios quedaron iguales; lo alcanzado ahí sigue alcanzado.
}
change-none = Nada cambió.
change-none-judged = Lo que se entrega y cómo se valora quedó igual.
content-ai-use = el uso de la IA
content-name = el nombre
content-competency = la competencia
content-description = la descripción
content-time = el tiempo
content-method = método y lecturas
content-level = el nivel
content-plan = cómo se evalúa
content-needs = lo que hace falta
content-periods = los plazos
content-finding = cómo se encuentra

# Itinerarios.
stacks-title = Itinerarios
stacks-lede = Microcredenciales que van juntas. Quien tiene lo que pide un itinerario recibe una credencial propia de este, sin solicitarla.
stacks-none = Aún no hay itinerarios
stacks-none-text = Aparecen aquí en cuanto un emisor publica uno. Las microcredenciales se pueden obtener una a una en todo caso.
stack-kind = Un itinerario de microcredenciales
stack-members = { $count ->
    [one] 1 forma parte de él
   *[other] { $count } forman parte de él
}
stack-version = Versión
stack-version-of = { $number }, desde el { $day }
stack-ends = Validez
stack-award-note = La credencial llega sola con la última parte. Cuenta lo que obtuvo antes de que se publicara el itinerario; no cuenta una credencial revocada.
stack-way = El camino
stack-all = { $count ->
    [one] Esta.
   *[other] Las { $count }, mejor en este orden.
}
stack-some = { $needed } de estas { $count }, en cualquier orden.
stack-step-done = Completo
stack-step-missing = { $count ->
    [one] Falta 1
   *[other] Faltan { $count }
}
stack-held = Obtenida
stack-see = Ver el itinerario y su regla
stack-counted = Lo que contó
stacks-with = Forma parte de
refusal-no-such-stack = Aquí no hay tal itinerario, o no está publicado.
refusal-no-such-stack-fix = Búsquelo entre los itinerarios; puede que haya cambiado su dirección.
refusal-stack-in-itself = Este itinerario sería parte de sí mismo.
refusal-stack-in-itself-fix = Quite el itinerario que lleva de vuelta a él.
refusal-stack-too-deep = Los itinerarios quedarían a más de { $depth } niveles unos dentro de otros.
refusal-stack-too-deep-fix = Nombre las microcredenciales mismas en lugar de uno de los itinerarios.
refusal-stack-members-unknown = El itinerario nombra lo que no está publicado aquí: { $codes }.
refusal-stack-members-unknown-fix = Corrija los nombres, o publique eso primero. El nombre es la última parte de la dirección de su página.
refusal-retirement-reason-missing = Hace falta un motivo, de 1000 caracteres como máximo.
refusal-retirement-reason-missing-fix = Diga en una frase por qué; queda registrado.
refusal-no-such-design = Aquí no hay tal diseño, o es de un emisor para el que usted no diseña.
refusal-no-such-design-fix = Búsquelo en la lista de diseños.
refusal-design-too-large = Un texto, o el diseño entero, es más largo de lo que se puede guardar.
refusal-design-too-large-fix = Acórtelo: como máximo 20 000 caracteres en un campo. Lo guardado antes se conserva.
refusal-design-closed = Este diseño no cambia ahora: está en revisión, o publicado.
refusal-design-closed-fix = Retírelo de la revisión para seguir escribiendo, o empiece su versión siguiente.
refusal-design-stale = Alguien, o usted en otra ventana, guardó este diseño entretanto.
refusal-design-stale-fix = Se muestran ambos textos donde difieren. Conserve lo que quiera y guarde de nuevo.
refusal-review-first = Este emisor pide que una segunda persona lea un diseño antes de publicarlo.
refusal-review-first-fix = Pida primero una revisión.
refusal-second-person-needed = Quien escribió por última vez o pidió la revisión no puede publicarlo.
refusal-second-person-needed-fix = Pida a otra persona que diseñe o administre para el emisor que lo lea y lo publique.
refusal-code-changed = El código es el de otra microcredencial.
refusal-code-changed-fix = Una versión siguiente conserva su código. Para algo nuevo, empiece un diseño nuevo.
mc-retired = Esta versión está retirada.
mc-retired-text = Ya no se puede empezar. Quien la empezó la termina, y las credenciales siguen valiendo.
