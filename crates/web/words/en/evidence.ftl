# Why a file is not taken (`refusal-<code>`) and what to do (`refusal-<code>-fix`).
refusal-no-such-evidence = There is no such piece of evidence, or it is not for you to open.
refusal-no-such-evidence-fix = Evidence opens for those who handed it in, and for their assessors. Go back and open it from your own work.
refusal-file-too-large = The file is larger than { $size }.
refusal-file-too-large-fix = Make it smaller: a shorter recording, a lower resolution, or two files. Nothing of it was kept.
refusal-file-empty = The file is empty.
refusal-file-empty-fix = Open it on your device and look whether something is in it; then choose it again.
refusal-file-type-unknown = We cannot tell from its content that this is one of: { $accepted }.
refusal-file-type-unknown-fix = The content decides, not the name. Save or export it in one of these forms and choose that file.
refusal-form-not-accepted = This is of the kind { $found }; here { $accepted } is taken.
refusal-form-not-accepted-fix = Hand it in at the requirement that it belongs to, or in another form.
refusal-too-many-files = There are { $limit } files already; more are not taken.
refusal-too-many-files-fix = Take one out first, then add the new one.
refusal-caption-too-long = The caption is longer than { $limit } characters.
refusal-caption-too-long-fix = Shorten it; longer words belong into a text.
refusal-no-file = No file was chosen.
refusal-no-file-fix = Choose a file, then press the button again. If you wrote a program: the part with the file is called "file" and comes last.
