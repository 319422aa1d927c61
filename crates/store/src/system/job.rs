//! Work for the background, put into its table by the transaction that needs it done.
//!
//! A job is claimed for a time; who has not completed it by then loses it to another. It may
//! therefore run more than once, and must be harmless to repeat.

use domain::ids::JobId;
use jiff::{SignedDuration, Timestamp};

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, unless one with its unique key waits.
        ENQUEUE = "INSERT INTO job (id, kind, payload, unique_key, run_after, locked_until, attempts, created_at)
                   VALUES ($1, $2, $3, $4, $5, 0, 0, $6)
                   ON CONFLICT (unique_key) DO NOTHING";
        /// Takes those that are due. Their unique keys are free from now on: what happens
        /// meanwhile needs a job of its own.
        CLAIM = "UPDATE job SET locked_until = $2, attempts = attempts + 1, unique_key = NULL
                 WHERE id IN (
                   SELECT id FROM job WHERE dead_at IS NULL AND run_after <= $1 AND locked_until < $1
                   ORDER BY run_after LIMIT $3
                 )
                 RETURNING id, kind, payload, attempts, run_after";
        /// It is done.
        COMPLETE = "DELETE FROM job WHERE id = $1 AND attempts = $2 AND dead_at IS NULL";
        /// It failed and is to be tried again.
        FAIL = "UPDATE job SET locked_until = 0, run_after = $3, error = $4
                WHERE id = $1 AND attempts = $2 AND dead_at IS NULL";
        /// It failed for good.
        BURY = "UPDATE job SET locked_until = 0, dead_at = $3, error = $4
                WHERE id = $1 AND attempts = $2 AND dead_at IS NULL";
        /// A dead one is to be tried again from the start.
        REVIVE = "UPDATE job SET dead_at = NULL, attempts = 0, run_after = $2
                  WHERE id = $1 AND dead_at IS NOT NULL";
        /// When the next one is due.
        NEXT_DUE = "SELECT run_after FROM job WHERE dead_at IS NULL AND run_after >= $1
                    ORDER BY run_after LIMIT 1";
        /// Those that wait or run, after an id.
        WAITING = "SELECT id, kind, payload, unique_key, run_after, locked_until, attempts, error, dead_at, created_at
                   FROM job WHERE dead_at IS NULL AND id > $1 ORDER BY id LIMIT $2";
        /// A dead one.
        FIND_DEAD = "SELECT id, kind, payload, unique_key, run_after, locked_until, attempts, error, dead_at, created_at
                     FROM job WHERE id = $1 AND dead_at IS NOT NULL";
        /// The dead ones, after an id.
        DEAD = "SELECT id, kind, payload, unique_key, run_after, locked_until, attempts, error, dead_at, created_at
                FROM job WHERE dead_at IS NOT NULL AND id > $1 ORDER BY id LIMIT $2";
    }
}

/// A job to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewJob<'a> {
    /// Drawn by the caller.
    pub id: JobId,
    /// Which work, in kebab-case.
    pub kind: &'a str,
    /// What it needs to know, as JSON.
    pub payload: &'a str,
    /// Not before.
    pub run_after: Timestamp,
    /// At most one job with this key waits at a time.
    pub unique_key: Option<&'a str>,
    /// When it was asked for.
    pub now: Timestamp,
}

/// A job that this process may run until its claim ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// Its id.
    pub id: JobId,
    /// Which work.
    pub kind: String,
    /// What it needs to know, as JSON.
    pub payload: String,
    /// How often it was claimed, this time included.
    pub attempt: u32,
}

/// A job as the jobs page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// Which work.
    pub kind: String,
    /// What it needs to know, as JSON.
    pub payload: String,
    /// Its key while it waits for the first time.
    pub unique_key: Option<String>,
    /// Not before.
    pub run_after: Timestamp,
    /// Claimed until then; in the past if it waits.
    pub locked_until: Timestamp,
    /// How often it was claimed.
    pub attempts: u32,
    /// What went wrong last.
    pub error: Option<String>,
    /// Since when it is dead.
    pub dead_at: Option<Timestamp>,
    /// When it was asked for.
    pub created_at: Timestamp,
}

/// Which jobs to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those that wait or run.
    Waiting,
    /// Those given up.
    Dead,
}

/// Asks for work; `false` if a job with the same unique key already waits.
///
/// # Errors
/// Those of the database.
pub fn enqueue(tx: &Tx, job: &NewJob<'_>) -> Result<bool, StoreError> {
    let row = args![
        job.id,
        job.kind,
        job.payload,
        job.unique_key,
        job.run_after,
        job.now
    ];
    Ok(tx.execute(&sql::ENQUEUE, &row)? == 1)
}

