# El escritorio.
desk-title = { $count ->
    [0] Nada espera en su escritorio
    [one] Una evaluación espera en su escritorio
    [2] Dos evaluaciones esperan en su escritorio
    [3] Tres evaluaciones esperan en su escritorio
   *[other] { $count } evaluaciones esperan en su escritorio
}
desk-lede = Primero lo que vence antes. Ve lo que se entregó y nada de quién lo hizo.
desk-open-first = Abrir la primera
desk-empty = Cuando se le asigna una entrega aparece aquí y se lo dice una carta.
desk-waiting = Le esperan
desk-waiting-note = Los plazos son los de la entidad emisora.
desk-qualified = Puede evaluar
desk-qualified-none = Todavía nada. La evaluación principal lo concede, rúbrica por rúbrica.
desk-until = hasta { $day }
desk-done = Hechas
due = Vence { $day }
due-soon = Vence pronto: { $day }
due-late = Con retraso, vencía { $day }
review-done = Enviada { $day }
review-sent = Sus puntuaciones están enviadas y cerradas.

# Una evaluación.
review-title = Evaluación { $code }
review-open = Criterios abiertos
review-open-criteria = { $open } de { $all }
review-due = Vence
review-recognise = Reconozco a esta persona
review-evidence = Evidencias
review-changed = Qué cambió desde el último intento:
review-nothing-here = Aquí no se entregó nada; puede omitirse.
review-now = Ahora
review-before = Antes
review-ai = Cómo se usó IA
review-blind = Antes de abrirlo se quitaron nombres y datos de los archivos. No ve las puntuaciones de la otra persona, ni ella las suyas.
review-width = Ancho de las evidencias
review-rubric = Rúbrica
review-feedback = Comentarios
review-feedback-hint = Hacen falta donde el criterio todavía no se alcanza. Los lee quien enseña, sin el nombre de usted.
review-sure = ¿Con qué seguridad?
confidence-sure = con seguridad
confidence-low = sin seguridad, quisiera una segunda mirada
review-scored = { $count } de { $all } criterios puntuados
review-keys = Teclas
review-save = Guardar borrador
review-submit = Enviar puntuaciones
keys-level = elegir un nivel por su número
keys-criterion = criterio siguiente, criterio anterior
keys-next = siguiente criterio sin nivel
keys-feedback = escribir comentarios
keys-list = esta lista
keys-off = Apagar las teclas. Nunca actúan mientras escribe.
keys-close = Cerrar

# Qué más encuentra en su escritorio la evaluación principal.
desk-lead = También le corresponde
desk-criteria = { $count ->
    [one] 1 criterio por juzgar
   *[other] { $count } criterios por juzgar
}
review-recused = Ha devuelto la evaluación. Otra persona la lee desde cero, y no se le pregunta más por esta persona.

# Una evaluación que no está abierta.
door-unopened = { $title }: una evaluación para usted
door-unopened-text = En cuanto la abra, quien enseña ya no puede retirar la entrega. Verá lo que se entregó y nada de quién lo hizo.
door-open = Abrir la evaluación
door-locked = { $title }: sus puntuaciones están cerradas
door-locked-text = Ya no cambian. La decisión resulta de todas las puntuaciones juntas.
door-criteria = Criterios
door-marks = Lo que envió
door-level = Nivel { $level }

# Decisiones que esperan a que alguien las publique.
releases-title = Decisiones por publicar
releases-lede = El plan de estas microcredenciales pide que alguien publique cada decisión. Hasta entonces quien enseña no sabe de ella.
releases-none = Nada espera a ser publicado.
releases-release = Publicar
releases-release-of = Publicar: { $code }
releases-done = La decisión está publicada y quien enseña tiene una carta.
releases-awarded = Concedida
releases-not-yet = Todavía no
releases-decided = decidida el { $day }

