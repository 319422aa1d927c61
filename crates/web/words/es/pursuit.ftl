# Estados, como los lee quien enseña.
state-with-assessors = En evaluación
state-earned = Obtenida
state-not-yet = { $count ->
    [one] Todavía no: falta 1 criterio
   *[other] Todavía no: faltan { $count } criterios
}
state-draft = { $begun ->
    [0] Borrador, todavía sin evidencias
    [one] Borrador, 1 de { $all } criterios tiene evidencias
   *[other] Borrador, { $begun } de { $all } criterios tienen evidencias
}
state-decided-not-yet = Decidido: todavía no

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
home-next-draft = Siga con { $title }.
home-next-draft-text = { $begun ->
    [0] Su borrador está abierto. No hace falta ningún orden: empiece por donde tenga algo.
   *[other] { $begun } de { $all } criterios tienen evidencias. Lo que escribió está guardado.
}
home-next-draft-way = Abrir el espacio de trabajo
home-next-wait = { $title } está en evaluación.
home-next-wait-text = No tiene que hacer nada. Recibirá una carta en cuanto se decida.
home-next-wait-way = Ver lo que envió
home-next-more = ¿En qué quiere mejorar ahora?
home-next-more-text = Lo que ha obtenido sigue abajo. En el catálogo hay más.
home-saved = Guardado { $day }.
home-started = Empezado { $day }.
home-received = Recibido { $day }.
home-decided = Decidido { $day }.
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
draft-saved = Guardado.
draft-while-waiting = Hay un intento en evaluación.
draft-while-waiting-text = Lo que cambie aquí no cambia lo que envió. Se guarda para otro intento, por si hiciera falta.
draft-awarded = Esto ya está obtenido; el borrador queda como estaba.
save-stored = Cambió en otro lugar. Lo que está guardado ahora:
save-mine = Quedarme con lo que escribí
save-theirs = Tomar lo que está guardado
save-both = Conservar ambos, uno tras otro
save-here = Guardado en este dispositivo, pero sin enviar:
save-drop = Descartarlo
save-sign-in = Su sesión ha terminado. Lo que escribe se queda en este dispositivo.
save-sign-in-way = Entrar de nuevo, en otra ventana
history-title = Textos anteriores
history-note = El último texto de cada sesión de trabajo se queda aquí para siempre. Los pasos intermedios se quedan una semana.
history-now = Lo que dice ahora
history-kept = Lo que decía antes
history-none = Todavía no se ha sustituido nada. En cuanto vuelva a este texto en otro momento, lo que decía antes estará aquí.
history-restore = Recuperar este texto
words-so-far = Palabras: { $count }
words-count = { $count ->
    [one] 1 palabra
   *[other] { $count } palabras
}
workspace-rubric = La rúbrica con la que se evalúa
earlier-decided = Decidido { $day }.
criterion-nothing = nada todavía
criterion-reopened = abierto otra vez: ha cambiado algo en lo que se apoya
criterion-pieces = { $count ->
    [one] 1 pieza
   *[other] { $count } piezas
}
limit-count = { $most ->
    [1] { $least ->
        [0] una pieza, si quiere
       *[other] una pieza
    }
   *[other] de { $least } a { $most } piezas
}
limit-files = archivos: { $endings }; hasta { $size } cada uno
limit-words = o escrito aquí: de { $least } a { $most } palabras
limit-minutes = { $minutes ->
    [one] grabaciones de hasta 1 minuto
   *[other] grabaciones de hasta { $minutes } minutos
}
limit-students = puede aparecer alumnado, con su consentimiento y sin sus nombres
task-text = { $most ->
    [1] { $title }
   *[other] { $title }, texto { $number }
}
piece-from = { $size }, de su { $name }
submit-not-now = Ahora no se puede enviar nada.
submit-title = Antes de enviarlo
submit-send = Enviar a evaluación
submit-to-go = { $count ->
    [one] Falta 1 cosa
   *[other] Faltan { $count } cosas
}
submit-complete = Está todo lo que se pide.
submit-statements = Cuatro declaraciones
submit-note = Lo que envía ya no cambia; el borrador sigue siendo suyo. Quien evalúa no ve su nombre ni su escuela.
attest-own-work = Es mi propio trabajo.
attest-ready = Está listo para evaluarse.
attest-consents = Todas las personas que se ven u oyen han dado su consentimiento, y sigue vigente.
attest-ai-described = He descrito cómo usé IA.

