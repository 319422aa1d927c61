//! Where PostgreSQL's programs are.

use std::path::PathBuf;

use crate::{Failure, VARIABLE};

/// The folder of the newest installed PostgreSQL from version 15 on.
///
/// # Errors
/// If there is none.
pub fn programs() -> Result<PathBuf, Failure> {
    let versions = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten();
    let installed = versions.flatten().filter_map(|entry| {
        let version: u32 = entry.file_name().to_str()?.parse().ok()?;
        let folder = entry.path().join("bin");
        (version >= 15 && folder.join("initdb").exists()).then_some((version, folder))
    });
    let on_path = std::env::var_os("PATH").unwrap_or_default();
    let found = installed
        .max()
        .map(|(_, folder)| folder)
        .or_else(|| std::env::split_paths(&on_path).find(|folder| folder.join("initdb").exists()));
    found.ok_or_else(|| {
        Failure::new(format!(
            "PostgreSQL 15 or newer is not installed: install it (Debian: apt-get install postgresql) \
             or name a server in {VARIABLE}"
        ))
    })
}
