use app::people::{
    MergePeople, NewPerson, merge_people, new_person, sign_in_to_demo, undo_merge, view_person,
    visitor,
};
use app::{App, Mode};
use domain::ids::PersonId;
use domain::people::{EmailAddress, Membership, PersonName, Role};
use jiff::SignedDuration;
use store::Store;
use testkit::World;

use crate::fixture::{actor, begun, district, organization, person, refused};

fn merging(kept: PersonId) -> MergePeople {
    MergePeople {
        kept,
        email: "mara@second.example".to_owned(),
        reason: "Both are hers; she told me.".to_owned(),
    }
}

/// The same person once more.
async fn second(app: &App, at: domain::ids::OrganizationId) -> PersonId {
    let new = NewPerson {
        name: PersonName::parse("name", "M. Quinn").unwrap(),
        email: EmailAddress::parse("email", "mara@second.example").unwrap(),
        password_hash: None,
        language: None,
        verified_at: None,
        memberships: [Role::Educator, Role::Mentor]
            .map(|role| Membership {
                organization: at,
                role,
            })
            .to_vec(),
    };
    app.write(move |unit| new_person(unit, &new)).await.unwrap()
}

testkit::each_database! {
    async fn what_one_account_has_goes_to_the_other_and_back_within_thirty_days(store: Store) {
        let world = World::in_mode(store, Mode::Demo).unwrap();
        let app = &world.app;
        let ada = begun(app).await;
        let here = district(&ada);
        let kept = person(app, "Mara Quinn", Role::Educator, here).await;
        let merged = second(app, here).await;
        let secret = sign_in_to_demo(app, merged, app::people::Device::default(), None).await.unwrap().secret;
        let done = merge_people(app, &ada.actor, merging(kept), None).await.unwrap();
        let both = actor(app, kept).await;
        assert!(both.holds(Role::Mentor) && both.holds(Role::Educator));
        assert!(actor(app, merged).await.memberships.is_empty());
        assert_eq!(visitor(app, &secret).await.unwrap(), None, "its sessions have ended");
        let page = view_person(app, &ada.actor, kept, None).await.unwrap();
        assert_eq!((page.addresses.len(), page.merges.len()), (2, 1));
        assert!(page.merges[0].1, "it can be undone");
        assert_eq!(refused(merge_people(app, &ada.actor, merging(kept), None).await), "already-merged");
        undo_merge(app, &ada.actor, done.merge).await.unwrap();
        assert!(!actor(app, kept).await.holds(Role::Mentor));
        let back = actor(app, merged).await;
        assert!(back.holds(Role::Mentor) && back.holds(Role::Educator), "also what had ended");
        assert_eq!(refused(undo_merge(app, &ada.actor, done.merge).await), "merge-settled");
        let again = merge_people(app, &ada.actor, merging(kept), None).await.unwrap();
        world.clock.advance(SignedDuration::from_hours(30 * 24));
        assert_eq!(refused(undo_merge(app, &ada.actor, again.merge).await), "merge-settled");
    }

    async fn nobody_merges_what_they_do_not_look_after_or_their_own_account(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let ada = begun(app).await;
        let far = organization(app, "brightwater", "district", None).await;
        let kept = person(app, "Mara Quinn", Role::Educator, district(&ada)).await;
        let merged = second(app, far).await;
        assert_eq!(refused(merge_people(app, &ada.actor, merging(kept), None).await), "no-such-person");
        let at = Membership { organization: district(&ada), role: Role::Mentor };
        app.write(move |unit| Ok(store::people::membership::grant(unit.tx, unit.id(), merged, at, unit.now)?)).await.unwrap();
        assert_eq!(refused(merge_people(app, &ada.actor, merging(kept), None).await), "beyond-reach");
        assert_eq!(refused(merge_people(app, &ada.actor, merging(ada.actor.person), None).await), "not-allowed");
        let empty = MergePeople { email: "nobody".to_owned(), reason: " ".to_owned(), kept };
        let outcome = format!("{:?}", merge_people(app, &ada.actor, empty, None).await);
        assert!(outcome.contains("address-unusable") && outcome.contains("merge-reason-missing"), "{outcome}");
    }
}
