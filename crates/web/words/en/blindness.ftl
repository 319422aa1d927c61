# What a file or text may tell of whoever made it.
piece-pending = Being checked
piece-unfit = Cannot go to assessors
piece-removed = Assessors get a copy without: { $what }.
removed-camera-data = camera, place and time
removed-thumbnail = the small picture inside
removed-notes = hidden notes
removed-properties = title, author and company
removed-authors = names of authors
removed-tags = tags
removed-tracks = tracks beside sight and sound
removed-times = times of making
removed-attachments = files inside it
removed-scripts = scripts
removed-paths = names of folders and devices
removed-leftovers = leftovers
unfit-broken = The file is damaged, so we cannot make a copy without traces of you. Open it, save or export it anew, and hand in that file.
unfit-locked = The file is locked with a password, so nobody else can look into it. Save it without a password and hand in that file.
unfit-too-large = The file is too large to be looked into: pictures and documents up to 64 MB. Hand in a smaller picture, or the document in parts.
unfit-carries = The file carries programs, or files of a kind that we cannot look into. Save it without macros and embedded objects, or export it as PDF.
unfit-scattered = The film is made of several files. Export it as one MP4 file.
unfit-type = We cannot clean files of this type of traces of you. These can go to assessors: TXT, CSV, PDF, DOCX, PPTX, XLSX, JPEG, PNG, WebP, MP3, M4A, WAV, MP4 and MOV. Convert sound to MP3 and film to MP4, then hand that in.
findings-title = What may tell who you are
findings-none = Your texts and files were searched for your name, your addresses, and the names of your school and district. Nothing was found.
findings-some = { $count ->
    [one] One place may tell assessors who you are. Change it, or say below why it may stay.
   *[other] { $count } places may tell assessors who you are. Change them, or say below why they may stay.
}
findings-more = { $count ->
    [one] One more place is not listed.
   *[other] { $count } more places are not listed.
}
findings-why = Why may this stay?
findings-why-hint = Say it in your own words: a poet of the same name, for example. It is kept with what was found; assessors do not see it.
findings-unread = { $name }: some of its text cannot be read by a machine ({ $places }). Look yourself whether it names you.
findings-people = Pictures, sound and film are not searched. A recording of yourself cannot be blind: whoever knows you will know you. Assessors from your school are never asked, and everybody who recognises you gives the review back.
findings-line = { $place }, line { $line }
why-full-name = your name
why-name-part = part of your name
why-initials = your initials
why-address = your address
why-handle = your name, run together
why-place-name = { $whose ->
    [district] the name of your district
   *[other] the name of your school
}
why-place-part = { $whose ->
    [district] part of the name of your district
   *[other] part of the name of your school
}
why-place-initials = { $whose ->
    [district] the initials of your district
   *[other] the initials of your school
}
why-link = a link: what is behind it is not searched
place-body = text
place-page = page { $number }
place-slide = slide { $number }
place-cells = cells
place-margins = head or foot of a page
place-notes = notes
place-comments = comments
place-labels = descriptions and titles
place-links = links
place-caption = caption of { $name }
refusal-evidence-pending = { $name } is still being checked for traces of you. This takes a moment; look again.
refusal-evidence-unfit = { $name } cannot go to assessors. Its place says why and what to do.
refusal-findings-unexplained = { $count ->
    [one] One place may tell who you are. Change it, or say why it may stay.
   *[other] { $count } places may tell who you are. Change them, or say why they may stay.
}
record-title = What was checked
record-intro = Before { $code } was sent, its texts and files were searched for whatever tells who made it. This page may name its educator: do not show it to an assessor.
record-hash = Print of this record, as it stands in the submission: { $hash }
record-rule = Rules { $rule }
record-why = What the educator said
record-nothing = Nothing was found.
record-files = Files
record-original = Original
record-rendition = Copy for assessors
record-recipe = Made by
record-removed = Left behind
preview-words = What can be read in it
preview-words-only = A browser cannot show this kind of document; these are its words. Download it to see its layout.
preview-no-viewer = Your browser shows no PDF in a page. Its words are below; or download it.
preview-download = Download
preview-cut = There is more; download it to read the rest.
place-captions = captions
