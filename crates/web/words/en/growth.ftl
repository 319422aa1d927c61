# Needs, as leaders publish them.
needs-lede = What your school or district wants its educators to get better at, from a day until a day. Educators see it in their growth plan, and get one letter.
needs-open = Open
needs-over = Over
needs-none = Nothing is needed yet
needs-none-text = What you publish stands here, with its days. Begin with the one thing that matters most this year.
need-add-title = Publish a need
need-change-title = Change this need
need-form-lede = Say it so that a teacher would say it to another. Competencies are matched with the catalogue by their names.
need-of = Of
need-period = When
need-from = From { $from }
need-from-until = { $from } to { $until }
need-title = The need in one line
need-reason = Why
need-first-day = First day
need-last-day = Last day
need-button = Publish this
need-counts = Counts today
need-begins-later = Begins later
need-is-over = Over
need-end = End it
need-end-long = End it: { $title }

# The growth plan.
growth-lede = What you want to get better at, what is asked for where you work, and the way there.
growth-change = Change
growth-remove = Remove
growth-keep = Keep this
growth-competencies = Competencies
growth-competencies-hint = One a line, such as Questioning or Classroom management. Use the words of the catalogue.
growth-goals = Your goals
growth-goals-text = Only you see them.
growth-goals-none = No goal yet
growth-goals-none-text = A goal in your own words makes it easier to choose. It can change at any time.
growth-needs = Asked for where you work
growth-needs-text = Published by your school, your district, and those above.
growth-needs-none = Nothing is asked for at the moment
growth-needs-none-text = When your school or district publishes a need, it stands here and you get a letter.
growth-assessed = How you see yourself
growth-assessed-text = Only you see this, now and later. It helps us to suggest what comes next.
growth-assessed-none = Nothing said yet
growth-assessed-none-text = Take five minutes: choose a competency, and say where you are.
growth-assessed-way = Assess yourself
growth-wishes = Your time and your students
growth-wishes-text = What you have at the moment. Suggestions take it into account; the catalogue still shows everything.
wish-now = At the moment
wish-hours = Hours that you have
wish-hours-hint = A number from 1 to 500, or nothing if it does not matter.
wish-hours-some = { $hours ->
    [one] one hour
   *[other] { $hours } hours
}
wish-students = Students to work with
wish-students-available = There are students
wish-students-none = There are none at the moment
wish-unsaid = Not said
goal-add-title = Write a goal
goal-change-title = Change this goal
goal-lede = Only you see your goals.
goal-text = What do you want to get better at?
goal-text-hint = One or two sentences.
goal-by = Until
goal-button = Keep this goal
goal-remove-long = Remove the goal: { $goal }
growth-level = Level
growth-level-novice = Novice
growth-level-novice-means = You have heard of it, or have begun to try.
growth-level-foundation = Foundation
growth-level-foundation-means = You do it when you plan for it, and it mostly works.
growth-level-proficient = Proficient
growth-level-proficient-means = You do it day by day, and fit it to the students in front of you.
growth-level-advanced = Advanced
growth-level-advanced-means = You help others to do it, and know why it works.
assess-title = How do you see yourself?
assess-lede = Only you see this. No leader, mentor or assessor ever does, and it counts for nothing.
assess-one = One competency
assess-competency = Competency
assess-sentence = What makes you think so?
assess-button = Keep this
assess-asked-for = Named in your plan
assess-asked-for-text = Competencies of your goals, and of what is asked for where you work.
assess-way = Assess this
assess-said = What you said
assess-on = Said on
assess-forget = Forget
assess-forget-long = Forget: { $competency }