# Lo enviado.
receipt-sent = Enviado a evaluación a las { $time }.
receipt-with-assessors = { $assessors ->
    [one] Una persona lo lee sin saber de quién es. No tiene que hacer nada.
   *[other] { $assessors } personas lo leen sin saber de quién es. No tiene que hacer nada.
}
receipt-not-yet = Quedan criterios abiertos. Los comentarios dicen qué falta, y el siguiente intento trata solo de esos.
receipt-read = Leerlo
fact-decided = Decidido
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

# Qué pasó (`refusal-<code>`) y qué hacer (`refusal-<code>-fix`).
refusal-no-such-pursuit = No existe tal trabajo suyo.
refusal-no-such-pursuit-fix = Quizá el enlace está cortado, pertenece a otra persona, o ha entrado como otra persona. Lo que ha empezado está en su página de inicio.
refusal-already-pursuing = Ya está trabajando en esto.
refusal-already-pursuing-fix = Ábralo desde su página de inicio y siga allí. No se ha empezado dos veces.
refusal-submission-incomplete = { $count ->
    [one] Falta una cosa antes de poder enviarlo.
   *[other] Faltan { $count } cosas antes de poder enviarlo.
}
refusal-submission-incomplete-fix = Todo lo que falta está en la lista, cada cosa con su lugar. Lo que escribió está guardado.
refusal-stale-field = Este texto cambió en otro lugar desde que lo abrió.
refusal-stale-field-fix = Aquí están los dos textos: el suyo y el que está guardado. Compárelos, quédese con lo que quiera y guarde otra vez.
refusal-unknown-field = Esta microcredencial no pide eso.
refusal-unknown-field-fix = Cargue la página otra vez: muestra todo lo que se pide. Si escribió un programa, revise los nombres de campos, requisitos y criterios.
refusal-no-such-text = No se conservó ningún texto de esa versión.
refusal-no-such-text-fix = Abra de nuevo los textos anteriores del campo: allí está todo lo que se conservó.
refusal-text-too-long = Este texto tiene más de { $limit } caracteres.
refusal-text-too-long-fix = Acórtelo o entregue una parte como archivo. El texto guardado antes se conserva.
refusal-already-submitted = Ya hay un intento en evaluación.
refusal-already-submitted-fix = Se envió una vez y lo están leyendo. Siga desde su página de inicio; recibirá una carta en cuanto se decida.
refusal-already-awarded = Ya ha obtenido esto.
refusal-already-awarded-fix = Aquí no queda nada por hacer. La credencial está en su página de inicio.
refusal-not-possible-now = Eso no es posible en este momento.
refusal-not-possible-now-fix = Vaya a su página de inicio: dice cómo está su trabajo y qué viene después.
refusal-text-missing = Falta por escribir: { $title }
refusal-too-few-words = { $title }: { $words } palabras hasta ahora, se piden al menos { $minimum }.
refusal-too-many-words = { $title }: { $words } palabras, se admiten como máximo { $maximum }.
refusal-too-few-pieces = { $title }: { $count } de al menos { $minimum }.
refusal-too-many-pieces = { $title }: { $count }, se admiten como máximo { $maximum }.
refusal-criterion-without-evidence = Todavía no hay nada unido al criterio { $criterion }.
refusal-note-missing = Diga qué cambió desde el último intento.
refusal-ai-use-missing = Diga cómo usó IA, o que no la usó.
refusal-attestation-missing = Marque las cuatro declaraciones.
