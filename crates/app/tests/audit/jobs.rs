use app::Failure;
use app::jobs::{Which, list_jobs, retry_job, run_due_once};
use domain::ids::JobId;
use domain::people::Role;
use domain::refusal::Refuse;
use domain::time::SignedDuration;
use serde_json::json;
use store::Store;
use store::system::event;

use super::fixture::{actor, tended};

testkit::each_database! {
    async fn what_was_given_up_is_shown_with_its_reason_and_tried_again_on_record(store: Store) {
        let world = tended(store).await;
        let app = &world.app;
        let me = actor(Role::Administrator);
        let asked = app.write(|unit| unit.ask("nobody-does-this", &json!({}), None));
        asked.await.unwrap();
        let waiting = list_jobs(app, &me, Which::Waiting, None).await.unwrap().jobs;
        assert_eq!(waiting.len(), 1);
        for _ in 0..8 {
            run_due_once(app).await.unwrap();
            world.clock.advance(SignedDuration::from_hours(7));
        }
        let dead = list_jobs(app, &me, Which::Dead, None).await.unwrap().jobs;
        assert!(dead[0].error.as_ref().unwrap().contains("nobody-does-this"));
        retry_job(app, &me, dead[0].id).await.unwrap();
        let waiting = list_jobs(app, &me, Which::Waiting, None).await.unwrap().jobs;
        assert_eq!((waiting.len(), waiting[0].attempts), (1, 0));
        let id = dead[0].id.to_string();
        let events = app.read(move |unit| Ok(event::of_subject(unit.tx, "job", &id, None, 10)?));
        assert_eq!(events.await.unwrap()[0].person, Some(me.person));
        let again = retry_job(app, &me, dead[0].id).await;
        assert!(matches!(again, Err(Failure::Refused(it)) if it.code() == "no-such-page"));
    }

    async fn jobs_are_listed_page_by_page(store: Store) {
        let world = tended(store).await;
        let app = &world.app;
        let me = actor(Role::Administrator);
        app.write(|unit| {
            for _ in 0..120 {
                unit.ask("something", &json!({}), None)?;
            }
            Ok(())
        }).await.unwrap();
        let (mut seen, mut after) = (0, None);
        loop {
            let run = app.store.statements_run();
            let found = list_jobs(app, &me, Which::Waiting, after).await.unwrap();
            assert_eq!(app.store.statements_run() - run, 2);
            seen += found.jobs.len();
            after = found.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen, 120);
    }

    async fn nobody_else_sees_jobs_or_tries_them_again(store: Store) {
        let world = tended(store).await;
        let app = &world.app;
        let other = actor(Role::LeadAssessor);
        let listed = list_jobs(app, &other, Which::Dead, None).await;
        assert!(matches!(listed, Err(Failure::Refused(it)) if it.code() == "not-allowed"));
        let retried = retry_job(app, &other, JobId::from_u128(1)).await;
        assert!(matches!(retried, Err(Failure::Refused(it)) if it.code() == "not-allowed"));
    }
}
