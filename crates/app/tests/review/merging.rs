//! Two accounts of one person: nobody comes to judge their own work by having had two.

use app::people::{MergePeople, merge_people, undo_merge};
use domain::ids::PersonId;
use domain::people::Actor;
use domain::review::{ReviewState, Seat};
use jiff::SignedDuration;
use store::{Store, args};

use crate::fixture::{EDUCATOR, Small, actor, person, run};

const CARETAKER: u128 = 0x9_0001;

/// Somebody who looks after every organization.
async fn caretaker(it: &Small) -> Actor {
    let who = person(CARETAKER);
    run(
        it.app(),
        "INSERT INTO person (id, name, created_at) VALUES ($1, 'Carl Keeper', 0)",
        args![who],
    )
    .await;
    run(
        it.app(),
        "INSERT INTO membership (id, person_id, organization_id, role, since)
         SELECT id, $1, id, 'administrator', 0 FROM organization",
        args![who],
    )
    .await;
    actor(it.app(), CARETAKER).await
}

async fn with_address(it: &Small, who: PersonId) {
    run(
        it.app(),
        "INSERT INTO email_address (address, person_id, created_at) VALUES ('second@example.org', $1, 0)
         ON CONFLICT (address) DO NOTHING",
        args![who],
    )
    .await;
}

testkit::each_database! {
    async fn a_review_of_what_turns_out_to_be_ones_own_work_is_given_back(store: Store) {
        let it = Small::ready(store).await;
        let (_, submission) = it.submitted().await;
        let assessor = it.holder(submission, Seat::First).await.seated.assessor;
        with_address(&it, assessor).await;
        let carl = caretaker(&it).await;
        let command = MergePeople {
            kept: person(EDUCATOR),
            email: "second@example.org".to_owned(),
            reason: "Showed me both letters of appointment.".to_owned(),
        };
        let done = merge_people(it.app(), &carl, command, None).await.unwrap();
        assert_eq!(done.recused, 1);
        it.work().await;
        let own = [assessor, person(EDUCATOR)];
        let reviews = it.reviews(submission).await;
        let live: Vec<_> = reviews.iter().filter(|it| it.state != ReviewState::Recused).collect();
        assert_eq!(live.len(), 2, "somebody else was found");
        assert!(live.iter().all(|it| !own.contains(&it.seated.assessor)));
        it.world.clock.advance(SignedDuration::from_hours(24));
        undo_merge(it.app(), &carl, done.merge).await.unwrap();
        it.work().await;
        let still = it.reviews(submission).await;
        assert_eq!(still.iter().filter(|it| it.state != ReviewState::Recused).count(), 2);
    }
}
