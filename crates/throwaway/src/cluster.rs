//! One cluster: its folder, and starting and ending it.

use std::{
    fs,
    os::unix::{
        fs::{PermissionsExt, chown},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use crate::{Failure, folder, free_port, owner::Owner, programs};

/// Durability is switched off: the data live as long as the tests.
const SETTINGS: &str = "
max_connections = 300
max_locks_per_transaction = 256
shared_buffers = 64MB
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
wal_level = minimal
max_wal_senders = 0
lc_messages = 'C'
";

/// A cluster of a test's own, on a port of loopback; dropping it ends it and removes its files.
#[derive(Debug)]
pub struct Cluster {
    place: Place,
    port: u16,
}

impl Cluster {
    /// Makes and starts one. `name` tells it from others of the same target folder; what an earlier
    /// run left under it is removed. `settings` are lines of `postgresql.conf`, `files` are put into
    /// its data folder, readable by the server alone.
    ///
    /// # Errors
    /// If the programs are missing or refuse to start.
    pub fn start(name: &str, settings: &str, files: &[(&str, &[u8])]) -> Result<Cluster, Failure> {
        let place = Place::new(folder(&format!("-{name}"))?)?;
        place.end()?;
        let port = free_port()?;
        let settings = format!("listen_addresses = '127.0.0.1'\nport = {port}\n{settings}");
        place.make(&settings, files)?;
        Ok(Cluster { place, port })
    }

    /// Its port on 127.0.0.1. The superuser `testamur` needs no password.
    pub fn port(&self) -> u16 {
        self.port
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Err(error) = self.place.end() {
            eprintln!("a throwaway PostgreSQL is left: {error}");
        }
    }
}

/// The folder of a cluster and whose it is.
#[derive(Debug)]
pub(crate) struct Place {
    folder: PathBuf,
    owner: Option<Owner>,
}

impl Place {
    pub(crate) fn new(folder: PathBuf) -> Result<Place, Failure> {
        let owner = Owner::find()?;
        Ok(Place { folder, owner })
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Makes and starts it, on a socket in its folder, and where `settings` say.
    pub(crate) fn make(&self, settings: &str, files: &[(&str, &[u8])]) -> Result<(), Failure> {
        self.remove()?;
        fs::create_dir(&self.folder).map_err(|error| self.failure(error))?;
        self.give(&self.folder)?;
        let initdb = [
            "--username=testamur",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
        ];
        self.run("initdb", &initdb)?;
        for (name, content) in files {
            let file = self.data().join(name);
            fs::write(&file, content).map_err(|error| self.failure(error))?;
            fs::set_permissions(&file, fs::Permissions::from_mode(0o600))
                .map_err(|error| self.failure(error))?;
            self.give(&file)?;
        }
        let socket = self.folder.display();
        let settings = format!(
            "listen_addresses = ''\nunix_socket_directories = '{socket}'\n{SETTINGS}{settings}"
        );
        fs::write(self.data().join("postgresql.auto.conf"), settings)
            .map_err(|error| self.failure(error))?;
        let log = self.folder.join("log").display().to_string();
        self.run("pg_ctl", &["start", "-w", "-t", "60", "-l", &log])
    }

    pub(crate) fn is_running(&self) -> Result<bool, Failure> {
        if !self.data().exists() {
            return Ok(false);
        }
        Ok(self.answer("pg_ctl", &["status"])?.status.success())
    }

    pub(crate) fn end(&self) -> Result<(), Failure> {
        if self.is_running()? {
            self.run("pg_ctl", &["stop", "-w", "-m", "immediate"])?;
        }
        self.remove()
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    fn failure(&self, error: std::io::Error) -> Failure {
        Failure::of(self.folder.display(), error)
    }

    fn give(&self, path: &Path) -> Result<(), Failure> {
        match self.owner {
            None => Ok(()),
            Some(it) => chown(path, Some(it.user), Some(it.group))
                .map_err(|error| Failure::of("giving a file to its user", error)),
        }
    }

    fn remove(&self) -> Result<(), Failure> {
        match fs::remove_dir_all(&self.folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(self.failure(error)),
            _ => Ok(()),
        }
    }

    fn run(&self, program: &str, args: &[&str]) -> Result<(), Failure> {
        let output = self.answer(program, args)?;
        if output.status.success() {
            return Ok(());
        }
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        let said = String::from_utf8_lossy(&output.stderr);
        Err(Failure::new(format!(
            "PostgreSQL's {program} failed ({}): {said}{log}",
            output.status
        )))
    }

    fn answer(&self, program: &str, args: &[&str]) -> Result<Output, Failure> {
        let path = programs()?.join(program);
        let unstarted = |error| Failure::of(path.display(), error);
        let mut command = Command::new(&path);
        command
            .args(args)
            .arg("-D")
            .arg(self.data())
            .current_dir("/")
            .env("LC_ALL", "C")
            .stdin(Stdio::null());
        if let Some(owner) = self.owner {
            command.uid(owner.user).gid(owner.group);
        }
        // The server would keep an inherited pipe open for as long as it runs.
        if args.first() == Some(&"start") {
            command.stdout(Stdio::null()).stderr(Stdio::null());
            return Ok(Output {
                status: command.status().map_err(unstarted)?,
                stdout: Vec::new(),
                stderr: Vec::new(),
            });
        }
        command.output().map_err(unstarted)
    }
}
