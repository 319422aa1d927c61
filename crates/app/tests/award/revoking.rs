use app::award::{
    CheckName, CheckOutcome, DecideRevocation, ProposeRevocation, confirm_revocation,
    drop_revocation, list_revocations, propose_revocation, view_award,
};
use app::{App, Failure};
use domain::award::CredentialState;
use domain::ids::PersonId;
use domain::people::Actor;
use domain::refusal::Refuse;
use store::{Store, args};

use super::fixture::{ISSUER, number, person, run, signed, world};

/// Somebody of the issuer.
async fn staff(app: &App, n: u128, role: &'static str) -> Actor {
    let id = PersonId::from_u128(0x9_0000 + n);
    run(
        app,
        "INSERT INTO person (id, name, language, created_at) VALUES ($1, 'Staff', 'en', 0)",
        args![id],
    )
    .await;
    run(app, "INSERT INTO membership (id, person_id, organization_id, role, since) VALUES ($1, $1, $2, $3, 0)", args![id, ISSUER, role]).await;
    app.read(move |unit| Ok(store::people::actor_of(unit.tx, id, unit.now)?))
        .await
        .unwrap()
}

fn code(failure: Failure) -> &'static str {
    match failure {
        Failure::Refused(refusal) => refusal.code(),
        Failure::Broken(why) => panic!("{why}"),
    }
}

testkit::each_database! {
    async fn two_people_revoke_and_the_holder_reads_why_and_the_list_says_so(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let award = signed(app, 1).await;
        let (one, two) = (staff(app, 1, "programme-manager").await, staff(app, 2, "lead-assessor").await);
        let propose = |reason: &str| ProposeRevocation { award, reason: reason.to_owned() };
        assert_eq!(code(propose_revocation(app, &one, propose(" "), None).await.unwrap_err()), "revocation-fields");
        let revocation = propose_revocation(app, &one, propose("The recording is of somebody else."), None).await.unwrap();
        let twice = propose_revocation(app, &two, propose("Again."), None).await;
        assert_eq!(code(twice.unwrap_err()), "revocation-already-proposed");
        let decide = DecideRevocation { revocation };
        assert_eq!(code(confirm_revocation(app, &one, decide, None).await.unwrap_err()), "second-person-revokes");
        assert!(list_revocations(app, &one).await.unwrap()[0].is_mine);
        let shown = view_award(app, Some(person(1)), award).await.unwrap();
        assert_eq!((shown.award.state, shown.revoked), (CredentialState::Valid, None));
        confirm_revocation(app, &two, decide, None).await.unwrap();
        // The job of the list is due at once: within the minute that it may take.
        assert_eq!(app::jobs::run_due_once(app).await.unwrap().failed, 0);
        let shown = view_award(app, Some(person(1)), award).await.unwrap();
        let report = shown.verification.unwrap().report;
        assert_eq!(report.check(CheckName::Status).unwrap().outcome, CheckOutcome::Fail);
        assert_eq!(shown.revoked.unwrap().0, "The recording is of somebody else.");
        assert_eq!(number(app, "SELECT count(*) AS n FROM letter WHERE kind = 'award-revoked'").await, 1);
        assert!(list_revocations(app, &two).await.unwrap().is_empty());
        assert_eq!(code(confirm_revocation(app, &two, decide, None).await.unwrap_err()), "revocation-is-over");
    }

    async fn a_dropped_proposal_changes_nothing_and_others_know_of_none(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let award = signed(app, 1).await;
        let (one, stranger) = (staff(app, 1, "administrator").await, staff(app, 2, "educator").await);
        let propose = || ProposeRevocation { award, reason: "A mistake.".to_owned() };
        assert_eq!(code(propose_revocation(app, &stranger, propose(), None).await.unwrap_err()), "no-such-award");
        let revocation = propose_revocation(app, &one, propose(), None).await.unwrap();
        let decide = DecideRevocation { revocation };
        assert_eq!(code(confirm_revocation(app, &stranger, decide, None).await.unwrap_err()), "no-such-revocation");
        assert!(list_revocations(app, &stranger).await.is_err());
        drop_revocation(app, &one, decide, None).await.unwrap();
        let shown = view_award(app, Some(person(1)), award).await.unwrap();
        assert_eq!(shown.award.state, CredentialState::Valid);
        propose_revocation(app, &one, propose(), None).await.unwrap();
    }
}
