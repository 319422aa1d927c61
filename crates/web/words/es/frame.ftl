# Lo que rodea cada página.
product = Testamur
skip-to-content = Ir al contenido
nav-main = Principal
nav-home = Inicio
nav-growth = Plan de crecimiento
nav-needs = Necesidades
nav-accompanying = Acompañar
nav-catalogue = Catálogo
nav-desk = Escritorio
nav-qualifications = Acreditaciones
nav-board = Tablero
nav-programme = Programa
nav-people = Personas
nav-my-awards = Mis credenciales
nav-releases = Por publicar
nav-organizations = Organizaciones
nav-revocations = Retirar concesiones
nav-outbox = Cartas a todos
nav-jobs = Trabajo en segundo plano
nav-audit = Registro de auditoría
nav-letters = Sus cartas
nav-account = Su cuenta
nav-menu-of = Menú de
nav-yours = Lo suyo
nav-sign-in = Entrar
nav-sign-out = Salir
breadcrumb = Está aquí
theme-dark = Oscuro
theme-dark-long = Usar el tema oscuro
theme-light = Claro
theme-light-long = Usar el tema claro
theme-auto = Claro u oscuro como el dispositivo
foot-about = Testamur, una plataforma abierta de microcredenciales
foot-demo = Esto es una demostración: las personas y los trabajos son inventados.
foot-demo-people = Ser otra persona

# Partes que comparten las páginas.
print-page = Imprimir
errors-title = { $count ->
    [one] Una cosa por corregir
   *[other] { $count } cosas por corregir
}
errors-kept = Todo lo que escribió sigue aquí.
error-in-title = Error:
optional = (opcional)
choose-one = Elija
pages-of = Páginas
page-next = Siguiente
page-first = Volver a la primera
rubric-criterion = Criterio
rubric-passes = { $number }, se alcanza
rubric-level = { $number } { $name }
rubric-level-passes = { $number } { $name }, se alcanza
rubric-caption = { $criteria ->
    [one] Rúbrica: un criterio, { $levels } niveles; se alcanza con la columna marcada
   *[other] Rúbrica: { $criteria } criterios, { $levels } niveles; se alcanza con la columna marcada
}
chosen = Elegido
criteria = Criterios
seal-says = Sello de { $title }, { $issuer }: nivel { $level }, { $met } de { $all } criterios alcanzados
