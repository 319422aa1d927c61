//! Work that was given up, and trying it again.

use domain::ids::JobId;
use domain::time::Timestamp;
use store::system::job::{self, Claimed, NewJob, Which};
use store::{Address, Options, Store};

use crate::program::Bench;

const KIND: &str = "sign-credential";

/// Leaves a job that was given up in the installation, while nothing serves.
fn give_up(bench: &Bench, id: JobId) {
    let now = Timestamp::from_second(1_000_000_000).unwrap();
    with_store(bench, async move |store| {
        let given_up = store.write(move |tx| {
            let new = NewJob {
                id,
                kind: KIND,
                payload: "{}",
                run_after: now,
                unique_key: None,
                now,
            };
            job::enqueue(tx, &new)?;
            let claimed: Vec<Claimed> = job::claim(tx, now, now, 10)?;
            let mine = claimed.iter().find(|it| it.id == id).unwrap();
            job::bury(tx, mine, "the key is lost", now)
        });
        assert_eq!(given_up.await, Ok::<_, store::StoreError>(true));
    });
}

fn dead(bench: &Bench) -> usize {
    let mut count = 0;
    with_store(bench, async |store| {
        let found = store.read(|tx| job::list(tx, Which::Dead, None, 10)).await;
        count = found.unwrap().len();
    });
    count
}

fn with_store(bench: &Bench, work: impl AsyncFnOnce(&Store)) {
    let address = Address::Sqlite(bench.path("testamur-data/testamur.db"));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = Store::open(&address, Options::default()).await.unwrap();
        work(&store).await;
        store.close().await;
    });
}

#[test]
fn what_was_given_up_is_shown_with_its_reason_and_tried_again() {
    let bench = Bench::with_an_installation();
    assert!(bench.run(&["jobs", "list"]).out.contains("Nothing"));
    give_up(&bench, JobId::from_u128(7));
    let listed = bench.run(&["jobs", "list"]).out;
    assert!(
        listed.contains(KIND) && listed.contains("the key is lost"),
        "{listed}"
    );
    let checked = bench.run(&["check"]).out;
    assert!(checked.contains("testamur jobs retry"), "{checked}");

    let retried = bench.run(&["jobs", "retry"]);
    assert_eq!((retried.code, dead(&bench)), (0, 0), "{}", retried.error);
}

#[test]
fn a_job_is_tried_again_alone_and_one_that_was_not_given_up_is_a_no() {
    let bench = Bench::with_an_installation();
    let (first, second) = (JobId::from_u128(7), JobId::from_u128(8));
    give_up(&bench, first);
    give_up(&bench, second);
    let id = first.to_string();
    assert_eq!(bench.run(&["jobs", "retry", &id]).code, 0);
    assert_eq!(dead(&bench), 1);
    assert_eq!(bench.run(&["jobs", "retry", &id]).code, 1);
    assert_eq!(bench.run(&["jobs", "retry", "not-an-id"]).code, 2);
}
