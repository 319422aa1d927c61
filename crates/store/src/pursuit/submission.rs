//! Submissions: frozen attempts.

use std::collections::BTreeSet;

use domain::catalogue::{Fingerprint, Slug};
use domain::ids::{PursuitId, SubmissionId};
use domain::pursuit::Snapshot;
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, unless its code is taken.
        INSERT = "INSERT INTO submission (id, pursuit_id, attempt, code, snapshot, snapshot_hash, rubric_fingerprint, open_criteria, submitted_at)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                  ON CONFLICT (code) DO NOTHING";
        /// A piece of evidence that it rests on.
        INSERT_EVIDENCE = "INSERT INTO submission_evidence (submission_id, evidence_id) VALUES ($1, $2)";
        /// One of them.
        FIND = "SELECT id, pursuit_id, attempt, code, snapshot, snapshot_hash, rubric_fingerprint, open_criteria, submitted_at, opened_at, decided_at
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
    /// When the first assessor opened it.
    pub opened_at: Option<Timestamp>,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
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
        new.submitted_at
    ];
    if tx.execute(&sql::INSERT, &row)? == 0 {
        return Ok(false);
    }
    for item in &new.snapshot.items {
        tx.execute(&sql::INSERT_EVIDENCE, &args![new.id, item.id])?;
    }
    Ok(true)
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
        opened_at: row.get("opened_at")?,
        decided_at: row.get("decided_at")?,
    })
}
