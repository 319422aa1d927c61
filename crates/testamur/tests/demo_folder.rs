//! The demo keeps its data between starts, starts over when asked to, and touches nothing else.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::path::Path;

use app::people::list_demo_people;
use store::system::setting;
use testamur::demo::{Demo, open};

async fn start(folder: &Path, fresh: bool) -> Demo {
    open(0, fresh, Some(folder.to_owned())).await.unwrap()
}

/// Everything that is told apart by its data: ids are drawn anew with each making.
async fn ids(demo: &Demo) -> Vec<String> {
    let people = list_demo_people(&demo.app).await.unwrap();
    people.iter().map(|it| it.person.to_string()).collect()
}

async fn stop(demo: Demo) {
    demo.app.store.close().await;
}

async fn refusal(folder: &Path, fresh: bool) -> String {
    match open(0, fresh, Some(folder.to_owned())).await {
        Ok(_) => panic!("the folder was taken"),
        Err(error) => error.to_string(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_keeps_the_data_and_knows_where_they_were_made() {
    let folder = tempfile::tempdir().unwrap();
    let first = start(folder.path(), false).await;
    let (before, made_at) = (ids(&first).await, first.app.settings.public_url.clone());
    assert_eq!(first.made_at, made_at);
    // Another program may be given the port that is set free here, so the second start has its own.
    let port = first.listener.local_addr().unwrap().port();
    stop(first).await;
    let second = start(folder.path(), false).await;
    assert_eq!(ids(&second).await, before);
    assert_eq!(second.made_at, format!("http://localhost:{port}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn fresh_starts_over_and_leaves_what_is_not_the_demos() {
    let folder = tempfile::tempdir().unwrap();
    let first = start(folder.path(), false).await;
    let before = ids(&first).await;
    stop(first).await;
    let notes = folder.path().join("notes.txt");
    std::fs::write(&notes, "mine").unwrap();
    let second = start(folder.path(), true).await;
    let after = ids(&second).await;
    assert_eq!(after.len(), before.len());
    assert!(after.iter().all(|it| !before.contains(it)));
    assert_eq!(second.made_at, second.app.settings.public_url);
    assert_eq!(std::fs::read_to_string(notes).unwrap(), "mine");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_after_an_interrupted_one_makes_everything_anew() {
    let folder = tempfile::tempdir().unwrap();
    let first = start(folder.path(), false).await;
    let before = ids(&first).await;
    let forget = |unit: &app::Unit<'_>| Ok(setting::remove(unit.tx, "demo-loaded")?);
    assert!(first.app.write(forget).await.unwrap());
    stop(first).await;
    let second = start(folder.path(), false).await;
    let after = ids(&second).await;
    assert_eq!(after.len(), before.len());
    assert!(after.iter().all(|it| !before.contains(it)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_holds_something_else_is_refused_and_left_as_it_was() {
    for name in ["thesis.odt", "testamur.db", "master.key"] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(name);
        std::fs::write(&file, "not the demo's").unwrap();
        for fresh in [false, true] {
            let sentence = refusal(folder.path(), fresh).await;
            assert!(
                sentence.contains(name) && sentence.contains("--data"),
                "{sentence}"
            );
        }
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "not the demo's");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_in_use_is_refused_until_the_other_demo_has_ended() {
    let folder = tempfile::tempdir().unwrap();
    let first = start(folder.path(), false).await;
    assert!(refusal(folder.path(), true).await.contains("stop it first"));
    stop(first).await;
    stop(start(folder.path(), false).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_taken_port_is_refused_before_anything_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = taken.local_addr().unwrap().port();
    let place = folder.path().join("demo");
    let refused = open(port, false, Some(place.clone())).await;
    assert!(refused.err().unwrap().to_string().contains("--port"));
    assert!(!place.exists());
}
