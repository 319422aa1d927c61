//! `testamur restore`: fills an empty installation from a backup. Everything is unpacked beside its
//! place and compared with the manifest before any of it counts.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use store::Address;

use super::archive::{
    BYTES, DATABASE, FORMAT, Hashing, Kind, MANIFEST, MAX_MANIFEST_BYTES, Manifest, Member,
};
use crate::cli::Place;
use crate::config::Config;
use crate::serve::say;
use crate::world::Unusable;

/// Where the archive is unpacked until it has been compared.
const UNPACKED: &str = ".restoring";

/// `testamur restore`
#[derive(Debug, Args)]
#[command(
    after_help = "Example: testamur restore /backups/testamur-2026-05-01.tar --data /var/lib/testamur

The folder must be empty, but for the master key and the configuration."
)]
pub struct Restore {
    /// A file that `testamur backup` wrote.
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Restore {
    /// Runs it.
    ///
    /// # Errors
    /// A target that is not empty; an archive that is not what was written.
    pub fn run(self) -> Result<ExitCode, Unusable> {
        let config = self.place.settle()?;
        let file = File::open(&self.file).map_err(|error| Unusable::place(&self.file, error))?;
        check_empty(&config, self.place.config.as_deref())?;
        let folder = config.folder.join(UNPACKED);
        fs::create_dir_all(&folder).map_err(|error| Unusable::place(&folder, error))?;
        let done = unpack(file, &folder)
            .and_then(|manifest| fits(&manifest, &config).map(|()| manifest))
            .map_err(|reason| {
                Unusable::place(&self.file, format!("{reason}; nothing was restored"))
            })
            .and_then(|manifest| settle(&folder, &config, manifest.database).map(|()| manifest));
        let swept = fs::remove_dir_all(&folder).map_err(|error| Unusable::place(&folder, error));
        let manifest = done?;
        swept?;
        say(&format!(
            "Restored {} files of {}, every one as it was written.",
            manifest.members.len(),
            manifest.made_at
        ));
        if manifest.database == Kind::Postgresql {
            say(
                "The database is not in the backup: restore it with pg_restore into an empty database.",
            );
        }
        say(&match config.master_key() {
            key if key.exists() => format!(
                "The master key is at {}; `testamur check` tells whether it is the right one.",
                key.display()
            ),
            key => format!(
                "Now put the master key of then at {}, and run `testamur check`.",
                key.display()
            ),
        });
        Ok(ExitCode::SUCCESS)
    }
}

/// Nothing may be there that a restore could mix with.
fn check_empty(config: &Config, file: Option<&Path>) -> Result<(), Unusable> {
    let refused = |path: &Path| {
        Unusable::place(
            path,
            "is there already; restore into an empty folder, or move this away",
        )
    };
    if let Address::Sqlite(path) = config.database()
        && path.exists()
    {
        return Err(refused(&path));
    }
    let entries = match fs::read_dir(&config.folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Unusable::place(&config.folder, error)),
    };
    let same = |a: &Path, b: &Path| {
        fs::canonicalize(a).is_ok_and(|a| fs::canonicalize(b).is_ok_and(|b| a == b))
    };
    for entry in entries {
        let path = entry
            .map_err(|error| Unusable::place(&config.folder, error))?
            .path();
        if !same(&path, &config.master_key()) && !file.is_some_and(|file| same(&path, file)) {
            return Err(refused(&path));
        }
    }
    Ok(())
}

/// Unpacks below `folder` what the manifest, the last member, says that there is.
fn unpack(file: File, folder: &Path) -> Result<Manifest, String> {
    let unreadable = |error: io::Error| format!("not a backup, or broken off: {error}");
    let mut archive = tar::Archive::new(io::BufReader::new(file));
    let mut found: Vec<Member> = Vec::new();
    let mut manifest: Option<Manifest> = None;
    for entry in archive.entries().map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let path = entry.path().map_err(unreadable)?.into_owned();
        if manifest.is_some() {
            return Err(format!("{} stands behind the manifest", path.display()));
        }
        if entry.header().entry_type() != tar::EntryType::Regular {
            return Err(format!("{} is not a plain file", path.display()));
        }
        match name_of(&path) {
            Some(name) if name == MANIFEST => manifest = Some(read_manifest(entry)?),
            Some(name) => found.push(keep(entry, folder, name)?),
            None => {
                return Err(format!(
                    "{} is not a name that a backup has",
                    path.display()
                ));
            }
        }
    }
    let manifest = manifest.ok_or("it has no manifest: it was broken off")?;
    match manifest
        .members
        .iter()
        .zip(&found)
        .find(|(said, found)| said != found)
    {
        Some((said, _)) => Err(format!("{} is not what was written", said.path)),
        None if found.len() != manifest.members.len() => {
            Err("files are missing or were added".to_owned())
        }
        None => Ok(manifest),
    }
}

