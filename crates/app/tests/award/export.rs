//! Writes what the product signs to a folder, for the software of others to verify.

use std::path::Path;

use serde_json::Value;
use store::Store;
use testkit::Failure;
use testkit::database::{Kind, run};

use super::fixture::{signed, world};
use super::signing::files;

/// The folder to write to; without it, one that goes away.
const FOLDER: &str = "TESTAMUR_EXPORT";
/// When it is signed, such as `2026-12-04T10:00:00Z`: some verifiers ask the machine's clock whether
/// a status list has ended. Without it, at the time that every test begins at.
const TIME: &str = "TESTAMUR_EXPORT_AT";

#[test]
fn a_signed_award_and_its_documents_are_written_for_other_verifiers() -> Result<(), Failure> {
    run(Kind::Sqlite, async |store: Store| {
        let world = world(store).await;
        if let Ok(time) = std::env::var(TIME) {
            let time: jiff::Timestamp = time.parse().unwrap();
            world
                .clock
                .advance(time.duration_since(world.app.clock.now()));
        }
        let award = signed(&world.app, 1).await;
        let (file, documents) = files(&world.app, 1, award).await;
        let scratch = tempfile::tempdir().unwrap();
        let folder = std::env::var_os(FOLDER).map_or(scratch.path().to_owned(), Into::into);
        write(&folder, &file, &documents);
        let read = std::fs::read(folder.join("credential.json")).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&read).unwrap(), file);
        assert_eq!(
            std::fs::read_dir(folder.join("documents")).unwrap().count(),
            2
        );
    })
}

/// `credential.json`, and each document under `documents/`, known by its `id`.
fn write(folder: &Path, file: &Value, documents: &[(String, Value)]) {
    std::fs::create_dir_all(folder.join("documents")).unwrap();
    std::fs::write(folder.join("credential.json"), file.to_string()).unwrap();
    for (name, (address, document)) in ["did.json", "status-list.json"].iter().zip(documents) {
        assert_eq!(document["id"], **address);
        std::fs::write(folder.join("documents").join(name), document.to_string()).unwrap();
    }
}
