//! Persons, organizations, memberships, sessions.

use domain::ids::PersonId;

use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// The language in which a person reads.
        LANGUAGE_OF = "SELECT language FROM person WHERE id = $1";
    }
}

/// The language that a person chose, as a BCP 47 tag.
pub fn language_of(tx: &Tx, person: PersonId) -> Result<Option<String>, StoreError> {
    match tx.optional(&sql::LANGUAGE_OF, &args![person])? {
        Some(row) => row.get("language"),
        None => Ok(None),
    }
}
