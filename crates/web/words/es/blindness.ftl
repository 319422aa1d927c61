# Lo que un archivo o texto puede decir de quien lo hizo.
piece-pending = En revisión
piece-unfit = No puede ir a evaluación
piece-removed = Quienes evalúan reciben una copia sin: { $what }.
removed-camera-data = cámara, lugar y hora
removed-thumbnail = la imagen pequeña de dentro
removed-notes = notas ocultas
removed-properties = título, autor y organización
removed-authors = nombres de autores
removed-tags = etiquetas
removed-tracks = pistas además de imagen y sonido
removed-times = horas de creación
removed-attachments = archivos incluidos
removed-scripts = programas
removed-paths = nombres de carpetas y dispositivos
removed-leftovers = restos
unfit-broken = El archivo está dañado y no podemos hacer una copia sin rastros de usted. Ábralo, guárdelo o expórtelo de nuevo y entregue ese archivo.
unfit-locked = El archivo está cerrado con contraseña y nadie más puede mirar dentro. Guárdelo sin contraseña y entregue ese archivo.
unfit-too-large = El archivo es demasiado grande para mirar dentro: imágenes y documentos de hasta 64 MB. Entregue una imagen más pequeña o el documento en partes.
unfit-carries = El archivo lleva programas o archivos de un tipo que no podemos examinar. Guárdelo sin macros ni objetos incrustados, o expórtelo como PDF.
unfit-scattered = El vídeo está hecho de varios archivos. Expórtelo como un solo archivo MP4.
unfit-type = No podemos limpiar de rastros de usted los archivos de este tipo. Pueden ir a evaluación: TXT, CSV, PDF, DOCX, PPTX, XLSX, JPEG, PNG, WebP, MP3, M4A, WAV, MP4 y MOV. Convierta el sonido a MP3 y el vídeo a MP4 y entregue eso.
findings-title = Lo que puede decir quién es usted
findings-none = En sus textos y archivos se buscaron su nombre, sus direcciones y los nombres de su escuela y distrito. No se encontró nada.
findings-some = { $count ->
    [one] Un lugar puede decir a quienes evalúan quién es usted. Cámbielo o diga abajo por qué puede quedarse.
   *[other] { $count } lugares pueden decir a quienes evalúan quién es usted. Cámbielos o diga abajo por qué pueden quedarse.
}
findings-more = { $count ->
    [one] Un lugar más no aparece en la lista.
   *[other] { $count } lugares más no aparecen en la lista.
}
findings-why = ¿Por qué puede quedarse?
findings-why-hint = Dígalo con sus palabras: un poeta del mismo nombre, por ejemplo. Se guarda con lo encontrado; quienes evalúan no lo ven.
findings-unread = { $name }: una parte de su texto no la puede leer una máquina ({ $places }). Mire usted si le nombra.
findings-people = En imágenes, sonido y vídeo no se busca. Una grabación de usted no puede ser ciega: quien le conoce le reconocerá. Nunca se pide a personas de su escuela, y quien le reconoce devuelve la evaluación.
findings-line = { $place }, línea { $line }
why-full-name = su nombre
why-name-part = parte de su nombre
why-initials = sus iniciales
why-address = su dirección
why-handle = su nombre, escrito junto
why-place-name = { $whose ->
    [district] el nombre de su distrito
   *[other] el nombre de su escuela
}
why-place-part = { $whose ->
    [district] parte del nombre de su distrito
   *[other] parte del nombre de su escuela
}
why-place-initials = { $whose ->
    [district] las iniciales de su distrito
   *[other] las iniciales de su escuela
}
why-link = un enlace: lo que hay detrás no se examina
place-body = texto
place-page = página { $number }
place-slide = diapositiva { $number }
place-cells = celdas
place-margins = encabezado o pie de página
place-notes = notas
place-comments = comentarios
place-labels = descripciones y títulos
place-links = enlaces
place-caption = descripción de { $name }
refusal-evidence-pending = { $name } todavía se examina en busca de rastros de usted. Tarda un momento; vuelva a mirar.
refusal-evidence-unfit = { $name } no puede ir a evaluación. En su lugar dice por qué y qué hacer.
refusal-findings-unexplained = { $count ->
    [one] Un lugar puede decir quién es usted. Cámbielo o diga por qué puede quedarse.
   *[other] { $count } lugares pueden decir quién es usted. Cámbielos o diga por qué pueden quedarse.
}
record-title = Lo que se examinó
record-intro = Antes de enviar { $code } se buscó en sus textos y archivos todo lo que dice quién lo hizo. Esta página puede nombrar a esa persona: no la muestre a quien evalúa.
record-hash = Huella de este registro, como consta en el envío: { $hash }
record-rule = Reglas { $rule }
record-why = Lo que dijo la persona
record-nothing = No se encontró nada.
record-files = Archivos
record-original = Original
record-rendition = Copia para evaluación
record-recipe = Hecha con
record-removed = Lo que se quitó
preview-words = Lo que se puede leer
preview-words-only = Un navegador no puede mostrar este tipo de documento; estas son sus palabras. Descárguelo para ver su forma.
preview-no-viewer = Su navegador no muestra PDF en una página. Sus palabras están abajo; o descárguelo.
preview-download = Descargar
preview-cut = Hay más; descárguelo para leer el resto.
place-captions = subtítulos
