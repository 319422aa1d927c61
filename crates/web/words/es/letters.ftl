# Letters. For each kind NAME: letter-NAME-subject says the state, letter-NAME-text is the letter
# (an empty line between paragraphs), letter-NAME-button is what its link does.
letter-hello = Hola, { $name }:
letter-hello-nobody = Hola:
letter-why-work = Recibe esta carta porque trata de su propio trabajo.
letter-why-account = Recibe esta carta porque trata de su cuenta. No es posible recibir menos: la mantienen segura.
letter-fewer-one = Dejar de recibir estas cartas
letter-choices = Elegir qué llega y con qué frecuencia
letter-way-hidden = El enlace se muestra solo a quien recibe la carta.

letter-digest-subject-daily = { $count ->
    [one] Hoy: { $first }
   *[other] Hoy: { $count } novedades
}
letter-digest-subject-weekly = { $count ->
    [one] Esta semana: { $first }
   *[other] Esta semana: { $count } novedades
}
letter-digest-text = { $count ->
    [one] Esto es lo que ha pasado.
   *[other] Esto es lo que ha pasado, lo más antiguo primero.
}

letter-invited-subject = Invitación: { $role }, { $organization }
letter-invited-text =
    { $organization } le invita a participar; su función sería: { $role }. Se trata de microcredenciales: evidencia de lo que saben hacer los docentes, valorada por colegas.

    La invitación vale hasta el { $until }. Si no le concierne, déjela: no pasa nada.
letter-invited-button = Aceptar la invitación

letter-password-link-subject = Elija su contraseña
letter-password-link-text =
    Alguien que cuida de su organización le ha enviado este enlace. Con él elige una contraseña y entra.

    Vale una vez, durante { $hours } horas. Si no pidió ayuda, puede dejarlo: nada cambia.
letter-password-link-button = Elegir una contraseña

letter-sign-in-link-subject = Su enlace para entrar
letter-sign-in-link-text =
    Con este enlace entra sin contraseña. Vale una vez, durante { $minutes } minutos.

    Si no lo pidió, déjelo: sin su buzón nadie entra con él.
letter-sign-in-link-button = Entrar

letter-address-to-prove-subject = ¿Es esta su dirección?
letter-address-to-prove-text =
    Alguien quiere añadir { $address } a su cuenta. Si fue usted, abra el enlace en las próximas { $hours } horas.

    Si no, déjelo: la dirección no se añade.
letter-address-to-prove-button = Sí, es mi dirección

letter-address-given-subject = Se añadió una dirección a su cuenta
letter-address-given-text =
    Alguien que cuida de su organización ha añadido { $address } a su cuenta. También puede entrar con ella; las cartas siguen llegando aquí.

    Si no lo quería, quítela y pregunte por qué.
letter-address-given-button = Ver sus direcciones

letter-password-changed-subject = Su contraseña ha cambiado
letter-password-changed-text =
    Su contraseña cambió hace un momento y se cerró su sesión en todos los demás sitios.

    Si no fue usted, pida ayuda enseguida a quien administra su organización.
letter-password-changed-button = Ver su cuenta

letter-submission-received-subject = Recibido: { $title }, intento { $attempt }
letter-submission-received-text =
    Su evidencia para { $title } ha llegado. Su código es { $code }.

    Quienes evalúan ven el código y no su nombre. Una respuesta es probable hasta { $expected_at }; la página de su envío dice cómo va.
letter-submission-received-button = Ver cómo va

letter-submission-returned-subject = Por favor, complete: { $title }
letter-submission-returned-text =
    Falta algo en lo que envió para { $title }, así que nadie lo ha puntuado. No cuenta como intento.

    Lo que falta: { $missing }

    Su borrador está como lo dejó. Complételo y envíelo de nuevo; el código { $code } termina aquí y el siguiente es nuevo.
letter-submission-returned-button = Abrir el espacio de trabajo

letter-pursuit-expires-subject = { $days ->
    [one] Queda un día: { $title }
   *[other] Quedan { $days } días: { $title }
}
letter-pursuit-expires-text =
    Su primer intento de { $title } se puede enviar hasta { $expires_at }.

    Después no se borra nada, y puede pedir más tiempo. Si lo deja a un lado por un tiempo, elija pausar: entonces el plazo se detiene.
letter-pursuit-expires-button = Abrir el espacio de trabajo

letter-pursuit-expired-subject = Se acabó el plazo: { $title }
letter-pursuit-expired-text =
    Se acabó el plazo para un primer intento de { $title }. Todo lo que escribió y subió sigue allí.

    Una persona responsable del programa puede darle más tiempo; la página dice cómo pedirlo. También puede empezar de nuevo.
letter-pursuit-expired-button = Ver lo que hay

letter-pursuit-reopened-subject = Más tiempo: { $title }
letter-pursuit-reopened-text =
    Tiene hasta { $expires_at } para un primer intento de { $title }. Su borrador está como lo dejó.
letter-pursuit-reopened-button = Abrir el espacio de trabajo

