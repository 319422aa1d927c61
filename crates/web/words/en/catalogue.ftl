# The front page.
front-title = Show what you can do in your classroom, and have it count
front-lede = Micro-credentials for educators: small, demanding, judged blind against a public rubric by two people who know the work. What you earn is signed and yours.
front-demo = Look around as one of the people of the demo
front-offers = What you can earn
front-all = { $count ->
    [one] The whole catalogue: one micro-credential
   *[other] The whole catalogue: { $count } micro-credentials
}
front-none = Nothing is published yet. An administrator brings in the first micro-credential, and it appears here.
front-how = How it works
front-step-select = Choose
front-step-select-text = Everything is shown before you start: what you hand in, the rubric, the time, who has to appear in it.
front-step-practise = Practise
front-step-practise-text = In your own lessons. If you can do it already, go straight to the evidence.
front-step-submit = Collect and send
front-step-submit-text = Attach each piece to the criteria that it shows. What you write is saved as you write.
front-step-review = Two assessors look
front-step-review-text = They do not know you, nor each other, and judge every criterion against the rubric.
front-step-award = Earned, or not yet
front-step-award-text = Earned: a signed credential that anybody can check. Not yet: feedback on each open criterion, and another attempt at those alone.

# The list.
catalogue-title = Find a micro-credential
catalogue-ask = What do you want to get better at?
catalogue-search = Search
catalogue-narrow = Narrow the list
catalogue-apply = Apply
catalogue-clear = Clear all
catalogue-count = { $count ->
    [0] No micro-credential yet
    [one] One micro-credential
   *[other] { $count } micro-credentials
}
catalogue-found = { $count ->
    [0] None fits
    [one] One fits
   *[other] { $count } fit
}
catalogue-empty = Nothing is published yet
catalogue-empty-text = Micro-credentials stand here as soon as an issuer publishes them.
catalogue-nothing = Nothing fits your search
catalogue-nothing-text = Check the spelling, try a single word such as "questions" or only its beginning, or choose fewer conditions. Accents and capitals do not matter.
facet-level = Level
facet-hours = Time
facet-students = Students
facet-video = Film
facet-role = Written for
facet-subject = Subject
facet-grade = Grade
facet-competency = Competency and standard
facet-issuer = Issued by
facet-language = Language
facet-would-fit = would fit
hours-between = { $minimum } to { $maximum } hours
hours-above = more than { $minimum } hours
video-needed = needed
video-not-needed = not needed
catalogue-take-back = Take back:
catalogue-only-words = Search the whole catalogue
catalogue-near = Nothing has all of these words. These have some of them:
hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
level-of = { $level } level
need-students = students needed
need-no-students = no students needed
need-video = film needed
need-no-video = no film needed
standing-working = You are working on it

# One micro-credential.
fact-level = Level
fact-hours = Typical time
students-needed = needed
students-not-needed = not needed
fact-students = Students
fact-issuer = Issued by
start = Show what I know
start-sign-in = Sign in to start
start-go-on = Go on with it
start-note = Both are the same micro-credential. How you learned is never asked and never counts; only your evidence does. You can stop and come back at any time; nothing is sent before you send it.
see-the-award = See the award
mc-about = What it is about
mc-for-whom = For:
mc-not-for-whom = Choose something else if:
mc-hand-in = What you will hand in
mc-hand-in-count = { $count ->
    [one] One thing. Nothing else is asked for later.
   *[other] { $count } things in all. Nothing else is asked for later.
}
mc-template = Take { $file } to fill in
mc-judged = How it is judged
mc-judged-by = { $assessors ->
    [one] An assessor who does not know you reads your evidence against these { $criteria } criteria. You earn it when every criterion reaches the marked column.
    [2] Two assessors, who do not know you and do not see each other, read your evidence against these { $criteria } criteria. You earn it when every criterion reaches the marked column.
   *[other] { $assessors } assessors, who do not know you and do not see each other, read your evidence against these { $criteria } criteria. You earn it when every criterion reaches the marked column.
}
mc-not-yet = If a criterion is not yet there, you get written feedback on it. The next attempt opens that criterion only. There is no limit on attempts.
mc-time = Honest time
mc-time-estimate = The issuer's estimate, until enough people have reported theirs.
mc-wait = Waiting for the result
business-days = { $count ->
    [one] 1 business day
   *[other] { $count } business days
}
mc-worth = What it is worth where you work
mc-worth-none = No school, district or state has published here what this is worth. Ask yours before you count on it; the credential itself is yours in any case.
mc-reliable = How reliably it is scored
mc-reliable-none = Shown once 30 submissions have been scored twice. Until then we do not print numbers that chance could have made.
mc-method = The method
mc-research = What research says
mc-resources = To read and watch
mc-resources-note = They help; they never count.
mc-ai = Using AI
mc-alignments = Standards that it answers
mc-versions = Versions
mc-version = Version
mc-version-here = { $number }, this page
mc-published = Published
mc-change = What changed

