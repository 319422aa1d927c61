//! The installation's own key. There is one.

use jiff::Timestamp;

use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// The key.
        FIND = "SELECT public_multibase, secret FROM installation_key WHERE id = 'audit'";
        /// Keeps the first one.
        KEEP = "INSERT INTO installation_key (id, public_multibase, secret, created_at) VALUES ('audit', $1, $2, $3)
                ON CONFLICT (id) DO NOTHING";
    }
}

/// The key as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstallationKey {
    /// The public half, as a multikey.
    pub public: String,
    /// The secret half, sealed with the master key.
    pub secret: Vec<u8>,
}

/// The key, if there is one yet.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx) -> Result<Option<InstallationKey>, StoreError> {
    let row = tx.optional(&sql::FIND, &[])?;
    row.map(|row| {
        Ok(InstallationKey {
            public: row.get("public_multibase")?,
            secret: row.get("secret")?,
        })
    })
    .transpose()
}

/// Keeps a new key unless there is one; `false` if there is.
///
/// # Errors
/// Those of the database.
pub fn keep(tx: &Tx, key: &InstallationKey, now: Timestamp) -> Result<bool, StoreError> {
    let row = args![&key.public, key.secret.as_slice(), now];
    Ok(tx.execute(&sql::KEEP, &row)? == 1)
}
