//! What a unit of work keeps, undoes and tells.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
    mpsc,
};

use store::{Store, StoreError, Tx, system::setting};

use crate::{counter, number, run, statement};

pub(crate) const SETTINGS: &str = "SELECT count(*) AS n FROM setting";

#[derive(Debug, PartialEq)]
enum Trouble {
    Refused(&'static str),
    Store(StoreError),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Trouble {
        Trouble::Store(error)
    }
}

testkit::each_database! {
    async fn a_unit_that_ends_with_an_error_leaves_nothing(store: Store) {
        let answer = store
            .write(|tx| {
                setting::put(tx, "a", "1")?;
                Err::<(), Trouble>(Trouble::Refused("no"))
            })
            .await;
        assert_eq!(answer, Err(Trouble::Refused("no")));
        assert_eq!(number(&store, SETTINGS).await, 0);
    }

    async fn a_refusal_may_leave_what_it_must(store: Store) {
        let answer = store
            .write(|tx| {
                setting::put(tx, "tries", "1")?;
                Ok::<_, StoreError>(Err::<(), Trouble>(Trouble::Refused("wrong password")))
            })
            .await;
        assert_eq!(answer, Ok(Err(Trouble::Refused("wrong password"))));
        assert_eq!(number(&store, SETTINGS).await, 1);
    }

    async fn a_unit_that_goes_on_after_a_failed_statement_is_undone(store: Store) {
        run(&store, "INSERT INTO setting (name, value) VALUES ('a', '1')").await.unwrap();
        let answer = store
            .write(|tx| {
                setting::put(tx, "b", "2")?;
                let twice = statement("INSERT INTO setting (name, value) VALUES ('a', '2')");
                let first = tx.execute(&twice, &[]).unwrap_err();
                let second = setting::put(tx, "c", "3").unwrap_err();
                assert_eq!(first, second);
                Ok::<(), StoreError>(())
            })
            .await;
        assert!(answer.unwrap_err().to_string().contains("went on after a failed statement"));
        assert_eq!(number(&store, SETTINGS).await, 1);
    }

    async fn a_unit_that_panics_is_undone_and_the_store_goes_on(store: Store) {
        let answer = store
            .write(|tx| -> Result<(), StoreError> {
                setting::put(tx, "a", "1")?;
                panic!("of pure fright")
            })
            .await;
        assert_eq!(answer, Err(StoreError::Panicked("of pure fright".to_owned())));
        let read = store.read(|_| -> Result<(), StoreError> { panic!("again") }).await;
        assert_eq!(read, Err(StoreError::Panicked("again".to_owned())));
        run(&store, "INSERT INTO setting (name, value) VALUES ('b', '1')").await.unwrap();
        assert_eq!(number(&store, SETTINGS).await, 1);
    }

    async fn a_panic_hurts_none_of_the_units_beside_it(store: Store) {
        let answers = together(&store, 12, |tx, i| {
            setting::put(tx, &format!("unit {i}"), "done")?;
            assert!(i % 3 != 0, "unit {i} was made to panic");
            Ok(())
        })
        .await;
        for (i, answer) in answers.into_iter().enumerate() {
            match answer {
                Ok(()) => assert!(i % 3 != 0),
                Err(error) => assert_eq!(error, StoreError::Panicked(format!("unit {i} was made to panic"))),
            }
        }
        assert_eq!(number(&store, SETTINGS).await, 8);
    }

    async fn an_error_undoes_only_its_own_unit(store: Store) {
        let answers = together(&store, 10, |tx, i| {
            setting::put(tx, &format!("unit {i}"), "done")?;
            if i % 2 == 0 { Err(StoreError::Other("refused".to_owned())) } else { Ok(()) }
        })
        .await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 5);
        assert_eq!(number(&store, SETTINGS).await, 5);
    }

    async fn a_read_cannot_write(store: Store) {
        let answer = store.read(|tx| setting::put(tx, "a", "1")).await;
        assert!(answer.is_err());
        assert_eq!(number(&store, SETTINGS).await, 0);
    }

    async fn a_read_sees_one_moment(store: Store) {
        counter(&store).await;
        let (asked, ask) = mpsc::channel::<()>();
        let (done, wait) = mpsc::channel::<()>();
        let wait = std::sync::Mutex::new(wait);
        let reader = {
            let store = store.clone();
            tokio::spawn(async move {
                store
                    .read(move |tx| {
                        let look = statement("SELECT n FROM counter");
                        let before: i64 = tx.one(&look, &[])?.get("n")?;
                        asked.send(()).unwrap();
                        wait.lock().unwrap().recv().unwrap();
                        let after: i64 = tx.one(&look, &[])?.get("n")?;
                        Ok::<_, StoreError>((before, after))
                    })
                    .await
            })
        };
        tokio::task::spawn_blocking(move || ask.recv()).await.unwrap().unwrap();
        run(&store, "UPDATE counter SET n = 5").await.unwrap();
        done.send(()).unwrap();
        assert_eq!(reader.await.unwrap(), Ok((0, 0)));
    }

    async fn statements_are_counted_without_the_frame_around_them(store: Store) {
        let before = store.statements_run();
        store
            .write(|tx| {
                setting::put(tx, "a", "1")?;
                setting::find(tx, "a").map(|_| ())
            })
            .await
            .unwrap();
        store.read(|tx| setting::find(tx, "a").map(|_| ())).await.unwrap();
        assert_eq!(store.statements_run() - before, 3);
    }

    async fn a_closed_store_answers_that_it_is_not_available(store: Store) {
        store.close().await;
        let write = store.write(|tx| setting::put(tx, "a", "1")).await;
        assert!(matches!(write, Err(StoreError::Unavailable(_))), "{write:?}");
        let read = store.read(|tx| setting::find(tx, "a")).await;
        assert!(matches!(read, Err(StoreError::Unavailable(_))), "{read:?}");
    }
}

/// Runs units that all wait at once, so that SQLite commits them as one group.
pub(crate) async fn together(
    store: &Store,
    count: usize,
    work: impl Fn(&Tx, usize) -> Result<(), StoreError> + Send + Sync + Clone + 'static,
) -> Vec<Result<(), StoreError>> {
    let (open, gate) = mpsc::channel::<()>();
    let gate = std::sync::Mutex::new(Some(gate));
    let (held, hold) = tokio::sync::oneshot::channel::<()>();
    let held = std::sync::Mutex::new(Some(held));
    let first = {
        let store = store.clone();
        tokio::spawn(async move {
            store
                .write(move |_| {
                    let gate = gate.lock().unwrap().take();
                    if let (Some(gate), Some(held)) = (gate, held.lock().unwrap().take()) {
                        held.send(()).unwrap();
                        gate.recv().unwrap();
                    }
                    Ok::<(), StoreError>(())
                })
                .await
        })
    };
    hold.await.unwrap();
    let arrived = Arc::new(AtomicU32::new(0));
    let units: Vec<_> = (0..count)
        .map(|i| {
            let (store, work, arrived) = (store.clone(), work.clone(), Arc::clone(&arrived));
            tokio::spawn(async move {
                arrived.fetch_add(1, Ordering::SeqCst);
                store.write(move |tx| work(tx, i)).await
            })
        })
        .collect();
    while arrived.load(Ordering::SeqCst) < count as u32 {
        tokio::task::yield_now().await;
    }
    open.send(()).unwrap();
    first.await.unwrap().unwrap();
    let mut answers = Vec::new();
    for unit in units {
        answers.push(unit.await.unwrap());
    }
    answers
}
