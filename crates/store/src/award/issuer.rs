//! Issuers as strangers see them.

use domain::catalogue::LevelName;
use domain::ids::OrganizationId;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// An organization.
        FIND = "SELECT id, name, accent, issues FROM organization WHERE id = $1";
        /// What it has published, in the order of its codes.
        PUBLISHED = "SELECT m.slug, v.title, v.level FROM micro_credential m
                     JOIN version v ON v.id = m.current_version_id
                     WHERE m.organization_id = $1 AND v.state = 'published'
                     ORDER BY m.code LIMIT $2";
    }
}

/// An issuer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer {
    /// Its id.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
    /// Its colour, by its name.
    pub accent: String,
    /// Does it issue now?
    pub issues: bool,
}

/// A micro-credential of an issuer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Its short name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// How expert it is.
    pub level: LevelName,
}

/// An organization, whether it issues or not.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: OrganizationId) -> Result<Option<Issuer>, StoreError> {
    let row = tx.optional(&sql::FIND, &args![id])?;
    row.map(|row| {
        Ok(Issuer {
            id: row.get("id")?,
            name: row.get("name")?,
            accent: row.get("accent")?,
            issues: row.get("issues")?,
        })
    })
    .transpose()
}

/// What an issuer has published, at most so many.
///
/// # Errors
/// Those of the database.
pub fn published(tx: &Tx, id: OrganizationId, limit: u32) -> Result<Vec<Offer>, StoreError> {
    let rows = tx.rows(&sql::PUBLISHED, &args![id, limit])?;
    rows.iter().map(offer).collect()
}

fn offer(row: &Row) -> Result<Offer, StoreError> {
    Ok(Offer {
        slug: row.get("slug")?,
        title: row.get("title")?,
        level: row.parse("level", |text| text.parse().ok())?,
    })
}
