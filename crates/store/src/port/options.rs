//! Where the database is, and the limits on its use.

use std::{path::PathBuf, time::Duration};

/// Where the database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A file on this machine.
    Sqlite(PathBuf),
    /// A `postgres://` address.
    Postgres(String),
}

impl Address {
    /// `postgres://...` and `postgresql://...` are PostgreSQL, everything else is a file.
    pub fn parse(text: &str) -> Address {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Address::Postgres(text.to_owned())
        } else {
            Address::Sqlite(PathBuf::from(text))
        }
    }
}

/// Limits on the use of the database.
#[derive(Debug, Clone)]
pub struct Options {
    /// Read connections on SQLite.
    pub readers: usize,
    /// Connections to PostgreSQL.
    pub connections: usize,
    /// Units of work that may wait for the writer of SQLite.
    pub queue: usize,
    /// Units of work that are committed together on SQLite, at most.
    pub group: usize,
    /// How long a unit may wait for its turn or for a connection.
    pub wait: Duration,
    /// How often a unit is run before its caller is told of the conflict.
    pub attempts: u32,
    /// Start of the sequence that spreads retries in time; each process needs its own.
    pub seed: u64,
    /// Failures made on purpose, for tests.
    pub faults: Option<Faults>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            readers: 4,
            connections: 16,
            queue: 1024,
            group: 128,
            wait: Duration::from_secs(10),
            attempts: 10,
            seed: 0,
            faults: None,
        }
    }
}

/// Failures made on purpose. Rates are in thousandths.
#[derive(Debug, Clone, Copy, Default)]
pub struct Faults {
    /// Start of the sequence that decides which statement or commit fails.
    pub seed: u64,
    /// Statements answered by a serialization failure (40001).
    pub at_statement: u32,
    /// Commits answered by a serialization failure, not carried out.
    pub before_commit: u32,
    /// Commits carried out whose answer is lost.
    pub after_commit: u32,
}
