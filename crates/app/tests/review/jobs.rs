use app::jobs::{Runner, run_due_once};
use jiff::SignedDuration;
use store::system::job::{self, NewJob, Which};
use store::{Store, Tx};
use testkit::world::World;

use super::fixture::Small;

async fn ask(world: &World, kind: &'static str) {
    let app = &world.app;
    let (id, now) = (
        domain::ids::ordered(app.clock.now(), app.random()),
        app.clock.now(),
    );
    let work = move |tx: &Tx| {
        let job = NewJob {
            id,
            kind,
            payload: "{}",
            run_after: now,
            unique_key: None,
            now,
        };
        job::enqueue(tx, &job)
    };
    assert!(app.store.write(work).await.unwrap());
}

testkit::each_database! {
    async fn a_job_that_goes_wrong_is_tried_eight_times_and_kept_with_its_error(store: Store) {
        let world = World::over(store).unwrap();
        ask(&world, "nobody-does-this").await;
        let mut failed = 0;
        for _ in 0..7 {
            failed += run_due_once(&world.app).await.unwrap().failed;
            assert_eq!(run_due_once(&world.app).await.unwrap().failed, 0, "not before its time");
            world.clock.advance(SignedDuration::from_hours(7));
        }
        assert_eq!(failed, 7);
        assert_eq!(run_due_once(&world.app).await.unwrap().buried, 1);
        let dead = world.app.store.read(|tx| job::list(tx, Which::Dead, None, 10)).await.unwrap();
        assert!(dead[0].error.as_ref().unwrap().contains("nobody-does-this"));
        world.clock.advance(SignedDuration::from_hours(7));
        assert_eq!(run_due_once(&world.app).await.unwrap().buried, 0);
    }

    async fn a_runner_works_until_it_is_told_to_stop(store: Store) {
        let small = Small::ready(store).await;
        let app = small.app().clone();
        let runner = Runner::new(app);
        let nudge = runner.nudge();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let running = tokio::spawn(runner.run_until(async move { drop(stopped.await) }));
        ask(&small.world, "nobody-does-this").await;
        nudge.nudge();
        let waiting = |tx: &Tx| job::list(tx, Which::Waiting, None, 10);
        while small.app().store.read(waiting).await.unwrap().iter().all(|it| it.error.is_none()) {
            tokio::task::yield_now().await;
        }
        stop.send(()).unwrap();
        running.await.unwrap();
    }
}
