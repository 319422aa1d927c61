# La página de una credencial.
award-page = { $title }, otorgada a { $holder }
award-valid = Válida: la firma es correcta y no está revocada
award-revoked = Revocada por su entidad emisora
award-see-checks = Ver cada comprobación
award-kind = Microcredencial, nivel { $level }
award-to = Otorgada a
fact-awarded = El
fact-ends = Caduca
never = nunca
award-shown = Lo que se mostró
award-judged = { $assessors ->
    [one] Una persona, sin saber de quién eran, juzgó las evidencias con { $criteria } criterios. Cada criterio debía llegar a su nivel.
    [2] Dos personas, por separado y sin saber de quién eran, juzgaron las evidencias con { $criteria } criterios. Cada criterio debía llegar a su nivel.
   *[other] { $assessors } personas, por separado y sin saber de quién eran, juzgaron las evidencias con { $criteria } criterios. Cada criterio debía llegar a su nivel.
}
award-results = Resultados de la rúbrica
award-result = Resultado
award-meaning = Qué significa ese nivel
award-offer = Lo que se pedía y la rúbrica completa
award-checks = Comprobaciones
award-checked = Comprobada { $time }, a partir del archivo firmado y no de esta página.
check-yes = se cumple
check-no = no se cumple
check-unknown = no se pudo saber
check-trusted-contexts = Sus términos son los conocidos
check-json-ld = Su forma está completa
check-proof = La firma es válida
check-status = No está revocada
check-validity-period = Dentro de su plazo
award-local-title = Solo en esta máquina.
award-local = La dirección de la entidad emisora es http://localhost, que nadie más alcanza: en otro lugar la firma solo se comprueba teniendo a mano el documento de la entidad.
award-elsewhere = Comprobarla en otro lugar
award-elsewhere-text = Lleve el archivo firmado a cualquier comprobador de Open Badges 3.0 o dele esta dirección:
award-take = Llevársela
award-file = Archivo firmado, JSON
award-copy = Copiar la dirección
award-copied = Copiada
award-who = Quién puede ver esta página
visibility-private = Solo yo
visibility-unlisted = Quien tenga la dirección
visibility-public = Todo el mundo, y puede figurar en listas
award-keep = Guardar esto
award-only-you = Solo usted ve esta parte de la página.

# La primera administración.
setup-title = Empezar
setup-lede = Aún no hay nadie. Quien arrancó este programa encuentra una clave entre sus primeras líneas y pasa a administrarlo.
setup-token = Clave
setup-token-hint = Se muestra al arrancar el programa.
setup-name = Su nombre
setup-password-hint = Al menos 12 caracteres. Una frase se recuerda mejor que los signos.
setup-organization = Su organización
setup-organization-hint = El distrito, la escuela o la entidad con que empieza; otras pueden seguir.
setup-button = Darme la administración
