//! Signed editions of awards, each with its place in a status list.

use domain::award::CredentialState;
use domain::ids::{AwardId, CredentialId, StatusListId};
use jiff::Timestamp;

use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, unless its place in the list is taken.
        INSERT = "INSERT INTO credential (id, award_id, status_list_id, status_index, state, holder_name, salt, created_at)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                  ON CONFLICT (status_list_id, status_index) DO NOTHING";
        /// Is a place taken?
        AT = "SELECT status_index FROM credential WHERE status_list_id = $1 AND status_index = $2";
        /// Signed now; the first signature counts.
        SIGN = "UPDATE credential SET signed = $2, signed_at = $3 WHERE id = $1 AND signed IS NULL";
        /// Its state from now on.
        SET_STATE = "UPDATE credential SET state = $2 WHERE id = $1 AND state <> $2";
        /// The places of a list that are revoked.
        REVOKED = "SELECT status_index FROM credential WHERE status_list_id = $1 AND state = 'revoked'
                   ORDER BY status_index";
    }
}

/// An edition that is to be signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCredential<'a> {
    /// Random, since it is public.
    pub id: CredentialId,
    /// Of which award.
    pub award: AwardId,
    /// The list that tells whether it is revoked.
    pub status_list: StatusListId,
    /// Its place in that list.
    pub status_index: u32,
    /// The holder's name as it is signed.
    pub holder_name: &'a str,
    /// Hides the holder's address in the credential.
    pub salt: &'a str,
    /// When.
    pub now: Timestamp,
}

/// Keeps an edition; `false` if its place in the list is taken.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &Tx, credential: &NewCredential<'_>) -> Result<bool, StoreError> {
    let row = args![
        credential.id,
        credential.award,
        credential.status_list,
        credential.status_index,
        CredentialState::Valid.as_str(),
        credential.holder_name,
        credential.salt,
        credential.now
    ];
    Ok(tx.execute(&sql::INSERT, &row)? == 1)
}

/// Is that place in the list taken?
///
/// # Errors
/// Those of the database.
pub fn is_taken(tx: &Tx, list: StatusListId, index: u32) -> Result<bool, StoreError> {
    Ok(tx.optional(&sql::AT, &args![list, index])?.is_some())
}

/// Keeps the signed form; `false` if there is one already, which stays.
///
/// # Errors
/// Those of the database.
pub fn sign(tx: &Tx, id: CredentialId, signed: &str, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::SIGN, &args![id, signed, now])? == 1)
}

/// Sets the state; `false` if it is so already or there is no such edition.
///
/// # Errors
/// Those of the database.
pub fn set_state(tx: &Tx, id: CredentialId, state: CredentialState) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::SET_STATE, &args![id, state.as_str()])? == 1)
}

/// The places of a list whose credentials are revoked.
///
/// # Errors
/// Those of the database.
pub fn revoked(tx: &Tx, list: StatusListId) -> Result<Vec<u32>, StoreError> {
    let rows = tx.rows(&sql::REVOKED, &args![list])?;
    rows.iter().map(|row| row.get("status_index")).collect()
}
