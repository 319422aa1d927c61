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
catalogue-nothing-text = Pruebe una sola palabra, como "preguntas", o menos condiciones.
facet-level = Nivel
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
start-note = Al empezar se abre su espacio de trabajo. Puede parar y volver cuando quiera; no se envía nada hasta que usted lo envía.
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
