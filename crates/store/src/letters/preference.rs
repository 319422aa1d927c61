//! At which pace a person wants the letters of a group.

use domain::{
    ids::PersonId,
    letters::{Group, Pace},
};

use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// What somebody chose for one group.
        FIND = "SELECT pace FROM letter_preference WHERE person_id = $1 AND letter_group = $2";
        /// Everything that somebody chose.
        OF_PERSON = "SELECT letter_group, pace FROM letter_preference WHERE person_id = $1 ORDER BY letter_group";
        /// Chooses, whatever it was.
        PUT = "INSERT INTO letter_preference (person_id, letter_group, pace) VALUES ($1, $2, $3)
               ON CONFLICT (person_id, letter_group) DO UPDATE SET pace = excluded.pace";
    }
}

/// The pace that a person chose for a group, if they chose one.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, person: PersonId, group: Group) -> Result<Option<Pace>, StoreError> {
    let row = tx.optional(&sql::FIND, &args![person, group.as_str()])?;
    row.map(|row| row.parse("pace", Pace::parse)).transpose()
}

/// Every choice of a person.
///
/// # Errors
/// Those of the database.
pub fn of_person(tx: &Tx, person: PersonId) -> Result<Vec<(Group, Pace)>, StoreError> {
    let rows = tx.rows(&sql::OF_PERSON, &args![person])?;
    rows.iter()
        .map(|row| {
            Ok((
                row.parse("letter_group", Group::parse)?,
                row.parse("pace", Pace::parse)?,
            ))
        })
        .collect()
}

/// Keeps the choice of a person for a group.
///
/// # Errors
/// Those of the database.
pub fn put(tx: &Tx, person: PersonId, group: Group, pace: Pace) -> Result<(), StoreError> {
    tx.execute(&sql::PUT, &args![person, group.as_str(), pace.as_str()])
        .map(|_| ())
}
