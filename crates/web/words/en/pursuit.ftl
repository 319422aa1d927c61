# States, as an educator reads them.
state-with-assessors = With the assessors
state-earned = Earned
state-not-yet = { $count ->
    [one] Not yet: 1 criterion to go
   *[other] Not yet: { $count } criteria to go
}

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
submit-title = Before you send it
submit-send = Send to assessors
submit-to-go = { $count ->
    [one] 1 thing to go
   *[other] { $count } things to go
}
submit-complete = Everything that is asked for is here.
submit-statements = Four statements
submit-note = You can take it back until an assessor opens it. Assessors see neither your name nor your school.
attest-own-work = This is my own work.
attest-ready = It is ready to be judged.
attest-consents = Everybody who can be seen or heard has consented, and the consent holds.
attest-ai-described = I have described how I used AI.

# What was sent.
receipt-sent = Sent to assessors at { $time }.
receipt-with-assessors = Two people read it now, without knowing whose it is. You need do nothing.
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
