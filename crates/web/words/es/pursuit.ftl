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
earlier-mentor = Ese fue el intento { $attempts }. No hay límite, y suele ayudar hablar de los comentarios con una mentora o un mentor antes del siguiente.
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
task-link = { $most ->
    [1] { $title }: enlace
   *[other] { $title }: enlace { $number }
}
task-link-hint = Primero la dirección, como https://example.org/film; después, si quiere, lo que muestra. Quien lo abra puede ver allí su nombre: mírelo antes en una ventana privada.
limit-links = enlaces a páginas de la web
limit-team = un equipo puede entregar una pieza en común
requirement-purpose-learning = evidencia de aprendizaje
requirement-purpose-practice = evidencia de práctica
requirement-purpose-impact = evidencia de impacto
left-over = Guardado de la versión anterior
left-over-note = Esta versión no pide esto. No se envía y se queda aquí para usted.
submit-reopens = Estos están alcanzados y cerrados. Si envía esto, se abren de nuevo y se vuelven a juzgar
submit-reopens-hint = Algo en lo que se apoyan ha cambiado desde entonces. Marque cada uno que quiera abrir, o deshaga el cambio.
newer-way = Hay una versión más nueva de esta microcredencial. Vea qué cambia.
newer-title = Una versión más nueva
newer-lede = Puede seguir con la versión que empezó, o pasar a la nueva.
newer-read = Leer la versión nueva
newer-nothing = Nada de lo que se pide o se juzga es distinto.
newer-not-now = No puede pasar en este momento.
newer-entries = Lo que se pide
newer-criteria = Cómo se juzga
newer-added = Nuevo:
newer-removed = Ya no está:
newer-changed = Cambiado:
newer-same = Igual:
newer-removed-note = Lo que entregó para ello se guarda y ya no se envía.
newer-carried = Si está alcanzado, sigue alcanzado.
newer-judged-anew = Se juzga de nuevo. Lo que es distinto: { $aspects }
newer-aspect-text = su texto
newer-aspect-levels = los niveles
newer-aspect-passing = el nivel que hay que alcanzar
newer-aspect-sources = en qué se apoya
newer-keeps = Todo lo que escribió y subió se guarda. No se puede volver atrás.
newer-move = Pasar a la versión nueva
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
receipt-take-back-until = Nadie puede abrirlo antes de las { $until }. Después es posible hasta que alguien lo abra.
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

# Al margen del camino recto.
state-started = Un borrador
state-decision-ready = Decidido, sin publicar
state-returned = Devuelto para completarlo
state-taken-back = Retirado
state-paused = En pausa
state-withdrawn = Abandonado
state-expired = Se acabó el plazo
state-on-hold = Detenido
home-next-returned = Complete { $title } y envíelo de nuevo.
home-next-returned-text = Faltaba algo, así que nadie lo ha puntuado. No cuenta como intento.
home-returned = Devuelto { $day }.
home-aside = Desde { $day }.
draft-taken-back = Retirado. El borrador sigue; no se ha contado nada.
returned-missing = Lo que falta:
aside-title = Dejarlo a un lado
aside-until = Envíe un primer intento antes del final del { $day }. Recibirá una carta 30, 7 y 1 días antes. Después no se borra nada.
aside-pause = Pausar
aside-pause-note = El plazo se detiene hasta que continúe. Puede seguir escribiendo.
aside-resume = Continuar
aside-withdraw = Abandonarlo
aside-withdraw-note = Este trabajo termina para siempre. Usted podrá seguir leyendo lo que escribió, y puede empezar de nuevo la microcredencial cuando quiera.
aside-sure = Sí, lo abandono.
aside-sure-missing = Marque que quiere abandonarlo.
aside-withdraw-do = Abandonarlo
aside-paused = El plazo está detenido. Puede escribir; antes de enviar, elija continuar, abajo.
aside-withdrawn = Usted lo abandonó. Lo que escribió se puede seguir leyendo aquí.
aside-expired = Todo sigue aquí. Una persona responsable del programa puede darle más tiempo: envíele esta dirección: { $address }
aside-on-hold = No se puede enviar ni evaluar nada hasta que se aclare una duda. Una carta dice de qué se trata. Puede seguir escribiendo.
receipt-taken-back = Lo retiró antes de que nadie lo abriera. No cuenta como intento.
receipt-returned = Esto se devolvió para completarlo. Nadie lo ha puntuado y no cuenta como intento.
receipt-take-back-unopened = Posible mientras nadie del equipo evaluador lo haya abierto.
expected-by-plan = hasta el { $day }
expected-by-queue = { $day }, si va como para la mitad de quienes le precedieron; hasta el { $late } para nueve de cada diez
expected-by-median = { $day }, si va como para la mitad de quienes le precedieron

