# Granting qualifications.
qualify-title = Who may assess
qualify-lede = A qualification is for one rubric, holds for six months, and is recorded with your name and reason.
qualify-grant = Grant a qualification
qualify-grant-note = To somebody whose judgement you have seen on this rubric.
qualify-assessor = Assessor
qualify-rubric = Micro-credential
qualify-reason = What is your judgement based on?
qualify-reason-hint = For example: scored eight agreed submissions with us in October, differed once by one level.
qualify-button = Grant it
qualify-nobody = No member of your organization has the role of an assessor yet. An administrator gives it.
qualify-nothing = Nothing is published yet that could be assessed.
qualify-holding = Qualifications that hold
qualify-none = None yet. Without two qualified assessors a submission waits.
qualify-granted = Granted
qualify-until = Until
qualify-done = { $name } may now assess it.

# Submissions that nobody may judge.
waiting-title = Waiting for assessors
waiting-note = Looked for again every ten minutes. A further qualification is often all it needs.
waiting-since = since { $time }
waiting-seat = { $seat ->
    [3] Seat 3, for a lead assessor: { $qualified } qualified; { $blocked }
   *[other] Seat { $seat }: { $qualified } qualified; { $blocked }
}
waiting-nobody = nobody is kept away, there are too few
conflict-self = { $count } whose own work it is
conflict-same-school = { $count } of the same school
conflict-same-district = { $count } of the same district
conflict-private = { $count } for a reason that is kept private
conflict-involved = { $count } who already has, or gave back, a review of it
conflict-absent = { $count } who is away
conflict-at-load-limit = { $count } with as many reviews as they take

# What the room says no to.
refusal-own-qualification = Nobody qualifies themselves.
refusal-own-qualification-fix = Ask another lead assessor of the issuer to look at your judgement and grant it.
refusal-not-an-assessor = This person has no role of an assessor.
refusal-not-an-assessor-fix = An administrator gives the role; then you can qualify them.
refusal-no-such-rubric = There is no such micro-credential among those that you lead.
refusal-no-such-rubric-fix = Choose one from the list. A lead assessor qualifies for micro-credentials of their own issuer.
refusal-assessors-fields = Something is to mend before this can be granted.
refusal-assessors-fields-fix = Look at the fields that are marked. What you typed is kept.
refusal-reason-missing = Say what your judgement is based on.
refusal-reason-too-long = The reason is longer than { $limit } characters.
