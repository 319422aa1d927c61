# Necesidades, como las publican quienes dirigen.
needs-lede = En qué quiere su escuela o distrito que mejore su personal docente, de un día a otro. Se ve en el plan de crecimiento de cada docente, que recibe una carta.
needs-open = Abiertas
needs-over = Terminadas
needs-none = Aún no hay ninguna necesidad
needs-none-text = Lo que publique aparecerá aquí, con sus días. Empiece por lo que más importa este año.
need-add-title = Publicar una necesidad
need-change-title = Cambiar esta necesidad
need-form-lede = Dígalo como un docente se lo diría a otro. Las competencias se relacionan con el catálogo por su nombre.
need-of = De
need-period = Cuándo
need-from = Desde el { $from }
need-from-until = Del { $from } al { $until }
need-title = La necesidad en una línea
need-reason = Por qué
need-first-day = Primer día
need-last-day = Último día
need-button = Publicarla
need-counts = Vale hoy
need-begins-later = Empieza más adelante
need-is-over = Terminada
need-end = Terminarla
need-end-long = Terminarla: { $title }

# El plan de crecimiento.
growth-lede = En qué quiere mejorar, qué se pide donde trabaja y el camino para llegar.
growth-change = Cambiar
growth-remove = Quitar
growth-keep = Guardar
growth-competencies = Competencias
growth-competencies-hint = Una por línea, como Preguntas o Gestión del aula. Use las palabras del catálogo.
growth-goals = Sus metas
growth-goals-text = Solo usted las ve.
growth-goals-none = Aún no hay ninguna meta
growth-goals-none-text = Una meta en sus propias palabras ayuda a elegir. Puede cambiarla cuando quiera.
growth-needs = Lo que se pide donde trabaja
growth-needs-text = Publicado por su escuela, su distrito y quienes están por encima.
growth-needs-none = Ahora no se pide nada
growth-needs-none-text = Cuando su escuela o distrito publique una necesidad, aparecerá aquí y recibirá una carta.
growth-assessed = Cómo se ve usted
growth-assessed-text = Solo usted lo ve, ahora y después. Nos ayuda a sugerir lo siguiente.
growth-assessed-none = Aún no ha dicho nada
growth-assessed-none-text = Tómese cinco minutos: elija una competencia y diga dónde está.
growth-assessed-way = Autoevaluarse
growth-wishes = Su tiempo y sus estudiantes
growth-wishes-text = Lo que tiene ahora. Las sugerencias lo tienen en cuenta; el catálogo lo sigue mostrando todo.
wish-now = Ahora
wish-hours = Horas que tiene
wish-hours-hint = Un número de 1 a 500, o nada si no importa.
wish-hours-some = { $hours ->
    [one] una hora
   *[other] { $hours } horas
}
wish-students = Estudiantes con quienes trabajar
wish-students-available = Hay estudiantes
wish-students-none = Ahora no hay
wish-unsaid = Sin decir
goal-add-title = Escribir una meta
goal-change-title = Cambiar esta meta
goal-lede = Solo usted ve sus metas.
goal-text = ¿En qué quiere mejorar?
goal-text-hint = Una o dos frases.
goal-by = Hasta
goal-button = Guardar esta meta
goal-remove-long = Quitar la meta: { $goal }
growth-level = Nivel
growth-level-novice = Principiante
growth-level-novice-means = Ha oído hablar de ello o ha empezado a probarlo.
growth-level-foundation = Básico
growth-level-foundation-means = Lo hace cuando lo planifica, y casi siempre funciona.
growth-level-proficient = Competente
growth-level-proficient-means = Lo hace día a día y lo adapta a sus estudiantes.
growth-level-advanced = Avanzado
growth-level-advanced-means = Ayuda a otros a hacerlo y sabe por qué funciona.
assess-title = ¿Cómo se ve usted?
assess-lede = Solo usted lo ve. Nadie que dirija, acompañe o evalúe lo verá nunca, y no cuenta para nada.
assess-one = Una competencia
assess-competency = Competencia
assess-sentence = ¿Por qué lo cree?
assess-button = Guardar
assess-asked-for = Nombradas en su plan
assess-asked-for-text = Competencias de sus metas y de lo que se pide donde trabaja.
assess-way = Evaluar esta
assess-said = Lo que ha dicho
assess-on = Dicho el
assess-forget = Olvidar
assess-forget-long = Olvidar: { $competency }

