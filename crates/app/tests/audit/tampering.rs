//! Somebody who reaches the database, and not the master key, meddles with the log.

use app::App;
use app::audit::{Verdict, last_head, verify_log};
use domain::audit::log::Breach;
use domain::audit::merkle::to_hex;
use store::{Store, args};
use testkit::World;

use super::fixture::{breach, happen, meddle, run, seal, sound, world};

/// Two heads: over the first four events (one is the making of the key), and over seven.
async fn sealed(store: Store) -> World {
    let world = world(store);
    happen(&world.app, 3).await;
    seal(&world.app).await;
    world
        .clock
        .advance(domain::time::SignedDuration::from_mins(1));
    happen(&world.app, 3).await;
    seal(&world.app).await;
    assert_eq!(sound(&world.app).await.events, 7);
    world
}

async fn changed_at(app: &App) -> u64 {
    match breach(app).await {
        Breach::Changed { position, .. } => position,
        other => panic!("{other}"),
    }
}

testkit::each_database! {
    async fn an_event_that_was_changed_is_named(store: Store) {
        let world = sealed(store).await;
        meddle(&world.app, "UPDATE event SET detail = '{\"n\":9}' WHERE position = 5").await;
        assert_eq!(changed_at(&world.app).await, 5);
        meddle(&world.app, "UPDATE event SET person_id = NULL WHERE position = 2").await;
        assert_eq!(changed_at(&world.app).await, 2, "the first place counts");
        meddle(&world.app, "UPDATE event SET at = at - 1 WHERE position = 1").await;
        assert_eq!(changed_at(&world.app).await, 1);
        meddle(&world.app, "UPDATE event SET role = 'administrator' WHERE position = 0").await;
        assert_eq!(changed_at(&world.app).await, 0);
    }

    async fn an_event_that_was_changed_with_its_leaf_is_found_by_the_head_over_it(store: Store) {
        let world = sealed(store).await;
        let app = &world.app;
        let lines = app.read(|unit| Ok(store::audit::log::sealed(unit.tx, 5, 6, 1)?));
        let mut entry = lines.await.unwrap().remove(0).entry;
        entry.kind = "thing-undone".to_owned();
        run(app, "UPDATE event SET kind = 'thing-undone', leaf = $1 WHERE position = 5", args![to_hex(&entry.leaf())]).await;
        let found = breach(app).await;
        assert!(matches!(found, Breach::Other { from: 4, size: 7, .. }), "{found}");
    }

    async fn two_events_that_changed_places_are_found(store: Store) {
        let world = sealed(store).await;
        for sql in [
            "UPDATE event SET position = 100 WHERE position = 1",
            "UPDATE event SET position = 1 WHERE position = 2",
            "UPDATE event SET position = 2 WHERE position = 100",
        ] {
            meddle(&world.app, sql).await;
        }
        let found = breach(&world.app).await;
        assert!(matches!(found, Breach::Other { from: 0, size: 4, .. }), "{found}");
    }

    async fn an_event_that_was_removed_is_named_by_its_place(store: Store) {
        let world = sealed(store).await;
        meddle(&world.app, "DELETE FROM event WHERE position = 6").await;
        let found = breach(&world.app).await;
        assert_eq!(found, Breach::Removed { position: 6, next: None });
        meddle(&world.app, "DELETE FROM event WHERE position = 2").await;
        let found = breach(&world.app).await;
        assert!(matches!(found, Breach::Removed { position: 2, next: Some(_) }), "{found}");
        meddle(&world.app, "UPDATE event SET position = position - 1 WHERE position = 3").await;
        let found = breach(&world.app).await;
        assert!(matches!(found, Breach::Removed { position: 3, .. }), "{found}");
    }

    async fn an_event_that_was_put_in_is_named(store: Store) {
        let world = sealed(store).await;
        let app = &world.app;
        happen(app, 1).await;
        meddle(app, "UPDATE event SET position = 7, leaf = '' WHERE position IS NULL").await;
        let found = breach(app).await;
        assert!(matches!(found, Breach::PutIn { position: 7, .. }), "{found}");
    }

    async fn an_event_in_the_place_of_another_is_found(store: Store) {
        let world = sealed(store).await;
        let app = &world.app;
        meddle(app, "DELETE FROM event WHERE position = 3").await;
        happen(app, 1).await;
        let lines = app.read(|unit| Ok(store::audit::log::unsealed(unit.tx, 1)?));
        let entry = lines.await.unwrap().remove(0).entry;
        run(app, "UPDATE event SET position = 3, leaf = $1 WHERE position IS NULL", args![to_hex(&entry.leaf())]).await;
        let found = breach(app).await;
        assert!(matches!(found, Breach::Other { from: 0, size: 4, .. }), "{found}");
    }

    async fn a_head_that_was_changed_is_not_signed(store: Store) {
        for sql in [
            "UPDATE audit_head SET at = at + 1 WHERE size = 4",
            "UPDATE audit_head SET root = (SELECT root FROM audit_head WHERE size = 7) WHERE size = 4",
            "UPDATE audit_head SET signature = (SELECT signature FROM audit_head WHERE size = 7) WHERE size = 4",
        ] {
            let world = sealed_again(&store).await;
            meddle(&world.app, sql).await;
            let found = breach(&world.app).await;
            assert!(matches!(found, Breach::Unsigned { size: 4, .. }), "{sql}: {found}");
        }
    }

    async fn what_stands_behind_a_removed_head_is_not_vouched_for(store: Store) {
        let world = sealed(store).await;
        meddle(&world.app, "DELETE FROM audit_head WHERE size = 7").await;
        let found = breach(&world.app).await;
        assert!(matches!(found, Breach::PutIn { position: 4, .. }), "{found}");
    }

    async fn a_log_that_was_cut_off_is_found_by_a_head_that_was_kept_elsewhere(store: Store) {
        let world = sealed(store).await;
        let app = &world.app;
        let kept = last_head(app).await.unwrap();
        assert!(matches!(verify_log(app, kept.clone()).await.unwrap(), Verdict::Sound(_)));
        happen(app, 1).await;
        seal(app).await;
        assert!(matches!(verify_log(app, kept.clone()).await.unwrap(), Verdict::Sound(_)), "it goes on");
        meddle(app, "DELETE FROM event WHERE position > 3").await;
        meddle(app, "DELETE FROM audit_head WHERE size > 4").await;
        assert_eq!(sound(app).await.events, 4, "by itself it cannot know");
        let found = verify_log(app, kept).await.unwrap();
        assert_eq!(found, Verdict::Breached(Breach::NotTheKept { size: 7 }));
    }

    async fn without_the_master_key_nothing_is_proved(store: Store) {
        let world = sealed(store).await;
        let mut other = world.app.clone();
        other.master_key = std::sync::Arc::new(store::blob::MasterKey::new([8; 32]));
        assert!(verify_log(&other, None).await.is_err());
    }
}

/// The same log anew in the same database.
async fn sealed_again(store: &Store) -> World {
    let emptied = store.write(|tx| {
        for sql in [
            "DELETE FROM event",
            "DELETE FROM audit_head",
            "DELETE FROM installation_key",
            "DELETE FROM setting",
            "DELETE FROM job",
        ] {
            let statement = store::Statement { name: "test", sql };
            tx.execute(&statement, &args![])?;
        }
        Ok::<_, store::StoreError>(())
    });
    emptied.await.unwrap();
    sealed(store.clone()).await
}