# Recommendations.
recommended-title = What could come next
recommended-lede = In the order of their reasons. Nothing is hidden: the catalogue shows everything.
recommended-text = Suggested for the reasons beside each.
recommended-none = No suggestion yet
recommended-none-text = Write a goal with competencies, or say how you see yourself. Suggestions follow from these, from what is asked for where you work, and from what you have earned.
recommended-all = The whole catalogue
recommended-more = All { $count } suggestions
recommended-issuer = Issued by
recommended-hours = Takes
reason-goal = It answers your goal: { $goal }
reason-need = { $organization } asks for it: { $title }
reason-stack = { $count ->
    [one] It completes { $title }.
   *[other] It is one of { $count } that are missing in { $title }.
}
reason-next-level = It is the next level of { $competency }: you hold { $level }.
reason-grow-from = It is the step above where you see yourself in { $competency }: { $level }.
reason-show = You see yourself at this level of { $competency } ({ $level }): you could show what you know.
reason-fits-time = { $hours ->
    [one] It fits into your time: one hour.
   *[other] It fits into your time: { $hours } hours.
}
reason-no-students = It needs no students.
reason-students = It needs students, and you have them.
caution-longer = { $hours ->
    [one] To know: it takes one hour, more than you have at the moment.
   *[other] To know: it takes { $hours } hours, more than you have at the moment.
}
caution-students = To know: it needs students, and you have none at the moment.

# The plan.
plan-title = Your plan
plan-text = In your order. A milestone is reached by what you do, not by ticking it.
plan-none = Nothing is planned yet
plan-none-text = Put a suggestion into your plan, or anything from the catalogue.
plan-add = Plan this
plan-add-long = Plan this: { $title }
plan-open = Open the workspace
plan-days = Days and goal
plan-days-lede = Choose days if they help you. You can change them at any time, and nothing happens when one passes.
plan-goal = Goal
plan-no-goal = No goal
plan-up = Up
plan-up-long = Up: { $title }
plan-down = Down
plan-down-long = Down: { $title }
plan-remove-long = Remove from the plan: { $title }
plan-not-begun = Not begun
plan-under-way = Under way
milestone-begin = Begin
milestone-send = Send the first attempt
milestone-earn = Earn it
milestone-reached = { $what }: done (planned for { $day })
milestone-passed = { $what }: { $day } has passed. Choose another day if you like.
milestone-ahead = { $what }: { $day }
milestone-is-late = Passed
calendar-title = On the calendar
calendar-text = What is ahead, by day.
calendar-line = { $what }: { $title }
way-title = Your way
way-text = Both ways lead to the same evidence, assessors and decision. Nobody who judges sees which one you took.
way-learn = Learn first
way-learn-long = Learn first: { $title }
way-show = Show what I know
way-show-long = Show what I know: { $title }
way-is-learn = You learn first.
way-is-show = You show what you know.
way-is-open = Nothing is chosen yet; nothing has to be.

# At home.
home-next-plan = Next in your plan: { $title }.
home-next-plan-day = You planned it for { $day }.
home-next-plan-text = You put it first. Begin when it suits you.
home-next-plan-way = Open your plan