letter-pursuit-on-hold-subject = Detenido: { $title }
letter-pursuit-on-hold-text =
    { $concern ->
        [privacy] Su trabajo en { $title } está detenido hasta que se aclare una duda sobre la privacidad de alguien.
       *[other] Su trabajo en { $title } está detenido hasta que se aclare de quién es el trabajo.
    }

    Lo que se dijo: { $reason }

    Con esto no se decide nada. Puede seguir escribiendo; mientras tanto no se puede enviar ni puntuar nada.
letter-pursuit-on-hold-button = Abrir el espacio de trabajo

letter-hold-lifted-subject = Sigue adelante: { $title }
letter-hold-lifted-text =
    La duda sobre { $title } está aclarada, y sigue donde estaba.
letter-hold-lifted-button = Abrir el espacio de trabajo

letter-review-withdrawn-subject = Ya no hace falta: su evaluación de { $code }
letter-review-withdrawn-text =
    El trabajo { $code } para { $title } se devolvió para completarlo. Su evaluación ya no hace falta, y nadie se lo tendrá en cuenta.
letter-review-withdrawn-button = Ir a su mesa

letter-awarded-subject = Otorgada: { $title }
letter-awarded-text =
    Se cumplen todos los criterios de { $title }. Enhorabuena: la credencial es suya.

    Es privada hasta que usted decida otra cosa. Le escribiremos cuando esté firmada y otras personas puedan comprobarla.
letter-awarded-button = Leer lo que se decidió

letter-not-yet-subject = Todavía no: { $title }
letter-not-yet-text =
    { $met ->
        [0] Todavía no se cumple ningún criterio de { $title }.
        [one] Un criterio de { $title } se cumple y sigue cumplido.
       *[other] { $met } criterios de { $title } se cumplen y siguen cumplidos.
    } { $open ->
        [one] Queda uno abierto.
       *[other] Quedan { $open } abiertos.
    }

    Hay comentarios para todo lo que queda abierto. Su próximo intento (después del número { $attempt }) pide solo eso, y no hay límite de intentos.
letter-not-yet-button = Leer los comentarios

letter-credential-ready-subject = Firmada y lista para compartir: { $title }
letter-credential-ready-text =
    { $issuer } ha firmado su credencial de { $title }.

    En su página decide quién la ve, la descarga para su cartera y encuentra la dirección donde cualquiera puede comprobarla.
letter-credential-ready-button = Abrir su credencial

letter-stack-awarded-subject = Completo: { $title }
letter-stack-awarded-text =
    Tiene todo lo que pide { $title }, y { $issuer } le concede una credencial por ello. Llegó sola; no hay nada que hacer.

    En su página ve lo que contó y decide quién la ve.
letter-stack-awarded-button = Abrir su credencial

letter-review-assigned-subject = Una evaluación para usted, hasta el { $due_at }: { $title }
letter-review-assigned-text =
    Un envío para { $title } espera su juicio. El plazo acaba el { $due_at }.

    Si reconoce de quién es, dígalo en su página: pasa a otra persona y nadie se lo reprocha.
letter-review-assigned-button = Abrir la evaluación

letter-review-due-soon-subject = Vence { $due_at }: su evaluación de { $title }
letter-review-due-soon-text =
    Una evaluación de { $title } vence { $due_at } y todavía no está entregada. Los borradores se guardan.

    Si no puede hacerla, rechácela o diga que está ausente: pasa enseguida a otra persona.
letter-review-due-soon-button = Abrir la evaluación

letter-review-late-subject = Con retraso: su evaluación de { $title }
letter-review-late-text =
    La evaluación de { $code } para { $title } vencía { $due_at }.

    Si ya la abrió, sigue siendo suya y su borrador se guarda; si no, se le pide ahora a otra persona. Su escritorio lo muestra.
letter-review-late-button = Ir a su escritorio

letter-review-overdue-subject = Una evaluación va con retraso: { $code }, { $title }
letter-review-overdue-text =
    Una evaluación de { $code } para { $title } vencía { $due_at } y no está entregada.

    La que no se abrió se ofrece a otra persona. La que está abierta se puede retirar en el tablero.
letter-review-overdue-button = Abrir el tablero

letter-review-discussion-subject = Por discutir: { $code }, { $title }
letter-review-discussion-text =
    Usted y la otra persona que evalúa { $code } para { $title } difieren en algunos criterios.

    Vea dónde, diga por qué y acuerden una puntuación, o déjenlo a la evaluación principal. Ninguna de las dos sabe quién es la otra.
letter-review-discussion-button = Abrir la discusión

letter-award-revoked-subject = Se retiró su concesión: { $title }
letter-award-revoked-text =
    La entidad emisora retiró su concesión de { $title }. Lo decidieron dos personas, por este motivo:

    { $reason }
letter-award-revoked-button = Ver la concesión

letter-review-taken-back-subject = Una evaluación pasó a otra persona: { $code }, { $title }
letter-review-taken-back-text =
    Quienes gestionan las evaluaciones dieron la suya de { $code } para { $title } a otra persona.

    No queda nada por hacer. Otras entregas le seguirán llegando.
