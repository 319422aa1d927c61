//! Tries to sign in, counted for an address or a network.

use domain::people::Throttle;
use jiff::Timestamp;

use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// The count of a scope.
        FIND = "SELECT failures, since FROM sign_in_throttle WHERE scope = $1";
        /// Sets it, whatever it was.
        PUT = "INSERT INTO sign_in_throttle (scope, failures, since) VALUES ($1, $2, $3)
               ON CONFLICT (scope) DO UPDATE SET failures = excluded.failures, since = excluded.since";
        /// Forgets it.
        REMOVE = "DELETE FROM sign_in_throttle WHERE scope = $1";
        /// Forgets windows that began before a time.
        FORGET = "DELETE FROM sign_in_throttle WHERE since < $1 AND since <= (
                    SELECT max(since) FROM (
                      SELECT since FROM sign_in_throttle WHERE since < $1 ORDER BY since LIMIT $2
                    ) AS oldest
                  )";
    }
}

/// The count of a scope, such as a hashed address; an empty one that begins now if there is none.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, scope: &str, now: Timestamp) -> Result<Throttle, StoreError> {
    match tx.optional(&sql::FIND, &args![scope])? {
        Some(row) => Ok(Throttle {
            failures: row.get("failures")?,
            since: row.get("since")?,
        }),
        None => Ok(Throttle {
            failures: 0,
            since: now,
        }),
    }
}

/// Sets the count of a scope.
///
/// # Errors
/// Those of the database.
pub fn put(tx: &Tx, scope: &str, throttle: Throttle) -> Result<(), StoreError> {
    let row = args![scope, throttle.failures, throttle.since];
    tx.execute(&sql::PUT, &row).map(|_| ())
}

/// Forgets the count of a scope.
///
/// # Errors
/// Those of the database.
pub fn remove(tx: &Tx, scope: &str) -> Result<(), StoreError> {
    tx.execute(&sql::REMOVE, &args![scope]).map(|_| ())
}

/// Forgets counts whose window began before a time, about `limit` of them; answers how many.
///
/// # Errors
/// Those of the database.
pub fn forget(tx: &Tx, before: Timestamp, limit: u32) -> Result<u64, StoreError> {
    tx.execute(&sql::FORGET, &args![before, limit])
}
