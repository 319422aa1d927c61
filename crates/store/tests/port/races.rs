//! Lost races, forced failures, and commits of which nobody knows whether they happened.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use jiff::Timestamp;
use store::{
    Faults, Options, Store, StoreError, Tx, args,
    system::idempotency::{self, Earlier, Request},
};
use testkit::{
    Failure,
    database::{Kind, options, run_with},
};

use crate::{counter, number, statement};

const COUNT: &str = "SELECT n FROM counter";

/// Reads the counter and writes it back: two of these at once lose one, if they are let.
fn add_one(tx: &Tx) -> Result<(), StoreError> {
    let n: i64 = tx
        .one(&statement("SELECT n FROM counter WHERE id = $1"), &args![1])?
        .get("n")?;
    let set = statement("UPDATE counter SET n = $2 WHERE id = $1");
    tx.execute(&set, &args![1, n + 1]).map(|_| ())
}

/// Eight writers, each 50 times; one who is told of a conflict asks again, as a client would.
async fn eight_writers(store: &Store) {
    counter(store).await;
    let writers: Vec<_> = (0..8)
        .map(|_| {
            let store = store.clone();
            tokio::spawn(async move {
                for _ in 0..50 {
                    while let Err(error) = store.write(add_one).await {
                        assert_eq!(error, StoreError::Conflict);
                    }
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    assert_eq!(number(store, COUNT).await, 400);
}

fn with_faults(faults: Faults) -> Options {
    Options {
        faults: Some(Faults { seed: 11, ..faults }),
        ..options()
    }
}

testkit::each_database! {
    async fn eight_writers_of_one_row_lose_nothing(store: Store) {
        eight_writers(&store).await;
    }
}

fn forced_failures_are_survived(kind: Kind) -> Result<(), Failure> {
    let faults = Faults {
        at_statement: 50,
        before_commit: 50,
        ..Faults::default()
    };
    run_with(kind, with_faults(faults), async |store: Store| {
        eight_writers(&store).await;
    })
}

#[test]
fn forced_serialization_failures_are_survived_on_sqlite() -> Result<(), Failure> {
    forced_failures_are_survived(Kind::Sqlite)
}

#[test]
fn forced_serialization_failures_are_survived_on_postgres() -> Result<(), Failure> {
    forced_failures_are_survived(Kind::Postgres)
}

/// A database that loses every race of this store.
fn endless_conflict(kind: Kind) -> Result<(), Failure> {
    let faults = Faults {
        before_commit: 1000,
        ..Faults::default()
    };
    let limits = Options {
        attempts: 4,
        ..with_faults(faults)
    };
    run_with(kind, limits, async |store: Store| {
        let runs = Arc::new(AtomicU32::new(0));
        let counted = Arc::clone(&runs);
        let answer = store
            .write(move |tx| {
                counted.fetch_add(1, Ordering::SeqCst);
                store::system::setting::put(tx, "a", "1")
            })
            .await;
        assert_eq!(answer, Err(StoreError::Conflict));
        assert_eq!(runs.load(Ordering::SeqCst), 4);
        assert_eq!(number(&store, "SELECT count(*) AS n FROM setting").await, 0);
    })
}

#[test]
fn after_the_last_attempt_the_caller_is_told_of_the_conflict_on_sqlite() -> Result<(), Failure> {
    endless_conflict(Kind::Sqlite)
}

#[test]
fn after_the_last_attempt_the_caller_is_told_of_the_conflict_on_postgres() -> Result<(), Failure> {
    endless_conflict(Kind::Postgres)
}

/// One use case with an idempotency key, as the app writes it.
fn add_one_once(tx: &Tx, key: &str) -> Result<String, StoreError> {
    let request = Request {
        person: None,
        use_case: "add-one",
        key,
        hash: "one",
    };
    match idempotency::find(tx, &request)? {
        Earlier::Answered(answer) => Ok(answer),
        Earlier::KeyReused => Err(StoreError::Other("the key was used before".to_owned())),
        Earlier::New => {
            add_one(tx)?;
            idempotency::remember(tx, &request, "done", Timestamp::UNIX_EPOCH)?;
            Ok("done".to_owned())
        }
    }
}

/// A third of all commits happen and are not answered.
fn unknown_outcomes(kind: Kind) -> Result<(), Failure> {
    let faults = Faults {
        after_commit: 333,
        ..Faults::default()
    };
    run_with(kind, with_faults(faults), async |store: Store| {
        while let Err(error) = make_counter(&store).await {
            assert_eq!(error, StoreError::Unknown);
        }
        let unknown = Arc::new(AtomicU32::new(0));
        let clients: Vec<_> = (0..4)
            .map(|client| {
                let (store, unknown) = (store.clone(), Arc::clone(&unknown));
                tokio::spawn(async move {
                    for request in 0..25 {
                        let key = format!("{client}-{request}");
                        insist(&store, key, &unknown).await;
                    }
                })
            })
            .collect();
        for client in clients {
            client.await.unwrap();
        }
        assert!(
            unknown.load(Ordering::SeqCst) > 10,
            "the faults did not happen"
        );
        assert_eq!(number(&store, COUNT).await, 100);
    })
}

async fn make_counter(store: &Store) -> Result<(), StoreError> {
    store
        .write(|tx| {
            let table = "CREATE TABLE IF NOT EXISTS counter (id BIGINT NOT NULL PRIMARY KEY, n BIGINT NOT NULL)";
            tx.execute(&statement(table), &[])?;
            let row = "INSERT INTO counter (id, n) VALUES (1, 0) ON CONFLICT (id) DO NOTHING";
            tx.execute(&statement(row), &[]).map(|_| ())
        })
        .await
}

async fn insist(store: &Store, key: String, unknown: &AtomicU32) {
    loop {
        let key = key.clone();
        match store.write(move |tx| add_one_once(tx, &key)).await {
            Ok(answer) => return assert_eq!(answer, "done"),
            Err(StoreError::Unknown) => unknown.fetch_add(1, Ordering::SeqCst),
            Err(error) => panic!("{error}"),
        };
    }
}

#[test]
fn a_commit_of_unknown_outcome_takes_effect_exactly_once_on_sqlite() -> Result<(), Failure> {
    unknown_outcomes(Kind::Sqlite)
}

#[test]
fn a_commit_of_unknown_outcome_takes_effect_exactly_once_on_postgres() -> Result<(), Failure> {
    unknown_outcomes(Kind::Postgres)
}

/// Another program changes a table under a statement that this connection has prepared.
#[test]
fn a_plan_made_stale_by_a_migration_is_made_anew() -> Result<(), Failure> {
    let limits = Options {
        connections: 1,
        ..options()
    };
    run_with(Kind::Postgres, limits, async |store: Store| {
        let all = "SELECT * FROM setting";
        store
            .write(move |tx| tx.rows(&statement(all), &[]).map(|_| ()))
            .await
            .unwrap();
        crate::run(&store, "ALTER TABLE setting ADD COLUMN extra BIGINT")
            .await
            .unwrap();
        store
            .write(move |tx| tx.rows(&statement(all), &[]).map(|_| ()))
            .await
            .unwrap();
    })
}

/// The server ends a connection that lies in the pool.
#[test]
fn a_connection_lost_before_the_commit_is_replaced() -> Result<(), Failure> {
    run_with(Kind::Postgres, options(), async |store: Store| {
        let first = AtomicU32::new(0);
        store
            .write(move |tx| {
                store::system::setting::put(tx, "a", "1")?;
                if first.fetch_add(1, Ordering::SeqCst) == 0 {
                    let end = statement(
                        "SELECT CAST(pg_terminate_backend(pg_backend_pid()) AS TEXT) AS gone",
                    );
                    tx.rows(&end, &[])?;
                }
                store::system::setting::put(tx, "b", "1")
            })
            .await
            .unwrap();
        assert_eq!(number(&store, "SELECT count(*) AS n FROM setting").await, 2);
    })
}
