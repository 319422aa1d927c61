//! What the operator of an installation asks for: its roots, its issuers, who looks after what.

use domain::{
    ids::{OrganizationId, PersonId},
    people::Role,
};
use jiff::Timestamp;

use super::organization::{Organization, organization};
use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// Organizations without one above, after a short name.
        ROOTS = "SELECT id, parent_id, slug, name, kind, time_zone, issues, accent, created_at
                 FROM organization WHERE parent_id IS NULL AND slug > $1 ORDER BY slug LIMIT $2";
        /// The organization that was made first, with the installation: ids grow with time.
        FIRST = "SELECT id FROM organization ORDER BY id LIMIT 1";
        /// Organizations that issue, after a short name.
        ISSUERS = "SELECT id, parent_id, slug, name, kind, time_zone, issues, accent, created_at
                   FROM organization WHERE issues = $1 AND slug > $2 ORDER BY slug LIMIT $3";
        /// Who has held a role longest in one organization.
        FIRST_HOLDER = "SELECT person_id FROM membership
                        WHERE organization_id = $1 AND role = $2 AND since <= $3 AND (until IS NULL OR until > $3)
                        ORDER BY since, id LIMIT 1";
    }
}

/// Organizations without one above, by short name, after one.
///
/// # Errors
/// Those of the database.
pub fn roots(tx: &Tx, after: &str, limit: u32) -> Result<Vec<Organization>, StoreError> {
    let rows = tx.rows(&sql::ROOTS, &args![after, limit])?;
    rows.iter().map(organization).collect()
}

/// The organization that was made first, with the installation; nothing while there is none.
///
/// # Errors
/// Those of the database.
pub fn first(tx: &Tx) -> Result<Option<OrganizationId>, StoreError> {
    let row = tx.optional(&sql::FIRST, &args![])?;
    row.map(|row| row.get("id")).transpose()
}

/// Organizations that issue, by short name, after one.
///
/// # Errors
/// Those of the database.
pub fn issuers(tx: &Tx, after: &str, limit: u32) -> Result<Vec<Organization>, StoreError> {
    let rows = tx.rows(&sql::ISSUERS, &args![true, after, limit])?;
    rows.iter().map(organization).collect()
}

/// Who has looked after an organization longest: of its own administrators, else of those of the
/// next one above that has any.
///
/// # Errors
/// Those of the database.
pub fn administrator_of(
    tx: &Tx,
    id: OrganizationId,
    now: Timestamp,
) -> Result<Option<PersonId>, StoreError> {
    for place in super::path_of(tx, id)? {
        let asked = args![place, Role::Administrator.as_str(), now];
        if let Some(row) = tx.optional(&sql::FIRST_HOLDER, &asked)? {
            return row.get("person_id").map(Some);
        }
    }
    Ok(None)
}