/// Takes up to `limit` jobs that are due, oldest first, until `locked_until`.
///
/// # Errors
/// Those of the database.
pub fn claim(
    tx: &Tx,
    now: Timestamp,
    locked_until: Timestamp,
    limit: u32,
) -> Result<Vec<Claimed>, StoreError> {
    let rows = tx.rows(&sql::CLAIM, &args![now, locked_until, limit])?;
    let mut claimed = Vec::with_capacity(rows.len());
    for row in &rows {
        let run_after: Timestamp = row.get("run_after")?;
        claimed.push((
            run_after,
            Claimed {
                id: row.get("id")?,
                kind: row.get("kind")?,
                payload: row.get("payload")?,
                attempt: row.get("attempts")?,
            },
        ));
    }
    // RETURNING promises no order.
    claimed.sort_by_key(|(run_after, job)| (*run_after, job.id));
    Ok(claimed.into_iter().map(|(_, job)| job).collect())
}

/// The work is done; `false` if the claim was lost to another.
///
/// # Errors
/// Those of the database.
pub fn complete(tx: &Tx, job: &Claimed) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::COMPLETE, &args![job.id, job.attempt])? == 1)
}

/// The work failed and is to be tried again at `run_after`; `false` if the claim was lost.
///
/// # Errors
/// Those of the database.
pub fn fail(tx: &Tx, job: &Claimed, error: &str, run_after: Timestamp) -> Result<bool, StoreError> {
    let row = args![job.id, job.attempt, run_after, error];
    Ok(tx.execute(&sql::FAIL, &row)? == 1)
}

/// The work failed for good: it stays, with its error; `false` if the claim was lost.
///
/// # Errors
/// Those of the database.
pub fn bury(tx: &Tx, job: &Claimed, error: &str, now: Timestamp) -> Result<bool, StoreError> {
    let row = args![job.id, job.attempt, now, error];
    Ok(tx.execute(&sql::BURY, &row)? == 1)
}

/// A dead job is to be tried again; `false` if it is not dead.
///
/// # Errors
/// Those of the database.
pub fn revive(tx: &Tx, id: JobId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::REVIVE, &args![id, now])? == 1)
}

/// When the next job is due, for one who waits for it.
///
/// # Errors
/// Those of the database.
pub fn next_due(tx: &Tx) -> Result<Option<Timestamp>, StoreError> {
    let row = tx.optional(&sql::NEXT_DUE, &args![0i64])?;
    row.map(|row| row.get("run_after")).transpose()
}

/// Jobs after an id, for a page.
///
/// # Errors
/// Those of the database.
pub fn list(
    tx: &Tx,
    which: Which,
    after: Option<JobId>,
    limit: u32,
) -> Result<Vec<Job>, StoreError> {
    let statement = match which {
        Which::Waiting => &sql::WAITING,
        Which::Dead => &sql::DEAD,
    };
    let after = after.map_or(String::new(), |id| id.to_string());
    let rows = tx.rows(statement, &args![after, limit])?;
    rows.iter().map(job).collect()
}

/// The dead job of that id.
///
/// # Errors
/// Those of the database.
pub fn find_dead(tx: &Tx, id: JobId) -> Result<Option<Job>, StoreError> {
    let row = tx.optional(&sql::FIND_DEAD, &args![id])?;
    row.as_ref().map(job).transpose()
}

/// How long to wait after a failed attempt: 10 seconds, doubled each time, at most 6 hours.
pub fn backoff(attempt: u32) -> SignedDuration {
    const FIRST_SECONDS: i64 = 10;
    const LONGEST_SECONDS: i64 = 6 * 60 * 60;
    let doublings = attempt.saturating_sub(1).min(20);
    SignedDuration::from_secs((FIRST_SECONDS << doublings).min(LONGEST_SECONDS))
}

fn job(row: &Row) -> Result<Job, StoreError> {
    Ok(Job {
        id: row.get("id")?,
        kind: row.get("kind")?,
        payload: row.get("payload")?,
        unique_key: row.get("unique_key")?,
        run_after: row.get("run_after")?,
        locked_until: row.get("locked_until")?,
        attempts: row.get("attempts")?,
        error: row.get("error")?,
        dead_at: row.get("dead_at")?,
        created_at: row.get("created_at")?,
    })
}
