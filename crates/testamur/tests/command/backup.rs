//! Backing up while others write, and restoring elsewhere.

use std::fs;
use std::path::Path;

use crate::program::Bench;

const PIECE: &str = "testamur-data/bytes/0190a5d0-0000-7000-8000-000000000001/piece.sealed";

fn with_a_backup() -> Bench {
    let bench = Bench::with_an_installation();
    let piece = bench.path(PIECE);
    fs::create_dir_all(piece.parent().unwrap()).unwrap();
    fs::write(&piece, "evidence".repeat(1000)).unwrap();
    let done = bench.run(&["backup", "all.tar"]);
    assert_eq!(done.code, 0, "{}", done.error);
    assert!(
        done.out.contains("The master key is NOT in it") && done.out.contains("master.key"),
        "{}",
        done.out
    );
    bench
}

#[test]
fn what_was_backed_up_is_restored_elsewhere_and_is_sound_with_its_master_key() {
    let bench = with_a_backup();
    let done = bench.run(&["restore", "all.tar", "--data", "other"]);
    assert_eq!(done.code, 0, "{}", done.error);
    assert!(done.out.contains("put the master key"), "{}", done.out);
    assert_eq!(bench.run(&["check", "--data", "other"]).code, 1);
    fs::copy(
        bench.path("testamur-data/master.key"),
        bench.path("other/master.key"),
    )
    .unwrap();
    let checked = bench.run(&["check", "--data", "other"]);
    assert_eq!(checked.code, 0, "{}", checked.out);
    let piece = fs::read(bench.path(&PIECE.replace("testamur-data", "other"))).unwrap();
    assert_eq!(piece, "evidence".repeat(1000).as_bytes());
    assert!(!bench.path("other/.restoring").exists());
}

#[test]
fn a_backup_holds_no_master_key_and_leaves_nothing_beside_it() {
    let bench = with_a_backup();
    let key = fs::read(bench.path("testamur-data/master.key")).unwrap();
    let archive = fs::read(bench.path("all.tar")).unwrap();
    assert!(!archive.windows(key.len()).any(|it| it == key));
    assert!(
        !bench.path("all.tar.partial").exists() && !bench.path("all.tar.partial-database").exists()
    );
}

#[test]
fn a_backup_never_overwrites() {
    let bench = with_a_backup();
    bench.run(&["backup", "all.tar"]).refused("exists already");
}

#[test]
fn a_place_that_is_not_empty_is_refused() {
    let bench = with_a_backup();
    bench
        .run(&["restore", "all.tar"])
        .refused("is there already");
    fs::create_dir(bench.path("other")).unwrap();
    bench.write("other/notes.txt", "mine");
    bench
        .run(&["restore", "all.tar", "--data", "other"])
        .refused("notes.txt");
    assert_eq!(fs::read_dir(bench.path("other")).unwrap().count(), 1);
}

#[test]
fn an_archive_that_was_changed_or_cut_is_refused_and_nothing_is_restored() {
    let bench = with_a_backup();
    let whole = fs::read(bench.path("all.tar")).unwrap();
    let at = whole
        .windows(16)
        .position(|it| it == b"evidenceevidence")
        .unwrap();
    let mut changed = whole.clone();
    changed[at] = b'E';
    bench.write("changed.tar", changed);
    bench.write("cut.tar", &whole[..whole.len() / 2]);
    bench.write("empty.tar", "");
    for (name, said) in [
        ("changed.tar", "is not what was written"),
        ("cut.tar", "broken off"),
        ("empty.tar", "no manifest"),
    ] {
        bench
            .run(&["restore", name, "--data", "other"])
            .refused(said);
        assert!(
            !bench.path("other/testamur.db").exists() && !bench.path("other/.restoring").exists(),
            "{name}"
        );
    }
}

#[test]
fn a_member_that_leads_out_of_the_folder_is_refused() {
    let bench = with_a_backup();
    for (name, kind) in [
        ("bytes/../../out", tar::EntryType::Regular),
        ("bytes/a/link", tar::EntryType::Symlink),
    ] {
        bench.write("trick.tar", trick(name, kind));
        bench
            .run(&["restore", "trick.tar", "--data", "other"])
            .refused("nothing was restored");
        assert!(!bench.path("out").exists() && !bench.path("other/bytes").exists());
    }
}

/// An archive with one member, whose name the crate would not write by itself.
fn trick(name: &str, kind: tar::EntryType) -> Vec<u8> {
    let mut header = tar::Header::new_gnu();
    header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
    header.set_entry_type(kind);
    header.set_size(0);
    header.set_mode(0o600);
    if kind == tar::EntryType::Symlink {
        header.set_link_name("/etc").unwrap();
    }
    header.set_cksum();
    let mut archive = tar::Builder::new(Vec::new());
    archive.append(&header, std::io::empty()).unwrap();
    archive.into_inner().unwrap()
}

#[test]
fn a_backup_while_somebody_writes_is_of_one_moment() {
    let bench = Bench::with_an_installation();
    let path = bench.path("testamur-data/testamur.db");
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    let (stop, stopped) = std::sync::mpsc::channel::<()>();
    let writer = std::thread::spawn(move || runtime.block_on(write_pairs(&path, &stopped)));
    for n in 0..3 {
        let done = bench.run(&["backup", &format!("{n}.tar")]);
        assert_eq!(done.code, 0, "{}", done.error);
        let place = format!("copy-{n}");
        assert_eq!(
            bench
                .run(&["restore", &format!("{n}.tar"), "--data", &place])
                .code,
            0
        );
        let (a, b) = pair(&bench.path(&place).join("testamur.db"));
        assert_eq!(a, b, "both halves of a pair are written in one transaction");
    }
    drop(stop);
    assert!(writer.join().unwrap() > 0);
}

/// Writes two settings that are always the same, until it is told to stop; how often it did.
async fn write_pairs(path: &Path, stopped: &std::sync::mpsc::Receiver<()>) -> u64 {
    let store = store::Store::open(
        &store::Address::Sqlite(path.to_owned()),
        store::Options::default(),
    )
    .await
    .unwrap();
    let mut count = 0u64;
    while matches!(
        stopped.try_recv(),
        Err(std::sync::mpsc::TryRecvError::Empty)
    ) {
        count += 1;
        let text = count.to_string();
        let written = store.write(move |tx| {
            store::system::setting::put(tx, "test-a", &text)?;
            store::system::setting::put(tx, "test-b", &text)
        });
        written.await.unwrap();
    }
    store.close().await;
    count
}

fn pair(path: &Path) -> (Option<String>, Option<String>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let store = store::Store::open(
            &store::Address::Sqlite(path.to_owned()),
            store::Options::default(),
        )
        .await
        .unwrap();
        let read =
            |name: &'static str| store.read(move |tx| store::system::setting::find(tx, name));
        (read("test-a").await.unwrap(), read("test-b").await.unwrap())
    })
}
