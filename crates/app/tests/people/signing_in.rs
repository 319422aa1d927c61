use app::people::{ChangePassword, SignIn, change_password, sign_in};
use domain::people::Throttle;
use store::Store;
use testkit::World;

use crate::fixture::{ADDRESS, PASSWORD, attempt, begun, refused, signed_in};

testkit::each_database! {
    async fn address_and_password_open_the_door(store: Store) {
        let world = World::over(store).unwrap();
        let first = begun(&world.app).await;
        let again = sign_in(&world.app, attempt("  ADA@district.example.org ", PASSWORD)).await.unwrap();
        assert_eq!(again.actor, first.actor);
        assert_eq!(again.name, "Ada Orne");
        assert_ne!(again.secret, first.secret);
    }

    async fn a_wrong_password_and_an_unknown_address_are_refused_alike(store: Store) {
        let world = World::over(store).unwrap();
        begun(&world.app).await;
        let wrong = sign_in(&world.app, attempt(ADDRESS, "not the password")).await;
        let unknown = sign_in(&world.app, attempt("nobody@example.org", PASSWORD)).await;
        let nonsense = sign_in(&world.app, attempt("nobody", PASSWORD)).await;
        let said = format!("{wrong:?}");
        assert_eq!(format!("{unknown:?}"), said);
        assert_eq!(format!("{nonsense:?}"), said);
        assert_eq!(refused(wrong), "wrong-address-or-password");
    }

    async fn after_eight_failures_even_the_right_password_waits(store: Store) {
        let world = World::over(store).unwrap();
        begun(&world.app).await;
        for _ in 0..Throttle::LIMIT {
            let wrong = sign_in(&world.app, attempt(ADDRESS, "not the password")).await;
            assert_eq!(refused(wrong), "wrong-address-or-password");
        }
        assert_eq!(refused(sign_in(&world.app, attempt(ADDRESS, PASSWORD)).await), "too-many-sign-ins");
        world.clock.advance(Throttle::WINDOW);
        assert!(sign_in(&world.app, attempt(ADDRESS, PASSWORD)).await.is_ok());
    }

    async fn an_address_that_nobody_has_is_throttled_like_any_other(store: Store) {
        let world = World::over(store).unwrap();
        for _ in 0..Throttle::LIMIT {
            let wrong = sign_in(&world.app, attempt("nobody@example.org", PASSWORD)).await;
            assert_eq!(refused(wrong), "wrong-address-or-password");
        }
        let last = sign_in(&world.app, attempt("nobody@example.org", PASSWORD)).await;
        assert_eq!(refused(last), "too-many-sign-ins");
    }

    async fn the_right_password_gives_the_failures_back(store: Store) {
        let world = World::over(store).unwrap();
        begun(&world.app).await;
        for _ in 0..3 {
            for _ in 0..Throttle::LIMIT - 1 {
                let wrong = sign_in(&world.app, attempt(ADDRESS, "not the password")).await;
                assert_eq!(refused(wrong), "wrong-address-or-password");
            }
            signed_in(&world.app).await;
        }
    }

    async fn a_network_that_tries_many_addresses_waits_and_others_do_not(store: Store) {
        let world = World::over(store).unwrap();
        begun(&world.app).await;
        let from = |network: &str, email: &str| SignIn {
            network: Some(network.parse().unwrap()),
            ..attempt(email, PASSWORD)
        };
        // A school shares one address: it may fail eight times as often as one person.
        let app = world.app.clone();
        app.write(|unit| {
            let used = Throttle { failures: 8 * Throttle::LIMIT, since: unit.now };
            Ok(store::people::throttle::put(unit.tx, "network:192.0.2.1", used)?)
        }).await.unwrap();
        assert_eq!(refused(sign_in(&app, from("192.0.2.1", "any@example.org")).await), "too-many-sign-ins");
        assert!(sign_in(&app, from("192.0.2.2", ADDRESS)).await.is_ok());
    }

    async fn a_hash_with_old_parameters_is_made_anew_at_sign_in(store: Store) {
        let world = World::over(store).unwrap();
        let person = begun(&world.app).await.actor.person;
        // Of the same password, with 8 MiB and one pass.
        let old = old_hash();
        let kept = old.clone();
        world.app.write(move |unit| Ok(store::people::password::put(unit.tx, person, &kept, unit.now)?)).await.unwrap();
        signed_in(&world.app).await;
        let new = world.app.read(move |unit| Ok(store::people::password::of_person(unit.tx, person)?)).await.unwrap().unwrap();
        assert_ne!(new, old);
        assert!(new.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        signed_in(&world.app).await;
    }

    async fn a_new_password_needs_the_old_one_and_ends_the_other_sessions(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let (first, other) = (begun(app).await, signed_in(app).await);
        let change = |old: &str, new: &str| ChangePassword {
            old: old.to_owned(),
            new: new.to_owned(),
            session: first.secret.clone(),
        };
        let wrong = change_password(app, &first.actor, change("not the password", "another long walk")).await;
        assert!(format!("{wrong:?}").contains("password-wrong"));
        let short = change_password(app, &first.actor, change(PASSWORD, "short")).await;
        assert!(format!("{short:?}").contains("password-too-short"));
        change_password(app, &first.actor, change(PASSWORD, "another long walk")).await.unwrap();
        assert!(app::people::visitor(app, &first.secret).await.unwrap().is_some());
        assert!(app::people::visitor(app, &other.secret).await.unwrap().is_none());
        assert!(sign_in(app, attempt(ADDRESS, PASSWORD)).await.is_err());
        assert!(sign_in(app, attempt(ADDRESS, "another long walk")).await.is_ok());
    }
}

fn old_hash() -> String {
    use argon2::password_hash::PasswordHasher;
    use argon2::{Algorithm, Argon2, Params, Version};
    let weak = Params::new(8 * 1024, 1, 1, None).unwrap();
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, weak);
    argon2
        .hash_password_with_salt(PASSWORD.as_bytes(), b"sixteen bytes ok")
        .unwrap()
        .to_string()
}
