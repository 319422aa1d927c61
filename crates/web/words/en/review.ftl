# The desk.
desk-title = { $count ->
    [0] Nothing waits on your desk
    [one] One review waits on your desk
    [2] Two reviews wait on your desk
    [3] Three reviews wait on your desk
   *[other] { $count } reviews wait on your desk
}
desk-lede = Soonest due first. You see what was handed in, and nothing of who did it.
desk-open-first = Open the first
desk-empty = When a submission is assigned to you it stands here, and a letter tells you.
desk-waiting = Waiting for you
desk-waiting-note = Due times are the issuer's.
desk-qualified = You may assess
desk-qualified-none = Nothing yet. A lead assessor grants it, one rubric at a time.
desk-until = until { $day }
desk-done = Done
due = Due { $day }
due-soon = Due soon: { $day }
due-late = Late, was due { $day }
review-done = Sent { $day }
review-sent = Your scores are sent and locked.

# A review.
review-title = Review { $code }
review-open = Open criteria
review-open-criteria = { $open } of { $all }
review-due = Due
review-recognise = I recognise this person
review-evidence = Evidence
review-changed = What changed since the last attempt:
review-nothing-here = Nothing was handed in here; it may be left out.
review-now = Now
review-before = Before
review-ai = How AI was used
review-blind = Names and file data were removed before you opened this. You do not see the other assessor's scores, nor they yours.
review-width = Width of the evidence
review-rubric = Rubric
review-feedback = Feedback
review-feedback-hint = Needed where the criterion is not yet met. The educator reads it, without your name.
review-sure = How sure are you?
confidence-sure = sure
confidence-low = not sure, I would like a second look
review-scored = { $count } of { $all } criteria scored
review-keys = Keys
review-save = Save draft
review-submit = Submit scores
keys-level = choose a level by its number
keys-criterion = next criterion, criterion before
keys-next = next criterion without a level
keys-feedback = write feedback
keys-list = this list
keys-off = Switch keys off. They never work while you type.
keys-close = Close

# What else a lead assessor finds on the desk.
desk-lead = Also yours
desk-criteria = { $count ->
    [one] 1 criterion to judge
   *[other] { $count } criteria to judge
}
review-recused = You gave the review back. Somebody else reads it afresh, and you are not asked about this person again.

# A review that is not open.
door-unopened = { $title }: a review for you
door-unopened-text = Once you open it, the educator can no longer take the submission back. You see what was handed in, and nothing of who did it.
door-open = Open the review
door-locked = { $title }: your scores are locked
door-locked-text = They do not change any more. The decision follows from all scorecards together.
door-criteria = Criteria
door-marks = What you sent
door-level = Level { $level }

# Decisions that wait until somebody releases them.
releases-title = Decisions to release
releases-lede = The plan of these micro-credentials asks that somebody releases each decision. Until then the educator does not know of it.
releases-none = Nothing waits to be released.
releases-release = Release
releases-release-of = Release: { $code }
releases-done = The decision is released and the educator has a letter.
releases-awarded = Awarded
releases-not-yet = Not yet
releases-decided = decided { $day }

# What the room says no to.
refusal-no-such-review = There is no such review.
refusal-no-such-review-fix = It may have been given to somebody else, or belong to another account. Your desk shows what is yours.
refusal-review-already-locked = Your scores are sent and locked.
refusal-review-already-locked-fix = They do not change any more. If you see a mistake, tell a lead assessor.
refusal-review-already-recused = You gave this review back.
refusal-review-already-recused-fix = Somebody else reads it afresh. Your desk shows what is still yours.
refusal-criterion-not-open = This criterion is not open in your review.
refusal-criterion-not-open-fix = Load the review again: it shows the criteria that are yours to judge.
refusal-scorecard-incomplete = The scorecard is not complete.
refusal-scorecard-incomplete-fix = Choose a level for each criterion, and say what is missing where one is not met. What you have is saved.
refusal-level-missing = Choose a level for { $criterion }.
refusal-level-unknown = This criterion has no level { $level }.
refusal-feedback-missing = Say what is missing for { $criterion }: it is not met, and the educator reads your words.
refusal-feedback-too-long = The feedback is longer than { $limit } characters.
refusal-stale-mark = This mark was changed in another window. Stored there: level { $level }, “{ $feedback }”.
refusal-stale-mark-fix = What you typed is still here. Save again to keep yours, or copy the stored words over it.
refusal-same-person = Both scorecards come from one person.
refusal-same-person-fix = Nothing was decided. A lead assessor has to give one of the reviews to somebody else.
refusal-criterion-unscored = A scorecard lacks the criterion { $criterion }.
refusal-criterion-unscored-fix = Nothing was decided. Tell an administrator the reference below.
refusal-not-qualified = Your qualification for this rubric has ended.
refusal-not-qualified-fix = The review was not opened yet and is given to somebody else. A lead assessor can qualify you again.

# Offers.
door-accept = I take it
door-accepted = You said yes to this review.
door-decline = Not this one
review-accepted = You said yes. The review waits here for you.
review-declined = Somebody else is asked. You are still asked about other submissions.

# How an assessor reviews.
reviewing-title = How you review
reviewing-lede = What you say here decides when you are asked. What you have already stays yours, unless you are away.
reviewing-load = How many at once
reviewing-limit = The most reviews that wait for you at once
reviewing-limit-hint = From 0 to 60. With 0 you are not asked for a while.
reviewing-limit-button = Keep this number
reviewing-limit-noted = You are asked for no more than that at once.
reviewing-away = When you are away
reviewing-away-note = From the first day to the end of the last you are not asked, and what waits for you goes to somebody else when it begins.
reviewing-first-day = First day
reviewing-last-day = Last day
reviewing-absence-button = I am away then
reviewing-absence-noted = Your absence is noted.
reviewing-absence-end = I am here after all
reviewing-absence-end-of = I am here after all: { $days }
reviewing-absence-ended = You can be asked again.
reviewing-relations = Whose work you do not judge: a friend, a relative, somebody you work with.

