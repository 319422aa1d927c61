//! Submissions: frozen attempts.

use std::collections::BTreeSet;

use domain::catalogue::{Fingerprint, Slug};
use domain::ids::{MicroCredentialId, PursuitId, SubmissionId};
use domain::pursuit::prediction::Turn;
use domain::pursuit::{Snapshot, SubmissionEnd};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, unless its code is taken.
        INSERT = "INSERT INTO submission (id, pursuit_id, attempt, code, snapshot, snapshot_hash, rubric_fingerprint, open_criteria, submitted_at, opens_at)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                  ON CONFLICT (code) DO NOTHING";
        /// A piece of evidence that it rests on.
        INSERT_EVIDENCE = "INSERT INTO submission_evidence (submission_id, evidence_id) VALUES ($1, $2)";
        /// It came to nothing.
        END = "UPDATE submission SET ended = $2, ended_at = $3, ended_reason = $4 WHERE id = $1 AND ended IS NULL";
        /// The one of a pursuit that counts and is not decided.
        LIVE = "SELECT id FROM submission WHERE pursuit_id = $1 AND ended IS NULL AND decided_at IS NULL
                ORDER BY submitted_at DESC LIMIT 1";
        /// The last one of a pursuit that came to nothing.
        LAST_ENDED = "SELECT code, ended, ended_at, ended_reason FROM submission WHERE pursuit_id = $1 AND ended IS NOT NULL
                      ORDER BY submitted_at DESC LIMIT 1";
        /// The queue of a micro-credential since a time, the latest first.
        QUEUE = "SELECT s.submitted_at, d.released_at FROM pursuit p
                 JOIN submission s ON s.pursuit_id = p.id
                 LEFT JOIN decision d ON d.submission_id = s.id
                 WHERE p.micro_credential_id = $1 AND s.submitted_at >= $2 AND s.ended IS NULL
                 ORDER BY s.submitted_at DESC LIMIT $3";
        /// One of them.
        FIND = "SELECT id, pursuit_id, attempt, code, snapshot, snapshot_hash, rubric_fingerprint, open_criteria, submitted_at, opens_at, opened_at, decided_at,
                  ended, ended_at, ended_reason
                FROM submission WHERE id = $1";
    }
}

/// A submission as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// Its id.
    pub id: SubmissionId,
    /// The pursuit that it is an attempt of.
    pub pursuit: PursuitId,
    /// Which attempt, from 1.
    pub attempt: u32,
    /// What both sides call it.
    pub code: String,
    /// What was submitted.
    pub snapshot: Snapshot,
    /// SHA-256 of the stored JSON of the snapshot.
    pub snapshot_hash: String,
    /// Of the rubric that it is judged by.
    pub rubric_fingerprint: Fingerprint,
    /// The criteria to judge.
    pub open_criteria: BTreeSet<Slug>,
    /// When it came.
    pub submitted_at: Timestamp,
    /// No review of it can be opened before.
    pub opens_at: Timestamp,
    /// When the first assessor opened it.
    pub opened_at: Option<Timestamp>,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
    /// How it came to nothing, if it did.
    pub ended: Option<Ended>,
}

/// How and when a submission came to nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// How.
    pub how: SubmissionEnd,
    /// When.
    pub at: Timestamp,
    /// What is missing, or nothing.
    pub reason: String,
}

/// Keeps a submission with `snapshot` as the JSON of what was submitted; `false` if its code is
/// taken, in which case nothing was kept.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &Tx, new: &Submission, snapshot: &str) -> Result<bool, StoreError> {
    let open: Vec<_> = new.open_criteria.iter().map(Slug::to_string).collect();
    let row = args![
        new.id,
        new.pursuit,
        new.attempt,
        &new.code,
        snapshot,
        &new.snapshot_hash,
        new.rubric_fingerprint.to_string(),
        serde_json::Value::from(open).to_string(),
        new.submitted_at,
        new.opens_at
    ];
    if tx.execute(&sql::INSERT, &row)? == 0 {
        return Ok(false);
    }
    for item in &new.snapshot.items {
        tx.execute(&sql::INSERT_EVIDENCE, &args![new.id, item.id])?;
    }
    Ok(true)
}

/// Notes that a submission came to nothing; `false` if it did already.
///
/// # Errors
/// Those of the database.
pub fn end(tx: &Tx, id: SubmissionId, it: &Ended) -> Result<bool, StoreError> {
    let row = args![id, it.how.as_str(), it.at, &it.reason];
    Ok(tx.execute(&sql::END, &row)? == 1)
}

/// The submission of a pursuit that waits for its decision.
///
/// # Errors
/// Those of the database.
pub fn latest_live(tx: &Tx, pursuit: PursuitId) -> Result<Option<SubmissionId>, StoreError> {
    tx.optional(&sql::LIVE, &args![pursuit])?
        .map(|row| row.get("id"))
        .transpose()
}

/// The code of the last submission of a pursuit that came to nothing, and how it did.
///
/// # Errors
/// Those of the database.
pub fn last_ended(tx: &Tx, pursuit: PursuitId) -> Result<Option<(String, Ended)>, StoreError> {
    let Some(row) = tx.optional(&sql::LAST_ENDED, &args![pursuit])? else {
        return Ok(None);
    };
    let code = row.get("code")?;
    Ok(ended(&row)?.map(|it| (code, it)))
}

/// Submissions of a micro-credential since a time, the latest first, decided or not.
///
/// # Errors
/// Those of the database.
pub fn queue(
    tx: &Tx,
    micro_credential: MicroCredentialId,
    since: Timestamp,
    limit: u32,
) -> Result<Vec<Turn>, StoreError> {
    let rows = tx.rows(&sql::QUEUE, &args![micro_credential, since, limit])?;
    rows.iter()
        .map(|row| {
            Ok(Turn {
                submitted_at: row.get("submitted_at")?,
                released_at: row.get("released_at")?,
            })
        })
        .collect()
}

/// The submission of that id.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: SubmissionId) -> Result<Option<Submission>, StoreError> {
    tx.optional(&sql::FIND, &args![id])?
        .as_ref()
        .map(submission)
        .transpose()
}

fn ended(row: &Row) -> Result<Option<Ended>, StoreError> {
    let Some(how) = row.parse_optional("ended", SubmissionEnd::parse)? else {
        return Ok(None);
    };
    Ok(Some(Ended {
        how,
        at: row.get("ended_at")?,
        reason: row.get("ended_reason")?,
    }))
}

/// Reads the columns of [`sql::FIND`].
pub(super) fn submission(row: &Row) -> Result<Submission, StoreError> {
    Ok(Submission {
        id: row.get("id")?,
        pursuit: row.get("pursuit_id")?,
        attempt: row.get("attempt")?,
        code: row.get("code")?,
        snapshot: row.parse("snapshot", |text| serde_json::from_str(text).ok())?,
        snapshot_hash: row.get("snapshot_hash")?,
        rubric_fingerprint: row.parse("rubric_fingerprint", |text| text.parse().ok())?,
        open_criteria: row.parse("open_criteria", |text| serde_json::from_str(text).ok())?,
        submitted_at: row.get("submitted_at")?,
        opens_at: row.get("opens_at")?,
        opened_at: row.get("opened_at")?,
        decided_at: row.get("decided_at")?,
        ended: ended(row)?,
    })
}
