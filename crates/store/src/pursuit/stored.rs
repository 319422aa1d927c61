//! The pursuit itself: one row, of which the state changes.

use domain::ids::{MicroCredentialId, PersonId, PursuitId, VersionId};
use domain::pursuit::sideways::{StoredState, of_stored};
use domain::pursuit::{Concern, Pursuit, StateName};
use domain::review::Outcome;
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, unless the person has an open one of that micro-credential.
        START = "INSERT INTO pursuit (id, person_id, micro_credential_id, version_id, state, attempt, open, revision, started_at, changed_at, expires_at)
                 VALUES ($1, $2, $3, $4, 'started', 0, 1, 1, $5, $5, $6)
                 ON CONFLICT (person_id, micro_credential_id) WHERE open = 1 DO NOTHING";
        /// With the outcome of its latest attempt.
        FIND = "SELECT p.id, p.person_id, p.micro_credential_id, p.version_id, p.state, p.attempt, p.revision, p.started_at, p.changed_at,
                  p.beneath, p.concern, p.expires_at, p.noticed_days, d.outcome
                FROM pursuit p
                LEFT JOIN submission s ON s.pursuit_id = p.id AND s.attempt = p.attempt AND s.ended IS NULL
                LEFT JOIN decision d ON d.submission_id = s.id
                WHERE p.id = $1";
        /// The open one of a person and a micro-credential.
        FIND_OPEN = "SELECT id FROM pursuit WHERE person_id = $1 AND micro_credential_id = $2 AND open = 1";
        /// When its time ends, and the last notice of that.
        SET_EXPIRY = "UPDATE pursuit SET expires_at = $2, noticed_days = $3 WHERE id = $1";
        /// Its version is another one.
        SET_VERSION = "UPDATE pursuit SET version_id = $2, changed_at = $3, revision = revision + 1
                       WHERE id = $1 AND revision = $4";
        /// Its next state, if nobody was faster.
        SAVE = "UPDATE pursuit SET state = $2, attempt = $3, open = $4, changed_at = $5, beneath = $7, concern = $8, revision = revision + 1
                WHERE id = $1 AND revision = $6";
    }
}

/// A pursuit to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewPursuit {
    /// Drawn by the caller.
    pub id: PursuitId,
    /// Who works on it.
    pub person: PersonId,
    /// On what.
    pub micro_credential: MicroCredentialId,
    /// In which version, fixed from now on.
    pub version: VersionId,
    /// When.
    pub now: Timestamp,
    /// When the time for a first submission ends.
    pub expires_at: Timestamp,
}

/// A pursuit as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its id.
    pub id: PursuitId,
    /// Who works on it.
    pub person: PersonId,
    /// On what.
    pub micro_credential: MicroCredentialId,
    /// In which version.
    pub version: VersionId,
    /// Its state.
    pub pursuit: Pursuit,
    /// Grows with every change of state.
    pub revision: u64,
    /// When it was begun.
    pub started_at: Timestamp,
    /// When its state changed last.
    pub changed_at: Timestamp,
    /// When the time for a first submission ends.
    pub expires_at: Option<Timestamp>,
    /// How many days ahead the last notice of that was given.
    pub noticed_days: Option<u32>,
}

/// Begins a pursuit; `false` if the person has an open one of that micro-credential.
///
/// # Errors
/// Those of the database.
pub fn start(tx: &Tx, new: NewPursuit) -> Result<bool, StoreError> {
    let row = args![
        new.id,
        new.person,
        new.micro_credential,
        new.version,
        new.now,
        new.expires_at
    ];
    Ok(tx.execute(&sql::START, &row)? == 1)
}

/// The pursuit of that id.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: PursuitId) -> Result<Option<Stored>, StoreError> {
    tx.optional(&sql::FIND, &args![id])?
        .as_ref()
        .map(stored)
        .transpose()
}

/// The person's open pursuit of a micro-credential.
///
/// # Errors
/// Those of the database.
pub fn find_open(
    tx: &Tx,
    person: PersonId,
    micro_credential: MicroCredentialId,
) -> Result<Option<PursuitId>, StoreError> {
    tx.optional(&sql::FIND_OPEN, &args![person, micro_credential])?
        .map(|row| row.get("id"))
        .transpose()
}

/// Keeps the next state of a pursuit that was read as `before`.
///
/// # Errors
/// Those of the database. If its state has changed since, the unit is undone and run again.
pub fn save(tx: &Tx, before: &Stored, next: &Pursuit, now: Timestamp) -> Result<(), StoreError> {
    let row = args![
        before.id,
        next.name().as_str(),
        next.attempt(),
        next.name().is_open(),
        now,
        before.revision,
        next.beneath().map(StateName::as_str),
        next.concern().map(Concern::as_str)
    ];
    match tx.execute(&sql::SAVE, &row)? {
        0 => Err(tx.run_again()),
        _ => Ok(()),
    }
}

/// Notes when the time for a first submission ends, and how many days ahead its educator was told
/// of that last.
///
/// # Errors
/// Those of the database.
pub fn set_expiry(
    tx: &Tx,
    id: PursuitId,
    expires_at: Option<Timestamp>,
    noticed_days: Option<u32>,
) -> Result<(), StoreError> {
    tx.execute(&sql::SET_EXPIRY, &args![id, expires_at, noticed_days])
        .map(|_| ())
}

/// Lets a pursuit work on another version.
///
/// # Errors
/// Those of the database. If its state has changed since, the unit is undone and run again.
pub fn set_version(
    tx: &Tx,
    before: &Stored,
    version: VersionId,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = args![before.id, version, now, before.revision];
    match tx.execute(&sql::SET_VERSION, &row)? {
        0 => Err(tx.run_again()),
        _ => Ok(()),
    }
}

/// Reads the columns of [`sql::FIND`].
pub(super) fn stored(row: &Row) -> Result<Stored, StoreError> {
    let state: StateName = row.parse("state", StateName::parse)?;
    let outcome: Option<String> = row.get("outcome")?;
    let outcome = outcome
        .map(|text| serde_json::from_str::<Outcome>(&text))
        .transpose()
        .map_err(|_| row.inconsistent("outcome", "found text that is not an outcome"))?;
    let known = StoredState {
        name: state,
        attempt: row.get("attempt")?,
        outcome,
        beneath: row.parse_optional("beneath", StateName::parse)?,
        concern: row.parse_optional("concern", Concern::parse)?,
    };
    let pursuit = of_stored(known).ok_or_else(|| {
        row.inconsistent(
            "state",
            "found a state that does not fit attempt and outcome",
        )
    })?;
    Ok(Stored {
        id: row.get("id")?,
        person: row.get("person_id")?,
        micro_credential: row.get("micro_credential_id")?,
        version: row.get("version_id")?,
        pursuit,
        revision: row.get("revision")?,
        started_at: row.get("started_at")?,
        changed_at: row.get("changed_at")?,
        expires_at: row.get("expires_at")?,
        noticed_days: row.get("noticed_days")?,
    })
}
