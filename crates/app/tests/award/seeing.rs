use app::award::{
    SetVisibility, list_awards, set_visibility, view_award, view_credential, view_did_document,
    view_issuer, view_seal, view_verification,
};
use app::{App, Failure, Outcome};
use domain::award::{Refusal, Visibility};
use domain::ids::{AwardId, OrganizationId, PersonId};
use domain::people::Actor;
use store::Store;

use super::fixture::{ISSUER, SLUG, awarded, number, person, signed, world};

const ABSENT: &str = "no-such-award";

async fn answers(app: &App, asker: Option<PersonId>, award: AwardId) -> [String; 4] {
    [
        word(view_award(app, asker, award).await),
        word(view_credential(app, asker, award).await),
        word(view_seal(app, asker, award).await),
        word(view_verification(app, asker, award).await),
    ]
}

fn word<T>(outcome: Outcome<T>) -> String {
    use domain::refusal::Refuse;
    match outcome {
        Ok(_) => "seen".to_owned(),
        Err(Failure::Refused(refusal)) => refusal.code().to_owned(),
        Err(Failure::Broken(reason)) => reason,
    }
}

fn actor(n: u128) -> Actor {
    Actor {
        person: person(n),
        memberships: Vec::new(),
    }
}

async fn show(app: &App, n: u128, award: AwardId, visibility: Visibility) -> Outcome<Visibility> {
    set_visibility(app, &actor(n), SetVisibility { award, visibility }, None).await
}

testkit::each_database! {
    async fn a_private_award_is_there_for_its_holder_alone(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let award = signed(app, 1).await;
        assert_eq!(answers(app, Some(person(1)), award).await, ["seen"; 4]);
        assert_eq!(answers(app, None, award).await, [ABSENT; 4]);
        assert_eq!(answers(app, Some(person(2)), award).await, [ABSENT; 4]);
        for visibility in [Visibility::Unlisted, Visibility::Public] {
            show(app, 1, award, visibility).await.unwrap();
            assert_eq!(answers(app, None, award).await, ["seen"; 4]);
        }
        show(app, 1, award, Visibility::Private).await.unwrap();
        assert_eq!(answers(app, None, award).await, [ABSENT; 4]);
        let set = "SELECT count(*) AS n FROM event WHERE kind = 'award-visibility-set'";
        assert_eq!(number(app, set).await, 3);
    }

    async fn nobody_else_sets_who_may_see_an_award_even_a_public_one(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let award = signed(app, 1).await;
        assert_eq!(word(show(app, 2, award, Visibility::Public).await), ABSENT);
        show(app, 1, award, Visibility::Public).await.unwrap();
        assert_eq!(word(show(app, 2, award, Visibility::Private).await), ABSENT);
    }

    async fn an_award_that_is_being_signed_says_so(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let award = awarded(app, 1).await;
        let shown = view_award(app, Some(person(1)), award).await.unwrap();
        assert!(shown.is_mine && shown.verification.is_none() && shown.award.signed.is_none());
        let waiting = "not-signed-yet";
        assert_eq!(word(view_credential(app, Some(person(1)), award).await), waiting);
        assert_eq!(word(view_verification(app, Some(person(1)), award).await), waiting);
    }

    async fn each_page_asks_the_database_a_fixed_number_of_times(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let mut last = None;
        for n in 1..=3 {
            last = Some(signed(app, n).await);
        }
        let (award, holder) = (last.unwrap(), person(3));
        let before = app.store.statements_run();
        view_award(app, Some(holder), award).await.unwrap();
        let page = app.store.statements_run();
        list_awards(app, holder, None).await.unwrap();
        let list = app.store.statements_run();
        view_issuer(app, ISSUER).await.unwrap();
        let issuer = app.store.statements_run();
        view_did_document(app, ISSUER).await.unwrap();
        let document = app.store.statements_run();
        assert_eq!([page - before, list - page, issuer - list, document - issuer], [2, 1, 3, 1]);
    }

    async fn my_awards_are_mine_newest_first(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let (mine, other) = (signed(app, 1).await, signed(app, 2).await);
        let page = list_awards(app, person(1), None).await.unwrap();
        let ids: Vec<AwardId> = page.awards.iter().map(|it| it.award).collect();
        assert_eq!(ids, [mine]);
        assert_ne!(mine, other);
        assert!(page.awards[0].signed_at.is_some() && page.next.is_none());
        let after = (page.awards[0].awarded_at, mine);
        assert!(list_awards(app, person(1), Some(after)).await.unwrap().awards.is_empty());
    }

    async fn an_issuer_shows_its_keys_and_what_it_offers(store: Store) {
        let world = world(store).await;
        signed(&world.app, 1).await;
        let shown = view_issuer(&world.app, ISSUER).await.unwrap();
        assert_eq!((shown.keys.len(), shown.offers[0].slug.as_str()), (1, SLUG));
        let stranger = OrganizationId::from_u128(9);
        assert_eq!(word(view_issuer(&world.app, stranger).await), "no-such-issuer");
        assert_eq!(word(view_did_document(&world.app, stranger).await), "no-such-issuer");
        let list = domain::ids::StatusListId::from_u128(9);
        assert_eq!(word(app::award::view_status_list(&world.app, list).await), "no-such-status-list");
    }
}

#[test]
fn the_refusal_of_a_private_award_is_that_of_one_that_does_not_exist() {
    use domain::refusal::{Kind, Refuse};
    assert_eq!(
        (Refusal::NoSuchAward.code(), Refusal::NoSuchAward.kind()),
        (ABSENT, Kind::NotFound)
    );
}
