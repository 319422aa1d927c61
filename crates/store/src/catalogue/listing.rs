//! What the catalogue lists: one line for each published version, and how many lines there are of
//! each profile.

use domain::audit::sha256_hex;
use domain::catalogue::Card;
use domain::catalogue::facets::{Group, Profile};
use domain::catalogue::search::{Query, Searched};
use domain::ids::{OrganizationId, VersionId};

use super::search;
use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// The number of the newest line.
        NEWEST = "SELECT number FROM listing WHERE number > 0 ORDER BY number DESC LIMIT 1";
        /// One more line, unless the version has one.
        INSERT = "INSERT INTO listing (number, version_id, profile_id, title, card)
                  VALUES ($1, $2, $3, $4, $5) ON CONFLICT (version_id) DO NOTHING";
        /// A profile that may be new.
        INSERT_PROFILE = "INSERT INTO profile (id, organization_id, facets, listed)
                          VALUES ($1, $2, $3, 0) ON CONFLICT (id) DO NOTHING";
        /// One line more or less of a profile.
        COUNT = "UPDATE profile SET listed = listed + $2 WHERE id = $1";
        /// The line of a version goes.
        DELETE = "DELETE FROM listing WHERE version_id = $1 RETURNING number, profile_id";
        /// Every profile that has lines.
        GROUPS = "SELECT profile.id, profile.facets, organization.slug AS issuer_slug,
                         organization.name AS issuer, profile.listed
                  FROM profile JOIN organization ON organization.id = profile.organization_id
                  WHERE profile.listed > 0";
        /// Published versions without a line: of an installation that is older than the index.
        UNLISTED = "SELECT version.id, version.content, micro_credential.organization_id,
                           organization.name AS issuer
                    FROM version
                    JOIN micro_credential ON micro_credential.id = version.micro_credential_id
                    JOIN organization ON organization.id = micro_credential.organization_id
                    LEFT JOIN listing ON listing.version_id = version.id
                    WHERE version.state = 'published' AND listing.number IS NULL
                    ORDER BY version.title, version.id LIMIT $1";
    }
}

/// A published micro-credential as a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// Number of the line.
    pub number: i64,
    /// How well it fits a search; larger is better.
    pub score: i64,
    /// Its title.
    pub title: String,
    /// Its short name.
    pub slug: String,
    /// What a list shows of it.
    pub card: Card,
    /// Name of the issuer.
    pub issuer: String,
    /// Colour of the issuer.
    pub accent: String,
    /// Since when it is published.
    pub published_at: jiff::Timestamp,
}

/// A place in the list: after that line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// Its score.
    pub score: i64,
    /// Its title.
    pub title: String,
    /// Its number.
    pub number: i64,
}

impl Default for Position {
    /// Before the first line.
    fn default() -> Self {
        Self {
            score: i64::MAX,
            title: String::new(),
            number: 0,
        }
    }
}

/// A version to list.
#[derive(Debug, Clone, PartialEq)]
pub struct NewListing<'a> {
    /// Its id.
    pub version: VersionId,
    /// Who issues it.
    pub organization: OrganizationId,
    /// What a list shows of it.
    pub card: &'a Card,
    /// What it can be narrowed by, without its issuer.
    pub profile: &'a Profile,
    /// What it is found by.
    pub words: &'a Searched,
}

/// A published version without a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Unlisted {
    /// Its id.
    pub version: VersionId,
    /// What it says, as JSON.
    pub content: String,
    /// Who issues it.
    pub organization: OrganizationId,
    /// Name of the issuer.
    pub issuer: String,
}

/// Lists a version, unless it is listed.
///
/// # Errors
/// Those of the database.
pub fn list(tx: &Tx, it: &NewListing<'_>) -> Result<(), StoreError> {
    let facets = written(serde_json::to_string(it.profile))?;
    let card = written(serde_json::to_string(it.card))?;
    let mut profile = sha256_hex(format!("{} {facets}", it.organization));
    profile.truncate(32);
    tx.execute(
        &sql::INSERT_PROFILE,
        &args![&profile, it.organization, facets],
    )?;
    let newest = tx.optional(&sql::NEWEST, &args![])?;
    let number = newest.map_or(Ok(0), |row| row.get::<i64>("number"))? + 1;
    let row = args![number, it.version, &profile, &it.card.title, card];
    if tx.execute(&sql::INSERT, &row)? == 1 {
        tx.execute(&sql::COUNT, &args![&profile, 1])?;
        search::add(tx, number, it.words)?;
    }
    Ok(())
}

/// Takes a version out of the list, if it is listed.
///
/// # Errors
/// Those of the database.
pub fn unlist(tx: &Tx, version: VersionId) -> Result<(), StoreError> {
    let Some(row) = tx.optional(&sql::DELETE, &args![version])? else {
        return Ok(());
    };
    tx.execute(&sql::COUNT, &args![row.get::<String>("profile_id")?, -1])?;
    search::remove(tx, row.get("number")?)
}

/// Profiles of all lines, or of those that have every word of a search.
///
/// # Errors
/// Those of the database.
pub fn groups(tx: &Tx, query: Option<&Query>) -> Result<Vec<Group>, StoreError> {
    let rows = match query {
        Some(query) => search::groups(tx, query)?,
        None => tx.rows(&sql::GROUPS, &args![])?,
    };
    rows.iter().map(group).collect()
}

/// Published versions without a line, at most so many.
///
/// # Errors
/// Those of the database.
pub fn unlisted(tx: &Tx, limit: u32) -> Result<Vec<Unlisted>, StoreError> {
    let rows = tx.rows(&sql::UNLISTED, &args![limit])?;
    let read = |row: &Row| {
        Ok(Unlisted {
            version: row.get("id")?,
            content: row.get("content")?,
            organization: row.get("organization_id")?,
            issuer: row.get("issuer")?,
        })
    };
    rows.iter().map(read).collect()
}

fn group(row: &Row) -> Result<Group, StoreError> {
    let profile: Profile = row.parse("facets", |text| serde_json::from_str(text).ok())?;
    let (slug, name): (String, String) = (row.get("issuer_slug")?, row.get("issuer")?);
    Ok(Group {
        id: row.get("id")?,
        profile: profile.issued_by(&slug, &name),
        count: row.get("listed")?,
    })
}

pub(super) fn line(row: &Row) -> Result<Listed, StoreError> {
    Ok(Listed {
        number: row.get("number")?,
        score: row.get("score")?,
        title: row.get("title")?,
        slug: row.get("slug")?,
        card: row.parse("card", |text| serde_json::from_str(text).ok())?,
        issuer: row.get("issuer")?,
        accent: row.get("accent")?,
        published_at: row.get("published_at")?,
    })
}

fn written(json: serde_json::Result<String>) -> Result<String, StoreError> {
    json.map_err(|error| StoreError::Other(error.to_string()))
}
