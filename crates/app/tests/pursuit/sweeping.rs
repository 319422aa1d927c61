//! The daily tidying: what goes, what stays, and uploads beside it.

use app::evidence::{open_evidence, remove_file};
use app::jobs::{TIDY, run_due_once};
use app::{App, Outcome};
use domain::evidence::Item;
use domain::evidence::sweep::Mark;
use domain::ids::{JobId, PursuitId};
use domain::people::Throttle;
use domain::time::{SignedDuration, Timestamp};
use futures::{TryStreamExt, stream};
use serde_json::json;
use store::blob::ContentHash;
use store::evidence::sweep;
use store::people::{session, throttle};
use store::system::event;
use store::system::job::{self, Which};
use store::{Store, args};
use testkit::World;

use super::fixture::{
    ISSUER, MARA, OTHER, PDF, a_log, actor, add, begin, begun, code, complete, number, run, send,
    world,
};

/// A world so late that everything that is kept now counts as old.
async fn late(store: Store) -> World {
    let world = world(store).await;
    world.clock.advance(SignedDuration::from_hours(24 * 3650));
    world
}

async fn tidy(app: &App) {
    let asked = app.write(|unit| unit.ask(TIDY, &json!({}), None));
    asked.await.unwrap();
    let drained = run_due_once(app).await.unwrap();
    assert_eq!((drained.failed, drained.buried), (0, 0), "{drained:?}");
}

async fn kept(app: &App) -> Vec<ContentHash> {
    let pieces = app.blobs.shelf(ISSUER, None).list();
    pieces.map_ok(|it| it.hash).try_collect().await.unwrap()
}

async fn added(app: &App, pursuit: PursuitId) -> Item {
    let added = add(app, a_log(pursuit, "log.pdf"), &[PDF]).await;
    added.unwrap().item
}

async fn remove(app: &App, pursuit: PursuitId, item: &Item) {
    let mara = actor(MARA);
    let removed = remove_file(app, &mara, pursuit, item.id);
    removed.await.unwrap();
}

async fn readable(app: &App, item: &Item) -> bool {
    let opened = open_evidence(app, &actor(MARA), item.id).await.unwrap();
    match opened.read(None).await {
        Ok(content) => {
            let bytes: Vec<_> = content.bytes.try_collect().await.unwrap();
            bytes.concat() == PDF
        }
        Err(_) => false,
    }
}

async fn mark(app: &App, hash: ContentHash) -> Option<Mark> {
    let found = app.read(move |unit| Ok(sweep::mark_of(unit.tx, ISSUER, hash)?));
    found.await.unwrap()
}

async fn going(app: &App, hash: ContentHash) -> Outcome<bool> {
    app.write(move |unit| Ok(sweep::mark_going(unit.tx, ISSUER, hash, unit.now)?))
        .await
}

