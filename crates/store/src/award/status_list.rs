//! Bitstring status lists of issuers.

use domain::ids::{OrganizationId, StatusListId};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, empty and unsigned.
        INSERT = "INSERT INTO status_list (id, organization_id, used, revision, wanted, created_at)
                  VALUES ($1, $2, 0, 0, 1, $3)";
        /// The newest of an issuer.
        NEWEST = "SELECT id, organization_id, used, signed, revision, wanted, signed_at
                  FROM status_list WHERE organization_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1";
        /// One by its id.
        FIND = "SELECT id, organization_id, used, signed, revision, wanted, signed_at
                FROM status_list WHERE id = $1";
        /// One more place is taken.
        TAKE = "UPDATE status_list SET used = used + 1 WHERE id = $1";
        /// It should say something else from now on.
        WANT = "UPDATE status_list SET wanted = wanted + 1 WHERE id = $1";
        /// Signed anew, unless a later state has been signed meanwhile.
        SIGN = "UPDATE status_list SET signed = $2, signed_at = $3, revision = $4
                WHERE id = $1 AND revision <= $4";
    }
}

/// A status list as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusList {
    /// Random, since it is public.
    pub id: StatusListId,
    /// Whose credentials it tells about.
    pub organization: OrganizationId,
    /// Places taken.
    pub used: u32,
    /// The signed list as JSON, once there is one.
    pub signed: Option<String>,
    /// The changes that the signed list reflects.
    pub revision: u64,
    /// The changes that it should reflect.
    pub wanted: u64,
    /// When it was signed last.
    pub signed_at: Option<Timestamp>,
}

/// Keeps a new list, empty and unsigned.
///
/// # Errors
/// Those of the database.
pub fn insert(
    tx: &Tx,
    id: StatusListId,
    organization: OrganizationId,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.execute(&sql::INSERT, &args![id, organization, now])
        .map(|_| ())
}

/// The newest list of an issuer.
///
/// # Errors
/// Those of the database.
pub fn newest(tx: &Tx, organization: OrganizationId) -> Result<Option<StatusList>, StoreError> {
    tx.optional(&sql::NEWEST, &args![organization])?
        .map(|row| list(&row))
        .transpose()
}

/// One list.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: StatusListId) -> Result<Option<StatusList>, StoreError> {
    tx.optional(&sql::FIND, &args![id])?
        .map(|row| list(&row))
        .transpose()
}

/// Counts one more place as taken.
///
/// # Errors
/// Those of the database.
pub fn take(tx: &Tx, id: StatusListId) -> Result<(), StoreError> {
    tx.execute(&sql::TAKE, &args![id]).map(|_| ())
}

/// Notes that the list should say something else.
///
/// # Errors
/// Those of the database.
pub fn want(tx: &Tx, id: StatusListId) -> Result<(), StoreError> {
    tx.execute(&sql::WANT, &args![id]).map(|_| ())
}

/// Keeps a signed list that reflects `revision` changes; `false` if a later state is signed.
///
/// # Errors
/// Those of the database.
pub fn sign(
    tx: &Tx,
    id: StatusListId,
    signed: &str,
    revision: u64,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::SIGN, &args![id, signed, now, revision])? == 1)
}

fn list(row: &Row) -> Result<StatusList, StoreError> {
    Ok(StatusList {
        id: row.get("id")?,
        organization: row.get("organization_id")?,
        used: row.get("used")?,
        signed: row.get("signed")?,
        revision: row.get("revision")?,
        wanted: row.get("wanted")?,
        signed_at: row.get("signed_at")?,
    })
}
