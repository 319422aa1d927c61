//! The database: a few tables, a handful of connections that read, one that writes.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;

/// Connections that read; as many as requests that the two cores can serve at once, and some.
const READERS: usize = 4;

const SCHEMA: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE page (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL) STRICT;
    CREATE TABLE part (
        id INTEGER PRIMARY KEY, page INTEGER NOT NULL REFERENCES page, body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX part_of_page ON part (page);
    CREATE TABLE draft (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
    INSERT INTO draft VALUES (1, 0, '');
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
        INSERT INTO page SELECT i, 'Title ' || i, hex(zeroblob(150)) FROM n;
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2400)
        INSERT INTO part SELECT i, 1 + i % 200, hex(zeroblob(150)) FROM n;
";

/// The open database.
pub(crate) struct Rows {
    readers: Mutex<Vec<Connection>>,
    writer: Mutex<Connection>,
    path: std::path::PathBuf,
}

impl Rows {
    /// Makes the database in an empty folder.
    pub(crate) fn open(folder: &Path) -> rusqlite::Result<Self> {
        let path = folder.join("bare.sqlite");
        let writer = Connection::open(&path)?;
        writer.execute_batch(SCHEMA)?;
        let readers = (0..READERS)
            .map(|_| Connection::open(&path))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            readers: Mutex::new(readers),
            writer: Mutex::new(writer),
            path,
        })
    }

    /// Titles of twenty pages.
    pub(crate) fn titles(&self) -> rusqlite::Result<Vec<(i64, String)>> {
        self.read(|db| {
            let mut query = db.prepare_cached("SELECT id, title FROM page ORDER BY id LIMIT 20")?;
            let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect()
        })
    }

    /// Title and body of one page, and its parts.
    pub(crate) fn page(&self, id: i64) -> rusqlite::Result<(String, String, Vec<String>)> {
        self.read(|db| {
            let (title, body) = db
                .prepare_cached("SELECT title, body FROM page WHERE id = ?1")?
                .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let mut query = db.prepare_cached("SELECT body FROM part WHERE page = ?1")?;
            let parts = query.query_map([id], |row| row.get(0))?;
            Ok((title, body, parts.collect::<Result<_, _>>()?))
        })
    }

    /// Keeps a text; gives its version. Durable on return.
    pub(crate) fn save(&self, body: &str) -> rusqlite::Result<i64> {
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        writer
            .prepare_cached(
                "UPDATE draft SET body = ?1, version = version + 1 WHERE id = 1 RETURNING version",
            )?
            .query_row([body], |row| row.get(0))
    }

    fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<T> {
        let waiting = self.pool().pop();
        let connection = match waiting {
            Some(connection) => connection,
            None => Connection::open(&self.path)?,
        };
        let result = work(&connection);
        self.pool().push(connection);
        result
    }

    fn pool(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
