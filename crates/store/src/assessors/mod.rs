//! What the room `assessors` keeps: who is qualified for which rubric, and who could be asked.

pub(crate) mod candidates;
pub(crate) mod rubrics;

pub use candidates::{Belonging, Candidate, belongings, candidates};
pub use rubrics::{
    Assessor, Granted, LedRubric, Rubric, assessors_led, led_rubrics, qualified_led, rubric,
};

use domain::assessors::Qualification;
use domain::ids::{MicroCredentialId, PersonId, QualificationId};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more.
        INSERT = "INSERT INTO qualification (id, person_id, rubric_fingerprint, granted_by, reason, granted_at, valid_until)
                  VALUES ($1, $2, $3, $4, $5, $6, $7)";
        /// Until when a person may open reviews of a rubric.
        VALID_UNTIL = "SELECT max(valid_until) AS valid_until FROM qualification
                       WHERE person_id = $1 AND rubric_fingerprint = $2 AND granted_at <= $3 AND valid_until > $3";
        /// Those of a person that are valid, each with what it is for.
        OF_PERSON = "SELECT q.id, q.rubric_fingerprint, q.granted_at, q.valid_until, v.title, m.id AS micro_credential_id
                     FROM qualification q
                     JOIN version v ON v.rubric_fingerprint = q.rubric_fingerprint AND v.state = 'published'
                     JOIN micro_credential m ON m.current_version_id = v.id
                     WHERE q.person_id = $1 AND q.granted_at <= $2 AND q.valid_until > $2
                     ORDER BY q.valid_until, q.id LIMIT $3";
    }
}

/// A valid qualification as its holder sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its id.
    pub id: QualificationId,
    /// The micro-credential that it is for.
    pub micro_credential: MicroCredentialId,
    /// Its title.
    pub title: String,
    /// Since when.
    pub granted_at: Timestamp,
    /// Until when.
    pub valid_until: Timestamp,
}

/// Keeps a qualification.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &Tx, it: &Qualification) -> Result<(), StoreError> {
    let row = args![
        it.id,
        it.person,
        &it.rubric,
        it.granted_by,
        &it.reason,
        it.granted_at,
        it.valid_until
    ];
    tx.execute(&sql::INSERT, &row).map(|_| ())
}

/// Until when a person may open reviews of a rubric; nothing if they may not now.
///
/// # Errors
/// Those of the database.
pub fn valid_until(
    tx: &Tx,
    person: PersonId,
    rubric: &str,
    now: Timestamp,
) -> Result<Option<Timestamp>, StoreError> {
    let row = tx.one(&sql::VALID_UNTIL, &args![person, rubric, now])?;
    row.get("valid_until")
}

/// What a person is qualified for at a time, soonest to end first.
///
/// # Errors
/// Those of the database.
pub fn of_person(
    tx: &Tx,
    person: PersonId,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<Held>, StoreError> {
    let rows = tx.rows(&sql::OF_PERSON, &args![person, now, limit])?;
    rows.iter().map(held).collect()
}

fn held(row: &Row) -> Result<Held, StoreError> {
    Ok(Held {
        id: row.get("id")?,
        micro_credential: row.get("micro_credential_id")?,
        title: row.get("title")?,
        granted_at: row.get("granted_at")?,
        valid_until: row.get("valid_until")?,
    })
}
