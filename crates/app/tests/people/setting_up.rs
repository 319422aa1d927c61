use app::people::{become_first_administrator, setup_is_open, setup_token, visitor};
use domain::people::Role;
use store::Store;
use testkit::World;

use crate::fixture::{begun, first, refused};

testkit::each_database! {
    async fn the_token_makes_one_administrator_once(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let token = setup_token(app).await.unwrap().unwrap();
        assert!(setup_is_open(app).await.unwrap());
        let it = become_first_administrator(app, first(&token)).await.unwrap();
        assert!(it.actor.holds(Role::Administrator));
        assert!(visitor(app, &it.secret).await.unwrap().is_some());
        assert!(!setup_is_open(app).await.unwrap());
        let again = become_first_administrator(app, first(&token)).await;
        assert_eq!(refused(again), "setup-token-unusable");
        assert_eq!(setup_token(app).await.unwrap(), None);
    }

    async fn each_start_makes_a_new_token_and_the_old_one_does_not_count(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let old = setup_token(app).await.unwrap().unwrap();
        let new = setup_token(app).await.unwrap().unwrap();
        assert_ne!(old, new);
        assert_eq!(refused(become_first_administrator(app, first(&old)).await), "setup-token-unusable");
        assert!(become_first_administrator(app, first(&new)).await.is_ok());
    }

    async fn a_wrong_token_is_refused_and_what_is_missing_is_listed_at_once(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        assert_eq!(refused(become_first_administrator(app, first("")).await), "setup-token-unusable");
        let token = setup_token(app).await.unwrap().unwrap();
        assert_eq!(refused(become_first_administrator(app, first("wrong")).await), "setup-token-unusable");
        let mut empty = first(&token);
        empty.name.clear();
        empty.email.clear();
        empty.password.clear();
        empty.time_zone.clear();
        let outcome = format!("{:?}", become_first_administrator(app, empty).await);
        for code in ["name-missing", "address-missing", "password-too-short", "time-zone-unknown"] {
            assert!(outcome.contains(code), "{code} in {outcome}");
        }
        assert!(become_first_administrator(app, first(&token)).await.is_ok(), "the token still counts");
    }

    async fn what_the_database_holds_is_not_the_token(store: Store) {
        let world = World::over(store).unwrap();
        let token = setup_token(&world.app).await.unwrap().unwrap();
        let kept = world.app.read(|unit| Ok(store::system::setting::find(unit.tx, "setup-token-hash")?));
        assert_ne!(kept.await.unwrap(), Some(token));
        begun(&world.app).await;
    }
}
