# El escritorio.
desk-title = { $count ->
    [0] Nada espera en su escritorio
    [one] Una evaluación espera en su escritorio
    [2] Dos evaluaciones esperan en su escritorio
    [3] Tres evaluaciones esperan en su escritorio
   *[other] { $count } evaluaciones esperan en su escritorio
}
desk-lede = Primero lo que vence antes. Ve lo que se entregó y nada de quién lo hizo.
desk-open-criteria = { $open } de { $all } criterios abiertos
desk-open-first = Abrir la primera
desk-empty = Cuando se le asigna una entrega aparece aquí y se lo dice una carta.
desk-waiting = Le esperan
desk-waiting-note = Los plazos son los de la entidad emisora.
desk-qualified = Puede evaluar
desk-qualified-none = Todavía nada. La evaluación principal lo concede, rúbrica por rúbrica.
desk-until = hasta { $day }
desk-done = Hechas
due = Vence { $day }
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
review-private = Nota privada
review-private-note = Nota privada, solo la leen usted y la evaluación principal
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
