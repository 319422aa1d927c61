//! The keys that issuers sign with. Secrets come and go sealed.

use domain::ids::{IssuerKeyId, OrganizationId};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

/// The most keys of one issuer that are read: a key goes out of use rarely.
const MOST_KEYS: u32 = 100;

pub(crate) mod sql {
    crate::statements! {
        /// One more.
        INSERT = "INSERT INTO issuer_key (id, organization_id, public_multibase, secret, created_at)
                  VALUES ($1, $2, $3, $4, $5)";
        /// All that an issuer ever had, newest first; without their secrets.
        OF_ISSUER = "SELECT id, public_multibase, created_at, revoked_at FROM issuer_key
                     WHERE organization_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2";
        /// The newest that may sign.
        SIGNING = "SELECT id, secret FROM issuer_key
                   WHERE organization_id = $1 AND revoked_at IS NULL
                   ORDER BY created_at DESC, id DESC LIMIT 1";
        /// It is not to be believed from now on.
        REVOKE = "UPDATE issuer_key SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL";
    }
}

/// A key as everybody may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    /// Random, since it is public.
    pub id: IssuerKeyId,
    /// The public half as a Multikey.
    pub multibase: String,
    /// Since when it signs.
    pub created_at: Timestamp,
    /// Since when it is not to be believed.
    pub revoked_at: Option<Timestamp>,
}

/// A key that may sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedKey {
    /// Its id.
    pub id: IssuerKeyId,
    /// Its secret, sealed with the installation's master key.
    pub secret: Vec<u8>,
}

/// Keeps a new key.
///
/// # Errors
/// Those of the database.
pub fn insert(
    tx: &Tx,
    key: &SealedKey,
    organization: OrganizationId,
    multibase: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = args![key.id, organization, multibase, key.secret.as_slice(), now];
    tx.execute(&sql::INSERT, &row).map(|_| ())
}

/// Every key of an issuer, newest first.
///
/// # Errors
/// Those of the database.
pub fn of_issuer(tx: &Tx, organization: OrganizationId) -> Result<Vec<PublicKey>, StoreError> {
    let rows = tx.rows(&sql::OF_ISSUER, &args![organization, MOST_KEYS])?;
    rows.iter().map(public_key).collect()
}

/// The newest key of an issuer that may sign.
///
/// # Errors
/// Those of the database.
pub fn signing(tx: &Tx, organization: OrganizationId) -> Result<Option<SealedKey>, StoreError> {
    let row = tx.optional(&sql::SIGNING, &args![organization])?;
    row.map(|row| {
        Ok(SealedKey {
            id: row.get("id")?,
            secret: row.get("secret")?,
        })
    })
    .transpose()
}

/// Notes that a key is not to be believed any more; `false` if that is so already.
///
/// # Errors
/// Those of the database.
pub fn revoke(tx: &Tx, id: IssuerKeyId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::REVOKE, &args![id, now])? == 1)
}

fn public_key(row: &Row) -> Result<PublicKey, StoreError> {
    Ok(PublicKey {
        id: row.get("id")?,
        multibase: row.get("public_multibase")?,
        created_at: row.get("created_at")?,
        revoked_at: row.get("revoked_at")?,
    })
}
