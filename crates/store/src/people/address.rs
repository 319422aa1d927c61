//! E-mail addresses of persons. Every address here counts for signing in: one that a person adds
//! comes here only once it is proved to be theirs.

use domain::{ids::PersonId, people::EmailAddress};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more address, unless somebody has it.
        ADD = "INSERT INTO email_address (address, person_id, verified_at, created_at)
               VALUES ($1, $2, $3, $4) ON CONFLICT (address) DO NOTHING";
        /// Whose address it is.
        OWNER = "SELECT person_id FROM email_address WHERE address = $1";
        /// The addresses of a person, the one for letters first.
        OF_PERSON = "SELECT address, verified_at, created_at FROM email_address
                     WHERE person_id = $1 ORDER BY coalesce(chosen_at, 0) DESC, address LIMIT 100";
        /// It is chosen for letters.
        CHOOSE = "UPDATE email_address SET chosen_at = $3 WHERE address = $1 AND person_id = $2";
        /// It was proved.
        VERIFY = "UPDATE email_address SET verified_at = $3
                  WHERE address = $1 AND person_id = $2 AND verified_at IS NULL";
        /// It is no longer a person's, unless it is their only one.
        REMOVE = "DELETE FROM email_address WHERE address = $1 AND person_id = $2
                  AND EXISTS (SELECT 1 FROM email_address AS other
                              WHERE other.person_id = $2 AND other.address <> $1)";
    }
}

/// An address of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The address.
    pub address: EmailAddress,
    /// When it was proved to be theirs; otherwise somebody who looks after them vouched for it.
    pub verified_at: Option<Timestamp>,
    /// Since when it is known here.
    pub created_at: Timestamp,
}

/// Gives an address to a person; answers whether it was free.
///
/// # Errors
/// Those of the database.
pub fn add(
    tx: &Tx,
    person: PersonId,
    address: &EmailAddress,
    verified_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let row = args![address.as_str(), person, verified_at, now];
    Ok(tx.execute(&sql::ADD, &row)? == 1)
}

/// Whose address it is.
///
/// # Errors
/// Those of the database.
pub fn owner(tx: &Tx, address: &EmailAddress) -> Result<Option<PersonId>, StoreError> {
    let row = tx.optional(&sql::OWNER, &args![address.as_str()])?;
    row.map(|row| row.get("person_id")).transpose()
}

/// Every address of a person, the one for letters first.
///
/// # Errors
/// Those of the database.
pub fn of_person(tx: &Tx, person: PersonId) -> Result<Vec<Address>, StoreError> {
    let rows = tx.rows(&sql::OF_PERSON, &args![person])?;
    rows.iter().map(address).collect()
}

/// Chooses an address of a person for letters; answers whether they have it.
///
/// # Errors
/// Those of the database.
pub fn choose(
    tx: &Tx,
    person: PersonId,
    address: &EmailAddress,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::CHOOSE, &args![address.as_str(), person, now])? == 1)
}

/// Notes that an address of a person was proved to be theirs; answers whether that is new.
///
/// # Errors
/// Those of the database.
pub fn verify(
    tx: &Tx,
    person: PersonId,
    address: &EmailAddress,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::VERIFY, &args![address.as_str(), person, now])? == 1)
}

/// Takes an address from a person; answers whether they had it beside another one.
///
/// # Errors
/// Those of the database.
pub fn remove(tx: &Tx, person: PersonId, address: &EmailAddress) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::REMOVE, &args![address.as_str(), person])? == 1)
}

fn address(row: &Row) -> Result<Address, StoreError> {
    Ok(Address {
        address: row.parse("address", |text| EmailAddress::parse("address", text).ok())?,
        verified_at: row.get("verified_at")?,
        created_at: row.get("created_at")?,
    })
}
