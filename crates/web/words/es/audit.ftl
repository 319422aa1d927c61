# El registro de auditoría y el trabajo en segundo plano, para quienes administran la instalación.
audit-title = Registro de auditoría
audit-lede = Qué pasó, quién lo hizo y con qué función. Mirar aquí también queda registrado.
audit-sealed-up-to = { $count } sucesos están sellados, hasta el { $at } (UTC). La orden «testamur audit verify» los demuestra.
audit-person = Persona
audit-person-hint = El identificador de una persona. Elige un nombre de la lista para encontrarlo.
audit-person-unreadable = Escribe el identificador de una persona, o déjalo vacío.
audit-kind = Tipo de suceso
audit-kind-hint = Como aparece en la lista, por ejemplo submission-made.
audit-kind-unreadable = Escribe como mucho 120 caracteres.
audit-thing = Cosa
audit-thing-hint = Su tipo y su identificador, por ejemplo pursuit/019ab1c2-0000-7000-8000-000000000001.
audit-thing-unreadable = Escribe el tipo, una barra y el identificador, o déjalo vacío.
audit-before-unreadable = Este lugar de la lista no existe. Empieza por la primera página.
audit-narrow = Mostrar estos
audit-all = Mostrar todos
audit-none = Ningún suceso encaja
audit-none-text = No se registró nada así. Pide menos, o muestra todos.
audit-product = el propio programa
audit-sealed = sellado, lugar { $position }
audit-unsealed = se sellará en un minuto

jobs-title = Trabajo en segundo plano
jobs-lede = Firmar, buscar evaluadores, cartas y orden diario. Lo que sale mal se intenta ocho veces; después se abandona y queda aquí.
jobs-open = En espera y en marcha
jobs-given-up = Abandonado
jobs-waiting = en espera
jobs-running = en marcha
jobs-dead = abandonado
jobs-due = Toca el { $at } (UTC).
jobs-dead-since = Abandonado el { $at } (UTC).
jobs-attempts = { $count ->
    [0] Sin intentos todavía.
    [one] Un intento.
   *[other] { $count } intentos.
}
jobs-retry = Intentar de nuevo
jobs-retry-long = Intentar de nuevo: { $kind }, { $id }
jobs-retried = Se intentará de nuevo ahora.
jobs-none = Nada espera
jobs-none-text = Todo lo que se pidió está hecho.
jobs-none-dead = No se abandonó nada
jobs-none-dead-text = Aquí estaría el trabajo que salió mal ocho veces, con su motivo.
