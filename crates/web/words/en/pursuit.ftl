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
earlier-mentor = That was attempt { $attempts }. There is no limit, and it often helps to talk the feedback through with a mentor before the next one.
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
task-link = { $most ->
    [1] { $title }: link
   *[other] { $title }: link { $number }
}
task-link-hint = The address first, such as https://example.org/film; then, if you like, what it shows. Whoever opens it may see your name there: look at it in a private window first.
limit-links = links to pages on the web
limit-team = a team may hand in one piece together
requirement-purpose-learning = evidence of learning
requirement-purpose-practice = evidence of practice
requirement-purpose-impact = evidence of impact
left-over = Kept from the version before
left-over-note = This version does not ask for these. They are not sent, and stay here for you.
submit-reopens = These are met and closed. If you send this, they open again and are judged anew
submit-reopens-hint = Something that they rest on has changed since. Tick each one that you want to open, or take back the change.
newer-way = There is a newer version of this micro-credential. See what it changes.
newer-title = A newer version
newer-lede = You may go on with the version that you began, or move to the new one.
newer-read = Read the new version
newer-nothing = Nothing that is asked for or judged differs.
newer-not-now = You cannot move at this point.
newer-entries = What is asked for
newer-criteria = How it is judged
newer-added = New:
newer-removed = Gone:
newer-changed = Changed:
newer-same = The same:
newer-removed-note = What you handed in for it is kept, and not sent any more.
newer-carried = If it is met, it stays met.
newer-judged-anew = It is judged anew. What differs: { $aspects }
newer-aspect-text = its text
newer-aspect-levels = the levels
newer-aspect-passing = the level to reach
newer-aspect-sources = what it rests on
newer-keeps = Everything that you wrote and uploaded is kept. You cannot move back.
newer-move = Move to the new version
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
receipt-take-back-until = No assessor can open it before { $until }. After that it is possible until the first one does.
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

# Beside the straight way.
state-started = A draft
state-decision-ready = Decided, not released
state-returned = Given back to be completed
state-taken-back = Taken back
state-paused = Paused
state-withdrawn = Given up
state-expired = Its time is over
state-on-hold = On hold
home-next-returned = Complete { $title } and send it again.
home-next-returned-text = Something was missing, so nobody has scored it. It does not count as an attempt.
home-returned = Given back { $day }.
home-aside = Since { $day }.
draft-taken-back = Taken back. The draft goes on; nothing was counted.
returned-missing = What is missing:
aside-title = Put it aside
aside-until = Send a first attempt by { $day }. You get a letter 30, 7 and 1 days before. Nothing is deleted afterwards.
aside-pause = Pause
aside-pause-note = The time stands still until you go on. You can still write.
aside-resume = Go on
aside-withdraw = Give it up
aside-withdraw-note = This pursuit ends for good. What you wrote stays readable to you, and you may begin the micro-credential anew whenever you like.
aside-sure = Yes, I give it up.
aside-sure-missing = Tick that you mean to give it up.
aside-withdraw-do = Give it up
aside-paused = The time stands still. You can write; before you send, choose to go on, below.
aside-withdrawn = You gave it up. What you wrote can still be read here.
aside-expired = Everything is still here. A programme manager can give you more time: send them this address: { $address }
aside-on-hold = Nothing can be sent or judged until a concern is settled. A letter says what it is about. You can still write.
receipt-taken-back = You took this back before anybody had opened it. It does not count as an attempt.
receipt-returned = This was given back to be completed. Nobody has scored it, and it does not count as an attempt.
receipt-take-back-unopened = Possible as long as no assessor has opened it.
expected-by-plan = by { $day }
expected-by-queue = { $day }, if it goes as for half of those before you; by { $late } for nine in ten
expected-by-median = { $day }, if it goes as for half of those before you

# For assessors and programme managers.
returning-title = Give back as incomplete
returning-lede = For work that cannot be scored because something is missing. It is not scored and does not count as an attempt. Work that is complete and not good enough is scored.
returning-missing = What is missing?
returning-missing-hint = The educator reads this, and does not learn who wrote it.
returning-send = Give it back
returning-back = Back without giving it back
programme-title = Pursuits of the programme
programme-lede = Every pursuit of your issuers by its state, without names.
programme-states = States
programme-none = None is in this state.
programme-submitted = Waiting
programme-under-review = Under review
programme-decision-ready = To release
programme-returned = Given back
programme-on-hold = On hold
programme-expired = Expired
managed-done = Done.
managed-blind = You do not see whose it is, and neither drafts nor evidence.
managed-since = Since
managed-ends = Its time ends
managed-concern = What it is about
managed-concern-missing = Choose what it is about.
managed-reason = Why, for the educator
managed-hold = Put it on hold
managed-hold-note = Nothing can be sent, opened, scored or released until you lift it. The educator gets your reason in a letter.
managed-hold-do = Put on hold
managed-lift = The concern is settled: let it go on
managed-reopen = Give it 30 more days
concern-privacy = Somebody's privacy
concern-integrity = Whose work it is

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
refusal-pursuit-paused = This is paused.
refusal-pursuit-paused-fix = Open the workspace and choose to go on; then it can be sent.
refusal-already-withdrawn = You gave this up.
refusal-already-withdrawn-fix = What you wrote stays readable. Begin the micro-credential anew from its page if you like.
refusal-pursuit-expired = The time for a first attempt is over.
refusal-pursuit-expired-fix = Nothing was deleted. A programme manager can give you more time; or begin anew from the page of the micro-credential.
refusal-pursuit-on-hold = This is on hold until a concern is settled.
refusal-pursuit-on-hold-fix = A letter says what it is about. It goes on as soon as a programme manager lifts the hold.
refusal-opened-already = An assessor has opened it already.
refusal-opened-already-fix = It cannot be taken back any more. The draft stays yours, and another attempt is possible after the decision.
refusal-scored-already = An assessor has scored it already.
refusal-scored-already-fix = It cannot be given back as incomplete any more; the decision follows from the scorecards.
refusal-pursuit-reason-missing = Say why, in a sentence.
refusal-pursuit-reason-missing-fix = The educator reads it and knows what to do. Write it and send the form again.
refusal-pursuit-reason-too-long = This is longer than { $limit } characters.
refusal-pursuit-reason-too-long-fix = Shorten it to what the educator has to know, and send it again.
refusal-no-newer-version = There is no newer version to move to.
refusal-no-newer-version-fix = You already work on the newest one. Go on in the workspace.
refusal-text-missing = Still to be written: { $title }
refusal-too-few-words = { $title }: { $words } words so far, at least { $minimum } are asked for.
refusal-too-many-words = { $title }: { $words } words, at most { $maximum } are taken.
refusal-too-few-pieces = { $title }: { $count } of at least { $minimum }.
refusal-too-many-pieces = { $title }: { $count }, at most { $maximum } are taken.
refusal-criterion-without-evidence = Nothing is attached to the criterion { $criterion } yet.
refusal-link-not-usable = { $title }: this does not begin with an address such as https://example.org.
refusal-piece-form-not-taken = { $title }: { $file } is of a kind that is not taken here any more.
refusal-piece-too-large = { $title }: { $file } is larger than what is taken here.
refusal-reopens-unconfirmed = { $criterion } is met and would open again. Tick that you want this.
refusal-note-missing = Say what you changed since the last attempt.
refusal-ai-use-missing = Say how you used AI, or that you did not.
refusal-attestation-missing = Tick all four statements.

# Places in the evidence that the feedback points at.
feedback-pins = Where to look
