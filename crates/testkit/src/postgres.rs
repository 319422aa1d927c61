//! A throwaway PostgreSQL for tests: a cluster in a temporary folder, run by an ordinary user,
//! reached by a socket in that folder alone, without any promise of durability.
//!
//! All test processes of one target folder share it: the first to need it starts it, later runs
//! find it running. `TESTAMUR_TEST_POSTGRES` names another server instead. [`stop`] ends it and
//! removes the folder.

use std::{
    fs::File,
    os::unix::{
        fs::{MetadataExt, PermissionsExt, chown},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use sha2::{Digest, Sha256};

use crate::Failure;

/// Names the server to use instead of a throwaway one.
pub const VARIABLE: &str = "TESTAMUR_TEST_POSTGRES";

const SETTINGS: &str = "
listen_addresses = ''
max_connections = 300
shared_buffers = 64MB
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
wal_level = minimal
max_wal_senders = 0
lc_messages = 'C'
";

/// The address of the server's own database `postgres`; starts the throwaway cluster if need be.
///
/// # Errors
/// If the programs are missing or refuse to start.
pub fn url() -> Result<String, Failure> {
    match std::env::var(VARIABLE) {
        Ok(url) if !url.is_empty() => Ok(url),
        _ => start(),
    }
}

/// Starts the throwaway cluster of this target folder, or finds it running; answers its address.
///
/// # Errors
/// If the programs are missing or refuse to start.
pub fn start() -> Result<String, Failure> {
    let folder = folder()?;
    let _lock = lock(&folder)?;
    let owner = owner()?;
    if !is_running(&folder, owner)? {
        make(&folder, owner)?;
    }
    let socket = folder.display().to_string().replace('/', "%2F");
    Ok(format!("postgres://testamur@{socket}/postgres"))
}

/// Ends the throwaway cluster of this target folder and removes it. Harmless if there is none.
///
/// # Errors
/// If it cannot be ended.
pub fn stop() -> Result<(), Failure> {
    let folder = folder()?;
    let _lock = lock(&folder)?;
    let owner = owner()?;
    if is_running(&folder, owner)? {
        run("pg_ctl", owner, &["stop", "-w", "-m", "immediate"], &folder)?;
    }
    remove(&folder)
}

fn make(folder: &Path, owner: Option<Owner>) -> Result<(), Failure> {
    remove(folder)?;
    std::fs::create_dir(folder).map_err(|error| Failure::of(folder.display(), error))?;
    if let Some(owner) = owner {
        chown(folder, Some(owner.user), Some(owner.group))
            .map_err(|error| Failure::of("giving the folder to its user", error))?;
    }
    let initdb = [
        "--username=testamur",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync",
    ];
    run("initdb", owner, &initdb, folder)?;
    let settings = format!(
        "{SETTINGS}unix_socket_directories = '{}'\n",
        folder.display()
    );
    let file = data(folder).join("postgresql.auto.conf");
    std::fs::write(&file, settings).map_err(|error| Failure::of(file.display(), error))?;
    let log = folder.join("log").display().to_string();
    run(
        "pg_ctl",
        owner,
        &["start", "-w", "-t", "60", "-l", &log],
        folder,
    )
    .map(|_| ())
}

fn is_running(folder: &Path, owner: Option<Owner>) -> Result<bool, Failure> {
    if !data(folder).exists() {
        return Ok(false);
    }
    Ok(command("pg_ctl", owner, &["status"], folder)?
        .status
        .success())
}

fn remove(folder: &Path) -> Result<(), Failure> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::of(folder.display(), error))
        }
        _ => Ok(()),
    }
}

fn data(folder: &Path) -> PathBuf {
    folder.join("data")
}

/// One folder for each target folder, with a short name: a socket's path has about 100 characters.
fn folder() -> Result<PathBuf, Failure> {
    let program =
        std::env::current_exe().map_err(|error| Failure::of("the path of the test", error))?;
    let target = program
        .ancestors()
        .find(|folder| folder.join("CACHEDIR.TAG").exists())
        .or(program.parent())
        .unwrap_or(&program);
    let name = short_hash(&target.display().to_string());
    Ok(std::env::temp_dir().join(format!("testamur-postgres-{name}")))
}

pub(crate) fn short_hash(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Held until dropped; also let go when the process ends.
pub(crate) fn lock(beside: &Path) -> Result<File, Failure> {
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

/// The ordinary user that runs the server when the tests are run by root.
#[derive(Clone, Copy)]
struct Owner {
    user: u32,
    group: u32,
}

/// PostgreSQL refuses to be run by root, so root lends it to the user `postgres` (or `nobody`).
fn owner() -> Result<Option<Owner>, Failure> {
    let own = std::fs::metadata("/proc/self").map_err(|error| Failure::of("/proc/self", error))?;
    if own.uid() != 0 {
        return Ok(None);
    }
    let users = std::fs::read_to_string("/etc/passwd")
        .map_err(|error| Failure::of("/etc/passwd", error))?;
    ["postgres", "nobody"]
        .iter()
        .find_map(|name| find_user(&users, name))
        .map(Some)
        .ok_or_else(|| {
            Failure::new("the tests are run by root and there is no user postgres or nobody to run PostgreSQL")
        })
}

fn find_user(users: &str, name: &str) -> Option<Owner> {
    let line = users
        .lines()
        .find(|line| line.split(':').next() == Some(name))?;
    let mut fields = line.split(':').skip(2);
    Some(Owner {
        user: fields.next()?.parse().ok()?,
        group: fields.next()?.parse().ok()?,
    })
}

fn run(program: &str, owner: Option<Owner>, args: &[&str], folder: &Path) -> Result<(), Failure> {
    let output = command(program, owner, args, folder)?;
    if output.status.success() {
        return Ok(());
    }
    let log = std::fs::read_to_string(folder.join("log")).unwrap_or_default();
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Failure::new(format!(
        "PostgreSQL's {program} failed ({}): {said}{log}",
        output.status
    )))
}

fn command(
    program: &str,
    owner: Option<Owner>,
    args: &[&str],
    folder: &Path,
) -> Result<Output, Failure> {
    let path = programs()?.join(program);
    let mut command = Command::new(&path);
    command
        .args(args)
        .arg("-D")
        .arg(data(folder))
        .current_dir("/")
        .env("LC_ALL", "C")
        .stdin(Stdio::null());
    if let Some(owner) = owner {
        command.uid(owner.user).gid(owner.group);
    }
    // The server would keep an inherited pipe open for as long as it runs.
    if args.first() == Some(&"start") {
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let status = command
            .status()
            .map_err(|error| Failure::of(path.display(), error))?;
        return Ok(Output {
            status,
            stdout: Vec::new(),
            stderr: Vec::new(),
        });
    }
    command
        .output()
        .map_err(|error| Failure::of(path.display(), error))
}

/// The newest installed PostgreSQL from version 15 on.
fn programs() -> Result<PathBuf, Failure> {
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
