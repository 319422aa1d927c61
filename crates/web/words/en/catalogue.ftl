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
catalogue-nothing-text = Try a single word, such as "questions", or fewer conditions.
facet-level = Level
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
start-note = Starting opens your workspace. You can stop and come back at any time; nothing is sent before you send it.
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