/// The name of a member: the database, the manifest, or a path below the folder of bytes.
fn name_of(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path
        .components()
        .map(|it| match it {
            Component::Normal(part) => part.to_str(),
            _ => None,
        })
        .collect();
    match parts?.as_slice() {
        [only] if *only == DATABASE || *only == MANIFEST => Some((*only).to_owned()),
        all @ [BYTES, _, ..] => Some(all.join("/")),
        _ => None,
    }
}

fn read_manifest(entry: impl Read) -> Result<Manifest, String> {
    let mut text = Vec::new();
    let read = entry.take(MAX_MANIFEST_BYTES).read_to_end(&mut text);
    read.map_err(|error| format!("{MANIFEST}: {error}"))?;
    let manifest: Manifest =
        serde_json::from_slice(&text).map_err(|error| format!("{MANIFEST}: {error}"))?;
    match manifest.format {
        FORMAT => Ok(manifest),
        other => Err(format!(
            "{MANIFEST}: written in form {other}; this program reads form {FORMAT}"
        )),
    }
}

fn keep(entry: impl Read, folder: &Path, name: String) -> Result<Member, String> {
    let path = folder.join(&name);
    let mut content = Hashing::new(entry);
    let kept = path
        .parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| {
            let mut file = File::create_new(&path)?;
            io::copy(&mut content, &mut file)?;
            file.sync_all()
        });
    kept.map_err(|error| format!("{name}: {error}"))?;
    Ok(content.member(name))
}

fn fits(manifest: &Manifest, config: &Config) -> Result<(), String> {
    let has_database = manifest.members.iter().any(|it| it.path == DATABASE);
    match (manifest.database, config.database()) {
        (Kind::Sqlite, Address::Sqlite(_)) if has_database => Ok(()),
        (Kind::Postgresql, Address::Postgres(_)) if !has_database => Ok(()),
        (Kind::Sqlite, Address::Postgres(_)) => {
            Err("it holds SQLite, and the configuration names PostgreSQL".to_owned())
        }
        (Kind::Postgresql, Address::Sqlite(_)) => {
            Err("its database was PostgreSQL; name that in the configuration".to_owned())
        }
        _ => Err("its manifest contradicts its files".to_owned()),
    }
}

/// Moves what was unpacked to its place; the database last, since it makes the rest count.
fn settle(folder: &Path, config: &Config, kind: Kind) -> Result<(), Unusable> {
    let bytes = config.bytes();
    // Where a bucket is named, this folder stays empty.
    match fs::rename(folder.join(BYTES), &bytes) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::create_dir_all(&bytes),
        moved => moved,
    }
    .map_err(|error| Unusable::place(&bytes, error))?;
    if let (Kind::Sqlite, Address::Sqlite(path)) = (kind, config.database()) {
        fs::rename(folder.join(DATABASE), &path).map_err(|error| Unusable::place(&path, error))?;
    }
    if cfg!(unix) {
        let synced = File::open(&config.folder).and_then(|it| it.sync_all());
        synced.map_err(|error| Unusable::place(&config.folder, error))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_a_backup_has_are_unpacked() {
        for good in ["testamur.db", "manifest.json", "bytes/a/b"] {
            assert_eq!(name_of(Path::new(good)).as_deref(), Some(good));
        }
        for bad in [
            "../testamur.db",
            "/testamur.db",
            "bytes",
            "bytes/../x",
            "master.key",
            "a/testamur.db",
            "",
        ] {
            assert_eq!(name_of(Path::new(bad)), None, "{bad}");
        }
    }
}
