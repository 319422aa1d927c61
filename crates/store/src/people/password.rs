//! Passwords, as hashes in the PHC string format.

use domain::{ids::PersonId, people::EmailAddress};
use jiff::Timestamp;

use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// Sets it, whatever it was.
        PUT = "INSERT INTO password (person_id, hash, changed_at) VALUES ($1, $2, $3)
               ON CONFLICT (person_id) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at";
        /// Replaces one hash by another of the same password.
        REPLACE = "UPDATE password SET hash = $3 WHERE person_id = $1 AND hash = $2";
        /// Of a person.
        OF_PERSON = "SELECT hash FROM password WHERE person_id = $1";
        /// Of the one who has an address.
        OF_ADDRESS = "SELECT email_address.person_id, password.hash
                      FROM email_address JOIN password ON password.person_id = email_address.person_id
                      WHERE email_address.address = $1";
    }
}

/// Sets the password of a person.
///
/// # Errors
/// Those of the database, also when the person is missing.
pub fn put(tx: &Tx, person: PersonId, hash: &str, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(&sql::PUT, &args![person, hash, now]).map(|_| ())
}

/// Replaces the hash of a password that stays the same; nothing if it was changed meanwhile.
///
/// # Errors
/// Those of the database.
pub fn replace(tx: &Tx, person: PersonId, old: &str, new: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::REPLACE, &args![person, old, new])? == 1)
}

/// The hash of a person's password, if they have one.
///
/// # Errors
/// Those of the database.
pub fn of_person(tx: &Tx, person: PersonId) -> Result<Option<String>, StoreError> {
    let row = tx.optional(&sql::OF_PERSON, &args![person])?;
    row.map(|row| row.get("hash")).transpose()
}

/// Who has an address, and the hash of their password; nothing if either is missing.
///
/// # Errors
/// Those of the database.
pub fn of_address(
    tx: &Tx,
    address: &EmailAddress,
) -> Result<Option<(PersonId, String)>, StoreError> {
    let row = tx.optional(&sql::OF_ADDRESS, &args![address.as_str()])?;
    row.map(|row| Ok((row.get("person_id")?, row.get("hash")?)))
        .transpose()
}
