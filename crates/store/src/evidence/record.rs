//! Blindness records: what was checked before each submission.

use domain::evidence::blindness::Record;
use domain::ids::SubmissionId;
use jiff::Timestamp;

use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more.
        INSERT = "INSERT INTO blindness_record (submission_id, rule_version, findings, record, record_hash, made_at)
                  VALUES ($1, $2, $3, $4, $5, $6)";
        /// That of a submission.
        FIND = "SELECT record, record_hash FROM blindness_record WHERE submission_id = $1";
    }
}

/// Keeps the record of a submission, of which `text` is the JSON and `hash` the SHA-256 of that.
///
/// # Errors
/// Those of the database.
pub fn keep_record(
    tx: &Tx,
    submission: SubmissionId,
    record: &Record,
    text: &str,
    hash: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = args![
        submission,
        record.rule,
        record.check.count(),
        text,
        hash,
        now
    ];
    tx.execute(&sql::INSERT, &row)?;
    Ok(())
}

/// The record of a submission, with the hash of its stored JSON; nothing for submissions that were
/// made before there were records.
///
/// # Errors
/// Those of the database.
pub fn find_record(
    tx: &Tx,
    submission: SubmissionId,
) -> Result<Option<(Record, String)>, StoreError> {
    let Some(row) = tx.optional(&sql::FIND, &args![submission])? else {
        return Ok(None);
    };
    let record = row.parse("record", |text| serde_json::from_str(text).ok())?;
    Ok(Some((record, row.get("record_hash")?)))
}
