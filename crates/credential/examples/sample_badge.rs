//! Writes a signed sample badge and the documents that verify it, for other software to try.
//!
//! `cargo run -p credential --example sample_badge -- FOLDER` writes `FOLDER/valid` and `FOLDER/revoked`, each with
//! `credential.json` and `documents/*.json` (the DID document, and the status list). The key is a fixed one, made for
//! samples; never sign anything else with it.

#![allow(clippy::unwrap_used)]

#[path = "../tests/support/sample.rs"]
mod sample;

use std::error::Error;
use std::fs;
use std::path::Path;

use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args()
        .nth(1)
        .ok_or("expected the folder to write to")?;
    for (name, revoked) in [("valid", &[][..]), ("revoked", &[sample::INDEX])] {
        let folder = Path::new(&folder).join(name);
        let documents = folder.join("documents");
        fs::create_dir_all(&documents)?;
        write(&folder.join("credential.json"), &sample::signed())?;
        write(&documents.join("did.json"), &sample::did_document())?;
        write(
            &documents.join("status-list.json"),
            &sample::status_list(revoked),
        )?;
    }
    Ok(())
}

fn write(path: &Path, document: &Value) -> Result<(), Box<dyn Error>> {
    fs::write(path, serde_json::to_string_pretty(document)?)?;
    Ok(())
}
