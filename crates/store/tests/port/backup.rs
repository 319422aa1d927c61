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
async fn a_backup_of_a_locked_database_is_refused_and_leaves_no_file() -> Result<(), Failure> {
    let mut limits = options();
    limits.wait = std::time::Duration::from_millis(50);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("locked.sqlite");
    let store = Store::open(&Address::Sqlite(path.clone()), limits).await?;
    // A file beside the path that the store opened, so that nobody but the holder has it open.
    std::fs::remove_file(&path).unwrap();
    let holder = rusqlite::Connection::open(&path).unwrap();
    holder
        .execute_batch("CREATE TABLE held (n INTEGER); BEGIN EXCLUSIVE")
        .unwrap();
    let target = folder.path().join("backup.sqlite");
    let refused = store.backup_to(&target).await;
    assert!(
        matches!(&refused, Err(StoreError::Other(words)) if words.contains("kept the database locked")),
        "{refused:?}"
    );
    assert!(!target.exists());
    holder.execute_batch("COMMIT").unwrap();
    store.backup_to(&target).await?;
    assert!(target.exists());
    Ok(())
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
