use app::pursuit::{
    Aside, GiveBack, GivenBy, Manage, ManageStep, PutAside, Standing, TakeBack, give_back,
    list_managed, manage, put_aside, take_back, view_home, view_receipt, view_workspace,
};
use app::{App, Outcome, Settings};
use domain::ids::{PersonId, PursuitId, ReviewId};
use domain::people::{Actor, Membership, Role};
use domain::pursuit::{Concern, StateName};
use jiff::SignedDuration;
use std::sync::Arc;
use store::{Store, args};
use testkit::World;

use super::fixture::{
    ISSUER, MARA, OTHER, actor, begin, begun, code, complete, decide, number, run, send, world,
    write,
};

const MANAGER: u128 = 5;

fn manager() -> Actor {
    Actor {
        person: PersonId::from_u128(MANAGER),
        memberships: vec![Membership {
            organization: ISSUER,
            role: Role::ProgrammeManager,
        }],
    }
}

fn with_window(world: &mut World, minutes: i64) {
    world.app.settings = Arc::new(Settings {
        take_back: SignedDuration::from_mins(minutes),
        ..(*world.app.settings).clone()
    });
}

async fn state(app: &App, pursuit: PursuitId) -> StateName {
    let view = view_workspace(app, &actor(MARA), pursuit).await;
    view.unwrap().state
}

async fn aside(app: &App, pursuit: PursuitId, way: Aside) -> Outcome<Standing> {
    put_aside(app, &actor(MARA), PutAside { pursuit, way }, None).await
}

async fn back(app: &App, person: u128, code: &str) -> Outcome<app::pursuit::TakenBack> {
    let command = TakeBack {
        code: code.to_owned(),
    };
    take_back(app, &actor(person), command, None).await
}

async fn step(app: &App, pursuit: PursuitId, step: ManageStep) -> Outcome<app::pursuit::Managed> {
    manage(app, &manager(), Manage { pursuit, step }, None).await
}

fn a_hold() -> ManageStep {
    ManageStep::Hold {
        concern: Concern::Privacy,
        reason: "A name can be read in the log.".to_owned(),
    }
}