# Sugerencias.
recommended-title = Lo que podría venir después
recommended-lede = En el orden de sus razones. No se oculta nada: el catálogo lo muestra todo.
recommended-text = Sugerido por las razones que están al lado.
recommended-none = Aún no hay ninguna sugerencia
recommended-none-text = Escriba una meta con competencias, o diga cómo se ve. Las sugerencias salen de ahí, de lo que se pide donde trabaja y de lo que ya ha obtenido.
recommended-all = Todo el catálogo
recommended-more = Las { $count } sugerencias
recommended-issuer = Emitida por
recommended-hours = Lleva
reason-goal = Responde a su meta: { $goal }
reason-need = { $organization } lo pide: { $title }
reason-stack = { $count ->
    [one] Completa { $title }.
   *[other] Es una de las { $count } que faltan en { $title }.
}
reason-next-level = Es el nivel siguiente de { $competency }: usted tiene { $level }.
reason-grow-from = Es el paso por encima de donde se ve en { $competency }: { $level }.
reason-show = Se ve en este nivel de { $competency } ({ $level }): podría mostrar lo que sabe.
reason-fits-time = { $hours ->
    [one] Cabe en su tiempo: una hora.
   *[other] Cabe en su tiempo: { $hours } horas.
}
reason-no-students = No necesita estudiantes.
reason-students = Necesita estudiantes, y usted los tiene.
caution-longer = { $hours ->
    [one] A saber: lleva una hora, más de lo que tiene ahora.
   *[other] A saber: lleva { $hours } horas, más de lo que tiene ahora.
}
caution-students = A saber: necesita estudiantes, y ahora no tiene.

# El plan.
plan-title = Su plan
plan-text = En su orden. Un hito se alcanza por lo que usted hace, no marcándolo.
plan-none = Aún no hay nada planificado
plan-none-text = Ponga una sugerencia en su plan, o cualquier cosa del catálogo.
plan-add = Planificar
plan-add-long = Planificar: { $title }
plan-open = Abrir el espacio de trabajo
plan-days = Días y meta
plan-days-lede = Elija días si le ayudan. Puede cambiarlos cuando quiera, y no pasa nada cuando uno pasa.
plan-goal = Meta
plan-no-goal = Sin meta
plan-up = Subir
plan-up-long = Subir: { $title }
plan-down = Bajar
plan-down-long = Bajar: { $title }
plan-remove-long = Quitar del plan: { $title }
plan-not-begun = Sin empezar
plan-under-way = En marcha
milestone-begin = Empezar
milestone-send = Enviar el primer intento
milestone-earn = Obtenerla
milestone-reached = { $what }: hecho (planificado para el { $day })
milestone-passed = { $what }: el { $day } ya pasó. Elija otro día si quiere.
milestone-ahead = { $what }: { $day }
milestone-is-late = Ya pasó
calendar-title = En el calendario
calendar-text = Lo que viene, por día.
calendar-line = { $what }: { $title }
way-title = Su camino
way-text = Los dos caminos llevan a la misma evidencia, a las mismas personas que evalúan y a la misma decisión. Quien juzga no ve cuál tomó.
way-learn = Aprender primero
way-learn-long = Aprender primero: { $title }
way-show = Mostrar lo que sé
way-show-long = Mostrar lo que sé: { $title }
way-is-learn = Usted aprende primero.
way-is-show = Usted muestra lo que sabe.
way-is-open = Aún no ha elegido; no hace falta.

# En inicio.
home-next-plan = Lo siguiente de su plan: { $title }.
home-next-plan-day = Lo planificó para el { $day }.
home-next-plan-text = Lo puso en primer lugar. Empiece cuando le convenga.
home-next-plan-way = Abrir su plan

# El diario de aprendizaje.
learning-title = Diario de aprendizaje
learning-lede = Lo que hace para aprender. Le ayuda a usted y a quien le acompaña; nunca cuenta para la credencial.
learning-log = El diario
learning-who-sees = Lo ven usted, sus mentores y su equipo. Nadie que evalúe lo ve nunca.
learning-none = Aún no hay nada escrito
learning-none-text = Un curso, una reunión con un mentor, trabajo en equipo, algo que leyó: cada cosa es una línea.
learning-add = Añadir una línea
learning-on = El día
learning-kind = Qué fue
learning-what = En pocas palabras
learning-minutes = Minutos
learning-minutes-hint = Solo para recordarlo. El tiempo no cuenta para nada.
learning-minutes-some = { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}
learning-button = Añadir esta línea
learning-remove-long = Quitar: { $what }
learning-resources = Lo que ayuda
learning-resources-text = De la microcredencial. Nunca es necesario, nunca cuenta.
learned-course = Curso o taller
learned-mentor-meeting = Reunión con un mentor
learned-team-work = Trabajo en equipo de grado o materia
learned-reading = Leer, mirar, escuchar
meeting-offered = Una reunión con un mentor puede ayudar.
meeting-offered-text = Ya fue «todavía no» tres veces o más. Invite a un mentor, hablen de los criterios abiertos y escriba una línea en su diario.
meeting-held = Se ha reunido con un mentor desde la última decisión.
meeting-held-text = Bien. El siguiente intento está abierto cuando quiera.

