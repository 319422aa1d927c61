use app::people::{
    change_language, end_other_sessions, list_own_sessions, revoke_session, sign_in, sign_out,
    visitor,
};
use domain::people::{Role, SESSION_IDLE_DAYS, SESSION_LIFE_DAYS};
use jiff::SignedDuration;
use store::Store;
use testkit::World;

use crate::fixture::{ADDRESS, PASSWORD, attempt, begun, district, person, refused, signed_in};

fn days(n: u32) -> SignedDuration {
    SignedDuration::from_hours(24 * i64::from(n))
}

testkit::each_database! {
    async fn a_session_tells_who_what_and_in_which_language(store: Store) {
        let world = World::over(store).unwrap();
        let it = begun(&world.app).await;
        change_language(&world.app, &it.actor, "es").await.unwrap();
        let found = visitor(&world.app, &it.secret).await.unwrap().unwrap();
        assert_eq!(found.actor, it.actor);
        assert_eq!((found.name.as_str(), found.language.as_deref()), ("Ada Orne", Some("es")));
    }

    async fn a_person_without_any_role_is_still_somebody(store: Store) {
        let world = World::over(store).unwrap();
        let it = begun(&world.app).await;
        let membership = world.app.read({
            let (person, at) = (it.actor.person, it.actor.memberships[0]);
            move |unit| Ok(store::people::membership::find_same(unit.tx, person, at)?)
        }).await.unwrap().unwrap();
        world.app.write(move |unit| Ok(store::people::membership::finish(unit.tx, membership.id, unit.now)?)).await.unwrap();
        let found = visitor(&world.app, &it.secret).await.unwrap().unwrap();
        assert!(found.actor.memberships.is_empty());
    }

    async fn a_session_that_is_not_used_ends(store: Store) {
        let world = World::over(store).unwrap();
        let it = begun(&world.app).await;
        world.clock.advance(days(SESSION_IDLE_DAYS) - SignedDuration::from_secs(1));
        assert!(visitor(&world.app, &it.secret).await.unwrap().is_some());
        world.clock.advance(days(SESSION_IDLE_DAYS));
        assert!(visitor(&world.app, &it.secret).await.unwrap().is_none());
    }

    async fn a_session_that_is_used_every_week_ends_all_the_same(store: Store) {
        let world = World::over(store).unwrap();
        let it = begun(&world.app).await;
        let mut lived = 0;
        while visitor(&world.app, &it.secret).await.unwrap().is_some() {
            world.clock.advance(days(6));
            lived += 6;
        }
        assert_eq!(lived, SESSION_LIFE_DAYS);
    }

    async fn use_is_noted_every_five_minutes_and_costs_one_statement_otherwise(store: Store) {
        let world = World::over(store).unwrap();
        let it = begun(&world.app).await;
        let statements = async || {
            let before = world.app.store.statements_run();
            visitor(&world.app, &it.secret).await.unwrap().unwrap();
            world.app.store.statements_run() - before
        };
        assert_eq!(statements().await, 1);
        world.clock.advance(SignedDuration::from_mins(5));
        assert_eq!(statements().await, 2);
        assert_eq!(statements().await, 1);
    }

    async fn signing_out_ends_the_session(store: Store) {
        let world = World::over(store).unwrap();
        let it = begun(&world.app).await;
        sign_out(&world.app, &it.actor, &it.secret).await.unwrap();
        assert!(visitor(&world.app, &it.secret).await.unwrap().is_none());
        sign_out(&world.app, &it.actor, &it.secret).await.unwrap();
    }

    async fn signing_in_replaces_the_session_that_the_browser_had(store: Store) {
        let world = World::over(store).unwrap();
        let old = begun(&world.app).await;
        let mut again = attempt(ADDRESS, PASSWORD);
        again.replaces = Some(old.secret.clone());
        sign_in(&world.app, again).await.unwrap();
        assert!(visitor(&world.app, &old.secret).await.unwrap().is_none());
    }

    async fn people_see_and_end_their_own_sessions(store: Store) {
        let world = World::over(store).unwrap();
        let first = begun(&world.app).await;
        world.clock.advance(SignedDuration::from_mins(1));
        let second = signed_in(&world.app).await;
        let listed = list_own_sessions(&world.app, &first.actor, &first.secret).await.unwrap();
        assert_eq!(listed.iter().map(|it| it.is_this).collect::<Vec<_>>(), [false, true]);
        revoke_session(&world.app, &first.actor, &listed[0].id).await.unwrap();
        assert!(visitor(&world.app, &second.secret).await.unwrap().is_none());
        assert!(visitor(&world.app, &first.secret).await.unwrap().is_some());
        signed_in(&world.app).await;
        assert_eq!(end_other_sessions(&world.app, &first.actor, &first.secret).await.unwrap(), 1);
        assert_eq!(list_own_sessions(&world.app, &first.actor, &first.secret).await.unwrap().len(), 1);
    }

    async fn nobody_ends_the_session_of_somebody_else(store: Store) {
        let world = World::over(store).unwrap();
        let it = begun(&world.app).await;
        let other = person(&world.app, "Mara Quinn", Role::Educator, district(&it)).await;
        let other = crate::fixture::actor(&world.app, other).await;
        let listed = list_own_sessions(&world.app, &it.actor, &it.secret).await.unwrap();
        assert_eq!(refused(revoke_session(&world.app, &other, &listed[0].id).await), "no-such-page");
        assert!(visitor(&world.app, &it.secret).await.unwrap().is_some());
    }

    async fn the_hash_of_a_secret_opens_nothing(store: Store) {
        let world = World::over(store).unwrap();
        let it = begun(&world.app).await;
        let listed = list_own_sessions(&world.app, &it.actor, &it.secret).await.unwrap();
        assert!(visitor(&world.app, &listed[0].id).await.unwrap().is_none());
        assert!(visitor(&world.app, "").await.unwrap().is_none());
        assert!(visitor(&world.app, &"a".repeat(100_000)).await.unwrap().is_none());
    }
}