testkit::each_database! {
    async fn the_bytes_of_a_removed_piece_go_and_that_is_on_record(store: Store) {
        let world = late(store).await;
        let app = &world.app;
        let pursuit = begun(app).await;
        let item = added(app, pursuit).await;
        tidy(app).await;
        assert_eq!(kept(app).await.len(), 3, "a draft rests on it, its rendition and its texts");
        remove(app, pursuit, &item).await;
        tidy(app).await;
        assert_eq!(kept(app).await, []);
        let events = app.read(move |unit| {
            Ok(event::of_subject(unit.tx, "bytes", &item.sha256, None, 10)?)
        });
        assert_eq!(events.await.unwrap().len(), 1);
        tidy(app).await;
        assert_eq!(number(app, "SELECT count(*) AS n FROM event WHERE kind = 'bytes-deleted'").await, 3);
    }

    async fn shared_bytes_stay_until_the_last_piece_is_gone(store: Store) {
        let world = late(store).await;
        let app = &world.app;
        let pursuit = begun(app).await;
        let (first, second) = (added(app, pursuit).await, added(app, pursuit).await);
        remove(app, pursuit, &first).await;
        tidy(app).await;
        assert!(readable(app, &second).await);
        remove(app, pursuit, &second).await;
        tidy(app).await;
        assert_eq!(kept(app).await, []);
    }

    async fn what_a_submission_rests_on_stays_though_the_draft_lets_it_go(store: Store) {
        let world = late(store).await;
        let app = &world.app;
        let pursuit = begun(app).await;
        complete(app, pursuit).await;
        send(app, pursuit, None).await.unwrap();
        run(app, "UPDATE evidence SET removed_at = 1", args![]).await;
        tidy(app).await;
        assert_eq!(kept(app).await.len(), 3);
    }

    async fn bytes_without_a_piece_go_when_they_are_a_day_old(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let shelf = app.blobs.shelf(ISSUER, None);
        let lost = stream::iter([Ok::<_, std::io::Error>(bytes::Bytes::from_static(PDF))]);
        shelf.put(lost, 1000, [1; 32]).await.unwrap();
        tidy(app).await;
        assert_eq!(kept(app).await.len(), 1, "an upload may be about to need them");
        world.clock.advance(SignedDuration::from_hours(24 * 3650));
        tidy(app).await;
        assert_eq!(kept(app).await, []);
    }

    async fn bytes_that_come_while_they_are_deleted_are_sent_again_and_then_stay(store: Store) {
        let world = late(store).await;
        let app = &world.app;
        let pursuit = begun(app).await;
        let item = added(app, pursuit).await;
        remove(app, pursuit, &item).await;
        let hash: ContentHash = item.sha256.parse().unwrap();
        assert!(going(app, hash).await.unwrap());
        assert!(!going(app, hash).await.unwrap(), "another sweep leaves them alone");
        let meanwhile = add(app, a_log(pursuit, "log.pdf"), &[PDF]).await;
        assert_eq!(code(meanwhile), "busy");

        app.blobs.shelf(ISSUER, None).delete(hash).await.unwrap();
        let gone = app.write(move |unit| Ok(sweep::mark_gone(unit.tx, ISSUER, hash, unit.now)?));
        assert!(gone.await.unwrap());
        let again = added(app, pursuit).await;
        assert!(readable(app, &again).await);
        assert_eq!(mark(app, hash).await, None);
    }

    async fn a_sweep_that_was_interrupted_is_finished_by_the_next(store: Store) {
        let world = late(store).await;
        let app = &world.app;
        let pursuit = begun(app).await;
        let item = added(app, pursuit).await;
        remove(app, pursuit, &item).await;
        let hash: ContentHash = item.sha256.parse().unwrap();
        going(app, hash).await.unwrap();
        tidy(app).await;
        assert_eq!(mark(app, hash).await, Some(Mark::Going), "its sweep may still be at it");
        world.clock.advance(SignedDuration::from_mins(5));
        tidy(app).await;
        assert!(matches!(mark(app, hash).await, Some(Mark::Gone(_))));
        assert_eq!(kept(app).await, []);
        let again = added(app, pursuit).await;
        assert!(readable(app, &again).await);
    }

    async fn an_upload_beside_the_sweep_never_loses_its_bytes(store: Store) {
        let world = late(store).await;
        let app = &world.app;
        let pursuit = begun(app).await;
        let mut item = added(app, pursuit).await;
        for round in 0..12 {
            remove(app, pursuit, &item).await;
            let asked = app.write(|unit| unit.ask(TIDY, &json!({}), None));
            asked.await.unwrap();
            let (drained, came) = tokio::join!(
                run_due_once(app),
                add(app, a_log(pursuit, "log.pdf"), &[PDF])
            );
            let drained = drained.unwrap();
            assert_eq!((drained.failed, drained.buried), (0, 0), "{drained:?}");
            item = match came {
                Ok(added) => added.item,
                Err(refused) => {
                    assert_eq!(code(Err::<(), _>(refused)), "busy");
                    added(app, pursuit).await
                }
            };
            assert!(readable(app, &item).await, "round {round}");
        }
    }

    async fn what_has_expired_is_forgotten_and_nothing_else(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        begun(app).await;
        begin(app, OTHER, Some("a-key-of-a-form")).await.unwrap();
        let now = app.clock.now();
        let (soon, later) = (now + SignedDuration::from_hours(1), now + SignedDuration::from_hours(24 * 30));
        app.write(move |unit| {
            for (name, expires_at) in [("short", soon), ("long", later)] {
                let session = session::Session {
                    secret_hash: name.to_owned(),
                    person: actor(MARA).person,
                    device: String::new(),
                    created_at: now,
                    seen_at: now,
                    expires_at,
                };
                session::insert(unit.tx, &session)?;
            }
            Ok(throttle::put(unit.tx, "somebody", Throttle { failures: 3, since: now })?)
        }).await.unwrap();
        tidy(app).await;
        let counts = async || [
            number(app, "SELECT count(*) AS n FROM session").await,
            number(app, "SELECT count(*) AS n FROM sign_in_throttle").await,
            number(app, "SELECT count(*) AS n FROM idempotency").await,
        ];
        assert_eq!(counts().await, [2, 1, 1]);
        world.clock.advance(SignedDuration::from_hours(25));
        run_due_once(app).await.unwrap();
        assert_eq!(counts().await, [1, 0, 1]);
        world.clock.advance(app::jobs::KEEP_ANSWERS);
        run_due_once(app).await.unwrap();
        assert_eq!(counts().await, [1, 0, 0]);
    }

    async fn tidying_comes_again_every_day_by_itself(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        tidy(app).await;
        let waiting = async || {
            let jobs = app.read(|unit| Ok(job::list(unit.tx, Which::Waiting, None, 10)?)).await.unwrap();
            jobs.into_iter().map(|it| (it.id, it.run_after)).collect::<Vec<(JobId, Timestamp)>>()
        };
        let first = waiting().await;
        assert_eq!(first.len(), 1);
        assert_eq!(first[0].1, app.clock.now() + SignedDuration::from_hours(24));
        world.clock.advance(SignedDuration::from_hours(24));
        assert_eq!(run_due_once(app).await.unwrap().done, 1);
        let second = waiting().await;
        assert_eq!(second.len(), 1);
        assert!(second[0].1 > first[0].1);
    }
}
