//! Links that count once. Their secrets are not kept.

use domain::{
    ids::{OneTimeLinkId, PersonId},
    people::{EmailAddress, LinkPurpose},
};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more.
        INSERT = "INSERT INTO one_time_link (id, purpose, person_id, address, created_at, expires_at)
                  VALUES ($1, $2, $3, $4, $5, $6)";
        /// By its id.
        FIND = "SELECT id, purpose, person_id, address, expires_at, used_at FROM one_time_link WHERE id = $1";
        /// It counts no more.
        USE = "UPDATE one_time_link SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND expires_at > $2";
        /// None of a person's for one purpose counts any more.
        VOID = "UPDATE one_time_link SET used_at = $3
                WHERE person_id = $1 AND purpose = $2 AND used_at IS NULL";
        /// Forgets those that have expired, a bounded number at a time.
        FORGET = "DELETE FROM one_time_link WHERE expires_at < $1 AND expires_at <= (
                    SELECT max(expires_at) FROM (
                      SELECT expires_at FROM one_time_link WHERE expires_at < $1 ORDER BY expires_at LIMIT $2
                    ) AS oldest
                  )";
    }
}

/// A link as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Random; its secret follows from it and the master key.
    pub id: OneTimeLinkId,
    /// What it is for.
    pub purpose: LinkPurpose,
    /// Whose.
    pub person: PersonId,
    /// The address to be proved.
    pub address: Option<EmailAddress>,
    /// When it stops counting.
    pub expires_at: Timestamp,
    /// When it was used, or made void.
    pub used_at: Option<Timestamp>,
}

/// Keeps a new link.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &Tx, it: &Link, now: Timestamp) -> Result<(), StoreError> {
    let row = args![
        it.id,
        it.purpose.as_str(),
        it.person,
        it.address.as_ref().map(EmailAddress::as_str),
        now,
        it.expires_at
    ];
    tx.execute(&sql::INSERT, &row).map(|_| ())
}

/// The link of that id.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: OneTimeLinkId) -> Result<Option<Link>, StoreError> {
    let row = tx.optional(&sql::FIND, &args![id])?;
    row.as_ref().map(link).transpose()
}

/// Uses a link; answers whether it counted until now.
///
/// # Errors
/// Those of the database.
pub fn consume(tx: &Tx, id: OneTimeLinkId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::USE, &args![id, now])? == 1)
}

/// Makes all links of a person for one purpose void.
///
/// # Errors
/// Those of the database.
pub fn make_void(
    tx: &Tx,
    person: PersonId,
    purpose: LinkPurpose,
    now: Timestamp,
) -> Result<u64, StoreError> {
    tx.execute(&sql::VOID, &args![person, purpose.as_str(), now])
}

/// Forgets links that expired before a time, about `limit` of them; answers how many.
///
/// # Errors
/// Those of the database.
pub fn forget(tx: &Tx, before: Timestamp, limit: u32) -> Result<u64, StoreError> {
    tx.execute(&sql::FORGET, &args![before, limit])
}

fn link(row: &Row) -> Result<Link, StoreError> {
    let address: Option<String> = row.get("address")?;
    let address = address
        .map(|text| EmailAddress::parse("address", &text))
        .transpose()
        .map_err(|_| row.inconsistent("address", "found no address"))?;
    Ok(Link {
        id: row.get("id")?,
        purpose: row.parse("purpose", LinkPurpose::parse)?,
        person: row.get("person_id")?,
        address,
        expires_at: row.get("expires_at")?,
        used_at: row.get("used_at")?,
    })
}
