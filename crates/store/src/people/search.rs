//! Finding people by the beginnings of the words of their names, or of their addresses.

use domain::{ids::PersonId, people::PersonName};

use super::membership::{self, Listed as Held};
use super::person::{self, After, Listed, Reach};
use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more word of a name.
        ADD_WORD = "INSERT INTO person_word (word, person_id) VALUES ($1, $2)
                    ON CONFLICT (word, person_id) DO NOTHING";
        /// People within a reach, of whom a word begins so and another so, by name.
        FOUND = "WITH RECURSIVE below (id) AS (
                   SELECT organization_id FROM membership
                   WHERE person_id = $1 AND role = $2 AND since <= $3 AND (until IS NULL OR until > $3)
                   UNION
                   SELECT organization.id FROM organization JOIN below ON organization.parent_id = below.id
                 )
                 SELECT id, name,
                   (SELECT address FROM email_address WHERE email_address.person_id = person.id
                    ORDER BY coalesce(chosen_at, 0) DESC, address LIMIT 1) AS address
                 FROM person
                 WHERE id IN (
                   SELECT person_id FROM person_word WHERE word >= $4 AND word < $5
                   UNION
                   SELECT person_id FROM email_address WHERE address >= $4 AND address < $5)
                   AND EXISTS (SELECT 1 FROM person_word AS other
                     WHERE other.person_id = person.id AND other.word >= $6 AND other.word < $7)
                   AND (name, id) > ($8, $9)
                   AND EXISTS (
                     SELECT 1 FROM membership WHERE membership.person_id = person.id
                       AND since <= $3 AND (until IS NULL OR until > $3)
                       AND organization_id IN (SELECT id FROM below))
                 ORDER BY name, id LIMIT $10";
        /// What those hold within the reach who stand between two of them.
        HELD = "WITH RECURSIVE below (id) AS (
                  SELECT organization_id FROM membership
                  WHERE person_id = $1 AND role = $2 AND since <= $3 AND (until IS NULL OR until > $3)
                  UNION
                  SELECT organization.id FROM organization JOIN below ON organization.parent_id = below.id
                )
                SELECT membership.id, person_id, organization_id, organization.name, organization.slug, role
                FROM person
                JOIN membership ON membership.person_id = person.id
                JOIN organization ON organization.id = membership.organization_id
                WHERE person.id IN (
                  SELECT person_id FROM person_word WHERE word >= $4 AND word < $5
                  UNION
                  SELECT person_id FROM email_address WHERE address >= $4 AND address < $5)
                  AND (person.name, person.id) >= ($6, $7) AND (person.name, person.id) <= ($8, $9)
                  AND since <= $3 AND (until IS NULL OR until > $3)
                  AND organization_id IN (SELECT id FROM below)
                ORDER BY person.name, person.id, organization.slug, role LIMIT 5000";
    }
}

/// Beginnings of words to look for, in small letters: of a name or address, and of one more word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginnings {
    first: String,
    second: String,
}

impl Beginnings {
    /// Those of a text: its first two words; nothing if it has none.
    pub fn of(text: &str) -> Option<Beginnings> {
        let mut words = words(text);
        let first = words.next()?;
        Some(Beginnings {
            first,
            second: words.next().unwrap_or_default(),
        })
    }
}

/// The words of a text, in small letters.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| c.is_whitespace() || c == '-');
    words.filter(|it| !it.is_empty()).map(str::to_lowercase)
}

/// What sorts behind every word that begins so.
fn end(beginning: &str) -> String {
    format!("{beginning}\u{10ffff}")
}

/// Notes the words of a person's name.
///
/// # Errors
/// Those of the database.
pub fn note_words(tx: &Tx, person: PersonId, name: &PersonName) -> Result<(), StoreError> {
    for word in words(name.as_str()) {
        tx.execute(&sql::ADD_WORD, &args![word, person])?;
    }
    Ok(())
}

/// People within a reach whose name or address begins so, by name, after somebody.
///
/// # Errors
/// Those of the database.
pub fn found(
    tx: &Tx,
    reach: &Reach,
    of: &Beginnings,
    after: Option<&After>,
    limit: u32,
) -> Result<Vec<Listed>, StoreError> {
    let (name, id) = person::key(after);
    let asked = args![
        reach.person,
        reach.role.as_str(),
        reach.at,
        &of.first,
        end(&of.first),
        &of.second,
        end(&of.second),
        name,
        id,
        limit
    ];
    let rows = tx.rows(&sql::FOUND, &asked)?;
    rows.iter().map(person::listed).collect()
}

/// What those from one to another of the people found hold within the reach. At most 5000.
///
/// # Errors
/// Those of the database.
pub fn held(
    tx: &Tx,
    reach: &Reach,
    of: &Beginnings,
    first: &Listed,
    last: &Listed,
) -> Result<Vec<Held>, StoreError> {
    let asked = args![
        reach.person,
        reach.role.as_str(),
        reach.at,
        &of.first,
        end(&of.first),
        first.name.as_str(),
        first.id,
        last.name.as_str(),
        last.id
    ];
    let rows = tx.rows(&sql::HELD, &asked)?;
    rows.iter().map(membership::listed).collect()
}
