//! Groups that cannot commit, queues that are full, places that are not there.

use std::sync::mpsc;

use store::{Address, Options, Store, StoreError, system::setting};
use testkit::{
    Failure,
    database::{Kind, Scratch, options, run_with},
};

use crate::{
    number, run, statement,
    units::{SETTINGS, together},
};

/// A constraint that is checked at the commit lets the whole group fail; our schema has none.
#[test]
fn when_a_group_cannot_commit_each_unit_is_run_again_alone() -> Result<(), Failure> {
    run_with(Kind::Sqlite, options(), async |store: Store| {
        run(
            &store,
            "CREATE TABLE child (id INTEGER PRIMARY KEY, parent TEXT REFERENCES setting (name) DEFERRABLE INITIALLY DEFERRED)",
        )
        .await
        .unwrap();
        let answers = together(&store, 9, |tx, i| {
            setting::put(tx, &format!("unit {i}"), "done")?;
            let orphan = statement("INSERT INTO child (parent) VALUES ('nobody')");
            if i == 4 {
                tx.execute(&orphan, &[]).map(|_| ())
            } else {
                Ok(())
            }
        })
        .await;
        for (i, answer) in answers.into_iter().enumerate() {
            assert_eq!(answer.is_err(), i == 4, "unit {i}");
        }
        assert_eq!(number(&store, SETTINGS).await, 8);
        assert_eq!(number(&store, "SELECT count(*) AS n FROM child").await, 0);
    })
}

#[test]
fn a_unit_that_gets_no_turn_in_time_is_told_so() -> Result<(), Failure> {
    let limits = Options {
        queue: 1,
        wait: std::time::Duration::ZERO,
        ..options()
    };
    run_with(Kind::Sqlite, limits, async |store: Store| {
        let (open, gate) = mpsc::channel::<()>();
        let gate = std::sync::Mutex::new(gate);
        let (held, hold) = mpsc::channel::<()>();
        let first = {
            let store = store.clone();
            tokio::spawn(async move {
                store
                    .write(move |_| {
                        held.send(()).unwrap();
                        gate.lock().unwrap().recv().unwrap();
                        Ok::<(), StoreError>(())
                    })
                    .await
            })
        };
        tokio::task::spawn_blocking(move || hold.recv())
            .await
            .unwrap()
            .unwrap();
        let second = store.write(|tx| setting::put(tx, "a", "1")).await;
        assert!(
            matches!(second, Err(StoreError::Unavailable(_))),
            "{second:?}"
        );
        open.send(()).unwrap();
        assert_eq!(first.await.unwrap(), Ok(()));
    })
}

#[tokio::test]
async fn an_address_that_leads_nowhere_is_told_at_once() {
    for address in [
        "/no/such/folder/at/all/testamur.sqlite",
        "postgres://nobody@127.0.0.1:1/none",
        "postgres://[",
    ] {
        let opened = Store::open(&Address::parse(address), options()).await;
        assert!(
            matches!(opened, Err(StoreError::Unavailable(_))),
            "{address}"
        );
    }
}

#[tokio::test]
async fn two_stores_share_one_database() -> Result<(), Failure> {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        let scratch = Scratch::open(kind, options()).await?;
        let other = Store::open(&scratch.address, options()).await?;
        scratch.store.write(|tx| setting::put(tx, "a", "1")).await?;
        assert_eq!(
            other.read(|tx| setting::find(tx, "a")).await?,
            Some("1".to_owned())
        );
        other.write(|tx| setting::put(tx, "a", "2")).await?;
        assert_eq!(
            scratch.store.read(|tx| setting::find(tx, "a")).await?,
            Some("2".to_owned())
        );
        other.close().await;
        scratch.close().await?;
    }
    Ok(())
}