# Limits of what is handed in.
form-text = text
form-document = document
form-image = picture
form-audio = sound recording
form-video = film
form-link = link
limit-pieces = { $count ->
    [one] 1 piece
   *[other] { $count } pieces
}
limit-pieces-between = { $minimum } to { $maximum } pieces
hand-in-words = { $minimum } to { $maximum } words
limit-size = up to { $megabytes } MB each
hand-in-minutes = { $minutes ->
    [one] at most 1 minute
   *[other] at most { $minutes } minutes
}
version-first = First version.
version-next = A new version. Those who had started finish with theirs.

# Why the catalogue says no.
refusal-no-such-micro-credential = There is no such micro-credential here, or it is not published.
refusal-no-such-micro-credential-fix = Look for it in the catalogue; its address may have changed.
refusal-package-unusable = { $count ->
    [one] The package cannot be used: there is one thing to mend.
   *[other] The package cannot be used: there are { $count } things to mend.
}
refusal-package-unusable-fix = Each line says the file, the place, what was expected and what was found. Mend them all and send the package again.
refusal-package-finding = { $finding }
refusal-not-an-issuer = This organization does not issue micro-credentials.
refusal-not-an-issuer-fix = Choose one that does, or ask an administrator.
refusal-version-unchanged = This very content is published already.
refusal-version-unchanged-fix = Change something first, or leave it as it is.
refusal-search-too-long = That is more than a search can take: at most { $characters } characters and { $words } words.
refusal-search-too-long-fix = Keep the two or three words that matter most.
refusal-too-many-choices = That is more than the catalogue can be narrowed by at once: at most { $count } choices.
refusal-too-many-choices-fix = Choose fewer, or clear all and begin anew.

# What one needs, and what holds for a piece.
mc-needs = What you need
needs-students = Students to work with while you do it.
needs-no-students = No students: you can do it without a class.
needs-video = A film of your practice.
needs-no-video = No film.
needs-consent = { $count ->
    [one] Consent of the students who can be seen or heard, for one piece.
   *[other] Consent of the students who can be seen or heard, for { $count } pieces.
}
needs-window = { $months ->
    [one] Up to one month from start to your first submission.
   *[other] Up to { $months } months from start to your first submission.
}
award-ends = { $months ->
    [one] The award is valid for one month.
   *[other] The award is valid for { $months } months.
}
purpose-learning = Shows what you studied or planned
purpose-practice = Shows what you did
purpose-impact = Shows what changed
hand-in-written = Answered in writing
hand-in-optional = may be left out
hand-in-team = a team may hand in one together
hand-in-consent = students may be seen or heard, with consent
start-learning = Learn first
mc-fingerprint = Rubric

