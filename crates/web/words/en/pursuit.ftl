# States, as an educator reads them.
state-with-assessors = With the assessors
state-earned = Earned
state-not-yet = { $count ->
    [one] Not yet: 1 criterion to go
   *[other] Not yet: { $count } criteria to go
}
state-draft = { $begun ->
    [0] Draft, nothing shown yet
    [one] Draft, 1 of { $all } criteria has evidence
   *[other] Draft, { $begun } of { $all } criteria have evidence
}
state-decided-not-yet = Decided: not yet

# Home.
home-next-choose = Choose your first micro-credential.
home-next-choose-text = Look through the catalogue for something that you do well already, or want to do better. Everything it asks is shown before you start.
home-next-choose-way = Open the catalogue
home-next-feedback = { $count ->
    [one] One criterion to go on { $title }.
   *[other] { $count } criteria to go on { $title }.
}
home-next-feedback-text = { $met ->
    [0] Your feedback is ready. The next attempt is open.
    [one] One is met and closed. Your feedback on the rest is ready.
   *[other] { $met } are met and closed. Your feedback on the rest is ready.
}
home-next-feedback-way = Read the feedback
home-next-draft = Go on with { $title }.
home-next-draft-text = { $begun ->
    [0] Your draft is open. Nothing has to be in order: begin where you have something.
   *[other] { $begun } of { $all } criteria have evidence. What you wrote is kept.
}
home-next-draft-way = Open the workspace
home-next-wait = { $title } is with the assessors.
home-next-wait-text = You need do nothing. You get a letter as soon as it is decided.
home-next-wait-way = See what you sent
home-next-more = What do you want to get better at next?
home-next-more-text = What you have earned stays below. The catalogue has more.
home-saved = Saved { $day }.
home-started = Begun { $day }.
home-received = Received { $day }.
home-decided = Decided { $day }.
home-under-way = Under way
home-under-way-note = Each seal fills in as its criteria are met.
home-under-way-none = What you start stands here, with its state and the next date.
home-earned = Earned
home-earned-none = What you earn stands here, and stays.

# The workspace.
attempt-draft = Attempt { $attempt }, a draft
part-overview = Where you start
part-evidence = Your evidence
part-reflection = Looking back
saved-at = Saved { $time }
saving = Saving…
saved-offline = Offline: kept on this device
save-failed = Not saved; kept on this device
save = Save
save-note = What you write saves itself.
words-of = { $count } of { $least } to { $most } words
what-changed = What did you change?
ai-use = How did you use AI? If you did not, say so.
task-count = { $there } of { $needed }
task-shows = Shows: { $criteria }
task-indicators = Check before you hand it in
piece-ready = Ready
piece-change = Change
piece-caption = Caption
piece-attach = Shows
piece-keep = Keep changes
piece-remove = Take it out
upload-file = File
upload-add = Add
draft-saved = Saved.
draft-while-waiting = An attempt is with the assessors.
draft-while-waiting-text = What you change here does not change what you sent. It is kept for another attempt, should you need one.
draft-awarded = This is earned; the draft stays as it was.
save-stored = Changed elsewhere. What is stored now:
save-mine = Keep what I typed
save-theirs = Take what is stored
save-both = Keep both, one after the other
save-here = Kept on this device, but not sent:
save-drop = Drop it
save-sign-in = You are not signed in any more. What you write stays on this device.
save-sign-in-way = Sign in again, in a new window
history-title = Earlier texts
history-note = The last text of every sitting stays here for good. Steps in between stay for a week.
history-now = What it says now
history-kept = What it said before
history-none = Nothing has been written over yet. As soon as you come back to this text another time, what it said before stands here.
history-restore = Take this text back
words-so-far = Words: { $count }
words-count = { $count ->
    [one] 1 word
   *[other] { $count } words
}
workspace-rubric = The rubric that it is judged by
earlier-decided = Decided { $day }.
criterion-nothing = nothing yet
criterion-reopened = open again: something it rests on has changed
criterion-pieces = { $count ->
    [one] 1 piece
   *[other] { $count } pieces
}
limit-count = { $most ->
    [1] { $least ->
        [0] one piece, if you like
       *[other] one piece
    }
   *[other] { $least } to { $most } pieces
}
limit-files = files: { $endings }; up to { $size } each
limit-words = or written here: { $least } to { $most } words
limit-minutes = { $minutes ->
    [one] recordings up to 1 minute
   *[other] recordings up to { $minutes } minutes
}
limit-students = students may appear, with their consent and without their names
task-text = { $most ->
    [1] { $title }
   *[other] { $title }, text { $number }
}
piece-from = { $size }, from your { $name }
submit-not-now = Nothing can be sent now.
submit-title = Before you send it
submit-send = Send to assessors
submit-to-go = { $count ->
    [one] 1 thing to go
   *[other] { $count } things to go
}
submit-complete = Everything that is asked for is here.
submit-statements = Four statements
submit-note = What you send does not change any more; the draft stays yours. Assessors see neither your name nor your school.
attest-own-work = This is my own work.
attest-ready = It is ready to be judged.
attest-consents = Everybody who can be seen or heard has consented, and the consent holds.
attest-ai-described = I have described how I used AI.

