# Entrar; las personas de la demostración; funciones.
sign-in-title = Entrar
sign-in = Entrar
sign-in-email = Correo electrónico
sign-in-password = Contraseña
sign-in-demo = Esto es una demostración: no hace falta contraseña.
refusal-sign-in-unknown = Esta dirección y esta contraseña no van juntas. Revise las dos e inténtelo de nuevo.
demo-title = Ser alguien en la demostración
demo-lede = Un distrito pequeño con personas inventadas. Elija una y vea el producto con sus ojos; puede cambiar cuando quiera.
demo-be = Ser { $name }
demo-none = Aún no hay nadie
demo-none-text = La demostración crea sus personas al arrancar por primera vez. Arránquela de nuevo con --fresh.

role-educator = docente
role-mentor = mentora o mentor
role-assessor = evaluadora o evaluador
role-lead-assessor = evaluación principal
role-designer = diseño
role-programme-manager = gestión del programa
role-leader = dirección
role-recognition-officer = reconocimiento
role-administrator = administración