letter-review-taken-back-button = Ir a su escritorio

letter-qualification-granted-subject = Puede evaluar { $title }
letter-qualification-granted-text =
    Está cualificado para la rúbrica de { $title } hasta el { $valid_until }.

    Las evaluaciones llegan solas a su mesa; le escribimos cuando llega una.
letter-qualification-granted-button = Ir a su mesa

# Reading letters.
letters-title = Sus cartas
letters-lede = Lo que le hemos escrito, lo más nuevo primero.
letters-none = Todavía no hay cartas
letters-none-text = Aquí estará lo que le escribamos: cuando algo se recibe, se decide o le espera.
letters-choose = Elegir qué llega por correo
outbox-title = Cartas
outbox-lede = Todas las cartas que ha escrito esta instalación, lo más nuevo primero.
outbox-quiet = No hay servidor de correo configurado.
outbox-quiet-text = Las cartas se quedan aquí hasta que lo haya; la guía de operación explica cómo.
outbox-none = Todavía no hay cartas
outbox-none-text = Aquí estará cada carta, a quién va y qué fue de ella.
letter-to = Para
letter-address = Dirección
letter-address-none = no se conoce ninguna
letter-written-at = Escrita
letter-state = Estado
letter-state-sent = Enviada el { $at }
letter-state-waiting = Sale pronto
letter-state-again = Se intentará de nuevo: { $error }
letter-state-kept = Se queda aquí
letter-state-daily = Espera al final del día
letter-state-weekly = Espera al final de la semana
letter-state-not-wanted = No se desea por correo
letter-state-given-up = No se pudo enviar: { $error }
letter-as-html = Como se ve con imágenes y colores
letter-as-text = Como texto simple

# Choosing what comes how often.
letter-choices-title = Lo que llega por correo
letter-choices-lede = Todo queda en sus páginas, elija lo que elija aquí.
letter-choices-button = Guardar esta elección
letter-choices-kept = Su elección está guardada.
letter-choices-kept-text = Cuenta desde la próxima carta.
letter-choices-read = Leer lo que le hemos escrito
letter-group-account = Su cuenta
letter-group-account-hint = Entrada, contraseña, direcciones, invitaciones. Siempre llegan enseguida.
letter-group-decisions = Lo que se decidió
letter-group-decisions-hint = Sobre sus envíos y credenciales. No se pueden desactivar.
letter-group-work = Sus envíos en camino
letter-group-work-hint = Recibidos, devueltos, a punto de caducar.
letter-group-comments = Comentarios
letter-group-comments-hint = Lo que escribió su mentor o su equipo.
letter-group-reviews = Evaluaciones para usted
letter-group-reviews-hint = Asignadas, con plazo cercano, atrasadas.
letter-group-qualifications = Sus cualificaciones para evaluar
letter-group-qualifications-hint = Concedidas, a punto de acabar.
letter-group-news = Novedades
letter-group-news-hint = Necesidades de sus organizaciones y lo que valen sus credenciales.
letter-pace-at-once = Enseguida
letter-pace-daily = Una vez al día
letter-pace-weekly = Una vez a la semana
letter-pace-off = No por correo
stop-title = Menos cartas
stop-ask-group = ¿Dejamos de escribirle sobre esto: { $group }?
stop-ask-daily = ¿Dejamos de enviarle la carta del final del día?
stop-ask-weekly = ¿Dejamos de enviarle la carta del final de la semana?
stop-button = Sí, dejar de recibirlas
stop-done = Hemos dejado de enviarlas.
stop-done-text = Todo queda en sus páginas. Puede elegir de nuevo en cualquier momento, una vez que haya entrado.

refusal-pace-unknown = Elija de la lista con qué frecuencia.

letter-need-published-subject = { $organization } pide algo: { $title }
letter-need-published-text =
    { $organization } ha publicado en qué quiere que mejore su personal docente: { $title }.

    Su plan de crecimiento muestra por qué, hasta cuándo y qué microcredenciales responden.
letter-need-published-button = Verlo en su plan de crecimiento

letter-companion-invited-subject = ¿Quiere leer también? { $title }
letter-companion-invited-text =
    Alguien trabaja en { $title } y le pide que le acompañe, como mentor o compañero de equipo.

    Leería el borrador y diría lo que piensa. Entre con esta dirección para ver quién lo pide y responder. Quien acompaña a alguien nunca evalúa ese trabajo.
letter-companion-invited-button = Ver quién lo pide

letter-companion-answered-subject = Su invitación tiene respuesta: { $title }
letter-companion-answered-text = Pidió a alguien que acompañara su trabajo en { $title }. Ya ha respondido.
letter-companion-answered-button = Ver la respuesta

letter-draft-comment-subject = Se ha dicho algo sobre un borrador: { $title }
letter-draft-comment-text = Hay un comentario nuevo sobre el borrador de { $title }.
letter-draft-comment-button = Leerlo
