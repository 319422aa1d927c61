//! Settings of the installation: a name and a text.

use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One setting by its name.
        FIND = "SELECT value FROM setting WHERE name = $1";
        /// Sets it, whatever it was.
        PUT = "INSERT INTO setting (name, value) VALUES ($1, $2)
               ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        /// Sets it unless it is set.
        PUT_ONCE = "INSERT INTO setting (name, value) VALUES ($1, $2)
                    ON CONFLICT (name) DO NOTHING";
        /// Forgets it.
        REMOVE = "DELETE FROM setting WHERE name = $1";
    }
}

/// The text under that name.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, name: &str) -> Result<Option<String>, StoreError> {
    let row = tx.optional(&sql::FIND, &args![name])?;
    row.map(|row| row.get("value")).transpose()
}

/// Sets a text, whatever it was.
///
/// # Errors
/// Those of the database.
pub fn put(tx: &Tx, name: &str, value: &str) -> Result<(), StoreError> {
    tx.execute(&sql::PUT, &args![name, value]).map(|_| ())
}

/// Sets a text unless there is one; answers whether it was set now.
///
/// # Errors
/// Those of the database.
pub fn put_once(tx: &Tx, name: &str, value: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::PUT_ONCE, &args![name, value])? == 1)
}

/// Forgets a text; answers whether there was one.
///
/// # Errors
/// Those of the database.
pub fn remove(tx: &Tx, name: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::REMOVE, &args![name])? == 1)
}
