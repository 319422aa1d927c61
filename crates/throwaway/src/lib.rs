//! Throwaway PostgreSQL clusters for tests: in a temporary folder, run by an ordinary user, without
//! any promise of durability. Nothing here is shipped; it needs nothing but the standard library, so
//! that `cargo xtask` stays quick to build.
//!
//! All test processes of one target folder share one: the first to need it starts it, later runs find
//! it running. `TESTAMUR_TEST_POSTGRES` names another server instead. [`stop`] ends it and removes the
//! folder. [`Cluster`] is one of a test's own, with settings of its own.

mod cluster;
mod owner;
mod programs;

use std::{
    fmt,
    fs::File,
    net::{Ipv4Addr, TcpListener},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

pub use cluster::Cluster;
pub use programs::programs;

use cluster::Place;

/// Names the server to use instead of a throwaway one.
pub const VARIABLE: &str = "TESTAMUR_TEST_POSTGRES";

/// A sentence that says what is missing and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(String);

impl Failure {
    fn new(sentence: impl Into<String>) -> Failure {
        Failure(sentence.into())
    }

    fn of(doing: impl fmt::Display, error: impl fmt::Display) -> Failure {
        Failure(format!("{doing}: {error}"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

/// The address of the server's own database `postgres`; starts the shared cluster if need be.
///
/// # Errors
/// If the programs are missing or refuse to start.
pub fn url() -> Result<String, Failure> {
    match std::env::var(VARIABLE) {
        Ok(url) if !url.is_empty() => Ok(url),
        _ => start(),
    }
}

/// Starts the cluster that this target folder shares, or finds it running; answers its address, by
/// a socket in its folder alone.
///
/// # Errors
/// If the programs are missing or refuse to start.
pub fn start() -> Result<String, Failure> {
    let place = shared()?;
    let _lock = lock(place.folder())?;
    if !place.is_running()? {
        place.make("", &[])?;
    }
    let socket = place.folder().display().to_string().replace('/', "%2F");
    Ok(format!("postgres://testamur@{socket}/postgres"))
}

/// Ends the shared cluster of this target folder and removes it. Harmless if there is none.
///
/// # Errors
/// If it cannot be ended.
pub fn stop() -> Result<(), Failure> {
    let place = shared()?;
    let _lock = lock(place.folder())?;
    place.end()
}

fn shared() -> Result<Place, Failure> {
    Place::new(folder("")?)
}

/// One folder for each target folder, with a short name: a socket's path has about 100 characters.
fn folder(ending: &str) -> Result<PathBuf, Failure> {
    let program =
        std::env::current_exe().map_err(|error| Failure::of("the path of the test", error))?;
    let target = program
        .ancestors()
        .find(|folder| folder.join("CACHEDIR.TAG").exists())
        .or(program.parent())
        .unwrap_or(&program);
    let name = short_hash(&target.display().to_string());
    Ok(std::env::temp_dir().join(format!("testamur-postgres-{name}{ending}")))
}

/// A short name for a text, the same in every process (FNV-1a, 64 bits).
pub fn short_hash(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// Held until dropped; also let go when the process ends.
///
/// # Errors
/// If the file beside the path cannot be made.
pub fn lock(beside: &Path) -> Result<File, Failure> {
    let path = beside.with_extension("lock");
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(|error| Failure::of(path.display(), error))?;
    // Another user of the machine may run the same tests.
    let _ = file.set_permissions(std::fs::Permissions::from_mode(0o666));
    file.lock()
        .map_err(|error| Failure::of(path.display(), error))?;
    Ok(file)
}

/// A port that was free a moment ago.
///
/// # Errors
/// If the machine has none.
pub fn free_port() -> Result<u16, Failure> {
    let find = || TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr();
    find()
        .map(|address| address.port())
        .map_err(|error| Failure::of("cannot find a free port", error))
}
