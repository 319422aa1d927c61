//! Persons and their e-mail addresses.

use domain::{
    ids::PersonId,
    people::{PersonName, Role},
};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// The language in which a person reads.
        LANGUAGE_OF = "SELECT language FROM person WHERE id = $1";
        /// Name, language and address of a person, for their letters.
        RECEIVER = "SELECT name, language,
                      (SELECT address FROM email_address WHERE email_address.person_id = person.id
                     ORDER BY coalesce(chosen_at, 0) DESC, address LIMIT 1) AS address
                    FROM person WHERE id = $1";
        /// One more person.
        INSERT = "INSERT INTO person (id, name, language, created_at) VALUES ($1, $2, $3, $4)";
        /// One person.
        FIND = "SELECT id, name, language, created_at FROM person WHERE id = $1";
        /// The person chose a language.
        SET_LANGUAGE = "UPDATE person SET language = $2 WHERE id = $1";
        /// People after a name, of the whole installation.
        AFTER = "SELECT id, name,
                   (SELECT address FROM email_address WHERE email_address.person_id = person.id
                     ORDER BY coalesce(chosen_at, 0) DESC, address LIMIT 1) AS address
                 FROM person
                 WHERE (name, id) > ($1, $2) ORDER BY name, id LIMIT $3";
        /// People after a name who hold something at or below an organization in which somebody holds a role.
        AFTER_BELOW = "WITH RECURSIVE below (id) AS (
                   SELECT organization_id FROM membership
                   WHERE person_id = $1 AND role = $2 AND since <= $3 AND (until IS NULL OR until > $3)
                   UNION
                   SELECT organization.id FROM organization JOIN below ON organization.parent_id = below.id
                 )
                 SELECT id, name,
                   (SELECT address FROM email_address WHERE email_address.person_id = person.id
                     ORDER BY coalesce(chosen_at, 0) DESC, address LIMIT 1) AS address
                 FROM person
                 WHERE (name, id) > ($4, $5) AND EXISTS (
                   SELECT 1 FROM membership WHERE membership.person_id = person.id
                     AND since <= $3 AND (until IS NULL OR until > $3)
                     AND organization_id IN (SELECT id FROM below))
                 ORDER BY name, id LIMIT $6";
    }
}

/// A human being.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Opaque and for ever.
    pub id: PersonId,
    /// As it will stand on credentials.
    pub name: PersonName,
    /// The language that they chose, as a BCP 47 tag.
    pub language: Option<String>,
    /// Since when they are known here.
    pub created_at: Timestamp,
}

/// A line of a list of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: PersonName,
    /// The address for their letters.
    pub address: Option<String>,
}

/// Where a list of people goes on: after that name and person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After {
    /// The last name that was shown.
    pub name: String,
    /// And its person.
    pub person: PersonId,
}

/// Somebody in a role, and everything below the organizations where they hold it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: Role,
    /// When.
    pub at: Timestamp,
}

/// The language that a person chose, as a BCP 47 tag.
///
/// # Errors
/// Those of the database.
pub fn language_of(tx: &Tx, person: PersonId) -> Result<Option<String>, StoreError> {
    match tx.optional(&sql::LANGUAGE_OF, &args![person])? {
        Some(row) => row.get("language"),
        None => Ok(None),
    }
}

/// Name, language and address of a person, for their letters.
///
/// # Errors
/// Those of the database.
#[allow(
    clippy::type_complexity,
    reason = "three plain values, taken apart at once"
)]
pub fn receiver(
    tx: &Tx,
    id: PersonId,
) -> Result<Option<(PersonName, Option<String>, Option<String>)>, StoreError> {
    let row = tx.optional(&sql::RECEIVER, &args![id])?;
    row.map(|row| Ok((name(&row)?, row.get("language")?, row.get("address")?)))
        .transpose()
}

/// Keeps a new person.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &Tx, person: &Person) -> Result<(), StoreError> {
    let row = args![
        person.id,
        person.name.as_str(),
        person.language.as_ref(),
        person.created_at
    ];
    tx.execute(&sql::INSERT, &row)?;
    super::search::note_words(tx, person.id, &person.name)
}

/// The person of that id.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: PersonId) -> Result<Option<Person>, StoreError> {
    let row = tx.optional(&sql::FIND, &args![id])?;
    row.map(|row| {
        Ok(Person {
            id: row.get("id")?,
            name: name(&row)?,
            language: row.get("language")?,
            created_at: row.get("created_at")?,
        })
    })
    .transpose()
}

/// Keeps the language that a person chose; answers whether there is such a person.
///
/// # Errors
/// Those of the database.
pub fn set_language(tx: &Tx, id: PersonId, language: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::SET_LANGUAGE, &args![id, language])? == 1)
}

/// Everybody by name, after somebody.
///
/// # Errors
/// Those of the database.
pub fn after(tx: &Tx, after: Option<&After>, limit: u32) -> Result<Vec<Listed>, StoreError> {
    let (name, id) = key(after);
    let rows = tx.rows(&sql::AFTER, &args![name, id, limit])?;
    rows.iter().map(listed).collect()
}

/// Those who hold something within a reach, by name, after somebody.
///
/// # Errors
/// Those of the database.
pub fn after_below(
    tx: &Tx,
    reach: &Reach,
    after: Option<&After>,
    limit: u32,
) -> Result<Vec<Listed>, StoreError> {
    let (name, id) = key(after);
    let asked = args![reach.person, reach.role.as_str(), reach.at, name, id, limit];
    let rows = tx.rows(&sql::AFTER_BELOW, &asked)?;
    rows.iter().map(listed).collect()
}

pub(super) fn key(after: Option<&After>) -> (String, String) {
    after.map_or_else(Default::default, |it| {
        (it.name.clone(), it.person.to_string())
    })
}

pub(super) fn listed(row: &Row) -> Result<Listed, StoreError> {
    Ok(Listed {
        id: row.get("id")?,
        name: name(row)?,
        address: row.get("address")?,
    })
}

fn name(row: &Row) -> Result<PersonName, StoreError> {
    row.parse("name", |text| PersonName::parse("name", text).ok())
}
