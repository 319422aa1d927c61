//! Organizations: nodes of a tree.

use domain::{
    ids::OrganizationId,
    people::{OrganizationKind, OrganizationName, Slug},
};
use jiff::Timestamp;

use super::person::Reach;
use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, unless its short name is taken.
        INSERT = "INSERT INTO organization
                    (id, parent_id, slug, name, kind, time_zone, issues, accent, created_at)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                  ON CONFLICT (slug) DO NOTHING";
        /// By its id.
        FIND = "SELECT id, parent_id, slug, name, kind, time_zone, issues, accent, created_at
                FROM organization WHERE id = $1";
        /// By its short name.
        BY_SLUG = "SELECT id, parent_id, slug, name, kind, time_zone, issues, accent, created_at
                   FROM organization WHERE slug = $1";
        /// Those directly below one, after a short name.
        CHILDREN = "SELECT id, parent_id, slug, name, kind, time_zone, issues, accent, created_at
                    FROM organization WHERE parent_id = $1 AND slug > $2 ORDER BY slug LIMIT $3";
        /// Itself, then its ancestors up to the root. More than 32 levels would be a circle.
        PATH = "WITH RECURSIVE path (id, parent_id, depth) AS (
                  SELECT id, parent_id, 0 FROM organization WHERE id = $1
                  UNION ALL
                  SELECT organization.id, organization.parent_id, path.depth + 1
                  FROM organization JOIN path ON organization.id = path.parent_id
                  WHERE path.depth < 32
                )
                SELECT organization.id, organization.parent_id, slug, name, kind, time_zone, issues, accent, created_at
                FROM path JOIN organization ON organization.id = path.id
                ORDER BY path.depth";
        /// Where somebody holds a role, and everything below, after a short name.
        REACHED = "WITH RECURSIVE below (id) AS (
                     SELECT organization_id FROM membership
                     WHERE person_id = $1 AND role = $2 AND since <= $3 AND (until IS NULL OR until > $3)
                     UNION
                     SELECT organization.id FROM organization JOIN below ON organization.parent_id = below.id
                   )
                   SELECT organization.id, parent_id, slug, name, kind, time_zone, issues, accent, created_at
                   FROM below JOIN organization ON organization.id = below.id
                   WHERE slug > $4 ORDER BY slug LIMIT $5";
    }
}

/// A node of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// Immutable; addresses and DIDs are made of it.
    pub id: OrganizationId,
    /// The organization above it.
    pub parent: Option<OrganizationId>,
    /// Its short name.
    pub slug: Slug,
    /// Its name.
    pub name: OrganizationName,
    /// What it is.
    pub kind: OrganizationKind,
    /// The zone in which its days end, as in the IANA database.
    pub time_zone: String,
    /// It may publish micro-credentials and sign awards.
    pub issues: bool,
    /// Name of its colour.
    pub accent: String,
    /// Since when it is known here.
    pub created_at: Timestamp,
}

/// Keeps a new organization; answers whether its short name was free.
///
/// # Errors
/// Those of the database, also when the parent is missing.
pub fn insert(tx: &Tx, it: &Organization) -> Result<bool, StoreError> {
    let row = args![
        it.id,
        it.parent,
        it.slug.as_str(),
        it.name.as_str(),
        it.kind.as_str(),
        &it.time_zone,
        it.issues,
        &it.accent,
        it.created_at
    ];
    Ok(tx.execute(&sql::INSERT, &row)? == 1)
}

/// The organization of that id.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: OrganizationId) -> Result<Option<Organization>, StoreError> {
    let row = tx.optional(&sql::FIND, &args![id])?;
    row.as_ref().map(organization).transpose()
}

/// The organization of that short name.
///
/// # Errors
/// Those of the database.
pub fn by_slug(tx: &Tx, slug: &Slug) -> Result<Option<Organization>, StoreError> {
    let row = tx.optional(&sql::BY_SLUG, &args![slug.as_str()])?;
    row.as_ref().map(organization).transpose()
}

/// Those directly below an organization, by short name, after one.
///
/// # Errors
/// Those of the database.
pub fn children(
    tx: &Tx,
    parent: OrganizationId,
    after: Option<&Slug>,
    limit: u32,
) -> Result<Vec<Organization>, StoreError> {
    let after = after.map_or("", Slug::as_str);
    let rows = tx.rows(&sql::CHILDREN, &args![parent, after, limit])?;
    rows.iter().map(organization).collect()
}

/// The organization itself, then its ancestors up to the root; nothing if it does not exist.
///
/// # Errors
/// Those of the database.
pub fn path(tx: &Tx, id: OrganizationId) -> Result<Vec<Organization>, StoreError> {
    let rows = tx.rows(&sql::PATH, &args![id])?;
    rows.iter().map(organization).collect()
}

/// The ids of [`path`], as permissions are asked with them.
///
/// # Errors
/// Those of the database.
pub fn path_of(tx: &Tx, id: OrganizationId) -> Result<Vec<OrganizationId>, StoreError> {
    Ok(path(tx, id)?.into_iter().map(|it| it.id).collect())
}

/// The organizations where somebody holds a role and all below them, by short name, after one.
///
/// # Errors
/// Those of the database.
pub fn reached(
    tx: &Tx,
    reach: &Reach,
    after: Option<&Slug>,
    limit: u32,
) -> Result<Vec<Organization>, StoreError> {
    let after = after.map_or("", Slug::as_str);
    let asked = args![reach.person, reach.role.as_str(), reach.at, after, limit];
    let rows = tx.rows(&sql::REACHED, &asked)?;
    rows.iter().map(organization).collect()
}

pub(super) fn organization(row: &Row) -> Result<Organization, StoreError> {
    Ok(Organization {
        id: row.get("id")?,
        parent: row.get("parent_id")?,
        slug: row.parse("slug", |text| Slug::parse("slug", text).ok())?,
        name: row.parse("name", |text| OrganizationName::parse("name", text).ok())?,
        kind: row.parse("kind", OrganizationKind::parse)?,
        time_zone: row.get("time_zone")?,
        issues: row.get("issues")?,
        accent: row.get("accent")?,
        created_at: row.get("created_at")?,
    })
}
