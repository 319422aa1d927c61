# El tablero de quienes gestionan las evaluaciones.
board-title = Tablero de evaluaciones
board-lede = Qué espera a ser evaluado, desde cuándo y con quién. De quién es el trabajo no figura aquí.
board-counts = Cómo va
board-counts-note = Cada número abre la lista de esas entregas.
board-standing = Situación
board-all = Todas
board-new = Hasta 3 días
board-week = De 4 a 10 días
board-old = Más de 10 días
board-unassigned = Espera a quien la evalúe
board-late = Con retraso
board-due-soon = Vence pronto
board-on-time = En plazo
board-due = vence { $day }
board-queue = Cola
board-show-all = Mostrar todas
board-none = Aquí no espera nada.
board-submission = Entrega
board-came = Llegó
board-came-on = Llegó el { $day }
board-progress = Evaluaciones
board-reviews = { $waiting } abiertas, { $done } entregadas
board-expected = Decisión prevista
board-expected-range = { $median }, nueve de cada diez antes del { $ninetieth }
board-expected-unknown = todavía no se sabe
board-assessors = Personas que evalúan
board-assessors-none = Nadie tiene acreditación todavía.
board-assessor = Persona
board-waiting = Le esperan
board-load = { $count } de { $limit }
board-away = Ausente
board-away-until = hasta el { $day }
board-submission-title = Entrega { $code }
board-reviews-title = Evaluaciones
board-reviews-note = Con los nombres de quienes evalúan, que nadie más ve. Las puntuaciones quedan entre quienes evalúan.
board-reviews-none = Todavía no se le ha pedido a nadie.
board-seat = Puesto { $seat }
board-times = dada el { $given }, vence el { $due }
board-release = Retirarla
board-release-of = Retirarla: la evaluación de { $name }
board-released = La evaluación está retirada. Se busca a otra persona.
board-reassign = Dársela a otra persona
board-reassign-button = Dársela
board-reassign-of = Dársela: la evaluación de { $name } a la persona elegida
board-reassigned = La evaluación tiene otra persona.
board-to = A quién
review-state-assigned = ofrecida
review-state-accepted = aceptada
review-state-opened = abierta
review-state-locked = entregada
review-state-recused = devuelta
review-state-released = retirada

# Festivos.
holidays-title = Festivos
holidays-lede = Días que no cuentan para el plazo, además de sábados y domingos. Las evaluaciones que se den desde ahora los tienen en cuenta.
holidays-issuer = Entidad emisora
holidays-day = Día
holidays-name = Cómo se llama
holidays-button = Añadir este festivo
holidays-none = No hay festivos por delante.
holidays-no-issuer = Ninguna de las organizaciones a su cargo emite microcredenciales.
holidays-remove = Quitar
holidays-remove-of = Quitar: { $day }

# A qué dice que no el tablero.
refusal-no-such-submission = No existe esa entrega.
refusal-no-such-submission-fix = Puede ser de otra entidad emisora. El tablero muestra lo que usted gestiona.
refusal-assessor-cannot-take = Esta persona no puede tomar la evaluación{ $why ->
    [not-qualified] : no tiene acreditación para su rúbrica
    [self] : es su propio trabajo
    [same-school] : pertenece a la misma escuela
    [same-district] : pertenece al mismo distrito
    [private] , por un motivo que no se revela
    [involved] : tiene, o tuvo, una evaluación de ella
    [absent] : está ausente
    [at-load-limit] : tiene tantas evaluaciones como acepta
   *[other] { "" }
}.
refusal-assessor-cannot-take-fix = La evaluación queda donde está. Elija a otra persona, o retírela y deje que el producto busque.
refusal-holiday-name = Póngale un nombre de hasta { $limit } caracteres.
