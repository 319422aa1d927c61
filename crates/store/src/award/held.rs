//! The awards that a person holds.

use domain::award::{CredentialState, Visibility};
use domain::catalogue::LevelName;
use domain::ids::{AwardId, PersonId};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// Those before a time and id, newest first, each with its newest edition.
        OF_PERSON = "SELECT a.id, a.visibility, a.awarded_at, v.title, v.level, o.name AS issuer, c.state, c.signed_at
                     FROM award a
                     JOIN version v ON v.id = a.version_id
                     JOIN organization o ON o.id = a.organization_id
                     JOIN credential c ON c.id = (
                       SELECT e.id FROM credential e WHERE e.award_id = a.id
                       ORDER BY e.created_at DESC, e.id DESC LIMIT 1
                     )
                     WHERE a.person_id = $1 AND (a.awarded_at, a.id) < ($2, $3)
                     ORDER BY a.awarded_at DESC, a.id DESC LIMIT $4";
    }
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The award.
    pub award: AwardId,
    /// Who may see it.
    pub visibility: Visibility,
    /// When it was decided.
    pub awarded_at: Timestamp,
    /// Title of the micro-credential.
    pub title: String,
    /// How expert it is.
    pub level: LevelName,
    /// The issuer's name.
    pub issuer: String,
    /// Whether the newest edition counts.
    pub state: CredentialState,
    /// When that was signed, if it is.
    pub signed_at: Option<Timestamp>,
}

/// Where a page of the list goes on: after the award of that time and id.
pub type Position = (Timestamp, AwardId);

/// A person's awards, newest first.
///
/// # Errors
/// Those of the database.
pub fn of_person(
    tx: &Tx,
    person: PersonId,
    after: Option<Position>,
    limit: u32,
) -> Result<Vec<Held>, StoreError> {
    let (at, id) = match after {
        Some((at, id)) => (at.as_microsecond(), id.to_string()),
        None => (i64::MAX, String::new()),
    };
    let rows = tx.rows(&sql::OF_PERSON, &args![person, at, id, limit])?;
    rows.iter().map(held).collect()
}

fn held(row: &Row) -> Result<Held, StoreError> {
    Ok(Held {
        award: row.get("id")?,
        visibility: row.parse("visibility", Visibility::parse)?,
        awarded_at: row.get("awarded_at")?,
        title: row.get("title")?,
        level: row.parse("level", |text| text.parse().ok())?,
        issuer: row.get("issuer")?,
        state: row.parse("state", CredentialState::parse)?,
        signed_at: row.get("signed_at")?,
    })
}
