# The board of those who manage reviews.
board-title = Review board
board-lede = What waits to be judged, for how long and with whom. Whose work it is does not stand here.
board-counts = How it stands
board-counts-note = Each number opens the list of those submissions.
board-standing = Standing
board-all = All
board-new = Up to 3 days old
board-week = 4 to 10 days old
board-old = Older than 10 days
board-unassigned = Waits for an assessor
board-late = Late
board-due-soon = Due soon
board-on-time = On time
board-due = due { $day }
board-queue = Queue
board-show-all = Show all
board-none = Nothing waits here.
board-submission = Submission
board-came = Came
board-came-on = Came { $day }
board-progress = Reviews
board-reviews = { $waiting } open, { $done } handed in
board-expected = Decision expected
board-expected-range = { $median }, nine of ten by { $ninetieth }
board-expected-unknown = not known yet
board-assessors = Assessors
board-assessors-none = Nobody is qualified yet.
board-assessor = Assessor
board-waiting = Wait for them
board-load = { $count } of { $limit }
board-away = Away
board-away-until = until { $day }
board-submission-title = Submission { $code }
board-reviews-title = Reviews
board-reviews-note = With the assessors' names, which nobody else sees. Marks stay with the assessors.
board-reviews-none = Nobody has been asked yet.
board-seat = Seat { $seat }
board-times = given { $given }, due { $due }
board-release = Take it back
board-release-of = Take it back: the review of { $name }
board-released = The review is taken back. Somebody else is looked for.
board-reassign = Give it to somebody else
board-reassign-button = Give it
board-reassign-of = Give it: the review of { $name } to the person chosen
board-reassigned = The review has a new assessor.
board-to = To whom
review-state-assigned = offered
review-state-accepted = accepted
review-state-opened = open
review-state-locked = handed in
review-state-recused = given back
review-state-released = taken back

# Holidays.
holidays-title = Holidays
holidays-lede = Days that do not count towards a turnaround, beside Saturdays and Sundays. Reviews that are given out from now on reckon with them.
holidays-issuer = Issuer
holidays-day = Day
holidays-name = What it is called
holidays-button = Add this holiday
holidays-none = No holidays ahead.
holidays-no-issuer = None of the organizations that you look after issues micro-credentials.
holidays-remove = Remove
holidays-remove-of = Remove: { $day }

# What the board says no to.
refusal-no-such-submission = There is no such submission.
refusal-no-such-submission-fix = It may belong to another issuer. The board shows what is yours to manage.
refusal-assessor-cannot-take = This person cannot take the review{ $why ->
    [not-qualified] : they are not qualified for its rubric
    [self] : it is their own work
    [same-school] : they belong to the same school
    [same-district] : they belong to the same district
    [private] , for a reason that is kept private
    [involved] : they have, or had, a review of it
    [absent] : they are away
    [at-load-limit] : they have as many reviews as they take
   *[other] { "" }
}.
refusal-assessor-cannot-take-fix = The review stays where it is. Choose somebody else, or take it back and let the product look.
refusal-holiday-name = Give it a name of up to { $limit } characters.
