//! Pursuits as a programme manager sees them: without a name.

use domain::ids::{PersonId, PursuitId};
use domain::pursuit::{Concern, StateName};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// Those of issuers that a person manages in one state, before an id, newest first.
        LED = "WITH RECURSIVE led (id) AS (
                 SELECT m.organization_id FROM membership m
                 WHERE m.person_id = $1 AND m.role = 'programme-manager'
                   AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
                 UNION
                 SELECT o.id FROM led l JOIN organization o ON o.parent_id = l.id
               )
               SELECT p.id, p.state, p.attempt, p.changed_at, p.expires_at, p.concern, v.title, o.time_zone, s.code, s.submitted_at
               FROM led l
               JOIN micro_credential m ON m.organization_id = l.id
               JOIN pursuit p ON p.micro_credential_id = m.id
               JOIN version v ON v.id = p.version_id
               JOIN organization o ON o.id = m.organization_id
               LEFT JOIN submission s ON s.pursuit_id = p.id AND s.attempt = p.attempt AND s.ended IS NULL
               WHERE p.state = $3 AND p.person_id <> $1 AND p.id < $4
               ORDER BY p.id DESC LIMIT $5";
    }
}

/// A pursuit without the name of its educator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManagedLine {
    /// Its id.
    pub id: PursuitId,
    /// Its state.
    pub state: StateName,
    /// The latest attempt that was submitted.
    pub attempt: u32,
    /// Since when it is in that state.
    pub since: Timestamp,
    /// When the time for a first submission ends.
    pub expires_at: Option<Timestamp>,
    /// What a hold is about.
    pub concern: Option<Concern>,
    /// Title of the micro-credential.
    pub title: String,
    /// The issuer's zone, as an IANA name.
    pub time_zone: String,
    /// Code of the latest attempt.
    pub code: Option<String>,
    /// When that was sent.
    pub submitted_at: Option<Timestamp>,
}

/// Pursuits of issuers that a person manages, in one state, newest first, before one of them.
///
/// # Errors
/// Those of the database.
pub fn managed(
    tx: &Tx,
    manager: PersonId,
    state: StateName,
    now: Timestamp,
    before: Option<PursuitId>,
    limit: u32,
) -> Result<Vec<ManagedLine>, StoreError> {
    let before = before.map_or_else(|| super::home::END.to_owned(), |id| id.to_string());
    let row = args![manager, now, state.as_str(), before, limit];
    tx.rows(&sql::LED, &row)?.iter().map(line).collect()
}

fn line(row: &Row) -> Result<ManagedLine, StoreError> {
    Ok(ManagedLine {
        id: row.get("id")?,
        state: row.parse("state", StateName::parse)?,
        attempt: row.get("attempt")?,
        since: row.get("changed_at")?,
        expires_at: row.get("expires_at")?,
        concern: row.parse_optional("concern", Concern::parse)?,
        title: row.get("title")?,
        time_zone: row.get("time_zone")?,
        code: row.get("code")?,
        submitted_at: row.get("submitted_at")?,
    })
}
