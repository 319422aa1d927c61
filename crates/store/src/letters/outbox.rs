//! The outbox: letters to people, written in the transaction that has something to say, and what
//! became of each.

use domain::{
    ids::{LetterId, PersonId},
    letters::Pace,
};
use jiff::Timestamp;
use serde_json::Value as Json;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more.
        APPEND = "INSERT INTO letter (id, person_id, address, kind, language, parameters, pace, created_at, tries)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)";
        /// By its id.
        FIND = "SELECT letter.id, person_id, person.name, address, kind, letter.language, parameters, pace,
                  letter.created_at, sent_at, tries, error, given_up_at
                FROM letter LEFT JOIN person ON person.id = letter.person_id WHERE letter.id = $1";
        /// Those that wait to be sent by themselves, after an id, oldest first.
        UNSENT = "SELECT id FROM letter
                  WHERE sent_at IS NULL AND given_up_at IS NULL AND pace = 'at-once' AND id > $1
                  ORDER BY id LIMIT $2";
        /// All before an id, newest first.
        BEFORE = "SELECT letter.id, person_id, person.name, address, kind, letter.language, parameters, pace,
                    letter.created_at, sent_at, tries, error, given_up_at
                  FROM letter LEFT JOIN person ON person.id = letter.person_id
                  WHERE letter.id < $1 ORDER BY letter.id DESC LIMIT $2";
        /// Those of a person before an id, newest first.
        OF_PERSON = "SELECT letter.id, person_id, person.name, address, kind, letter.language, parameters, pace,
                       letter.created_at, sent_at, tries, error, given_up_at
                     FROM letter LEFT JOIN person ON person.id = letter.person_id
                     WHERE person_id = $1 AND letter.id < $2 ORDER BY letter.id DESC LIMIT $3";
        /// Those that wait for a person's digest, oldest first.
        FOR_DIGEST = "SELECT letter.id, person_id, person.name, address, kind, letter.language, parameters, pace,
                        letter.created_at, sent_at, tries, error, given_up_at
                      FROM letter LEFT JOIN person ON person.id = letter.person_id
                      WHERE person_id = $1 AND pace = $2 AND sent_at IS NULL AND given_up_at IS NULL
                      ORDER BY letter.id LIMIT $3";
        /// It is sent.
        MARK_SENT = "UPDATE letter SET sent_at = $2, tries = tries + 1, error = NULL
                     WHERE id = $1 AND sent_at IS NULL";
        /// It could not be sent now.
        NOTE_ERROR = "UPDATE letter SET tries = tries + 1, error = $2 WHERE id = $1 AND sent_at IS NULL";
        /// It cannot be sent at all.
        GIVE_UP = "UPDATE letter SET tries = tries + 1, error = $2, given_up_at = $3
                   WHERE id = $1 AND sent_at IS NULL AND given_up_at IS NULL";
    }
}

/// A letter to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct NewLetter<'a> {
    /// Sorts by time.
    pub id: LetterId,
    /// To whom; nobody who is known yet where only the address counts.
    pub person: Option<PersonId>,
    /// To which address, where it is not the receiver's own.
    pub address: Option<&'a str>,
    /// Which letter, in kebab-case.
    pub kind: &'a str,
    /// In which language, as a BCP 47 tag.
    pub language: &'a str,
    /// What its text is filled with.
    pub parameters: Json,
    /// How soon it goes out.
    pub pace: Pace,
    /// When it was written.
    pub created_at: Timestamp,
}

/// A letter of the outbox.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// Sorts by time.
    pub id: LetterId,
    /// To whom; nobody where only the address counts.
    pub person: Option<PersonId>,
    /// Their name.
    pub name: Option<String>,
    /// To which address, where it is not the receiver's own.
    pub address: Option<String>,
    /// Which letter, in kebab-case.
    pub kind: String,
    /// In which language, as a BCP 47 tag.
    pub language: String,
    /// What its text is filled with.
    pub parameters: Json,
    /// How soon it goes out.
    pub pace: Pace,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was sent, if it was.
    pub sent_at: Option<Timestamp>,
    /// How often it was tried.
    pub tries: u32,
    /// What went wrong at the last try.
    pub error: Option<String>,
    /// Since when it is not tried any more.
    pub given_up_at: Option<Timestamp>,
}

/// Puts a letter into the outbox, unsent.
///
/// # Errors
/// Those of the database.
pub fn append(tx: &Tx, letter: &NewLetter<'_>) -> Result<(), StoreError> {
    let row = args![
        letter.id,
        letter.person,
        letter.address,
        letter.kind,
        letter.language,
        letter.parameters.to_string(),
        letter.pace.as_str(),
        letter.created_at
    ];
    tx.execute(&sql::APPEND, &row).map(|_| ())
}

/// The letter of that id.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: LetterId) -> Result<Option<Letter>, StoreError> {
    let row = tx.optional(&sql::FIND, &args![id])?;
    row.as_ref().map(letter).transpose()
}

/// Letters that wait to be sent by themselves, after an id, oldest first.
///
/// # Errors
/// Those of the database.
pub fn unsent(tx: &Tx, after: Option<LetterId>, limit: u32) -> Result<Vec<LetterId>, StoreError> {
    let after = after.map_or(String::new(), |id| id.to_string());
    let rows = tx.rows(&sql::UNSENT, &args![after, limit])?;
    rows.iter().map(|row| row.get("id")).collect()
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

/// The letters that wait for a person's digest of that pace, oldest first.
///
/// # Errors
/// Those of the database.
pub fn for_digest(
    tx: &Tx,
    person: PersonId,
    pace: Pace,
    limit: u32,
) -> Result<Vec<Letter>, StoreError> {
    let rows = tx.rows(&sql::FOR_DIGEST, &args![person, pace.as_str(), limit])?;
    rows.iter().map(letter).collect()
}

/// Notes that a letter was sent; answers whether it was unsent until now.
///
/// # Errors
/// Those of the database.
pub fn mark_sent(tx: &Tx, id: LetterId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::MARK_SENT, &args![id, now])? == 1)
}

/// Notes that a letter could not be sent now.
///
/// # Errors
/// Those of the database.
pub fn note_error(tx: &Tx, id: LetterId, error: &str) -> Result<(), StoreError> {
    tx.execute(&sql::NOTE_ERROR, &args![id, error]).map(|_| ())
}

/// Notes that a letter cannot be sent, and why.
///
/// # Errors
/// Those of the database.
pub fn give_up(tx: &Tx, id: LetterId, error: &str, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::GIVE_UP, &args![id, error, now])? == 1)
}

/// Without an id, a text that sorts behind every id.
fn upper_end(before: Option<LetterId>) -> String {
    before.map_or_else(|| "~".to_owned(), |id| id.to_string())
}

fn letter(row: &Row) -> Result<Letter, StoreError> {
    Ok(Letter {
        id: row.get("id")?,
        person: row.get("person_id")?,
        name: row.get("name")?,
        address: row.get("address")?,
        kind: row.get("kind")?,
        language: row.get("language")?,
        parameters: row.parse("parameters", |text| serde_json::from_str(text).ok())?,
        pace: row.parse("pace", Pace::parse)?,
        created_at: row.get("created_at")?,
        sent_at: row.get("sent_at")?,
        tries: row.get("tries")?,
        error: row.get("error")?,
        given_up_at: row.get("given_up_at")?,
    })
}