# The learning log.
learning-title = Learning log
learning-lede = What you do to learn. It helps you and those who accompany you; it never counts towards the award.
learning-log = The log
learning-who-sees = Seen by you, your mentors and your team mates. No assessor ever sees it.
learning-none = Nothing is written yet
learning-none-text = A course, a meeting with a mentor, work in your team, something you read: each is one line.
learning-add = Add a line
learning-on = On
learning-kind = What it was
learning-what = In a few words
learning-minutes = Minutes
learning-minutes-hint = Only to remember it by. Time counts for nothing.
learning-minutes-some = { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
learning-button = Add this line
learning-remove-long = Remove: { $what }
learning-resources = What helps
learning-resources-text = From the micro-credential. Never needed, never counted.
learned-course = Course or workshop
learned-mentor-meeting = Meeting with a mentor
learned-team-work = Work in a grade or subject team
learned-reading = Reading, watching, listening
meeting-offered = A meeting with a mentor may help.
meeting-offered-text = It was not yet three times or more. Invite a mentor, talk about the criteria that are open, and write one line about it in your learning log.
meeting-held = You met a mentor since the last decision.
meeting-held-text = Good. The next attempt is open whenever you are ready.

# Those who accompany.
companions-title = Mentor and team
companions-lede = They read your draft and say what they think. They change nothing, and they never assess it.
companions-there = With you
companions-none = Nobody accompanies this yet
companions-none-text = A mentor or colleague who reads along often makes the difference.
companion-as = As
companion-since = Since
companion-mentor = mentor
companion-team-mate = team mate
companion-end = Let go
companion-end-long = Let go: { $name }
companion-leave = Leave
companion-leave-long = Leave: { $name }
companion-invite-title = Invite somebody
invite-text = Anybody you like: they read your draft and your learning log once they accept.
invite-email-hint = The address by which they are known here, or any other: they get a letter.
companion-invite-button = Invite
invitation-on = Invited on
invitation-by = From
companion-invitation-withdraw = Withdraw
companion-invitation-withdraw-long = Withdraw: { $name }
companion-invitations-title = You are invited
invitations-text = Whoever accompanies somebody never assesses them.
invitation-accept = Accept
invitation-accept-long = Accept: { $name }
invitation-decline = Decline
invitation-decline-long = Decline: { $name }
accompanying-lede = The work of others that you read along with, as a mentor or team mate.
accompanying-way = What you accompany
accompanied-title = You accompany
accompanied-whose = Whose
accompanied-none = You accompany nobody at the moment
accompanied-none-text = When somebody invites you to read their draft, it stands here and you get a letter.

# The discussion of a draft.
discussion-title = Discussion
discussion-of = Discussion: { $title }
discussion-lede = The draft as it is now, with what was said about each part.
discussion-criteria-text = What work that passes looks like.
discussion-draft = The draft
discussion-draft-text = Read only here. Its educator writes in the workspace.
discussion-nothing-yet = Nothing is here yet.
discussion-general = Altogether
discussion-whole = The draft as a whole
comment-title = Say something
comment-who-sees = Seen by its educator, mentors and team mates. No assessor ever sees it.
comment-about = About
comment-text = What you want to say
comment-button = Say this
comment-line = { $name }, { $day }: { $text }
comment-remove = Take back
comment-remove-long = Take back: { $text }

# Why not.
refusal-no-such-need = There is no such need.
refusal-no-such-need-fix = The link may be old, or it belongs to an organization that you do not lead. Look at the list of needs.
refusal-need-ended = This need has ended, and stays as it was.
refusal-need-ended-fix = Publish a new one that says what is needed now.
refusal-no-such-goal = You have no such goal.
refusal-no-such-goal-fix = It may have been removed in another window. Look at your growth plan.
refusal-growth-fields = Something is to be mended first.
refusal-growth-fields-fix = Look at the list below, mend it, and send it again.
refusal-too-many-of-them = There are { $limit } already, and more cannot be kept.
refusal-too-many-of-them-fix = Remove one that no longer matters, and add this one afterwards.
refusal-words-missing = Write something here.
refusal-words-too-many = This is longer than { $limit } characters. Shorten it.
refusal-words-unusable = This has signs that cannot be shown. Type it again instead of pasting it.
refusal-day-missing = Choose a day.
refusal-day-unusable = This is no day between 2000 and 2199. It looks like 2026-11-25.
refusal-days-reversed = The last day lies before the first. Change one of them.
refusal-competencies-missing = Name at least one competency.
refusal-too-many-competencies = Name at most { $limit } competencies.
refusal-self-level-missing = Choose a level.
refusal-hours-unusable = Write a whole number from 1 to { $limit }, or nothing.
refusal-choice-unknown = Choose one from the list.
refusal-not-planned = That is not in your plan.
refusal-not-planned-fix = It may have been removed in another window. Look at your growth plan.
refusal-already-planned = That is in your plan already.
refusal-already-planned-fix = Look at your growth plan.
refusal-no-such-learning = There is no such line in the log.
refusal-no-such-learning-fix = It may have been removed in another window. Look at the log.
refusal-companion-no-such-invitation = There is no such invitation for you.
refusal-companion-no-such-invitation-fix = It may have gone to another of your addresses. Sign in with the address that the letter came to.
refusal-companion-invitation-closed = This invitation is no longer open.
refusal-companion-invitation-closed-fix = Ask whoever invited you, if it should be.
refusal-own-address = This is your own address.
refusal-own-address-fix = Invite somebody else.
refusal-already-invited = This address is invited already, or its person accompanies you.
refusal-already-invited-fix = Look at the list above.
refusal-no-such-companion = Nobody of that kind accompanies this.
refusal-no-such-companion-fix = They may have left in the meantime. Look at the list.
refusal-no-such-comment = You have made no such comment.
refusal-no-such-comment-fix = It may have been taken back in another window.
refusal-milestones-reversed = This day lies before the one above. Change one of them.
