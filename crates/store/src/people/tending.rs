//! What an administrator changes about an organization: its names, its place, its end.

use domain::{ids::OrganizationId, people::OrganizationName};
use jiff::Timestamp;

use super::organization::Organization;
use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// Everything that can change but its place and its end.
        UPDATE = "UPDATE organization SET name = $2, kind = $3, time_zone = $4, issues = $5, accent = $6 WHERE id = $1";
        /// It stands below another, or by itself.
        MOVE = "UPDATE organization SET parent_id = $2 WHERE id = $1";
        /// It closes; its custodian stands above it.
        CLOSE = "UPDATE organization SET closed_at = $3, custodian_id = $2, parent_id = $2
                 WHERE id = $1 AND closed_at IS NULL";
        /// Since when it is closed, and its custodian.
        STANDING = "SELECT closed_at, custodian_id FROM organization WHERE id = $1";
        /// Its other names.
        ALIASES = "SELECT alias FROM organization_alias WHERE organization_id = $1 ORDER BY alias LIMIT 100";
        /// One more.
        ADD_ALIAS = "INSERT INTO organization_alias (organization_id, alias) VALUES ($1, $2)
                     ON CONFLICT (organization_id, alias) DO NOTHING";
        /// None.
        CLEAR_ALIASES = "DELETE FROM organization_alias WHERE organization_id = $1";
    }
}

/// Whether an organization is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Since when it is closed.
    pub closed_at: Option<Timestamp>,
    /// Which organization looks after what it left.
    pub custodian: Option<OrganizationId>,
}

/// Keeps what has changed, except its short name, its place and its end.
///
/// # Errors
/// Those of the database.
pub fn update(tx: &Tx, it: &Organization) -> Result<(), StoreError> {
    let row = args![
        it.id,
        it.name.as_str(),
        it.kind.as_str(),
        &it.time_zone,
        it.issues,
        &it.accent
    ];
    tx.execute(&sql::UPDATE, &row).map(|_| ())
}

/// Puts an organization below another, or by itself.
///
/// # Errors
/// Those of the database.
pub fn put_below(
    tx: &Tx,
    id: OrganizationId,
    parent: Option<OrganizationId>,
) -> Result<(), StoreError> {
    tx.execute(&sql::MOVE, &args![id, parent]).map(|_| ())
}

/// Closes an organization and puts it below its custodian; answers whether it was open.
///
/// # Errors
/// Those of the database.
pub fn close(
    tx: &Tx,
    id: OrganizationId,
    custodian: OrganizationId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::CLOSE, &args![id, custodian, now])? == 1)
}

/// Whether an organization is closed; open if there is none.
///
/// # Errors
/// Those of the database.
pub fn standing(tx: &Tx, id: OrganizationId) -> Result<Standing, StoreError> {
    match tx.optional(&sql::STANDING, &args![id])? {
        Some(row) => Ok(Standing {
            closed_at: row.get("closed_at")?,
            custodian: row.get("custodian_id")?,
        }),
        None => Ok(Standing {
            closed_at: None,
            custodian: None,
        }),
    }
}

/// The other names of an organization, by the alphabet.
///
/// # Errors
/// Those of the database.
pub fn aliases(tx: &Tx, id: OrganizationId) -> Result<Vec<OrganizationName>, StoreError> {
    let rows = tx.rows(&sql::ALIASES, &args![id])?;
    rows.iter()
        .map(|row| row.parse("alias", |text| OrganizationName::parse("alias", text).ok()))
        .collect()
}

/// Replaces the other names of an organization.
///
/// # Errors
/// Those of the database.
pub fn set_aliases(
    tx: &Tx,
    id: OrganizationId,
    aliases: &[OrganizationName],
) -> Result<(), StoreError> {
    tx.execute(&sql::CLEAR_ALIASES, &args![id])?;
    for alias in aliases {
        tx.execute(&sql::ADD_ALIAS, &args![id, alias.as_str()])?;
    }
    Ok(())
}