# What changed between two versions.
change-entry-added = New to hand in: { $title }.
change-entry-removed = No longer handed in: { $title }.
change-entry-changed = Asked for differently: { $title }.
change-criterion-added = New criterion: { $title }.
change-criterion-removed = No longer judged: { $title }.
change-criterion-changed = Judged differently: { $title } ({ $aspects }).
change-aspect-text = its words
change-aspect-levels = the levels
change-aspect-passing = the level that passes
change-aspect-sources = what it rests on
change-fields = Also changed: { $fields }.
change-carried = { $count ->
    [0] No criterion stayed the same.
    [one] One criterion stayed the same; what was met there stays met.
   *[other] { $count } criteria stayed the same; what was met there stays met.
}
change-none = Nothing changed.
change-none-judged = What is handed in and how it is judged stayed the same.
content-ai-use = the use of AI
content-name = the name
content-competency = the competency
content-description = the description
content-time = the time
content-method = method and reading
content-level = the level
content-plan = how it is assessed
content-needs = what is needed
content-periods = how long things last
content-finding = what it is found by

# Stacks.
stacks-title = Stacks
stacks-lede = Micro-credentials that belong together. Whoever has what a stack asks for gets an award of its own, without asking.
stacks-none = No stack yet
stacks-none-text = Stacks stand here as soon as an issuer publishes one. Micro-credentials can be earned one by one in any case.
stack-kind = A stack of micro-credentials
stack-members = { $count ->
    [one] 1 belongs to it
   *[other] { $count } belong to it
}
stack-version = Version
stack-version-of = { $number }, since { $day }
stack-ends = Validity
stack-award-note = The award comes by itself with the last part. What you earned before the stack was published counts; an award that was revoked does not.
stack-way = The way through
stack-all = { $count ->
    [one] This one.
   *[other] All { $count }, best in this order.
}
stack-some = { $needed } of these { $count }, in any order.
stack-step-done = Complete
stack-step-missing = { $count ->
    [one] 1 to go
   *[other] { $count } to go
}
stack-held = Earned
stack-see = See the stack and its rule
stack-counted = What counted
stacks-with = Part of
refusal-no-such-stack = There is no such stack here, or it is not published.
refusal-no-such-stack-fix = Look for it among the stacks; its address may have changed.
refusal-stack-in-itself = This stack would be a part of itself.
refusal-stack-in-itself-fix = Remove the stack that leads back to it.
refusal-stack-too-deep = Stacks would lie more than { $depth } deep in one another.
refusal-stack-too-deep-fix = Name the micro-credentials themselves in the place of one of the stacks.
refusal-stack-members-unknown = The stack names what is not published here: { $codes }.
refusal-stack-members-unknown-fix = Correct the names, or publish those first. The name is the last part of the address of its page.
refusal-retirement-reason-missing = A reason is needed, of at most 1,000 characters.
refusal-retirement-reason-missing-fix = Say in a sentence why; it stays in the record.
refusal-no-such-design = There is no such design here, or it belongs to an issuer for which you do not design.
refusal-no-such-design-fix = Look for it in the list of designs.
refusal-design-too-large = A text, or the whole design, is longer than can be kept.
refusal-design-too-large-fix = Shorten it: at most 20,000 characters in a field. What was saved before is kept.
refusal-design-closed = This design does not change now: it is in review, or published.
refusal-design-closed-fix = Take it back from review to write on, or begin its next version.
refusal-design-stale = Somebody, or you in another window, saved this design meanwhile.
refusal-design-stale-fix = Both texts are shown where they differ. Keep what you want and save again.
refusal-review-first = This issuer asks that a second person reads a design before it is published.
refusal-review-first-fix = Ask for a review first.
refusal-second-person-needed = Whoever wrote last or asked for the review may not publish it.
refusal-second-person-needed-fix = Ask another designer or administrator of the issuer to read and publish it.
refusal-code-changed = The code is that of another micro-credential.
refusal-code-changed-fix = A next version keeps its code. For something new, begin a new design.
mc-retired = This version is retired.
mc-retired-text = It cannot be begun any more. Whoever has begun it finishes with it, and awards stay.
