# Conceder acreditaciones.
qualify-title = Quién puede evaluar
qualify-lede = Una acreditación vale para una rúbrica, dura seis meses y queda registrada con su nombre y su motivo.
qualify-grant = Conceder una acreditación
qualify-grant-note = A alguien cuyo juicio ha visto con esta rúbrica.
qualify-assessor = Quien evalúa
qualify-rubric = Microcredencial
qualify-reason = ¿En qué se basa su juicio?
qualify-reason-hint = Por ejemplo: en octubre puntuó con nosotros ocho entregas acordadas y difirió una vez en un nivel.
qualify-button = Concederla
qualify-nobody = Nadie en su organización tiene aún la función de evaluar. La da la administración.
qualify-nothing = Aún no hay nada publicado que se pueda evaluar.
qualify-holding = Acreditaciones vigentes
qualify-none = Ninguna todavía. Sin dos personas acreditadas una entrega espera.
qualify-granted = Concedida
qualify-until = Hasta
qualify-done = { $name } ya puede evaluarla.

# Entregas que nadie puede juzgar.
waiting-title = Esperan a quien las evalúe
waiting-note = Se busca de nuevo cada diez minutos. A menudo basta con una acreditación más.
waiting-since = desde { $time }
waiting-seat = { $seat ->
    [3] Puesto 3, de evaluación principal: { $qualified } con acreditación; { $blocked }
   *[other] Puesto { $seat }: { $qualified } con acreditación; { $blocked }
}
waiting-nobody = a nadie se le impide, son muy pocas personas
conflict-self = { $count } de quien es el trabajo
conflict-same-school = { $count } de la misma escuela
conflict-same-district = { $count } del mismo distrito
conflict-private = { $count } por un motivo que no se revela
conflict-involved = { $count } que ya la tiene o la devolvió
conflict-absent = { $count } ausente
conflict-at-load-limit = { $count } con tantas evaluaciones como acepta

# A qué dice que no esta parte.
refusal-own-qualification = Nadie se acredita por sí mismo.
refusal-own-qualification-fix = Pida a otra persona de la evaluación principal que mire su juicio y la conceda.
refusal-not-an-assessor = Esta persona no tiene la función de evaluar.
refusal-not-an-assessor-fix = La administración da la función; después puede acreditarla.
refusal-no-such-rubric = No existe esa microcredencial entre las que usted dirige.
refusal-no-such-rubric-fix = Elija una de la lista. La evaluación principal acredita para microcredenciales de su propia entidad emisora.
refusal-assessors-fields = Hay algo que corregir antes de concederla.
refusal-assessors-fields-fix = Mire los campos marcados. Lo que escribió se conserva.
refusal-reason-missing = Diga en qué se basa su juicio.
refusal-reason-too-long = El motivo tiene más de { $limit } caracteres.
