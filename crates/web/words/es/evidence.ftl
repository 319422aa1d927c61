# Por qué no se admite un archivo (`refusal-<code>`) y qué hacer (`refusal-<code>-fix`).
refusal-no-such-evidence = No existe tal evidencia, o no le corresponde abrirla.
refusal-no-such-evidence-fix = Una evidencia se abre para quien la entregó y para quienes la evalúan. Vuelva y ábrala desde su propio trabajo.
refusal-file-too-large = El archivo pasa de { $size }.
refusal-file-too-large-fix = Hágalo más pequeño: una grabación más corta, menos resolución o dos archivos. No se ha guardado nada de él.
refusal-file-empty = El archivo está vacío.
refusal-file-empty-fix = Ábralo en su dispositivo y mire si hay algo dentro; luego elíjalo otra vez.
refusal-file-type-unknown = Su contenido no permite reconocerlo como uno de: { $accepted }.
refusal-file-type-unknown-fix = Decide el contenido, no el nombre. Guárdelo o expórtelo en una de esas formas y elija ese archivo.
refusal-form-not-accepted = Esto es del tipo { $found }; aquí se admite { $accepted }.
refusal-form-not-accepted-fix = Entréguelo en el requisito al que pertenece, o en otra forma.
refusal-too-many-files = Ya hay { $limit } archivos; no se admiten más.
refusal-too-many-files-fix = Quite uno primero y luego añada el nuevo.
refusal-caption-too-long = La descripción tiene más de { $limit } caracteres.
refusal-caption-too-long-fix = Acórtela; lo más largo cabe mejor en un texto.
refusal-no-file = No se eligió ningún archivo.
refusal-no-file-fix = Elija un archivo y pulse el botón otra vez. Si escribió un programa: la parte con el archivo se llama "file" y va al final.
