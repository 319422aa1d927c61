//! Sessions. The secret itself is only with the browser; here is its SHA-256.

use domain::{ids::PersonId, people::Actor};
use jiff::Timestamp;

use super::membership::membership;
use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more.
        INSERT = "INSERT INTO session (secret_hash, person_id, device, created_at, seen_at, expires_at)
                  VALUES ($1, $2, $3, $4, $5, $6)";
        /// A session with its person and what they hold at a time: one row for each membership, at least one.
        VISITOR = "SELECT session.person_id, session.created_at, session.seen_at, session.expires_at,
                     person.name, person.language, membership.organization_id, membership.role
                   FROM session
                   JOIN person ON person.id = session.person_id
                   LEFT JOIN membership ON membership.person_id = session.person_id
                     AND membership.since <= $2 AND (membership.until IS NULL OR membership.until > $2)
                   WHERE session.secret_hash = $1
                   ORDER BY membership.organization_id, membership.role";
        /// It was used.
        TOUCH = "UPDATE session SET seen_at = $2 WHERE secret_hash = $1 AND seen_at < $2";
        /// Those of a person, newest first.
        OF_PERSON = "SELECT secret_hash, person_id, device, created_at, seen_at, expires_at
                     FROM session WHERE person_id = $1 ORDER BY created_at DESC LIMIT $2";
        /// It ends.
        REMOVE = "DELETE FROM session WHERE secret_hash = $1";
        /// It ends, if it is that person's.
        REMOVE_OF = "DELETE FROM session WHERE secret_hash = $1 AND person_id = $2";
        /// All others of a person end.
        REMOVE_OTHERS = "DELETE FROM session WHERE person_id = $1 AND secret_hash <> $2";
        /// Forgets those that have expired, a bounded number at a time.
        FORGET = "DELETE FROM session WHERE expires_at < $1 AND expires_at <= (
                    SELECT max(expires_at) FROM (
                      SELECT expires_at FROM session WHERE expires_at < $1 ORDER BY expires_at LIMIT $2
                    ) AS oldest
                  )";
    }
}

/// A session as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of its secret, in lower-case hexadecimal; also its id.
    pub secret_hash: String,
    /// Whose.
    pub person: PersonId,
    /// What the browser or program said that it is; at most 200 characters.
    pub device: String,
    /// When they signed in.
    pub created_at: Timestamp,
    /// When it was used last, to some minutes.
    pub seen_at: Timestamp,
    /// When it ends, however much it is used.
    pub expires_at: Timestamp,
}

/// A session with everything that a request needs to know of its person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visitor {
    /// Who, with what they hold.
    pub actor: Actor,
    /// Their name.
    pub name: String,
    /// The language that they chose.
    pub language: Option<String>,
    /// When it was used last, to some minutes.
    pub seen_at: Timestamp,
    /// When it ends, however much it is used.
    pub expires_at: Timestamp,
}

/// Keeps a new session.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &Tx, it: &Session) -> Result<(), StoreError> {
    let row = args![
        &it.secret_hash,
        it.person,
        &it.device,
        it.created_at,
        it.seen_at,
        it.expires_at
    ];
    tx.execute(&sql::INSERT, &row).map(|_| ())
}

/// The session of a secret with its person and their memberships, in one statement. Whether it is
/// still valid is for the caller to decide.
///
/// # Errors
/// Those of the database.
pub fn visitor(tx: &Tx, secret_hash: &str, now: Timestamp) -> Result<Option<Visitor>, StoreError> {
    let rows = tx.rows(&sql::VISITOR, &args![secret_hash, now])?;
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    let held = rows
        .iter()
        .filter(|row| matches!(row.get::<Option<String>>("role"), Ok(Some(_))));
    Ok(Some(Visitor {
        actor: Actor {
            person: first.get("person_id")?,
            memberships: held.map(membership).collect::<Result<_, _>>()?,
        },
        name: first.get("name")?,
        language: first.get("language")?,
        seen_at: first.get("seen_at")?,
        expires_at: first.get("expires_at")?,
    }))
}

/// Notes that a session was used.
///
/// # Errors
/// Those of the database.
pub fn touch(tx: &Tx, secret_hash: &str, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(&sql::TOUCH, &args![secret_hash, now])
        .map(|_| ())
}

/// The sessions of a person, newest first.
///
/// # Errors
/// Those of the database.
pub fn of_person(tx: &Tx, person: PersonId, limit: u32) -> Result<Vec<Session>, StoreError> {
    let rows = tx.rows(&sql::OF_PERSON, &args![person, limit])?;
    rows.iter().map(session).collect()
}

/// Ends the session of a secret; answers whether there was one.
///
/// # Errors
/// Those of the database.
pub fn remove(tx: &Tx, secret_hash: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::REMOVE, &args![secret_hash])? == 1)
}

/// Ends a session of a person; answers whether there was one.
///
/// # Errors
/// Those of the database.
pub fn remove_of(tx: &Tx, secret_hash: &str, person: PersonId) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::REMOVE_OF, &args![secret_hash, person])? == 1)
}

/// Ends all sessions of a person but one; answers how many.
///
/// # Errors
/// Those of the database.
pub fn remove_others(tx: &Tx, person: PersonId, but: &str) -> Result<u64, StoreError> {
    tx.execute(&sql::REMOVE_OTHERS, &args![person, but])
}

/// Forgets sessions that expired before a time, about `limit` of them; answers how many.
///
/// # Errors
/// Those of the database.
pub fn forget(tx: &Tx, before: Timestamp, limit: u32) -> Result<u64, StoreError> {
    tx.execute(&sql::FORGET, &args![before, limit])
}

fn session(row: &Row) -> Result<Session, StoreError> {
    Ok(Session {
        secret_hash: row.get("secret_hash")?,
        person: row.get("person_id")?,
        device: row.get("device")?,
        created_at: row.get("created_at")?,
        seen_at: row.get("seen_at")?,
        expires_at: row.get("expires_at")?,
    })
}
