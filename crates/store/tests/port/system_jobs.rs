//! Jobs: asked for, claimed, done, tried again, buried, revived.

use domain::ids::{JobId, ordered};
use jiff::{SignedDuration, Timestamp};
use store::{
    Store, StoreError, Tx,
    system::job::{self, Claimed, NewJob, Which},
};

fn second(n: i64) -> Timestamp {
    Timestamp::from_second(n).unwrap()
}

fn id(n: i64) -> JobId {
    ordered(second(n), [5; 10])
}

fn enqueue(tx: &Tx, n: i64, run_after: i64, unique_key: Option<&str>) -> Result<bool, StoreError> {
    let job = NewJob {
        id: id(n),
        kind: "sign-award",
        payload: "{\"award\":1}",
        run_after: second(run_after),
        unique_key,
        now: second(0),
    };
    job::enqueue(tx, &job)
}

async fn write<T: Send + 'static>(
    store: &Store,
    work: impl Fn(&Tx) -> Result<T, StoreError> + Send + Sync + 'static,
) -> T {
    store.write(work).await.unwrap()
}

async fn claim(store: &Store, now: i64, limit: u32) -> Vec<Claimed> {
    write(store, move |tx| {
        job::claim(tx, second(now), second(now + 60), limit)
    })
    .await
}

fn ids(jobs: &[Claimed]) -> Vec<JobId> {
    jobs.iter().map(|job| job.id).collect()
}

testkit::each_database! {
    async fn due_jobs_are_claimed_oldest_first_and_only_once(store: Store) {
        write(&store, |tx| {
            for (n, run_after) in [(1, 30), (2, 10), (3, 20), (4, 99)] {
                assert!(enqueue(tx, n, run_after, None)?);
            }
            Ok(())
        })
        .await;
        assert_eq!(write(&store, job::next_due).await, Some(second(10)));
        let first = claim(&store, 50, 2).await;
        assert_eq!(ids(&first), [id(2), id(3)]);
        assert_eq!((first[0].kind.as_str(), first[0].payload.as_str(), first[0].attempt), ("sign-award", "{\"award\":1}", 1));
        assert_eq!(ids(&claim(&store, 50, 10).await), [id(1)]);
        assert_eq!(claim(&store, 50, 10).await, []);
    }

    async fn a_job_that_is_done_is_gone(store: Store) {
        write(&store, |tx| enqueue(tx, 1, 0, None)).await;
        let job = claim(&store, 1, 10).await.remove(0);
        let done = job.clone();
        assert!(write(&store, move |tx| job::complete(tx, &done)).await);
        assert!(!write(&store, move |tx| job::complete(tx, &job)).await);
        assert_eq!(write(&store, |tx| job::list(tx, Which::Waiting, None, 10)).await, []);
        assert_eq!(write(&store, job::next_due).await, None);
    }

    async fn a_claim_that_has_ended_is_lost_to_the_next(store: Store) {
        write(&store, |tx| enqueue(tx, 1, 0, None)).await;
        let slow = claim(&store, 1, 10).await.remove(0);
        assert_eq!(claim(&store, 60, 10).await, []);
        let quick = claim(&store, 62, 10).await.remove(0);
        assert_eq!(quick.attempt, 2);
        assert!(!write(&store, move |tx| job::complete(tx, &slow)).await);
        assert!(write(&store, move |tx| job::complete(tx, &quick)).await);
    }

    async fn a_failed_job_is_tried_again_when_it_is_time(store: Store) {
        write(&store, |tx| enqueue(tx, 1, 0, None)).await;
        let job = claim(&store, 1, 10).await.remove(0);
        assert!(write(&store, move |tx| job::fail(tx, &job, "no mail server", second(30))).await);
        let waiting = write(&store, |tx| job::list(tx, Which::Waiting, None, 10)).await;
        assert_eq!((waiting[0].error.as_deref(), waiting[0].attempts), (Some("no mail server"), 1));
        assert_eq!(claim(&store, 29, 10).await, []);
        assert_eq!(claim(&store, 30, 10).await[0].attempt, 2);
    }

    async fn a_dead_job_keeps_its_error_and_can_be_revived(store: Store) {
        write(&store, |tx| enqueue(tx, 1, 0, None)).await;
        let job = claim(&store, 1, 10).await.remove(0);
        assert!(write(&store, move |tx| job::bury(tx, &job, "no such award", second(2))).await);
        assert_eq!(claim(&store, 999, 10).await, []);
        let dead = write(&store, |tx| job::list(tx, Which::Dead, None, 10)).await;
        assert_eq!((dead[0].id, dead[0].error.as_deref(), dead[0].dead_at), (id(1), Some("no such award"), Some(second(2))));
        assert!(write(&store, |tx| job::revive(tx, id(1), second(1000))).await);
        assert!(!write(&store, |tx| job::revive(tx, id(1), second(1000))).await);
        assert_eq!(write(&store, |tx| job::list(tx, Which::Dead, None, 10)).await, []);
        assert_eq!(claim(&store, 1000, 10).await[0].attempt, 1);
    }

    async fn one_job_with_a_unique_key_waits_and_a_running_one_does_not_count(store: Store) {
        assert!(write(&store, |tx| enqueue(tx, 1, 0, Some("list-7"))).await);
        assert!(!write(&store, |tx| enqueue(tx, 2, 0, Some("list-7"))).await);
        assert!(write(&store, |tx| enqueue(tx, 3, 0, Some("list-8"))).await);
        assert_eq!(claim(&store, 1, 10).await.len(), 2);
        assert!(write(&store, |tx| enqueue(tx, 4, 0, Some("list-7"))).await);
    }

    async fn a_long_list_of_jobs_is_paged_by_id(store: Store) {
        write(&store, |tx| (1..=5).try_for_each(|n| enqueue(tx, n, 0, None).map(|_| ()))).await;
        let first = write(&store, |tx| job::list(tx, Which::Waiting, None, 3)).await;
        let rest = write(&store, |tx| job::list(tx, Which::Waiting, Some(id(3)), 3)).await;
        let all: Vec<JobId> = first.iter().chain(&rest).map(|job| job.id).collect();
        assert_eq!(all, (1..=5).map(id).collect::<Vec<_>>());
    }

    async fn two_claimers_at_once_share_the_jobs(store: Store) {
        write(&store, |tx| (1..=40).try_for_each(|n| enqueue(tx, n, 0, None).map(|_| ()))).await;
        let claimers: Vec<_> = (0..4)
            .map(|_| {
                let store = store.clone();
                tokio::spawn(async move {
                    let mut mine = Vec::new();
                    loop {
                        let batch = claim(&store, 1, 3).await;
                        if batch.is_empty() {
                            return mine;
                        }
                        mine.extend(ids(&batch));
                    }
                })
            })
            .collect();
        let mut all = Vec::new();
        for claimer in claimers {
            all.extend(claimer.await.unwrap());
        }
        all.sort_unstable();
        assert_eq!(all, (1..=40).map(id).collect::<Vec<_>>());
    }
}

#[test]
fn the_wait_after_a_failure_doubles_up_to_six_hours() {
    assert_eq!(job::backoff(1), SignedDuration::from_secs(10));
    assert_eq!(job::backoff(4), SignedDuration::from_secs(80));
    assert_eq!(job::backoff(30), SignedDuration::from_hours(6));
    assert_eq!(job::backoff(u32::MAX), SignedDuration::from_hours(6));
}