# Quienes acompañan.
companions-title = Mentor y equipo
companions-lede = Leen su borrador y dicen lo que piensan. No cambian nada, y nunca lo evalúan.
companions-there = Con usted
companions-none = Aún no le acompaña nadie
companions-none-text = Un mentor o una colega que lee con usted suele marcar la diferencia.
companion-as = Como
companion-since = Desde
companion-mentor = mentor
companion-team-mate = compañero de equipo
companion-end = Dejar ir
companion-end-long = Dejar ir: { $name }
companion-leave = Dejarlo
companion-leave-long = Dejarlo: { $name }
companion-invite-title = Invitar a alguien
invite-text = A quien quiera: leerá su borrador y su diario cuando acepte.
invite-email-hint = La dirección por la que se le conoce aquí, o cualquier otra: recibirá una carta.
companion-invite-button = Invitar
invitation-on = Invitación del
invitation-by = De
companion-invitation-withdraw = Retirar
companion-invitation-withdraw-long = Retirar: { $name }
companion-invitations-title = Le han invitado
invitations-text = Quien acompaña a alguien nunca le evalúa.
invitation-accept = Aceptar
invitation-accept-long = Aceptar: { $name }
invitation-decline = Rechazar
invitation-decline-long = Rechazar: { $name }
accompanying-lede = El trabajo de otros que usted lee, como mentor o compañero de equipo.
accompanying-way = Lo que acompaña
accompanied-title = Usted acompaña
accompanied-whose = De
accompanied-none = Ahora no acompaña a nadie
accompanied-none-text = Cuando alguien le invite a leer su borrador, aparecerá aquí y recibirá una carta.

# La conversación sobre un borrador.
discussion-title = Conversación
discussion-of = Conversación: { $title }
discussion-lede = El borrador como está ahora, con lo que se ha dicho de cada parte.
discussion-criteria-text = Cómo es un trabajo que aprueba.
discussion-draft = El borrador
discussion-draft-text = Aquí solo se lee. Se escribe en el espacio de trabajo.
discussion-nothing-yet = Aún no hay nada.
discussion-general = En conjunto
discussion-whole = El borrador en conjunto
comment-title = Decir algo
comment-who-sees = Lo ven su docente, sus mentores y su equipo. Nadie que evalúe lo ve nunca.
comment-about = Sobre
comment-text = Lo que quiere decir
comment-button = Decirlo
comment-line = { $name }, { $day }: { $text }
comment-remove = Retirar
comment-remove-long = Retirar: { $text }

# Por qué no.
refusal-no-such-need = No existe esa necesidad.
refusal-no-such-need-fix = Puede que el enlace sea antiguo, o que sea de una organización que usted no dirige. Mire la lista de necesidades.
refusal-need-ended = Esta necesidad ha terminado y queda como estaba.
refusal-need-ended-fix = Publique una nueva que diga lo que se necesita ahora.
refusal-no-such-goal = No tiene esa meta.
refusal-no-such-goal-fix = Puede que se haya quitado en otra ventana. Mire su plan de crecimiento.
refusal-growth-fields = Primero hay que corregir algo.
refusal-growth-fields-fix = Mire la lista de abajo, corríjalo y envíelo de nuevo.
refusal-too-many-of-them = Ya hay { $limit } y no caben más.
refusal-too-many-of-them-fix = Quite una que ya no importe y añada esta después.
refusal-words-missing = Escriba algo aquí.
refusal-words-too-many = Tiene más de { $limit } caracteres. Acórtelo.
refusal-words-unusable = Tiene signos que no se pueden mostrar. Escríbalo de nuevo en lugar de pegarlo.
refusal-day-missing = Elija un día.
refusal-day-unusable = No es un día entre 2000 y 2199. Se escribe así: 2026-11-25.
refusal-days-reversed = El último día es anterior al primero. Cambie uno de los dos.
refusal-competencies-missing = Nombre al menos una competencia.
refusal-too-many-competencies = Nombre como máximo { $limit } competencias.
refusal-self-level-missing = Elija un nivel.
refusal-hours-unusable = Escriba un número entero de 1 a { $limit }, o nada.
refusal-choice-unknown = Elija una de la lista.
refusal-not-planned = Eso no está en su plan.
refusal-not-planned-fix = Puede que se haya quitado en otra ventana. Mire su plan de crecimiento.
refusal-already-planned = Eso ya está en su plan.
refusal-already-planned-fix = Mire su plan de crecimiento.
refusal-no-such-learning = No existe esa línea en el diario.
refusal-no-such-learning-fix = Puede que se haya quitado en otra ventana. Mire el diario.
refusal-companion-no-such-invitation = No existe esa invitación para usted.
refusal-companion-no-such-invitation-fix = Puede que fuera a otra de sus direcciones. Entre con la dirección a la que llegó la carta.
refusal-companion-invitation-closed = Esta invitación ya no está abierta.
refusal-companion-invitation-closed-fix = Pregunte a quien le invitó, si debería estarlo.
refusal-own-address = Es su propia dirección.
refusal-own-address-fix = Invite a otra persona.
refusal-already-invited = Esta dirección ya tiene una invitación, o su persona ya le acompaña.
refusal-already-invited-fix = Mire la lista de arriba.
refusal-no-such-companion = Nadie así acompaña esto.
refusal-no-such-companion-fix = Puede que se haya ido entretanto. Mire la lista.
refusal-no-such-comment = No ha hecho ese comentario.
refusal-no-such-comment-fix = Puede que se haya retirado en otra ventana.
refusal-milestones-reversed = Este día es anterior al de arriba. Cambie uno de los dos.
