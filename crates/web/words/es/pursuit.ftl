# Estados, como los lee quien enseña.
state-with-assessors = En evaluación
state-earned = Obtenida
state-not-yet = { $count ->
    [one] Todavía no: falta 1 criterio
   *[other] Todavía no: faltan { $count } criterios
}

# Inicio.
home-next-choose = Elija su primera microcredencial.
home-next-choose-text = Busque en el catálogo algo que ya hace bien o quiere hacer mejor. Todo lo que pide se muestra antes de empezar.
home-next-choose-way = Abrir el catálogo
home-next-feedback = { $count ->
    [one] Falta un criterio en { $title }.
   *[other] Faltan { $count } criterios en { $title }.
}
home-next-feedback-text = { $met ->
    [0] Sus comentarios están listos. El siguiente intento está abierto.
    [one] Uno está alcanzado y cerrado. Los comentarios sobre el resto están listos.
   *[other] { $met } están alcanzados y cerrados. Los comentarios sobre el resto están listos.
}
home-next-feedback-way = Leer los comentarios
home-under-way = En marcha
home-under-way-note = Cada sello se completa al alcanzar sus criterios.
home-under-way-none = Aquí está lo que empieza, con su estado y la próxima fecha.
home-earned = Obtenidas
home-earned-none = Aquí está lo que obtiene, y aquí se queda.

# El espacio de trabajo.
attempt-draft = Intento { $attempt }, borrador
part-overview = De dónde parte
part-evidence = Sus evidencias
part-reflection = Mirar atrás
saved-at = Guardado { $time }
saving = Guardando…
saved-offline = Sin conexión: guardado en este dispositivo
save-failed = Sin guardar; queda en este dispositivo
save = Guardar
save-note = Lo que escribe se guarda solo.
words-of = { $count } de { $least } a { $most } palabras
what-changed = ¿Qué cambió?
ai-use = ¿Cómo usó IA? Si no la usó, dígalo.
task-count = { $there } de { $needed }
task-shows = Muestra: { $criteria }
task-indicators = Compruebe antes de entregarlo
piece-ready = Listo
piece-change = Cambiar
piece-caption = Descripción
piece-attach = Muestra
piece-keep = Guardar cambios
piece-remove = Quitarlo
upload-file = Archivo
upload-add = Añadir
submit-title = Antes de enviarlo
submit-send = Enviar a evaluación
submit-to-go = { $count ->
    [one] Falta 1 cosa
   *[other] Faltan { $count } cosas
}
submit-complete = Está todo lo que se pide.
submit-statements = Cuatro declaraciones
submit-note = Puede retirarlo hasta que alguien lo abra para evaluarlo. Quien evalúa no ve su nombre ni su escuela.
attest-own-work = Es mi propio trabajo.
attest-ready = Está listo para evaluarse.
attest-consents = Todas las personas que se ven u oyen han dado su consentimiento, y sigue vigente.
attest-ai-described = He descrito cómo usé IA.

# Lo enviado.
receipt-sent = Enviado a evaluación a las { $time }.
receipt-with-assessors = Dos personas lo leen ahora sin saber de quién es. No tiene que hacer nada.
receipt-signing = Todos los criterios están alcanzados. La credencial se está firmando; tarda un minuto.
receipt-look-again = Mirar de nuevo
receipt-take-back = Retirarlo
receipt-take-back-until = Se puede hasta { $until }, mientras nadie lo haya abierto para evaluarlo.
receipt-what = Lo que envió
receipt-what-note = Esta copia ya no cambia.
fact-attempt = Intento
fact-code = Código
fact-received = Recibido
fact-expected = Previsto

# Comentarios.
feedback-not-yet = { $met ->
    [0] { $title }: lea lo que falta y empiece de nuevo cuando quiera.
    [one] { $title }: un criterio está alcanzado, cerrado y sigue siendo suyo. El siguiente intento trata solo del resto.
   *[other] { $title }: { $met } criterios están alcanzados, cerrados y siguen siendo suyos. El siguiente intento trata solo del resto.
}
feedback-begin = Empezar el intento { $attempt }
feedback-awarded = Obtenida: { $title }
feedback-awarded-text = Todos los criterios están alcanzados.
attempt-number = Intento { $attempt }.
feedback-decided = { $reviews ->
    [one] Decidido { $day } a partir de una evaluación independiente.
   *[other] Decidido { $day } a partir de { $reviews } evaluaciones independientes.
}
feedback-found = Dónde está
feedback-passes = Lo que se pide
feedback-from = De quienes evaluaron
feedback-reopens = Si cambia evidencias en las que se apoya un criterio cerrado, ese criterio se abre otra vez. Se lo decimos antes de que ocurra.
criterion-not-yet = Todavía no, nivel { $level }
criterion-met = Alcanzado, cerrado
