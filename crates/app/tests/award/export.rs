//! Writes what the product signs to a folder, for the software of others to verify.

use std::path::Path;

use serde_json::Value;
use store::Store;
use testkit::Failure;
use testkit::database::{Kind, run};

use super::fixture::{signed, world};
use super::signing::files;

/// The folder to write to; without it, one that goes away.
const VARIABLE: &str = "TESTAMUR_EXPORT";

#[test]
fn a_signed_award_and_its_documents_are_written_for_other_verifiers() -> Result<(), Failure> {
    run(Kind::Sqlite, async |store: Store| {
        let world = world(store).await;
        let award = signed(&world.app, 1).await;
        let (file, documents) = files(&world.app, 1, award).await;
        let scratch = tempfile::tempdir().unwrap();
        let folder = std::env::var_os(VARIABLE).map_or(scratch.path().to_owned(), Into::into);
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
