//! Attempts as their educator may know them: the submission, and its decision once released.

use domain::ids::{AwardId, DecisionId, PersonId, PursuitId};
use domain::review::Outcome;
use jiff::Timestamp;

use super::submission::{Submission, submission};
use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// A submission by its code, with its decision if that is released.
        BY_CODE = "SELECT s.id, s.pursuit_id, s.attempt, s.code, s.snapshot, s.snapshot_hash, s.rubric_fingerprint, s.open_criteria,
                     s.submitted_at, s.opens_at, s.opened_at, s.decided_at,
                     s.ended, s.ended_at, s.ended_reason,
                     p.person_id, d.id AS decision_id, d.outcome, d.released_at,
                     (SELECT max(a.id) FROM award a WHERE a.decision_id = d.id) AS award_id
                   FROM submission s
                   JOIN pursuit p ON p.id = s.pursuit_id
                   LEFT JOIN decision d ON d.submission_id = s.id AND d.released_at IS NOT NULL
                   WHERE s.code = $1";
        /// The latest submission of a pursuit of which the decision is released.
        LATEST_RELEASED = "SELECT s.id, s.pursuit_id, s.attempt, s.code, s.snapshot, s.snapshot_hash, s.rubric_fingerprint, s.open_criteria,
                             s.submitted_at, s.opens_at, s.opened_at, s.decided_at,
                     s.ended, s.ended_at, s.ended_reason,
                             p.person_id, d.id AS decision_id, d.outcome, d.released_at,
                     (SELECT max(a.id) FROM award a WHERE a.decision_id = d.id) AS award_id
                           FROM submission s
                           JOIN pursuit p ON p.id = s.pursuit_id
                           JOIN decision d ON d.submission_id = s.id AND d.released_at IS NOT NULL
                           WHERE s.pursuit_id = $1 ORDER BY s.attempt DESC LIMIT 1";
    }
}

/// A decision that its educator knows of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// Its id.
    pub id: DecisionId,
    /// What the rule made of the scorecards.
    pub outcome: Outcome,
    /// Since when the educator knows.
    pub released_at: Timestamp,
    /// What came of it.
    pub award: Option<AwardId>,
}

/// An attempt as its educator may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Whose it is.
    pub person: PersonId,
    /// What was sent.
    pub submission: Submission,
    /// What became of it, once that is released.
    pub decided: Option<Decided>,
}

/// The attempt of that code, whoever made it.
///
/// # Errors
/// Those of the database.
pub fn by_code(tx: &Tx, code: &str) -> Result<Option<Attempt>, StoreError> {
    tx.optional(&sql::BY_CODE, &args![code])?
        .as_ref()
        .map(attempt)
        .transpose()
}

/// The latest attempt of which the educator knows the decision.
///
/// # Errors
/// Those of the database.
pub fn latest_released(
    tx: &Tx,
    pursuit: PursuitId,
) -> Result<Option<(Submission, Decided)>, StoreError> {
    let Some(row) = tx.optional(&sql::LATEST_RELEASED, &args![pursuit])? else {
        return Ok(None);
    };
    let found = attempt(&row)?;
    Ok(found.decided.map(|decided| (found.submission, decided)))
}

fn attempt(row: &Row) -> Result<Attempt, StoreError> {
    Ok(Attempt {
        person: row.get("person_id")?,
        submission: submission(row)?,
        decided: decided(row)?,
    })
}

fn decided(row: &Row) -> Result<Option<Decided>, StoreError> {
    let Some(id) = row.get("decision_id")? else {
        return Ok(None);
    };
    Ok(Some(Decided {
        id,
        outcome: row.parse("outcome", |text| serde_json::from_str(text).ok())?,
        released_at: row.get("released_at")?,
        award: row.get("award_id")?,
    }))
}
