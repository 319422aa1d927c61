//! The record of every change of state, written in the transaction of the change.

use domain::{
    audit::Fact,
    ids::{EventId, PersonId},
    people::Role,
};
use jiff::Timestamp;
use serde_json::Value as Json;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more.
        APPEND = "INSERT INTO event (id, at, person_id, role, kind, subject_kind, subject_id, state_hash, detail)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        /// Those of one subject after an id, oldest first.
        OF_SUBJECT = "SELECT id, at, person_id, role, kind, subject_kind, subject_id, state_hash, detail
                      FROM event WHERE subject_kind = $1 AND subject_id = $2 AND id > $3
                      ORDER BY id LIMIT $4";
        /// The same, newest first, before an id.
        OF_SUBJECT_BEFORE = "SELECT id, at, person_id, role, kind, subject_kind, subject_id, state_hash, detail
                      FROM event WHERE subject_kind = $1 AND subject_id = $2 AND id < $3
                      ORDER BY id DESC LIMIT $4";
        /// All after an id, oldest first.
        AFTER = "SELECT id, at, person_id, role, kind, subject_kind, subject_id, state_hash, detail
                 FROM event WHERE id > $1 ORDER BY id LIMIT $2";
    }
}

/// An event as it was recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Sorts by time.
    pub id: EventId,
    /// When.
    pub at: Timestamp,
    /// Who; nobody when the product acted by itself.
    pub person: Option<PersonId>,
    /// As which role, where one was needed.
    pub role: Option<Role>,
    /// What happened.
    pub kind: String,
    /// The sort of thing that it happened to.
    pub subject_kind: String,
    /// Its id.
    pub subject: String,
    /// Hash of the state after it; empty where there is none.
    pub state_hash: String,
    /// The rest.
    pub detail: Json,
}

/// What happened to one thing before an event, newest first.
///
/// # Errors
/// Those of the database.
pub fn of_subject_before(
    tx: &Tx,
    subject_kind: &str,
    subject: &str,
    before: Option<EventId>,
    limit: u32,
) -> Result<Vec<Event>, StoreError> {
    let before = before.map_or_else(|| "~".to_owned(), |id| id.to_string());
    let asked = args![subject_kind, subject, before, limit];
    let rows = tx.rows(&sql::OF_SUBJECT_BEFORE, &asked)?;
    rows.iter().map(event).collect()
}

/// Records a fact under an id that sorts by time ([`domain::ids::ordered`]).
///
/// # Errors
/// Those of the database.
pub fn append(
    tx: &Tx,
    id: EventId,
    at: Timestamp,
    fact: &Fact,
    state_hash: &str,
) -> Result<(), StoreError> {
    let role = fact.role.map_or("", Role::as_str);
    let row = args![
        id,
        at,
        fact.person,
        role,
        fact.kind,
        fact.subject_kind,
        &fact.subject,
        state_hash,
        fact.detail.to_string()
    ];
    tx.execute(&sql::APPEND, &row).map(|_| ())
}

/// The events of one subject after an id, oldest first.
///
/// # Errors
/// Those of the database.
pub fn of_subject(
    tx: &Tx,
    subject_kind: &str,
    subject: &str,
    after: Option<EventId>,
    limit: u32,
) -> Result<Vec<Event>, StoreError> {
    let after = after.map_or(String::new(), |id| id.to_string());
    let rows = tx.rows(
        &sql::OF_SUBJECT,
        &args![subject_kind, subject, after, limit],
    )?;
    rows.iter().map(event).collect()
}

/// All events after an id, oldest first.
///
/// # Errors
/// Those of the database.
pub fn after(tx: &Tx, after: Option<EventId>, limit: u32) -> Result<Vec<Event>, StoreError> {
    let after = after.map_or(String::new(), |id| id.to_string());
    let rows = tx.rows(&sql::AFTER, &args![after, limit])?;
    rows.iter().map(event).collect()
}

fn event(row: &Row) -> Result<Event, StoreError> {
    Ok(Event {
        id: row.get("id")?,
        at: row.get("at")?,
        person: row.get("person_id")?,
        role: row.parse("role", |word| {
            if word.is_empty() {
                Some(None)
            } else {
                Role::parse(word).map(Some)
            }
        })?,
        kind: row.get("kind")?,
        subject_kind: row.get("subject_kind")?,
        subject: row.get("subject_id")?,
        state_hash: row.get("state_hash")?,
        detail: row.parse("detail", |text| serde_json::from_str(text).ok())?,
    })
}