# Relations.
relations-title = People you are related to
relations-lede = You never judge the work of somebody named here, and they never judge yours. Nobody is told, not even the person.
relations-address = Their e-mail address
relations-address-hint = It is noted whether or not somebody with this address is here.
relations-button = Note this person
relations-noted = It is noted.
relations-ended = It keeps nobody away any more.
relations-standing = Noted
relations-none = Nobody yet.
relations-since = since { $day }
relations-end = End
relations-end-of = End: { $address }

# What the room says no to, of offers, absences and relations.
refusal-review-taken-back = This review went to somebody else.
refusal-review-taken-back-fix = It was declined, taken back by those who manage reviews, or its time had passed. Your desk shows what is yours.
refusal-review-already-opened = You have opened this review.
refusal-review-already-opened-fix = What was read can be handed in, or given back if you recognise the person.
refusal-no-such-entry = There is no such entry.
refusal-no-such-entry-fix = It may have been taken back already. Load the page again: it shows what stands.
refusal-review-fields = Something in the form has to be mended.
refusal-review-fields-fix = Each field says what.
refusal-load-limit-unknown = Give a number from 0 to { $limit }.
refusal-day-unknown = Give a day, such as 2026-12-21.
refusal-absence-ends-before-it-starts = The last day comes before the first.
refusal-absence-too-long = An absence is no longer than { $limit } days.
refusal-absence-is-over = These days have passed.
refusal-too-many-relations = More than { $limit } people cannot be noted at once. End one that is over.
refusal-submission-withdrawn = That submission was taken back, or given back to be completed; there is nothing left to judge.
refusal-submission-withdrawn-fix = Go back to your desk: it shows what waits for you.
refusal-review-not-open-yet = This can still be taken back, so it cannot be opened yet.
refusal-review-not-open-yet-fix = Come back in half an hour; it stays on your desk.
desk-returned = Given back to be completed.
review-link-flag = Leads outside: it may show whose work it is

# Pins: places in the evidence.
pins-count = { $count ->
    [0] Point at a place in the evidence
    [one] 1 place in the evidence
   *[other] { $count } places in the evidence
}
pin-hint = Fill in what fits: a time for recordings, a page for documents, a part for pictures, words for texts.
pin-nothing = This criterion rests on nothing that was handed in.
pin-piece = In what
pin-from = From (minutes:seconds)
pin-to = To (minutes:seconds)
pin-page = Page
pin-region = Part: left, top, width, height in thousandths
pin-quotation = Words, as they stand there
pin-add = Point there
pin-add-for = Point there: { $criterion }
pin-remove = Remove
pin-remove-of = Remove: { $pin }
pin-text-of = { $title } (text)
pin-at = at { $time }
pin-between = { $from } to { $to }
pin-on-page = page { $page }
pin-on-page-part = page { $page }, part { $region }
pin-part = part { $region }
pin-words = “{ $words }”
review-private-note = Private note
review-private-note-hint = For you alone. Nobody else ever reads it.
refusal-pin-piece-unknown = Choose something that this criterion rests on.
refusal-pin-time-unknown = Give a time such as 1:15; the end comes after the beginning.
refusal-pin-page-unknown = Give the number of a page.
refusal-pin-region-unknown = Give four numbers of up to 1000: left, top, width, height.
refusal-pin-quotation-missing = Quote the words that you mean.
refusal-pin-quotation-too-long = The quotation is longer than { $limit } characters.
refusal-pin-quotation-not-there = These words do not stand in the text.
refusal-too-many-pins = No more than { $limit } places for one criterion.
refusal-stale-note = The private note was changed in another window. Copy what you need, then load the page again.

# The discussion of two assessors who differ.
desk-discussions = To be discussed
desk-discussions-note = You and the other assessor differ. Agree on a mark, or leave it to a lead assessor.
differing-title = Discussion of { $code }
differing-lede = Both of you have handed in. Here you see where you differ, without knowing who the other is. What you sent stays as it is; what you agree on here counts.
differing-mine = You
differing-theirs = The other assessor
differing-proposal = Proposed
differing-proposed-mine = Proposed by you; the other has to agree
differing-proposed-theirs = Proposed by the other
differing-proposed-agreed = You both agree
differing-agree = I agree
differing-agree-to = I agree: { $criterion }
differing-propose = Propose a mark
differing-propose-for = Propose: { $criterion }
differing-propose-button = Propose
differing-level = Level
differing-said = What you said to each other
differing-silence = Nobody has said anything yet.
differing-message = Your message
differing-say = Say it
differing-lead = Leave it to a lead assessor
differing-lead-note = If you cannot agree: a lead assessor judges these criteria without seeing either of your marks.
differing-agreed = You agreed. The decision follows from it.
differing-left = It was left to a lead assessor.
refusal-own-proposal = This is your own proposal.
refusal-own-proposal-fix = The other assessor has to agree to it.
refusal-stale-proposal = The proposal has changed since you read it.
refusal-stale-proposal-fix = The page shows the latest one now. Read it, then agree or propose.
refusal-discussion-is-over = This discussion has ended.
refusal-discussion-is-over-fix = The page says how. Nothing more is needed from you.
refusal-discussion-is-full = No more messages fit into this discussion.
refusal-discussion-is-full-fix = Agree on a mark, or leave it to a lead assessor.
refusal-message-missing = Write something first.
refusal-message-too-long = The message is longer than { $limit } characters.
