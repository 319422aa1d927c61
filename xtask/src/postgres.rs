//! A throwaway PostgreSQL cluster for the tests: empty, on loopback, gone afterwards.

use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::child::{self, Showing};
use crate::failure::Failure;

/// The variable by which tests find the cluster.
pub const VARIABLE: &str = "TESTAMUR_TEST_POSTGRES";

/// How long a cluster may take to accept connections.
const PATIENCE: Duration = Duration::from_secs(30);

/// Durability is switched off: the data live as long as one test run.
const SETTINGS: [&str; 10] = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "autovacuum=off",
    "max_connections=300",
    "max_locks_per_transaction=256",
];

/// The server stops at once when we die, however that happens.
const TOGETHER: [&str; 3] = ["--pdeathsig", "QUIT", "--"];

/// A running cluster; dropping it stops the server and removes its files.
#[derive(Debug)]
pub struct Cluster {
    server: Child,
    // Dropped after the server was stopped.
    _folder: Folder,
    port: u16,
}

impl Cluster {
    /// Makes and starts a cluster. The programs refuse to run as root, so root starts them as
    /// the user `postgres` that comes with Debian's package.
    ///
    /// # Errors
    /// If PostgreSQL is not installed, or does not start.
    pub fn start() -> Result<Self, Failure> {
        let programs = programs().ok_or_else(|| {
            Failure::new("PostgreSQL is not installed: apt-get install postgresql-15")
        })?;
        let owner = Owner::find()?;
        let folder = Folder::new(&owner)?;
        let data = folder.0.join("data");
        make(&programs, &data, &owner)?;
        let port = free_port()?;
        let mut command = owner.command(Path::new("setpriv"));
        command.args(TOGETHER).arg(programs.join("postgres"));
        command.arg("-D").arg(&data).args(["-p", &port.to_string()]);
        for setting in SETTINGS {
            command.args(["-c", setting]);
        }
        let server = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(Failure::during("cannot start postgres"))?;
        let mut cluster = Self {
            server,
            _folder: folder,
            port,
        };
        cluster.wait_until_ready(&programs)?;
        Ok(cluster)
    }

    /// The address, with a superuser who needs no password.
    pub fn url(&self) -> String {
        format!("postgres://testamur@127.0.0.1:{}/postgres", self.port)
    }

    fn wait_until_ready(&mut self, programs: &Path) -> Result<(), Failure> {
        let start = Instant::now();
        let port = self.port.to_string();
        while start.elapsed() < PATIENCE {
            if let Ok(Some(status)) = self.server.try_wait() {
                return Err(Failure::new(format!("postgres ended at once: {status}")));
            }
            let ready = Command::new(programs.join("pg_isready"))
                .args(["-q", "-h", "127.0.0.1", "-p", &port])
                .status();
            if ready.is_ok_and(|status| status.success()) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(Failure::new(format!(
            "postgres did not accept connections within {} s",
            PATIENCE.as_secs()
        )))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // SIGQUIT is PostgreSQL's immediate shutdown: its children go too, and nothing is kept.
        let pid = self.server.id().to_string();
        let stopped = Command::new("kill").args(["-QUIT", &pid]).status();
        if !stopped.is_ok_and(|status| status.success()) {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}

/// The folder of the newest installed server programs.
pub fn programs() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .filter(|(_, programs)| programs.join("initdb").is_file())
        .collect();
    versions.sort();
    versions.pop().map(|(_, programs)| programs)
}

/// The ordinary user who owns the cluster.
#[derive(Debug)]
enum Owner {
    Myself,
    Other { uid: u32, gid: u32 },
}

impl Owner {
    fn find() -> Result<Self, Failure> {
        let me = std::fs::metadata("/proc/self")
            .map_err(Failure::during("cannot read /proc/self"))?
            .uid();
        if me != 0 {
            return Ok(Self::Myself);
        }
        let users = std::fs::read_to_string("/etc/passwd")
            .map_err(Failure::during("cannot read /etc/passwd"))?;
        let (uid, gid) = ids_of("postgres", &users).ok_or_else(|| {
            Failure::new("there is no user postgres; Debian's package postgresql-15 makes one")
        })?;
        Ok(Self::Other { uid, gid })
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        // The caller's folder may be closed to this user.
        command.current_dir(std::env::temp_dir());
        if let Self::Other { uid, gid } = self {
            command.uid(*uid).gid(*gid);
        }
        command
    }
}

/// User and group number of a name in the format of `/etc/passwd`.
fn ids_of(name: &str, users: &str) -> Option<(u32, u32)> {
    users.lines().find_map(|line| {
        let fields: Vec<&str> = line.split(':').collect();
        match fields.as_slice() {
            [user, _, uid, gid, ..] if *user == name => {
                Some((uid.parse().ok()?, gid.parse().ok()?))
            }
            _ => None,
        }
    })
}

/// A folder that the owner may write to; removed when dropped.
#[derive(Debug)]
struct Folder(PathBuf);

impl Folder {
    fn new(owner: &Owner) -> Result<Self, Failure> {
        let name = format!("testamur-postgres-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        let doing = format!("cannot make {}", path.display());
        std::fs::create_dir(&path).map_err(Failure::during(&doing))?;
        let folder = Self(path);
        if let Owner::Other { uid, gid } = owner {
            chown(&folder.0, Some(*uid), Some(*gid)).map_err(Failure::during(&doing))?;
        }
        Ok(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn make(programs: &Path, data: &Path, owner: &Owner) -> Result<(), Failure> {
    let mut command = owner.command(&programs.join("initdb"));
    command.arg("-D").arg(data).args([
        "--username=testamur",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync",
        "--no-instructions",
    ]);
    match child::run(&mut command, Showing::IfItFails)?.ending {
        child::Ending::Well => Ok(()),
        child::Ending::Badly => Err(Failure::new("initdb failed")),
    }
}

/// A port that was free a moment ago.
///
/// # Errors
/// If the machine has none.
pub fn free_port() -> Result<u16, Failure> {
    let find = || TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr();
    find()
        .map(|address| address.port())
        .map_err(Failure::during("cannot find a free port"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_found_by_the_whole_name() {
        let users =
            "root:x:0:0:root:/root:/bin/sh\npostgres2:x:9:9::/:\npostgres:x:105:113:,,,:/x:/y\n";
        assert_eq!(ids_of("postgres", users), Some((105, 113)));
        assert_eq!(ids_of("nobody", users), None);
    }
}
