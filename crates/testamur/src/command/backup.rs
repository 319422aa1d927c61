//! `testamur backup`: a consistent copy of everything but the master key, also while serving.
//!
//! The database is copied first, as of one moment. Bytes are never changed in place and lie there
//! before the database speaks of them, so that those copied afterwards are enough for it.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::Clock as _;
use clap::Args;
use store::{Address, Options, Store};

use super::archive::{BYTES, DATABASE, FORMAT, Hashing, Kind, MANIFEST, Manifest, Member};
use crate::cli::{Place, block_on};
use crate::config::Config;
use crate::serve::say;
use crate::world::{SystemClock, Unusable};

/// Where unfinished uploads lie: no one knows of them yet.
const INCOMING: &str = "incoming";

/// `testamur backup`
#[derive(Debug, Args)]
#[command(
    after_help = "Example: testamur backup /backups/testamur-2026-05-01.tar

The master key is not in the file; keep a copy of it elsewhere. With PostgreSQL the database is not in
it either: run pg_dump first, then this command for the bytes."
)]
pub struct Backup {
    /// The file to write; it must not exist.
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Backup {
    /// Runs it.
    ///
    /// # Errors
    /// What could not be read or written.
    pub fn run(self) -> Result<ExitCode, Unusable> {
        let config = self.place.settle()?;
        if self.file.exists() {
            return Err(Unusable::place(
                &self.file,
                "exists already; choose another name",
            ));
        }
        let (partial, copy) = (
            beside(&self.file, ".partial"),
            beside(&self.file, ".partial-database"),
        );
        let written = write_all(&config, &partial, &copy).and_then(|count| {
            fs::rename(&partial, &self.file).map_err(|error| Unusable::place(&self.file, error))?;
            sync_folder(&self.file)?;
            Ok(count)
        });
        for left in [&copy, &partial] {
            remove(left)?;
        }
        let count = written?;
        say(&format!(
            "Wrote {} with {count} files.",
            self.file.display()
        ));
        if matches!(config.database(), Address::Postgres(_)) {
            say(
                "The database is NOT in it: it is PostgreSQL. Back it up with pg_dump --format=custom, before this command.",
            );
        }
        if let Some(bucket) = &config.bucket {
            say(&format!(
                "Evidence is NOT in it: it is in {bucket:?}. Keep versions or a replica there."
            ));
        }
        let key = config.master_key();
        say(&format!(
            "The master key is NOT in it. Keep a copy of {} elsewhere: without it,",
            key.display()
        ));
        say("evidence and signing keys cannot be opened.");
        Ok(ExitCode::SUCCESS)
    }
}

fn write_all(config: &Config, partial: &Path, copy: &Path) -> Result<usize, Unusable> {
    let made_at = SystemClock.now();
    let kind = copy_database(config, copy)?;
    remove(partial)?;
    let file = File::create_new(partial).map_err(|error| Unusable::place(partial, error))?;
    let mut writer = Writer {
        tar: tar::Builder::new(BufWriter::new(file)),
        members: Vec::new(),
        at: made_at.as_second(),
    };
    if kind == Kind::Sqlite {
        writer.add(copy, DATABASE.to_owned())?;
    }
    if config.bucket.is_none() {
        writer.add_folder(&config.bytes(), BYTES)?;
    }
    let Writer {
        mut tar, members, ..
    } = writer;
    let count = members.len();
    let program = env!("CARGO_PKG_VERSION").to_owned();
    let manifest = Manifest {
        format: FORMAT,
        program,
        made_at,
        database: kind,
        members,
    };
    let text = serde_json::to_vec(&manifest).map_err(|error| Unusable::place(partial, error))?;
    let ended = append(
        &mut tar,
        MANIFEST,
        text.len() as u64,
        made_at.as_second(),
        text.as_slice(),
    )
    .and_then(|()| {
        let file = tar
            .into_inner()?
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        file.sync_all()
    });
    ended.map_err(|error| Unusable::place(partial, error))?;
    Ok(count)
}

/// The database as of one moment.
fn copy_database(config: &Config, copy: &Path) -> Result<Kind, Unusable> {
    let address = config.database();
    let Address::Sqlite(path) = &address else {
        return Ok(Kind::Postgresql);
    };
    if !path.is_file() {
        return Err(Unusable::place(
            path,
            "there is no database; is --config or --data right?",
        ));
    }
    remove(copy)?;
    block_on(async {
        let store = Store::open(
            &address,
            Options {
                readers: 1,
                ..Options::default()
            },
        )
        .await?;
        let copied = store.backup_to(copy).await;
        store.close().await;
        Ok(copied?)
    })?;
    let mut start = [0; 16];
    let read = File::open(copy).and_then(|mut file| file.read_exact(&mut start));
    match read {
        Ok(()) if &start == b"SQLite format 3\0" => Ok(Kind::Sqlite),
        _ => Err(Unusable::place(
            path,
            "the database was busy and could not be copied; try again",
        )),
    }
}

struct Writer<W: Write> {
    tar: tar::Builder<W>,
    members: Vec<Member>,
    at: i64,
}

impl<W: Write> Writer<W> {
    fn add_folder(&mut self, folder: &Path, name: &str) -> Result<(), Unusable> {
        let mut entries = fs::read_dir(folder)
            .and_then(|entries| entries.collect::<io::Result<Vec<_>>>())
            .map_err(|error| Unusable::place(folder, error))?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let kind = entry
                .file_type()
                .map_err(|error| Unusable::place(&path, error))?;
            let own = entry.file_name().into_string();
            let own = own.map_err(|_| {
                Unusable::place(
                    &path,
                    "the name is not UTF-8; nothing of ours has such a name",
                )
            })?;
            let is_top = name == BYTES;
            if kind.is_dir() && !(is_top && own == INCOMING) {
                self.add_folder(&path, &format!("{name}/{own}"))?;
            } else if kind.is_file() && !own.contains('#') {
                // A name with `#` is one that is still being written.
                self.add(&path, format!("{name}/{own}"))?;
            } else if kind.is_symlink() {
                return Err(Unusable::place(&path, "a link; bytes are kept in files"));
            }
        }
        Ok(())
    }

    fn add(&mut self, path: &Path, name: String) -> Result<(), Unusable> {
        let added = File::open(path).and_then(|file| {
            let size = file.metadata()?.len();
            let mut content = Hashing::new(file.take(size));
            append(&mut self.tar, &name, size, self.at, &mut content)?;
            let member = content.member(name);
            if member.size != size {
                return Err(io::Error::other("it became shorter while it was copied"));
            }
            self.members.push(member);
            Ok(())
        });
        added.map_err(|error| Unusable::place(path, error))
    }
}

fn append(
    tar: &mut tar::Builder<impl Write>,
    name: &str,
    size: u64,
    at: i64,
    content: impl Read,
) -> io::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    header.set_mtime(u64::try_from(at).unwrap_or(0));
    tar.append_data(&mut header, name, content)
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn remove(path: &Path) -> Result<(), Unusable> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Unusable::place(path, error)),
        _ => Ok(()),
    }
}

/// The new name has reached the disk as well.
fn sync_folder(file: &Path) -> Result<(), Unusable> {
    if !cfg!(unix) {
        return Ok(());
    }
    let folder = file
        .parent()
        .filter(|it| !it.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    File::open(folder)
        .and_then(|it| it.sync_all())
        .map_err(|error| Unusable::place(folder, error))
}
