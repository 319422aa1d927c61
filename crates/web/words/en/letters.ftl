# Letters. For each kind NAME: letter-NAME-subject says the state, letter-NAME-text is the letter
# (an empty line between paragraphs), letter-NAME-button is what its link does.
letter-hello = Hello { $name },
letter-hello-nobody = Hello,
letter-why-work = You get this because it is about your own work.
letter-why-account = You get this because it is about your account. There is no way to get fewer of these: they keep it safe.
letter-fewer-one = Stop these letters
letter-choices = Choose what comes how often
letter-way-hidden = The link is shown to its receiver alone.

letter-digest-subject-daily = { $count ->
    [one] Today: { $first }
   *[other] Today: { $count } pieces of news
}
letter-digest-subject-weekly = { $count ->
    [one] This week: { $first }
   *[other] This week: { $count } pieces of news
}
letter-digest-text = { $count ->
    [one] This is what happened.
   *[other] This is what happened, the oldest first.
}

letter-invited-subject = You are invited: { $role }, { $organization }
letter-invited-text =
    { $organization } invites you to join as { $role }. It is about micro-credentials: evidence of what educators can do, judged by their peers.

    The invitation counts until { $until }. If it does not concern you, leave it: nothing happens.
letter-invited-button = Accept the invitation

letter-password-link-subject = Set your password
letter-password-link-text =
    Somebody who looks after your organization has sent you this link. With it you choose a password and are signed in.

    It counts once, within { $hours } hours. If you did not ask for help, you can leave it: nothing changes.
letter-password-link-button = Choose a password

letter-sign-in-link-subject = Your link to sign in
letter-sign-in-link-text =
    With this link you sign in without a password. It counts once, within { $minutes } minutes.

    If you did not ask for it, leave it: without your mailbox nobody comes in with it.
letter-sign-in-link-button = Sign in

letter-address-to-prove-subject = Is this your address?
letter-address-to-prove-text =
    Somebody wants to add { $address } to their account. If that was you, open the link within { $hours } hours.

    If not, leave it: the address is not added.
letter-address-to-prove-button = Yes, this is my address

letter-address-given-subject = An address was added to your account
letter-address-given-text =
    Somebody who looks after your organization has added { $address } to your account. You can sign in with it too; letters still come here.

    If you did not want that, remove it and ask them why.
letter-address-given-button = Look at your addresses

letter-password-changed-subject = Your password was changed
letter-password-changed-text =
    Your password was changed a moment ago, and you were signed out everywhere else.

    If that was not you, ask the administrator of your organization for help at once.
letter-password-changed-button = Look at your account

letter-submission-received-subject = Received: { $title }, attempt { $attempt }
letter-submission-received-text =
    Your evidence for { $title } has arrived. Its code is { $code }.

    Assessors see the code and not your name. An answer is likely by { $expected_at }; the page of your submission says where it stands.
letter-submission-received-button = See where it stands

letter-submission-returned-subject = Please complete: { $title }
letter-submission-returned-text =
    Something is missing in what you sent for { $title }, so nobody has scored it. It does not count as an attempt.

    What is missing: { $missing }

    Your draft is as you left it. Complete it and send it again; the code { $code } ends here, and the next one is new.
letter-submission-returned-button = Open the workspace

letter-pursuit-expires-subject = { $days ->
    [one] One day left: { $title }
   *[other] { $days } days left: { $title }
}
letter-pursuit-expires-text =
    Your first attempt at { $title } can be sent until { $expires_at }.

    Nothing is deleted afterwards, and you can ask for more time. If you put it aside for a while, choose to pause: then the time stands still.
letter-pursuit-expires-button = Open the workspace

letter-pursuit-expired-subject = The time is over: { $title }
letter-pursuit-expired-text =
    The time for a first attempt at { $title } is over. Everything that you wrote and uploaded is still there.

    A programme manager can give you more time; the page says how to ask. You may also begin anew.
letter-pursuit-expired-button = See what is there

letter-pursuit-reopened-subject = More time: { $title }
letter-pursuit-reopened-text =
    You have until { $expires_at } for a first attempt at { $title }. Your draft is as you left it.
