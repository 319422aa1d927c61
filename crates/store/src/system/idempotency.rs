//! Answers kept under the key of their request. A commit's outcome may be unknown to the one who
//! asked; asking again with the same key gives the first answer and does nothing twice.
//!
//! A use case first calls [`find`], and [`remember`] with its answer in the same transaction.

use domain::ids::PersonId;
use jiff::Timestamp;

use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// The answer under a key.
        FIND = "SELECT request_hash, answer FROM idempotency
                WHERE person_id = $1 AND use_case = $2 AND request_key = $3";
        /// One more answer.
        REMEMBER = "INSERT INTO idempotency (person_id, use_case, request_key, request_hash, answer, created_at)
                    VALUES ($1, $2, $3, $4, $5, $6)
                    ON CONFLICT (person_id, use_case, request_key) DO NOTHING";
        /// Forgets old ones, a bounded number at a time.
        FORGET = "DELETE FROM idempotency WHERE created_at < $1 AND created_at <= (
                    SELECT max(created_at) FROM (
                      SELECT created_at FROM idempotency WHERE created_at < $1
                      ORDER BY created_at LIMIT $2
                    ) AS oldest
                  )";
    }
}

/// Longest key that is taken, in bytes.
pub const LONGEST_KEY: usize = 200;

/// A request that may be asked again.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// Who asks; nobody before signing in.
    pub person: Option<PersonId>,
    /// Which use case, as its module is called.
    pub use_case: &'a str,
    /// Drawn by the one who asks; at most [`LONGEST_KEY`] bytes.
    pub key: &'a str,
    /// Hash of everything that is asked.
    pub hash: &'a str,
}

/// What is known of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Earlier {
    /// Nothing: it is the first time.
    New,
    /// It was answered so.
    Answered(String),
    /// Its key was used for something else: a refusal (HTTP 422).
    KeyReused,
}

/// Looks whether a request was answered before.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, request: &Request<'_>) -> Result<Earlier, StoreError> {
    let key = args![person(request), request.use_case, request.key];
    let Some(row) = tx.optional(&sql::FIND, &key)? else {
        return Ok(Earlier::New);
    };
    if row.get::<String>("request_hash")? == request.hash {
        row.get("answer").map(Earlier::Answered)
    } else {
        Ok(Earlier::KeyReused)
    }
}

/// Keeps an answer, in the transaction that made it true.
///
/// # Errors
/// Those of the database. If another unit has just answered the same key, this one is undone and
/// run again, and then finds that answer.
pub fn remember(
    tx: &Tx,
    request: &Request<'_>,
    answer: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    if request.key.len() > LONGEST_KEY {
        let words = format!("an idempotency key has at most {LONGEST_KEY} bytes");
        return Err(StoreError::Other(words));
    }
    let row = args![
        person(request),
        request.use_case,
        request.key,
        request.hash,
        answer,
        now
    ];
    match tx.execute(&sql::REMEMBER, &row)? {
        0 => Err(tx.run_again()),
        _ => Ok(()),
    }
}

/// Forgets answers from before a time, about `limit` of them; answers how many.
///
/// # Errors
/// Those of the database.
pub fn forget(tx: &Tx, before: Timestamp, limit: u32) -> Result<u64, StoreError> {
    tx.execute(&sql::FORGET, &args![before, limit])
}

fn person(request: &Request<'_>) -> String {
    request
        .person
        .map_or(String::new(), |person| person.to_string())
}
