//! A backup while the database is in use.

use store::{Address, Store, StoreError, system::setting};
use testkit::{
    Failure,
    database::{Kind, Scratch, options},
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_while_writing_is_one_moment_of_the_database() -> Result<(), Failure> {
    let scratch = Scratch::open(Kind::Sqlite, options()).await?;
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("backup.sqlite");
    let writer = {
        let store = scratch.store.clone();
        tokio::spawn(async move {
            for i in 0..200 {
                let pair = move |tx: &store::Tx| {
                    setting::put(tx, &format!("left {i}"), "1")?;
                    setting::put(tx, &format!("right {i}"), "1")
                };
                store.write(pair).await.unwrap();
            }
        })
    };
    while number_of_settings(&scratch.store).await == 0 {
        tokio::task::yield_now().await;
    }
    scratch.store.backup_to(&target).await?;
    writer.await.unwrap();
    let copy = Store::open(&Address::Sqlite(target.clone()), options()).await?;
    let copied = number_of_settings(&copy).await;
    assert!(copied >= 2 && copied % 2 == 0, "{copied}");
    assert_eq!(number_of_settings(&scratch.store).await, 400);
    copy.close().await;
    let again = scratch.store.backup_to(&target).await;
    assert!(again.is_err(), "a backup must not replace a file");
    scratch.close().await
}

#[tokio::test]
async fn postgresql_is_backed_up_by_its_own_tools() -> Result<(), Failure> {
    let scratch = Scratch::open(Kind::Postgres, options()).await?;
    let folder = tempfile::tempdir().unwrap();
    let answer = scratch.store.backup_to(&folder.path().join("backup")).await;
    assert!(matches!(answer, Err(StoreError::Other(words)) if words.contains("pg_dump")));
    scratch.close().await
}

async fn number_of_settings(store: &Store) -> i64 {
    crate::number(store, "SELECT count(*) AS n FROM setting").await
}
