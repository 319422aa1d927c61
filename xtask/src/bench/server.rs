//! A server program that the measurements start, watch and stop.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::http::{Connection, Request};
use crate::failure::Failure;

/// How long a server may take to answer for the first time.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long a server may take to stop.
const FAREWELL: Duration = Duration::from_secs(10);

/// Clock ticks of `/proc/PID/stat` in a second; the same on every Linux that Rust supports.
const TICKS_PER_SECOND: f64 = 100.0;

/// A running server; dropping it stops it.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// The port on loopback.
    pub port: u16,
}

impl Server {
    /// Starts a program and waits until a path answers with success.
    ///
    /// # Errors
    /// If it does not start, ends at once, or does not answer in time.
    pub fn start(
        program: &Path,
        words: &[String],
        port: u16,
        path_when_ready: &str,
        log: PathBuf,
    ) -> Result<Self, Failure> {
        let name = program.display();
        let log_file = std::fs::File::create(&log)
            .map_err(Failure::during(format!("cannot write {}", log.display())))?;
        let child = Command::new(program)
            .args(words)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log_file)
            .spawn()
            .map_err(Failure::during(format!("cannot start {name}")))?;
        let mut server = Self { child, port };
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Ok(Some(status)) = server.child.try_wait() {
                let log = log.display();
                return Err(Failure::new(format!("{name} ended: {status}; see {log}")));
            }
            let answer = Connection::open(port)
                .and_then(|mut connection| connection.ask(&Request::get(path_when_ready)));
            if answer.is_ok_and(|answer| answer.status == 200) {
                return Ok(server);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(Failure::new(format!(
            "{name} did not answer {path_when_ready} within {} s; see {}",
            PATIENCE.as_secs(),
            log.display()
        )))
    }

    /// Processor time that the server has used so far, in seconds, all threads.
    pub fn cpu_seconds(&self) -> f64 {
        std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))
            .ok()
            .and_then(|stat| ticks(&stat))
            .map_or(0.0, |ticks| ticks as f64 / TICKS_PER_SECOND)
    }
}

/// User and system time in a line of `/proc/PID/stat`; the program's name may hold spaces.
fn ticks(stat: &str) -> Option<u64> {
    let (_, after_name) = stat.rsplit_once(')')?;
    let mut fields = after_name.split_whitespace().skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(user + system)
}

impl Drop for Server {
    fn drop(&mut self) {
        let pid = self.child.id().to_string();
        let _ = Command::new("kill").args(["-TERM", &pid]).status();
        let start = Instant::now();
        while start.elapsed() < FAREWELL {
            if let Ok(Some(_)) = self.child.try_wait() {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn processor_time_is_found_behind_a_name_with_spaces() {
        let stat = "77 (a (b) c) S 1 77 77 0 -1 4194304 9 0 0 0 31 11 0 0 20 0 1 0 5 6 7";
        assert_eq!(ticks(stat), Some(42));
        assert_eq!(ticks("nonsense"), None);
    }
}