# What was sent.
receipt-sent = Sent to assessors at { $time }.
receipt-with-assessors = { $assessors ->
    [one] An assessor reads it, without knowing whose it is. You need do nothing.
   *[other] { $assessors } people read it, without knowing whose it is. You need do nothing.
}
receipt-not-yet = Some criteria are open. The feedback says what is missing, and the next attempt is about those alone.
receipt-read = Read it
fact-decided = Decided
receipt-signing = Every criterion is met. The credential is being signed; this takes a minute.
receipt-look-again = Look again
receipt-take-back = Take it back
receipt-take-back-until = Possible until { $until }, as long as no assessor has opened it.
receipt-what = What you sent
receipt-what-note = This copy does not change any more.
fact-attempt = Attempt
fact-code = Code
fact-received = Received
fact-expected = Expected

# Feedback.
feedback-not-yet = { $met ->
    [0] { $title }: read what is missing, and begin again when you like.
    [one] { $title }: one criterion is met, closed, and stays yours. The next attempt is about the rest, and nothing else.
   *[other] { $title }: { $met } criteria are met, closed, and stay yours. The next attempt is about the rest, and nothing else.
}
feedback-begin = Begin attempt { $attempt }
feedback-awarded = Earned: { $title }
feedback-awarded-text = Every criterion is met.
attempt-number = Attempt { $attempt }.
feedback-decided = { $reviews ->
    [one] Decided { $day } from one independent review.
   *[other] Decided { $day } from { $reviews } independent reviews.
}
feedback-found = Where you are
feedback-passes = What passes
feedback-from = From the assessors
feedback-reopens = If you change evidence that a closed criterion rests on, that criterion opens again. We tell you before it happens.
criterion-not-yet = Not yet, level { $level }
criterion-met = Met, closed

# What happened (`refusal-<code>`) and what to do (`refusal-<code>-fix`).
refusal-no-such-pursuit = There is no such work of yours.
refusal-no-such-pursuit-fix = The link may be cut, or it belongs to somebody else, or you are signed in as another person. What you have begun stands on your home page.
refusal-already-pursuing = You are working on this already.
refusal-already-pursuing-fix = Open it from your home page and go on there. Nothing was begun twice.
refusal-submission-incomplete = { $count ->
    [one] One thing is missing before this can be sent.
   *[other] { $count } things are missing before this can be sent.
}
refusal-submission-incomplete-fix = Everything that is missing is listed, each with its place. What you wrote is kept.
refusal-stale-field = This text was changed elsewhere since you opened it.
refusal-stale-field-fix = Both texts are here: yours and the one that is stored. Compare them, keep what you want, and save again.
refusal-unknown-field = This micro-credential does not ask for that.
refusal-unknown-field-fix = Load the page again: it shows everything that is asked for. If you wrote a program, look at the names of fields, requirements and criteria.
refusal-no-such-text = No text of that version was kept.
refusal-no-such-text-fix = Open the earlier texts of the field again: everything that was kept is listed there.
refusal-text-too-long = This text is longer than { $limit } characters.
refusal-text-too-long-fix = Shorten it, or hand in a part of it as a file. The text that was saved before is kept.
refusal-already-submitted = An attempt is with the assessors already.
refusal-already-submitted-fix = It was sent once and is being read. Go on from your home page; you get a letter as soon as it is decided.
refusal-already-awarded = You have earned this already.
refusal-already-awarded-fix = Nothing is left to do here. The award stands on your home page.
refusal-not-possible-now = That is not possible at this point.
refusal-not-possible-now-fix = Go to your home page: it says where your work stands and what comes next.
refusal-text-missing = Still to be written: { $title }
refusal-too-few-words = { $title }: { $words } words so far, at least { $minimum } are asked for.
refusal-too-many-words = { $title }: { $words } words, at most { $maximum } are taken.
refusal-too-few-pieces = { $title }: { $count } of at least { $minimum }.
refusal-too-many-pieces = { $title }: { $count }, at most { $maximum } are taken.
refusal-criterion-without-evidence = Nothing is attached to the criterion { $criterion } yet.
refusal-note-missing = Say what you changed since the last attempt.
refusal-ai-use-missing = Say how you used AI, or that you did not.
refusal-attestation-missing = Tick all four statements.