# Para quienes evalúan y para responsables del programa.
returning-title = Devolver por incompleto
returning-lede = Para trabajos que no se pueden puntuar porque falta algo. No se puntúa y no cuenta como intento. Un trabajo completo que no es suficiente se puntúa.
returning-missing = ¿Qué falta?
returning-missing-hint = Lo lee la persona docente, que no sabe quién lo ha escrito.
returning-send = Devolverlo
returning-back = Volver sin devolverlo
programme-title = Trabajos del programa
programme-lede = Todos los trabajos de sus emisores según su estado, sin nombres.
programme-states = Estados
programme-none = Ninguno está en este estado.
programme-submitted = En espera
programme-under-review = En evaluación
programme-decision-ready = Por publicar
programme-returned = Devueltos
programme-on-hold = Detenidos
programme-expired = Vencidos
managed-done = Hecho.
managed-blind = No ve de quién es, ni borradores ni evidencias.
managed-since = Desde
managed-ends = Su plazo termina
managed-concern = De qué se trata
managed-concern-missing = Elija de qué se trata.
managed-reason = Por qué, para la persona docente
managed-hold = Detenerlo
managed-hold-note = No se puede enviar, abrir, puntuar ni publicar nada hasta que lo reanude. La persona docente recibe su motivo en una carta.
managed-hold-do = Detener
managed-lift = La duda está aclarada: que siga
managed-reopen = Darle 30 días más
concern-privacy = La privacidad de alguien
concern-integrity = De quién es el trabajo

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
refusal-pursuit-paused = Esto está en pausa.
refusal-pursuit-paused-fix = Abra el espacio de trabajo y elija continuar; después se puede enviar.
refusal-already-withdrawn = Usted abandonó esto.
refusal-already-withdrawn-fix = Lo que escribió se puede seguir leyendo. Si quiere, empiece de nuevo desde la página de la microcredencial.
refusal-pursuit-expired = Se acabó el plazo para un primer intento.
refusal-pursuit-expired-fix = No se ha borrado nada. Una persona responsable del programa puede darle más tiempo; o empiece de nuevo desde la página de la microcredencial.
refusal-pursuit-on-hold = Esto está detenido hasta que se aclare una duda.
refusal-pursuit-on-hold-fix = Una carta dice de qué se trata. Sigue en cuanto una persona responsable del programa lo reanude.
refusal-opened-already = Alguien del equipo evaluador ya lo ha abierto.
refusal-opened-already-fix = Ya no se puede retirar. El borrador sigue siendo suyo, y después de la decisión es posible otro intento.
refusal-scored-already = Alguien del equipo evaluador ya lo ha puntuado.
refusal-scored-already-fix = Ya no se puede devolver por incompleto; la decisión sigue de las puntuaciones.
refusal-pursuit-reason-missing = Diga por qué, en una frase.
refusal-pursuit-reason-missing-fix = La persona docente lo lee y sabe qué hacer. Escríbalo y envíe el formulario de nuevo.
refusal-pursuit-reason-too-long = Esto tiene más de { $limit } caracteres.
refusal-pursuit-reason-too-long-fix = Redúzcalo a lo que la persona docente tiene que saber y envíelo de nuevo.
refusal-no-newer-version = No hay ninguna versión más nueva.
refusal-no-newer-version-fix = Ya trabaja con la más nueva. Siga en el espacio de trabajo.
refusal-text-missing = Falta por escribir: { $title }
refusal-too-few-words = { $title }: { $words } palabras hasta ahora, se piden al menos { $minimum }.
refusal-too-many-words = { $title }: { $words } palabras, se admiten como máximo { $maximum }.
refusal-too-few-pieces = { $title }: { $count } de al menos { $minimum }.
refusal-too-many-pieces = { $title }: { $count }, se admiten como máximo { $maximum }.
refusal-criterion-without-evidence = Todavía no hay nada unido al criterio { $criterion }.
refusal-link-not-usable = { $title }: esto no empieza con una dirección como https://example.org.
refusal-piece-form-not-taken = { $title }: { $file } es de un tipo que aquí ya no se acepta.
refusal-piece-too-large = { $title }: { $file } es más grande de lo que aquí se acepta.
refusal-reopens-unconfirmed = { $criterion } está alcanzado y se abriría de nuevo. Marque que lo quiere.
refusal-note-missing = Diga qué cambió desde el último intento.
refusal-ai-use-missing = Diga cómo usó IA, o que no la usó.
refusal-attestation-missing = Marque las cuatro declaraciones.

# Lugares en las evidencias a los que apuntan los comentarios.
feedback-pins = Dónde mirar
