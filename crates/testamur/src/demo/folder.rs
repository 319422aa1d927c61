//! The folder of the demo. A marker file says that it is one, so that nothing else is ever
//! overwritten or deleted.

use std::fs::{File, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::world::Unusable;

/// Name of the file that marks the folder.
const MARKER: &str = "demo-district.txt";
const MARKED: &str = "This folder holds the demo district of Testamur.\n\
    `testamur demo --fresh` deletes testamur.db, bytes and master.key beside this file.\n";
/// The database; files beside it begin with its name.
const DATABASE: &str = "testamur.db";
/// What else an installation makes.
const OTHERS: [&str; 2] = ["bytes", "master.key"];

/// The folder, held by this process alone until dropped.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    _held: File,
}

impl Folder {
    /// Takes a folder that is missing, empty, or marked as the demo's.
    ///
    /// # Errors
    /// If it holds anything else, or another process has it.
    pub(super) fn take(path: &Path) -> Result<Self, Unusable> {
        std::fs::create_dir_all(path).map_err(|error| Unusable::place(path, error))?;
        let marker = path.join(MARKER);
        if !marker.exists() {
            refuse_others(path)?;
        }
        let wrong = |error| Unusable::place(&marker, error);
        let mut held = File::options()
            .create(true)
            .append(true)
            .open(&marker)
            .map_err(wrong)?;
        match held.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Unusable::place(
                    path,
                    "another `testamur demo` is using this folder; stop it first, or choose another folder with --data",
                ));
            }
            Err(TryLockError::Error(error)) => return Err(wrong(error)),
        }
        if held.metadata().map_err(wrong)?.len() == 0 {
            held.write_all(MARKED.as_bytes())
                .and_then(|()| held.sync_all())
                .map_err(wrong)?;
        }
        Ok(Self {
            path: path.to_owned(),
            _held: held,
        })
    }

    /// Deletes what the demo made: the database first, so that what is left after an interruption
    /// is never taken for a whole.
    pub(super) fn clear(&self) -> Result<(), Unusable> {
        remove(&self.path.join(DATABASE))?;
        for name in names(&self.path)? {
            if name.starts_with(DATABASE) || OTHERS.contains(&name.as_str()) {
                remove(&self.path.join(name))?;
            }
        }
        Ok(())
    }
}

/// Hidden files, which file managers leave behind, are nobody's data.
fn refuse_others(path: &Path) -> Result<(), Unusable> {
    let found = names(path)?.into_iter().find(|name| !name.starts_with('.'));
    found.map_or(Ok(()), |name| {
        let reason = format!(
            "this folder is not the demo's: it holds {name}, which is left alone; choose an empty or new folder with --data"
        );
        Err(Unusable::place(path, reason))
    })
}

fn names(path: &Path) -> Result<Vec<String>, Unusable> {
    let wrong = |error| Unusable::place(path, error);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(path).map_err(wrong)? {
        names.push(
            entry
                .map_err(wrong)?
                .file_name()
                .to_string_lossy()
                .into_owned(),
        );
    }
    names.sort();
    Ok(names)
}

/// Removes a file or a folder; one that is not there is removed already. Links are not followed.
fn remove(path: &Path) -> Result<(), Unusable> {
    let removed = match std::fs::symlink_metadata(path) {
        Ok(it) if it.is_dir() => std::fs::remove_dir_all(path),
        Ok(_) => std::fs::remove_file(path),
        Err(error) => Err(error),
    };
    match removed {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Unusable::place(path, error)),
        _ => Ok(()),
    }
}