# A qué dice que no esta parte.
refusal-no-such-review = No existe esa evaluación.
refusal-no-such-review-fix = Puede que se haya dado a otra persona, o que sea de otra cuenta. Su escritorio muestra lo que es suyo.
refusal-review-already-locked = Sus puntuaciones están enviadas y cerradas.
refusal-review-already-locked-fix = Ya no cambian. Si ve un error, dígaselo a la evaluación principal.
refusal-review-already-recused = Ha devuelto esta evaluación.
refusal-review-already-recused-fix = Otra persona la lee desde cero. Su escritorio muestra lo que sigue siendo suyo.
refusal-criterion-not-open = Este criterio no está abierto en su evaluación.
refusal-criterion-not-open-fix = Cargue de nuevo la evaluación: muestra los criterios que le toca juzgar.
refusal-scorecard-incomplete = La puntuación no está completa.
refusal-scorecard-incomplete-fix = Elija un nivel para cada criterio y diga qué falta donde alguno no se alcanza. Lo que tiene está guardado.
refusal-level-missing = Elija un nivel para { $criterion }.
refusal-level-unknown = Este criterio no tiene nivel { $level }.
refusal-feedback-missing = Diga qué falta en { $criterion }: no se alcanza, y quien enseña lee sus palabras.
refusal-feedback-too-long = Los comentarios tienen más de { $limit } caracteres.
refusal-stale-mark = Esta puntuación se cambió en otra ventana. Guardado allí: nivel { $level }, «{ $feedback }».
refusal-stale-mark-fix = Lo que escribió sigue aquí. Guarde de nuevo para quedarse con lo suyo, o copie encima lo guardado.
refusal-same-person = Las dos puntuaciones son de una misma persona.
refusal-same-person-fix = No se decidió nada. La evaluación principal tiene que dar una de ellas a otra persona.
refusal-criterion-unscored = A una puntuación le falta el criterio { $criterion }.
refusal-criterion-unscored-fix = No se decidió nada. Diga la referencia de abajo a la administración.
refusal-not-qualified = Su acreditación para esta rúbrica ha terminado.
refusal-not-qualified-fix = La evaluación aún no estaba abierta y se da a otra persona. La evaluación principal puede acreditarle de nuevo.

# Ofertas.
door-accept = La acepto
door-accepted = Dijo que sí a esta evaluación.
door-decline = Esta no
review-accepted = Dijo que sí. La evaluación le espera aquí.
review-declined = Se le pide a otra persona. Para otras entregas se le seguirá preguntando.

# Cómo evalúa una persona.
reviewing-title = Cómo evalúa usted
reviewing-lede = Lo que diga aquí decide cuándo se le pregunta. Lo que ya tiene sigue siendo suyo, salvo que esté ausente.
reviewing-load = Cuántas a la vez
reviewing-limit = El máximo de evaluaciones que le esperan a la vez
reviewing-limit-hint = De 0 a 60. Con 0 no se le pregunta durante un tiempo.
reviewing-limit-button = Guardar este número
reviewing-limit-noted = No se le piden más que esas a la vez.
reviewing-away = Cuándo está ausente
reviewing-away-note = Desde el primer día hasta el final del último no se le pregunta, y lo que le espera pasa a otra persona cuando empieza.
reviewing-first-day = Primer día
reviewing-last-day = Último día
reviewing-absence-button = Estaré ausente
reviewing-absence-noted = Su ausencia queda anotada.
reviewing-absence-end = Al final estoy
reviewing-absence-end-of = Al final estoy: { $days }
reviewing-absence-ended = Se le puede preguntar de nuevo.
reviewing-relations = De quién no evalúa el trabajo: una amistad, un familiar, alguien con quien trabaja.

# Relaciones.
relations-title = Personas con las que tiene relación
relations-lede = Nunca evalúa el trabajo de quien figura aquí, ni esa persona el suyo. No se le dice a nadie, tampoco a esa persona.
relations-address = Su correo electrónico
relations-address-hint = Se anota tanto si hay aquí alguien con esa dirección como si no.
relations-button = Anotar a esta persona
relations-noted = Queda anotado.
relations-ended = Ya no aparta a nadie.
relations-standing = Anotadas
relations-none = Nadie todavía.
relations-since = desde { $day }
relations-end = Terminar
relations-end-of = Terminar: { $address }

# A qué dice que no la sala, sobre ofertas, ausencias y relaciones.
refusal-review-taken-back = Esta evaluación pasó a otra persona.
refusal-review-taken-back-fix = Se rechazó, la retiró quien gestiona las evaluaciones o pasó su plazo. Su escritorio muestra lo suyo.
refusal-review-already-opened = Ya abrió esta evaluación.
refusal-review-already-opened-fix = Lo leído se puede entregar, o devolver si reconoce a la persona.
refusal-no-such-entry = No existe esa entrada.
refusal-no-such-entry-fix = Puede que ya se haya retirado. Cargue la página de nuevo: muestra lo que vale.
refusal-review-fields = Hay algo que corregir en el formulario.
refusal-review-fields-fix = Cada campo dice qué.
refusal-load-limit-unknown = Escriba un número de 0 a { $limit }.
refusal-day-unknown = Escriba un día, por ejemplo 2026-12-21.
refusal-absence-ends-before-it-starts = El último día es anterior al primero.
refusal-absence-too-long = Una ausencia no dura más de { $limit } días.
refusal-absence-is-over = Esos días ya pasaron.
refusal-too-many-relations = No se pueden anotar más de { $limit } personas a la vez. Termine una que ya no valga.
refusal-submission-withdrawn = Ese trabajo fue retirado, o devuelto para completarlo; no queda nada que evaluar.
refusal-submission-withdrawn-fix = Vuelva a su mesa: allí está lo que le espera.
refusal-review-not-open-yet = Esto todavía se puede retirar, así que aún no se puede abrir.
refusal-review-not-open-yet-fix = Vuelva dentro de media hora; sigue en su mesa.
desk-returned = Devuelto para completarlo.
review-link-flag = Lleva fuera: puede mostrar de quién es el trabajo