/// Assessor 3 is qualified and holds the first seat.
async fn seated(app: &App, done: &app::pursuit::SubmitDone) -> ReviewId {
    let review = ReviewId::from_u128(0x900 + u128::from(done.attempt));
    let print = super::fixture::content().rubric.fingerprint().to_string();
    let person = PersonId::from_u128(3);
    run(app, "INSERT INTO qualification (id, person_id, rubric_fingerprint, granted_by, reason, granted_at, valid_until)
         VALUES ($1, $2, $3, $2, 'r', 0, 9000000000000000) ON CONFLICT DO NOTHING", args![review, person, print]).await;
    run(app, "INSERT INTO review (id, submission_id, assessor_id, seat, state, criteria, assigned_at, due_at)
         VALUES ($1, $2, $3, 1, 'assigned', '[\"timing\"]', 0, 0)", args![review, done.submission, person]).await;
    review
}

async fn open(app: &App, review: ReviewId) -> Outcome<app::review::Opened> {
    let command = app::review::OpenReview { review };
    app::review::open_review(app, &actor(3), command, None).await
}

async fn ask_back(app: &App, review: ReviewId, missing: &str) -> Outcome<app::pursuit::GivenBack> {
    let command = GiveBack {
        by: GivenBy::Review(review),
        missing: missing.to_owned(),
    };
    give_back(app, &actor(3), command, None).await
}

testkit::each_database! {
    async fn what_is_taken_back_was_never_sent_and_its_next_code_is_another(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let first = send(&world.app, pursuit, None).await.unwrap();
        let review = seated(&world.app, &first).await;
        assert_eq!(code(back(&world.app, OTHER, &first.code).await), "no-such-pursuit");
        back(&world.app, MARA, &first.code).await.unwrap();
        assert_eq!(state(&world.app, pursuit).await, StateName::Started);
        assert_eq!(code(open(&world.app, review).await), "no-such-review", "the assignment is withdrawn");
        assert_eq!(code(back(&world.app, MARA, &first.code).await), "not-possible-now");
        let receipt = view_receipt(&world.app, &actor(MARA), &first.code).await.unwrap();
        assert!(receipt.submission.ended.is_some() && !receipt.can_take_back && receipt.expected.is_none());

        write(&world.app, MARA, pursuit, "ai-use", "More.", 1).await.unwrap();
        let second = send(&world.app, pursuit, None).await.unwrap();
        assert_eq!(second.attempt, 1, "it is the first attempt still");
        assert_ne!(second.code, first.code);
    }

    async fn a_second_attempt_that_is_taken_back_is_not_yet_again(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let first = send(&world.app, pursuit, None).await.unwrap();
        decide(&world.app, pursuit, &first, &["timing"], true).await;
        write(&world.app, MARA, pursuit, "note", "More.", 0).await.unwrap();
        let second = send(&world.app, pursuit, None).await.unwrap();
        back(&world.app, MARA, &second.code).await.unwrap();
        let view = view_workspace(&world.app, &actor(MARA), pursuit).await.unwrap();
        assert_eq!((view.state, view.next_attempt), (StateName::NotYet, Ok(2)));
        assert!(view.criteria.iter().any(|it| it.was_met && !it.is_open), "what was met stays met");
        assert_eq!(send(&world.app, pursuit, None).await.unwrap().attempt, 2);
    }

    async fn no_review_opens_while_it_can_be_taken_back_and_none_is_taken_back_once_one_is_open(store: Store) {
        let mut world = world(store).await;
        with_window(&mut world, 30);
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let sent = send(&world.app, pursuit, None).await.unwrap();
        let review = seated(&world.app, &sent).await;
        assert_eq!(code(open(&world.app, review).await), "review-not-open-yet");
        assert_eq!(number(&world.app, "SELECT count(*) AS n FROM job WHERE kind = 'assign-assessors' AND run_after > 1772463600000000").await, 1);
        world.clock.advance(SignedDuration::from_mins(30));
        open(&world.app, review).await.unwrap();
        assert_eq!(code(back(&world.app, MARA, &sent.code).await), "opened-already");
        assert_eq!(code(aside(&world.app, pursuit, Aside::Withdraw).await), "already-submitted");
    }

    async fn of_taking_back_and_opening_at_once_one_wins(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        for round in 0..6 {
            let sent = send(&world.app, pursuit, None).await.unwrap();
            let review = seated(&world.app, &sent).await;
            let (taken, opened) = tokio::join!(back(&world.app, MARA, &sent.code), open(&world.app, review));
            assert_ne!(taken.is_ok(), opened.is_ok(), "{taken:?} {opened:?}");
            let open = number(&world.app, "SELECT count(*) AS n FROM review r JOIN submission s ON s.id = r.submission_id
                AND s.ended IS NOT NULL AND r.state IN ('assigned', 'opened')").await;
            assert_eq!(open, 0);
            if opened.is_ok() {
                ask_back(&world.app, review, "The log.").await.unwrap();
                run(&world.app, "DELETE FROM mark", args![]).await;
                run(&world.app, "DELETE FROM review", args![]).await;
            }
            write(&world.app, MARA, pursuit, "ai-use", &format!("Round {round}."), round + 1).await.unwrap();
        }
    }

    async fn what_is_incomplete_is_given_back_unscored_and_keeps_its_number(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let sent = send(&world.app, pursuit, None).await.unwrap();
        let review = seated(&world.app, &sent).await;
        assert_eq!(code(ask_back(&world.app, review, "x").await), "not-possible-now", "it has to be opened first");
        open(&world.app, review).await.unwrap();
        assert_eq!(code(ask_back(&world.app, review, " ").await), "pursuit-reason-missing");
        ask_back(&world.app, review, "The second page of the log.").await.unwrap();
        assert_eq!(code(ask_back(&world.app, review, "x").await), "submission-withdrawn");

        let view = view_workspace(&world.app, &actor(MARA), pursuit).await.unwrap();
        assert_eq!((view.state, view.next_attempt), (StateName::Returned, Ok(1)));
        let (old, ended) = view.returned.unwrap();
        assert_eq!((old.as_str(), ended.reason.as_str()), (sent.code.as_str(), "The second page of the log."));
        assert_eq!(number(&world.app, "SELECT count(*) AS n FROM letter WHERE kind = 'submission-returned'").await, 1);
        let told = number(&world.app, "SELECT count(*) AS n FROM letter WHERE kind = 'submission-returned' AND parameters LIKE '%0000-000000000003%'").await;
        assert_eq!(told, 0, "the letter does not say who");
        let again = send(&world.app, pursuit, None).await.unwrap();
        assert_eq!(again.attempt, 1);
        assert_ne!(again.code, sent.code);
    }

    async fn a_manager_of_the_issuer_gives_back_and_nobody_else(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let sent = send(&world.app, pursuit, None).await.unwrap();
        let command = GiveBack { by: GivenBy::Manager(sent.code.clone()), missing: "The log.".to_owned() };
        assert_eq!(code(give_back(&world.app, &actor(OTHER), command.clone(), None).await), "no-such-pursuit");
        let mut own = manager();
        own.person = PersonId::from_u128(MARA);
        assert_eq!(code(give_back(&world.app, &own, command.clone(), None).await), "no-such-pursuit", "nobody manages their own");
        give_back(&world.app, &manager(), command, None).await.unwrap();
        assert_eq!(state(&world.app, pursuit).await, StateName::Returned);
    }

    async fn what_is_scored_is_not_given_back(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let sent = send(&world.app, pursuit, None).await.unwrap();
        let review = seated(&world.app, &sent).await;
        open(&world.app, review).await.unwrap();
        run(&world.app, "UPDATE review SET state = 'locked'", args![]).await;
        let command = GiveBack { by: GivenBy::Manager(sent.code.clone()), missing: "x".to_owned() };
        assert_eq!(code(give_back(&world.app, &manager(), command, None).await), "scored-already");
        assert_eq!(code(ask_back(&world.app, review, "x").await), "scored-already");
    }

    async fn a_pause_stops_the_time_and_nothing_can_be_sent(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let end = view_workspace(&world.app, &actor(MARA), pursuit).await.unwrap().expires_at.unwrap();
        aside(&world.app, pursuit, Aside::Pause).await.unwrap();
        assert_eq!(code(send(&world.app, pursuit, None).await), "pursuit-paused");
        write(&world.app, MARA, pursuit, "note", "Still writing.", 0).await.unwrap();
        world.clock.advance(SignedDuration::from_hours(24 * 1000));
        app::jobs::run_due_once(&world.app).await.unwrap();
        assert_eq!(state(&world.app, pursuit).await, StateName::Paused, "what is paused does not expire");
        let back = aside(&world.app, pursuit, Aside::Resume).await.unwrap();
        assert_eq!(back.state, StateName::Started);
        assert_eq!(back.expires_at.unwrap().duration_since(end), SignedDuration::from_hours(24 * 1000));
        assert_eq!(code(aside(&world.app, pursuit, Aside::Resume).await), "not-possible-now");
        send(&world.app, pursuit, None).await.unwrap();
    }

    async fn what_is_given_up_stays_readable_and_can_be_begun_anew(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        write(&world.app, MARA, pursuit, "note", "words", 0).await.unwrap();
        aside(&world.app, pursuit, Aside::Withdraw).await.unwrap();
        assert_eq!(code(write(&world.app, MARA, pursuit, "note", "more", 1).await), "already-withdrawn");
        let view = view_workspace(&world.app, &actor(MARA), pursuit).await.unwrap();
        assert_eq!(view.draft.draft.text(&"note".parse().unwrap()), "words");
        assert!(begin(&world.app, MARA, None).await.is_ok());
        assert_eq!(view_home(&world.app, &actor(MARA), None).await.unwrap().lines.len(), 2);
    }

    async fn notice_is_given_three_times_then_it_expires_and_a_manager_reopens_it(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        write(&world.app, MARA, pursuit, "note", "words", 0).await.unwrap();
        for _ in 0..800 {
            world.clock.advance(SignedDuration::from_hours(24));
            app::jobs::run_due_once(&world.app).await.unwrap();
            if state(&world.app, pursuit).await == StateName::Expired {
                break;
            }
        }
        assert_eq!(state(&world.app, pursuit).await, StateName::Expired);
        assert_eq!(number(&world.app, "SELECT count(*) AS n FROM letter WHERE kind = 'pursuit-expires'").await, 3);
        assert_eq!(number(&world.app, "SELECT count(*) AS n FROM letter WHERE kind = 'pursuit-expired'").await, 1);
        assert_eq!(code(write(&world.app, MARA, pursuit, "note", "more", 1).await), "pursuit-expired");
        let view = view_workspace(&world.app, &actor(MARA), pursuit).await.unwrap();
        assert_eq!(view.draft.draft.text(&"note".parse().unwrap()), "words", "nothing is deleted");

        let found = list_managed(&world.app, &manager(), StateName::Expired, None).await.unwrap();
        assert_eq!(found.lines.len(), 0, "a membership is looked up, not believed");
        run(&world.app, "INSERT INTO membership (id, person_id, organization_id, role, since) VALUES ($1, $1, $2, 'programme-manager', 0)",
            args![PersonId::from_u128(MANAGER), ISSUER]).await;
        let found = list_managed(&world.app, &manager(), StateName::Expired, None).await.unwrap();
        assert_eq!(found.lines[0].id, pursuit);
        assert_eq!(code(list_managed(&world.app, &actor(OTHER), StateName::Expired, None).await), "not-allowed");

        let other = begin(&world.app, MARA, None).await.unwrap();
        assert_eq!(code(step(&world.app, pursuit, ManageStep::Reopen).await), "already-pursuing");
        aside(&world.app, other, Aside::Withdraw).await.unwrap();
        step(&world.app, pursuit, ManageStep::Reopen).await.unwrap();
        write(&world.app, MARA, pursuit, "note", "more", 1).await.unwrap();
        world.clock.advance(SignedDuration::from_hours(24 * 32));
        app::jobs::run_due_once(&world.app).await.unwrap();
        assert_eq!(state(&world.app, pursuit).await, StateName::Expired, "it expires again after thirty days");
    }

    async fn what_is_on_hold_stands_still_until_the_concern_is_settled(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let sent = send(&world.app, pursuit, None).await.unwrap();
        let review = seated(&world.app, &sent).await;
        step(&world.app, pursuit, a_hold()).await.unwrap();
        assert_eq!(code(open(&world.app, review).await), "pursuit-on-hold");
        assert_eq!(code(back(&world.app, MARA, &sent.code).await), "pursuit-on-hold");
        assert_eq!(code(aside(&world.app, pursuit, Aside::Pause).await), "pursuit-on-hold");
        step(&world.app, pursuit, ManageStep::Lift).await.unwrap();
        assert_eq!(state(&world.app, pursuit).await, StateName::Submitted);
        open(&world.app, review).await.unwrap();
        step(&world.app, pursuit, a_hold()).await.unwrap();
        let command = app::review::SubmitScorecard { review };
        let refused = app::review::submit_scorecard(&world.app, &actor(3), command, None).await;
        assert_eq!(code(refused), "pursuit-on-hold");
        step(&world.app, pursuit, ManageStep::Lift).await.unwrap();
        assert_eq!(state(&world.app, pursuit).await, StateName::UnderReview);
        assert_eq!(number(&world.app, "SELECT count(*) AS n FROM letter WHERE kind IN ('pursuit-on-hold', 'hold-lifted')").await, 4);
    }
}