letter-pursuit-reopened-button = Open the workspace

letter-pursuit-on-hold-subject = On hold: { $title }
letter-pursuit-on-hold-text =
    { $concern ->
        [privacy] Your work on { $title } is on hold until a concern about somebody's privacy is settled.
       *[other] Your work on { $title } is on hold until a question about whose work it is has been settled.
    }

    What was said: { $reason }

    Nothing is decided by this. You can go on writing; nothing can be sent or scored meanwhile.
letter-pursuit-on-hold-button = Open the workspace

letter-hold-lifted-subject = It goes on: { $title }
letter-hold-lifted-text =
    The concern about { $title } is settled, and it goes on where it stood.
letter-hold-lifted-button = Open the workspace

letter-review-withdrawn-subject = No longer needed: your review of { $code }
letter-review-withdrawn-text =
    The submission { $code } for { $title } was given back to be completed. Your review of it is not needed any more, and nothing is held against you.
letter-review-withdrawn-button = Go to your desk

letter-awarded-subject = Awarded: { $title }
letter-awarded-text =
    Every criterion of { $title } is met. Congratulations: the award is yours.

    It is private until you decide otherwise. We write again when it is signed and can be checked by others.
letter-awarded-button = Read what was decided

letter-not-yet-subject = Not yet: { $title }
letter-not-yet-text =
    { $met ->
        [0] No criterion of { $title } is met yet.
        [one] One criterion of { $title } is met and stays met.
       *[other] { $met } criteria of { $title } are met and stay met.
    } { $open ->
        [one] One is open.
       *[other] { $open } are open.
    }

    There is feedback for everything that is open. Your next attempt (after number { $attempt }) asks only for that, and there is no limit to attempts.
letter-not-yet-button = Read the feedback

letter-credential-ready-subject = Signed and ready to share: { $title }
letter-credential-ready-text =
    { $issuer } has signed your credential for { $title }.

    On its page you decide who sees it, download it for your wallet, and find the address at which anybody can check it.
letter-credential-ready-button = Open your award

letter-stack-awarded-subject = Complete: { $title }
letter-stack-awarded-text =
    You have everything that { $title } asks for, and { $issuer } gives you an award for it. It came by itself; there is nothing to do.

    On its page you see what counted, and decide who sees it.
letter-stack-awarded-button = Open your award

letter-review-assigned-subject = A review for you, due { $due_at }: { $title }
letter-review-assigned-text =
    A submission for { $title } waits for your judgement. It is due { $due_at }.

    If you recognise whose it is, say so on its page: it goes to somebody else, and nobody holds it against you.
letter-review-assigned-button = Open the review

letter-review-due-soon-subject = Due { $due_at }: your review for { $title }
letter-review-due-soon-text =
    A review for { $title } is due { $due_at } and is not handed in yet. Drafts are kept.

    If you cannot do it, decline it or say that you are away: it goes to somebody else at once.
letter-review-due-soon-button = Open the review

letter-review-late-subject = Late: your review for { $title }
letter-review-late-text =
    The review of { $code } for { $title } was due { $due_at }.

    If you have opened it, it stays yours and your draft is kept; otherwise somebody else is asked now. Your desk shows which.
letter-review-late-button = Go to your desk

letter-review-overdue-subject = A review is late: { $code }, { $title }
letter-review-overdue-text =
    A review of { $code } for { $title } was due { $due_at } and is not handed in.

    What was not opened is offered to somebody else. What is open can be taken back on the board.
letter-review-overdue-button = Open the board

letter-review-discussion-subject = To be discussed: { $code }, { $title }
letter-review-discussion-text =
    You and the other assessor of { $code } for { $title } differ on some criteria.

    See where, say why, and agree on a mark, or leave it to a lead assessor. Neither of you learns who the other is.
letter-review-discussion-button = Open the discussion

letter-award-revoked-subject = Your award was taken back: { $title }
letter-award-revoked-text =
    The issuer took your award for { $title } back. Two people decided it, for this reason:

    { $reason }
letter-award-revoked-button = See the award

