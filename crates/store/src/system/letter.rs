//! The outbox: letters to people, written in the transaction that has something to say.

use domain::ids::{LetterId, PersonId};
use jiff::Timestamp;
use serde_json::Value as Json;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more.
        APPEND = "INSERT INTO letter (id, person_id, kind, language, parameters, created_at)
                  VALUES ($1, $2, $3, $4, $5, $6)";
        /// Those not sent, after an id, oldest first.
        UNSENT = "SELECT id, person_id, kind, language, parameters, created_at, sent_at
                  FROM letter WHERE sent_at IS NULL AND id > $1 ORDER BY id LIMIT $2";
        /// All before an id, newest first.
        BEFORE = "SELECT id, person_id, kind, language, parameters, created_at, sent_at
                  FROM letter WHERE id < $1 ORDER BY id DESC LIMIT $2";
        /// Those of a person before an id, newest first.
        OF_PERSON = "SELECT id, person_id, kind, language, parameters, created_at, sent_at
                     FROM letter WHERE person_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
        /// It is sent.
        MARK_SENT = "UPDATE letter SET sent_at = $2 WHERE id = $1 AND sent_at IS NULL";
    }
}

/// A letter of the outbox.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// Sorts by time.
    pub id: LetterId,
    /// To whom.
    pub person: PersonId,
    /// Which letter, in kebab-case.
    pub kind: String,
    /// In which language, as a BCP 47 tag.
    pub language: String,
    /// What its text is filled with.
    pub parameters: Json,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was sent, if it was.
    pub sent_at: Option<Timestamp>,
}

/// Puts a letter into the outbox, unsent.
///
/// # Errors
/// Those of the database.
pub fn append(tx: &Tx, letter: &Letter) -> Result<(), StoreError> {
    let row = args![
        letter.id,
        letter.person,
        &letter.kind,
        &letter.language,
        letter.parameters.to_string(),
        letter.created_at
    ];
    tx.execute(&sql::APPEND, &row).map(|_| ())
}

/// Letters not sent yet, after an id, oldest first.
///
/// # Errors
/// Those of the database.
pub fn unsent(tx: &Tx, after: Option<LetterId>, limit: u32) -> Result<Vec<Letter>, StoreError> {
    let after = after.map_or(String::new(), |id| id.to_string());
    let rows = tx.rows(&sql::UNSENT, &args![after, limit])?;
    rows.iter().map(letter).collect()
}

/// All letters before an id, newest first.
///
/// # Errors
/// Those of the database.
pub fn before(tx: &Tx, before: Option<LetterId>, limit: u32) -> Result<Vec<Letter>, StoreError> {
    let rows = tx.rows(&sql::BEFORE, &args![upper_end(before), limit])?;
    rows.iter().map(letter).collect()
}

/// The letters of one person before an id, newest first.
///
/// # Errors
/// Those of the database.
pub fn of_person(
    tx: &Tx,
    person: PersonId,
    before: Option<LetterId>,
    limit: u32,
) -> Result<Vec<Letter>, StoreError> {
    let rows = tx.rows(&sql::OF_PERSON, &args![person, upper_end(before), limit])?;
    rows.iter().map(letter).collect()
}

/// Notes that a letter was sent; answers whether it was unsent until now.
///
/// # Errors
/// Those of the database.
pub fn mark_sent(tx: &Tx, id: LetterId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::MARK_SENT, &args![id, now])? == 1)
}

/// Without an id, a text that sorts behind every id.
fn upper_end(before: Option<LetterId>) -> String {
    before.map_or_else(|| "~".to_owned(), |id| id.to_string())
}

fn letter(row: &Row) -> Result<Letter, StoreError> {
    Ok(Letter {
        id: row.get("id")?,
        person: row.get("person_id")?,
        kind: row.get("kind")?,
        language: row.get("language")?,
        parameters: row.parse("parameters", |text| serde_json::from_str(text).ok())?,
        created_at: row.get("created_at")?,
        sent_at: row.get("sent_at")?,
    })
}
