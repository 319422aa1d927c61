//! The keys under which organizations' bytes are encrypted, each wrapped by the master key.

use domain::ids::OrganizationId;
use jiff::Timestamp;

use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// The wrapped key of an organization.
        FIND = "SELECT wrapped FROM data_key WHERE organization_id = $1";
        /// Keeps the first one.
        KEEP = "INSERT INTO data_key (organization_id, wrapped, created_at) VALUES ($1, $2, $3)
                ON CONFLICT (organization_id) DO NOTHING";
    }
}

/// The wrapped key of an organization.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, organization: OrganizationId) -> Result<Option<Vec<u8>>, StoreError> {
    let row = tx.optional(&sql::FIND, &args![organization])?;
    row.map(|row| row.get("wrapped")).transpose()
}

/// Keeps a new wrapped key unless there is one, and answers the one that counts.
///
/// # Errors
/// Those of the database.
pub fn keep(
    tx: &Tx,
    organization: OrganizationId,
    wrapped: &[u8],
    now: Timestamp,
) -> Result<Vec<u8>, StoreError> {
    tx.execute(&sql::KEEP, &args![organization, wrapped, now])?;
    tx.one(&sql::FIND, &args![organization])?.get("wrapped")
}
