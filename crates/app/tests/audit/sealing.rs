use app::audit::last_head;
use app::jobs::{SEAL_AUDIT, run_due_once};
use domain::time::SignedDuration;
use serde_json::json;
use store::Store;
use store::system::job::{self, Which};

use super::fixture::{happen, meddle, seal, sound, world};

testkit::each_database! {
    async fn what_happened_is_sealed_once_and_proved(store: Store) {
        let world = world(store);
        let app = &world.app;
        assert_eq!(sound(app).await.events, 0);
        happen(app, 5).await;
        seal(app).await;
        // The making of the installation's key is on record as well.
        let found = sound(app).await;
        assert_eq!((found.events, found.heads), (6, 1));
        seal(app).await;
        assert_eq!(sound(app).await, found);
        happen(app, 3).await;
        seal(app).await;
        let later = sound(app).await;
        assert_eq!((later.events, later.heads), (9, 2));
        assert_eq!(later.last, last_head(app).await.unwrap());
    }

    async fn many_events_are_sealed_under_several_heads(store: Store) {
        let world = world(store);
        let app = &world.app;
        happen(app, 1_200).await;
        seal(app).await;
        let found = sound(app).await;
        assert_eq!((found.events, found.heads), (1_201, 3));
    }

    async fn events_that_are_written_while_others_are_sealed_are_all_sealed_once(store: Store) {
        let world = world(store);
        let app = &world.app;
        seal(app).await;
        let writers = (0..6).map(|_| {
            let app = app.clone();
            tokio::spawn(async move {
                for _ in 0..10 {
                    happen(&app, 3).await;
                }
            })
        });
        let writers: Vec<_> = writers.collect();
        while writers.iter().any(|it| !it.is_finished()) {
            seal(app).await;
            tokio::task::yield_now().await;
        }
        for writer in writers {
            writer.await.unwrap();
        }
        seal(app).await;
        assert_eq!(sound(app).await.events, 181);
    }

    async fn a_log_that_does_not_go_on_from_its_head_is_not_vouched_for(store: Store) {
        let world = world(store);
        let app = &world.app;
        happen(app, 2).await;
        seal(app).await;
        meddle(app, "DELETE FROM setting WHERE name = 'audit-peaks'").await;
        happen(app, 1).await;
        let asked = app.write(|unit| unit.ask(SEAL_AUDIT, &json!({}), None));
        asked.await.unwrap();
        assert_eq!(run_due_once(app).await.unwrap().failed, 1);
        assert_eq!(sound(app).await.events, 3, "what was sealed before stays proved");
    }

    async fn sealing_comes_again_within_a_minute(store: Store) {
        let world = world(store);
        let app = &world.app;
        seal(app).await;
        let waiting = app.read(|unit| Ok(job::list(unit.tx, Which::Waiting, None, 10)?));
        let next = waiting.await.unwrap();
        assert_eq!(next.len(), 1);
        assert!(next[0].run_after <= app.clock.now() + SignedDuration::from_mins(1));
    }
}