letter-review-taken-back-subject = A review went to somebody else: { $code }, { $title }
letter-review-taken-back-text =
    Those who manage reviews gave your review of { $code } for { $title } to somebody else.

    There is nothing left to do. Later submissions still come to you.
letter-review-taken-back-button = Go to your desk

letter-qualification-granted-subject = You may assess { $title }
letter-qualification-granted-text =
    You are qualified for the rubric of { $title } until { $valid_until }.

    Reviews come to your desk by themselves; we write when one does.
letter-qualification-granted-button = Go to your desk

# Reading letters.
letters-title = Your letters
letters-lede = What we have written to you, the newest first.
letters-none = No letters yet
letters-none-text = Here will be what we write to you: when something is received, decided, or waits for you.
letters-choose = Choose what comes by mail
outbox-title = Letters
outbox-lede = Every letter that this installation has written, the newest first.
outbox-quiet = No mail server is set up.
outbox-quiet-text = Letters stay here until there is one; the operator's guide says how.
outbox-none = No letters yet
outbox-none-text = Here will be every letter, to whom it goes, and what became of it.
letter-to = To
letter-address = Address
letter-address-none = none is known
letter-written-at = Written
letter-state = State
letter-state-sent = Sent { $at }
letter-state-waiting = Goes out soon
letter-state-again = To be tried again: { $error }
letter-state-kept = Stays here
letter-state-daily = Waits for the end of the day
letter-state-weekly = Waits for the end of the week
letter-state-not-wanted = Not wanted by mail
letter-state-given-up = Could not be sent: { $error }
letter-as-html = As it looks with pictures and colours
letter-as-text = As plain text

# Choosing what comes how often.
letter-choices-title = What comes by mail
letter-choices-lede = Everything stays on your pages, whatever you choose here.
letter-choices-button = Keep this choice
letter-choices-kept = Your choice is kept.
letter-choices-kept-text = It counts from the next letter on.
letter-choices-read = Read what we have written to you
letter-group-account = Your account
letter-group-account-hint = Sign-in, password, addresses, invitations. They always come at once.
letter-group-decisions = What was decided
letter-group-decisions-hint = About your submissions and awards. They cannot be switched off.
letter-group-work = Your submissions on their way
letter-group-work-hint = Received, returned, soon to expire.
letter-group-comments = Comments
letter-group-comments-hint = What your mentor or team wrote.
letter-group-reviews = Reviews for you
letter-group-reviews-hint = Assigned, due soon, late.
letter-group-qualifications = Your qualifications to assess
letter-group-qualifications-hint = Granted, soon to end.
letter-group-news = News
letter-group-news-hint = Needs of your organizations, and what your awards are worth.
letter-pace-at-once = At once
letter-pace-daily = Once a day
letter-pace-weekly = Once a week
letter-pace-off = Not by mail
stop-title = Fewer letters
stop-ask-group = Shall we stop writing to you about this: { $group }?
stop-ask-daily = Shall we stop your letter at the end of the day?
stop-ask-weekly = Shall we stop your letter at the end of the week?
stop-button = Yes, stop these
stop-done = We have stopped these.
stop-done-text = Everything stays on your pages. You can choose again at any time, once you have signed in.

refusal-pace-unknown = Choose how often from the list.

letter-need-published-subject = { $organization } asks for something: { $title }
letter-need-published-text =
    { $organization } has published what its educators should get better at: { $title }.

    Your growth plan shows why, until when, and which micro-credentials answer it.
letter-need-published-button = See it in your growth plan

letter-companion-invited-subject = Will you read along? { $title }
letter-companion-invited-text =
    A colleague works on { $title } and asks you to accompany it, as a mentor or team mate.

    You would read the draft and say what you think. Sign in with this address to see who asks, and to answer. Whoever accompanies somebody never assesses that work.
letter-companion-invited-button = See who asks

letter-companion-answered-subject = Your invitation has an answer: { $title }
letter-companion-answered-text = You asked somebody to accompany your work on { $title }. They have answered.
letter-companion-answered-button = See the answer

letter-draft-comment-subject = Something was said about a draft: { $title }
letter-draft-comment-text = There is a new comment on the draft of { $title }.
letter-draft-comment-button = Read it
