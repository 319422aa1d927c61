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
award-local-title = Solo en esta máquina.
award-local = La dirección de la entidad emisora es { $address }, que nadie más alcanza. En otra máquina la firma se comprueba teniendo a mano los dos documentos: el comando de abajo dice cómo.
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
award-signing = Se está firmando: ya está otorgada y la firma llega en menos de un minuto
award-signing-text = La credencial está otorgada. Su archivo se está firmando; vuelva a cargar esta página en un minuto y aquí estarán las comprobaciones.
award-expired = Ya no es válida: su plazo terminó
award-broken = No se fíe de ella: una comprobación no se cumple
award-unsure = No es seguro: una comprobación no se pudo hacer
award-commands = Comprobarla con un comando
award-commands-text = Comprueba el archivo que usted descargó, sin ayuda de esta página. Necesita los dos documentos que el archivo nombra:
award-did = el documento de la entidad
award-list = la lista de estado
fact-credential-number = Número
check-trusted-contexts-yes = Sus términos son los conocidos
check-trusted-contexts-no = Usa términos que no se conocen
check-trusted-contexts-unknown = No se pudo saber qué términos usa
check-json-ld-yes = Está firmada por completo
check-json-ld-no = Una parte no está firmada
check-json-ld-unknown = No se pudo saber si está firmada por completo
check-data-model-yes = Es una insignia con la forma de Open Badges 3.0
check-data-model-no = No es una insignia completa
check-data-model-unknown = No se pudo saber si es una insignia completa
check-proof-yes = La firma es válida: no se cambió nada
check-proof-no = La firma no es válida
check-proof-unknown = La firma no se pudo comprobar
check-issuer-yes = La firmó la entidad que nombra
check-issuer-no = No la firmó la entidad que nombra
check-issuer-unknown = No se pudo saber quién la firmó
check-status-yes = No está revocada
check-status-no = Revocada por su entidad emisora
check-status-unknown = No se pudo saber si fue revocada
check-validity-period-yes = Dentro de su plazo
check-validity-period-no = Fuera de su plazo
check-validity-period-unknown = No se pudo saber desde cuándo y hasta cuándo vale
check-recipient-yes = Pertenece a esta persona
check-recipient-no = Pertenece a otra persona
check-recipient-unknown = No se pudo saber a quién pertenece
check-schema-yes = Sigue el esquema que nombra
check-schema-no = No sigue el esquema que nombra
check-schema-unknown = No se miró el esquema que nombra

# Las credenciales de una persona.
my-awards-title = Mis credenciales
my-awards-lede = Lo que le han otorgado, lo más nuevo primero. Cada una es privada hasta que usted la muestra.
my-awards-none = Aún no hay credenciales
my-awards-none-text = Cuando la evaluación encuentra que su trabajo cumple cada criterio, aquí está lo que ganó: firmado, para guardarlo y mostrarlo.
my-awards-way = Buscar una microcredencial
my-awards-what = Microcredencial
my-awards-when = Otorgada
my-awards-who = Quién puede verla
my-awards-state-valid = Válida
my-awards-state-revoked = Revocada
my-awards-state-superseded = Sustituida por otra más nueva
my-awards-state-signing = Firmándose

# La página de una entidad emisora.
issuer-lede = Una entidad que emite microcredenciales. Lo que otorga está firmado con sus claves y se puede comprobar sin preguntarle.
issuer-offers = Lo que ofrece
issuer-none = Nada publicado
issuer-none-text = Esta entidad no ofrece ahora ninguna microcredencial. Lo que otorgó antes sigue siendo válido.
issuer-keys = Sus claves
issuer-keys-text = Quien comprueba conoce a esta entidad por su identificador y toma sus claves de su documento.
issuer-did = Identificador
issuer-document = Documento
issuer-no-keys = Todavía no ha firmado nada.
issuer-key = Clave
issuer-key-since = Desde
issuer-key-state = Estado
issuer-key-good = Responde de lo que firmó
issuer-key-revoked = Revocada el { $date }

# Negativas.
refusal-no-such-award = No hay en esta dirección ninguna credencial que usted pueda ver.
refusal-no-such-award-fix = Quizá quien la tiene la hizo privada, o la dirección está cortada. Pregunte a quien se la dio; si es suya, entre primero.
refusal-not-signed-yet = Todavía se está firmando.
refusal-not-signed-yet-fix = La firma tarda unos segundos después de otorgar. Inténtelo de nuevo en un minuto.
refusal-no-such-issuer = No hay ninguna entidad emisora en esta dirección.
refusal-no-such-issuer-fix = Tome otra vez la dirección de la credencial, entera. La dirección de una entidad no cambia nunca.
refusal-no-such-status-list = No hay ninguna lista de estado en esta dirección.
refusal-no-such-status-list-fix = Tome otra vez la dirección de la credencial, entera. La dirección de una lista no cambia nunca.
refusal-visibility-unknown = Elija quién puede verla: solo usted, quien tenga la dirección o todo el mundo.
refusal-visibility-unknown-fix = Los programas envían private, unlisted o public.
refusal-no-signing-key = La entidad emisora no tiene ninguna clave con la que firmar.
refusal-no-signing-key-fix = Quien administra la instalación puede ver el motivo con la orden «testamur jobs list». Inténtelo más tarde.

# La primera administración.
setup-title = Empezar
setup-lede = Aún no hay nadie. Quien arrancó este programa encuentra una clave entre sus primeras líneas y pasa a administrarlo.
setup-token = Clave
setup-token-hint = Se muestra al arrancar el programa.
setup-name = Su nombre
setup-organization = Su organización
setup-organization-hint = El distrito, la escuela o la entidad con que empieza; otras pueden seguir.
setup-button = Darme la administración
