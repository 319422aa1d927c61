# The desk.
desk-title = { $count ->
    [0] Nothing waits on your desk
    [one] One review waits on your desk
    [2] Two reviews wait on your desk
    [3] Three reviews wait on your desk
   *[other] { $count } reviews wait on your desk
}
desk-lede = Soonest due first. You see what was handed in, and nothing of who did it.
desk-open-criteria = { $open } of { $all } criteria open
desk-open-first = Open the first
desk-empty = When a submission is assigned to you it stands here, and a letter tells you.
desk-waiting = Waiting for you
desk-waiting-note = Due times are the issuer's.
desk-qualified = You may assess
desk-qualified-none = Nothing yet. A lead assessor grants it, one rubric at a time.
desk-until = until { $day }
desk-done = Done
due = Due { $day }
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
review-private = Private note
review-private-note = Private note, only you and a lead assessor can read it
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