# Señales: lugares en las evidencias.
pins-count = { $count ->
    [0] Señalar un lugar en las evidencias
    [one] 1 lugar en las evidencias
   *[other] { $count } lugares en las evidencias
}
pin-hint = Rellene lo que corresponda: un tiempo en grabaciones, una página en documentos, una parte en imágenes, palabras en textos.
pin-nothing = Este criterio no se apoya en nada de lo entregado.
pin-piece = En qué
pin-from = Desde (minutos:segundos)
pin-to = Hasta (minutos:segundos)
pin-page = Página
pin-region = Parte: izquierda, arriba, ancho, alto en milésimas
pin-quotation = Palabras, tal como están
pin-add = Señalarlo
pin-add-for = Señalarlo: { $criterion }
pin-remove = Quitar
pin-remove-of = Quitar: { $pin }
pin-text-of = { $title } (texto)
pin-at = en { $time }
pin-between = de { $from } a { $to }
pin-on-page = página { $page }
pin-on-page-part = página { $page }, parte { $region }
pin-part = parte { $region }
pin-words = «{ $words }»
review-private-note = Nota privada
review-private-note-hint = Solo para usted. Nadie más la lee nunca.
refusal-pin-piece-unknown = Elija algo en lo que se apoye este criterio.
refusal-pin-time-unknown = Escriba un tiempo, por ejemplo 1:15; el final va después del principio.
refusal-pin-page-unknown = Escriba el número de una página.
refusal-pin-region-unknown = Escriba cuatro números de hasta 1000: izquierda, arriba, ancho, alto.
refusal-pin-quotation-missing = Cite las palabras a las que se refiere.
refusal-pin-quotation-too-long = La cita tiene más de { $limit } caracteres.
refusal-pin-quotation-not-there = Esas palabras no están en el texto.
refusal-too-many-pins = No más de { $limit } lugares por criterio.
refusal-stale-note = La nota privada cambió en otra ventana. Copie lo que necesite y cargue la página de nuevo.

# La discusión de dos personas que difieren.
desk-discussions = Por discutir
desk-discussions-note = Usted y la otra persona difieren. Acuerden una puntuación o déjenlo a la evaluación principal.
differing-title = Discusión de { $code }
differing-lede = Ambas personas han entregado. Aquí ve en qué difieren, sin saber quién es la otra. Lo que envió queda como está; cuenta lo que acuerden aquí.
differing-mine = Usted
differing-theirs = La otra persona
differing-proposal = Propuesta
differing-proposed-mine = Propuesta por usted; falta el acuerdo de la otra persona
differing-proposed-theirs = Propuesta por la otra persona
differing-proposed-agreed = Están de acuerdo
differing-agree = De acuerdo
differing-agree-to = De acuerdo: { $criterion }
differing-propose = Proponer una puntuación
differing-propose-for = Proponer: { $criterion }
differing-propose-button = Proponer
differing-level = Nivel
differing-said = Lo que se dijeron
differing-silence = Nadie ha dicho nada todavía.
differing-message = Su mensaje
differing-say = Decirlo
differing-lead = Dejarlo a la evaluación principal
differing-lead-note = Si no hay acuerdo: la evaluación principal juzga estos criterios sin ver ninguna de sus puntuaciones.
differing-agreed = Hay acuerdo. De él se sigue la decisión.
differing-left = Se dejó a la evaluación principal.
refusal-own-proposal = Es su propia propuesta.
refusal-own-proposal-fix = Falta el acuerdo de la otra persona.
refusal-stale-proposal = La propuesta cambió desde que la leyó.
refusal-stale-proposal-fix = La página muestra ahora la última. Léala y acuerde o proponga.
refusal-discussion-is-over = Esta discusión ha terminado.
refusal-discussion-is-over-fix = La página dice cómo. No hace falta nada más de usted.
refusal-discussion-is-full = En esta discusión no caben más mensajes.
refusal-discussion-is-full-fix = Acuerden una puntuación o déjenlo a la evaluación principal.
refusal-message-missing = Escriba algo primero.
refusal-message-too-long = El mensaje tiene más de { $limit } caracteres.
