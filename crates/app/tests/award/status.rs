use app::award::{
    CheckName, CheckOutcome, ToSignList, sign_status_list, view_award, view_status_list,
};
use app::{App, jobs};
use domain::award::CredentialState;
use domain::ids::AwardId;
use jiff::SignedDuration;
use store::award::{credential, status_list};
use store::{Store, args};

use super::fixture::{number, person, run, signed, world};

async fn status(app: &App, award: AwardId) -> CheckOutcome {
    let shown = view_award(app, Some(person(1)), award).await.unwrap();
    let report = shown.verification.unwrap().report;
    report.check(CheckName::Status).unwrap().outcome
}

async fn revoke(app: &App, award: AwardId) -> ToSignList {
    let shown = view_award(app, Some(person(1)), award).await.unwrap().award;
    app.write(move |unit| {
        credential::set_state(unit.tx, shown.credential, CredentialState::Revoked)?;
        Ok(status_list::want(unit.tx, shown.status_list)?)
    })
    .await
    .unwrap();
    ToSignList {
        list: shown.status_list,
    }
}

testkit::each_database! {
    async fn the_list_tells_what_is_revoked_and_nothing_else(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let (revoked, kept) = (signed(app, 1).await, signed(app, 2).await);
        assert_eq!(status(app, revoked).await, CheckOutcome::Pass);
        let list = revoke(app, revoked).await;
        sign_status_list(app, list).await.unwrap();
        assert_eq!(status(app, revoked).await, CheckOutcome::Fail);
        let other = view_award(app, Some(person(2)), kept).await.unwrap().verification.unwrap();
        assert!(other.report.verified);
    }

    async fn a_superseded_edition_is_not_revoked(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let award = signed(app, 1).await;
        let shown = view_award(app, Some(person(1)), award).await.unwrap().award;
        app.write(move |unit| {
            credential::set_state(unit.tx, shown.credential, CredentialState::Superseded)?;
            Ok(status_list::want(unit.tx, shown.status_list)?)
        })
        .await
        .unwrap();
        sign_status_list(app, ToSignList { list: shown.status_list }).await.unwrap();
        assert_eq!(status(app, award).await, CheckOutcome::Pass);
    }

    async fn a_list_is_signed_anew_every_day_before_it_ends(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let award = signed(app, 1).await;
        for day in 1..=5 {
            world.clock.advance(SignedDuration::from_hours(25));
            assert_eq!(jobs::run_due_once(app).await.unwrap().done, 1, "day {day}");
            assert_eq!(status(app, award).await, CheckOutcome::Pass, "day {day}");
        }
        assert_eq!(number(app, "SELECT count(*) AS n FROM event WHERE kind = 'status-list-signed'").await, 6);
        assert_eq!(number(app, "SELECT count(*) AS n FROM job").await, 1);
    }

    async fn a_list_that_is_fresh_is_not_signed_again(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let award = signed(app, 1).await;
        let list = view_award(app, Some(person(1)), award).await.unwrap().award.status_list;
        sign_status_list(app, ToSignList { list }).await.unwrap();
        assert_eq!(number(app, "SELECT revision AS n FROM status_list").await, 1);
        assert_eq!(number(app, "SELECT count(*) AS n FROM event WHERE kind = 'status-list-signed'").await, 1);
        assert_eq!(number(app, "SELECT count(*) AS n FROM job").await, 1, "the renewal is asked for once");
    }

    async fn a_list_whose_renewal_was_given_up_is_renewed_when_somebody_asks_for_it(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let award = signed(app, 1).await;
        let list = view_award(app, Some(person(1)), award).await.unwrap().award.status_list;
        run(app, "DELETE FROM job", args![]).await;
        world.clock.advance(SignedDuration::from_hours(26));
        for _ in 0..2 {
            view_status_list(app, list).await.unwrap();
        }
        assert_eq!(jobs::run_due_once(app).await.unwrap().done, 1);
        world.clock.advance(SignedDuration::from_hours(50));
        assert_eq!(status(app, award).await, CheckOutcome::Pass);
    }

    async fn a_list_past_its_end_makes_the_status_unknown_never_valid(store: Store) {
        let world = world(store).await;
        let award = signed(&world.app, 1).await;
        world.clock.advance(SignedDuration::from_hours(24 * 30));
        assert_ne!(status(&world.app, award).await, CheckOutcome::Pass);
    }
}
