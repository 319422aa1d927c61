//! Decisions: what the rule made of exactly these scorecards.

use domain::catalogue::Content;
use domain::ids::{DecisionId, PersonId, PursuitId, SubmissionId};
use domain::review::Outcome;
use jiff::Timestamp;

use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, unless the submission is decided.
        INSERT = "INSERT INTO decision (id, submission_id, awarded, outcome, rule_version, decided_at)
                  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (submission_id) DO NOTHING";
        /// Its submission waits no more.
        CLOSE_SUBMISSION = "UPDATE submission SET decided_at = $2 WHERE id = $1 AND decided_at IS NULL";
        /// The educator may know.
        RELEASE = "UPDATE decision SET released_at = $2, released_by = $3 WHERE submission_id = $1 AND released_at IS NULL";
        /// The decision on a submission.
        OF_SUBMISSION = "SELECT id FROM decision WHERE submission_id = $1";
        /// What was decided on an attempt.
        OF_ATTEMPT = "SELECT d.outcome FROM submission s JOIN decision d ON d.submission_id = s.id
                      WHERE s.pursuit_id = $1 AND s.attempt = $2 AND s.ended IS NULL";
        /// Decisions that wait for a release, of issuers where a person holds one of two roles,
        /// oldest first.
        UNRELEASED_LED = "WITH RECURSIVE led (id) AS (
                            SELECT m.organization_id FROM membership m
                            WHERE m.person_id = $1 AND m.role IN ('lead-assessor', 'programme-manager')
                              AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
                            UNION
                            SELECT o.id FROM led l JOIN organization o ON o.parent_id = l.id
                          )
                          SELECT s.id, s.code, v.content, d.awarded, d.decided_at
                          FROM decision d
                          JOIN submission s ON s.id = d.submission_id
                          JOIN pursuit p ON p.id = s.pursuit_id
                          JOIN version v ON v.id = p.version_id
                          JOIN micro_credential m ON m.id = p.micro_credential_id
                          WHERE d.released_at IS NULL AND d.decided_at >= $3 AND (d.decided_at > $3 OR s.id > $4)
                            AND m.organization_id IN (SELECT id FROM led)
                          ORDER BY d.decided_at, s.id LIMIT $5";
    }
}

/// A decision to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDecision {
    /// Drawn by the caller.
    pub id: DecisionId,
    /// On which submission.
    pub submission: SubmissionId,
    /// What the rule made of the scorecards.
    pub outcome: Outcome,
    /// When.
    pub decided_at: Timestamp,
}

/// A decision that its educator does not know of yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreleased {
    /// On which submission.
    pub submission: SubmissionId,
    /// Its code.
    pub code: String,
    /// What the version says, with the plan that names who releases.
    pub content: Content,
    /// Awarded, or not yet.
    pub awarded: bool,
    /// Since when.
    pub decided_at: Timestamp,
}

/// Keeps a decision, and closes its submission; `false` if that is decided.
///
/// # Errors
/// Those of the database.
pub fn insert_decision(tx: &Tx, it: &NewDecision) -> Result<bool, StoreError> {
    let outcome = serde_json::to_string(&it.outcome).map_err(|error| {
        StoreError::Other(format!("an outcome that cannot be written: {error}"))
    })?;
    let row = args![
        it.id,
        it.submission,
        it.outcome.awarded(),
        outcome,
        it.outcome.rule,
        it.decided_at
    ];
    let new = tx.execute(&sql::INSERT, &row)? == 1;
    tx.execute(&sql::CLOSE_SUBMISSION, &args![it.submission, it.decided_at])?;
    Ok(new)
}

/// Notes that the educator may know, and who let them if somebody had to; `false` if it is
/// released, or there is no decision.
///
/// # Errors
/// Those of the database.
pub fn release(
    tx: &Tx,
    submission: SubmissionId,
    by: Option<PersonId>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::RELEASE, &args![submission, now, by])? == 1)
}

/// The decision on a submission.
///
/// # Errors
/// Those of the database.
pub fn decision_of(tx: &Tx, submission: SubmissionId) -> Result<Option<DecisionId>, StoreError> {
    tx.optional(&sql::OF_SUBMISSION, &args![submission])?
        .map(|row| row.get("id"))
        .transpose()
}

/// What was decided on an attempt of a pursuit.
///
/// # Errors
/// Those of the database.
pub fn earlier_outcome(
    tx: &Tx,
    pursuit: PursuitId,
    attempt: u32,
) -> Result<Option<Outcome>, StoreError> {
    tx.optional(&sql::OF_ATTEMPT, &args![pursuit, attempt])?
        .map(|row| row.parse("outcome", |text| serde_json::from_str(text).ok()))
        .transpose()
}

/// Decisions that wait for a release, of issuers where a person is lead assessor or programme
/// manager, oldest first, after one of them.
///
/// # Errors
/// Those of the database.
pub fn unreleased_led(
    tx: &Tx,
    person: PersonId,
    now: Timestamp,
    after: Option<(Timestamp, SubmissionId)>,
    limit: u32,
) -> Result<Vec<Unreleased>, StoreError> {
    let (since, id) = super::key(after);
    let rows = tx.rows(&sql::UNRELEASED_LED, &args![person, now, since, id, limit])?;
    rows.iter()
        .map(|row| {
            Ok(Unreleased {
                submission: row.get("id")?,
                code: row.get("code")?,
                content: row.parse("content", |text| serde_json::from_str(text).ok())?,
                awarded: row.get("awarded")?,
                decided_at: row.get("decided_at")?,
            })
        })
        .collect()
}
