//! One micro-credential and its versions.

use domain::catalogue::change::Changes;
use domain::ids::{MicroCredentialId, OrganizationId, VersionId};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// The micro-credential of an issuer with that code.
        BY_CODE = "SELECT micro_credential.id, micro_credential.slug, micro_credential.current_version_id,
                          version.number, version.content_hash
                   FROM micro_credential
                   LEFT JOIN version ON version.id = micro_credential.current_version_id
                   WHERE micro_credential.organization_id = $1 AND micro_credential.code = $2";
        /// One more, unless its short name is taken.
        INSERT = "INSERT INTO micro_credential (id, organization_id, slug, code, current_version_id, created_at)
                  VALUES ($1, $2, $3, $4, NULL, $5)
                  ON CONFLICT (slug) DO NOTHING";
        /// One more version, a draft.
        INSERT_VERSION = "INSERT INTO version
                            (id, micro_credential_id, number, state, title, competency, level, hours,
                             rubric_fingerprint, content, content_hash, published_at, created_at, changes)
                          VALUES ($1, $2, $3, 'draft', $4, $5, $6, $7, $8, $9, $10, NULL, $11, $12)";
        /// What a version says.
        CONTENT = "SELECT content FROM version WHERE id = $1";
        /// The version before goes out of the catalogue; its pursuits go on.
        RETIRE = "UPDATE version SET state = 'retired', retired_at = $2 WHERE micro_credential_id = $1 AND state = 'published'";
        /// A draft is published and never changes again.
        PUBLISH = "UPDATE version SET state = 'published', published_at = $2 WHERE id = $1 AND state = 'draft'";
        /// From now on the current one.
        MAKE_CURRENT = "UPDATE micro_credential SET current_version_id = $2 WHERE id = $1";
        /// The current version by short name.
        CURRENT = "SELECT version.id, version.number, version.content, version.rubric_fingerprint, version.published_at,
                          version.state, micro_credential.id AS micro_credential_id, micro_credential.slug,
                          organization.id AS organization_id, organization.name AS issuer, organization.accent,
                          organization.time_zone
                   FROM micro_credential
                   JOIN version ON version.id = micro_credential.current_version_id
                   JOIN organization ON organization.id = micro_credential.organization_id
                   WHERE micro_credential.slug = $1";
        /// A version by short name and number.
        NUMBERED = "SELECT version.id, version.number, version.content, version.rubric_fingerprint, version.published_at,
                           version.state, micro_credential.id AS micro_credential_id, micro_credential.slug,
                           organization.id AS organization_id, organization.name AS issuer, organization.accent,
                           organization.time_zone
                    FROM micro_credential
                    JOIN version ON version.micro_credential_id = micro_credential.id
                    JOIN organization ON organization.id = micro_credential.organization_id
                    WHERE micro_credential.slug = $1 AND version.number = $2 AND version.published_at IS NOT NULL";
        /// Every version that was ever published, newest first.
        VERSIONS = "SELECT number, published_at, rubric_fingerprint, changes FROM version
                    WHERE micro_credential_id = $1 AND published_at IS NOT NULL
                    ORDER BY number DESC LIMIT 50";
    }
}

/// What is known of a micro-credential when a new version arrives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: MicroCredentialId,
    /// Its short name.
    pub slug: String,
    /// The current version.
    pub current: Option<VersionId>,
    /// Number of the current version.
    pub number: Option<u32>,
    /// Hash of what the current version says.
    pub content_hash: Option<String>,
}

/// A version to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewVersion<'a> {
    /// Its id.
    pub id: VersionId,
    /// Of which micro-credential.
    pub micro_credential: MicroCredentialId,
    /// From 1.
    pub number: u32,
    /// Its title.
    pub title: &'a str,
    /// The competency in one sentence.
    pub competency: &'a str,
    /// Name of its level.
    pub level: &'a str,
    /// Typical hours.
    pub hours: u16,
    /// Fingerprint of its rubric.
    pub rubric: &'a str,
    /// What it says, as JSON.
    pub content: &'a str,
    /// SHA-256 of that.
    pub content_hash: &'a str,
    /// What changed since the version before, as JSON; nothing for a first one.
    pub changes: Option<&'a str>,
    /// When it came.
    pub created_at: Timestamp,
}

/// A version that was published, as a line of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedVersion {
    /// From 1.
    pub number: u32,
    /// When.
    pub published_at: Timestamp,
    /// Fingerprint of its rubric.
    pub rubric: String,
    /// What changed since the version before; nothing for a first one.
    pub changes: Option<Changes>,
}

/// A micro-credential to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MicroCredential<'a> {
    /// Its id.
    pub id: MicroCredentialId,
    /// Its issuer.
    pub organization: OrganizationId,
    /// Its short name.
    pub slug: &'a str,
    /// Its code, one of its issuer.
    pub code: &'a str,
    /// Since when it is known.
    pub created_at: Timestamp,
}

/// A version that was published, with its issuer.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Its id.
    pub id: VersionId,
    /// Of which micro-credential.
    pub micro_credential: MicroCredentialId,
    /// Short name of that.
    pub slug: String,
    /// From 1.
    pub number: u32,
    /// `published` or `retired`.
    pub state: String,
    /// What it says, as JSON.
    pub content: String,
    /// Fingerprint of its rubric.
    pub rubric: String,
    /// Since when it is published.
    pub published_at: Timestamp,
    /// Its issuer.
    pub organization: OrganizationId,
    /// Name of the issuer.
    pub issuer: String,
    /// Colour of the issuer.
    pub accent: String,
    /// Zone of the issuer.
    pub time_zone: String,
}

/// The micro-credential of an issuer with that code.
///
/// # Errors
/// Those of the database.
pub fn by_code(
    tx: &Tx,
    organization: OrganizationId,
    code: &str,
) -> Result<Option<Kept>, StoreError> {
    let Some(row) = tx.optional(&sql::BY_CODE, &args![organization, code])? else {
        return Ok(None);
    };
    Ok(Some(Kept {
        id: row.get("id")?,
        slug: row.get("slug")?,
        current: row.get("current_version_id")?,
        number: row.get("number")?,
        content_hash: row.get("content_hash")?,
    }))
}

/// Keeps a micro-credential without a version; answers whether its short name was free.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &Tx, it: &MicroCredential<'_>) -> Result<bool, StoreError> {
    Ok(tx.execute(
        &sql::INSERT,
        &args![it.id, it.organization, it.slug, it.code, it.created_at],
    )? == 1)
}

/// Keeps a version as a draft.
///
/// # Errors
/// Those of the database.
pub fn insert_version(tx: &Tx, it: &NewVersion<'_>) -> Result<(), StoreError> {
    let row = args![
        it.id,
        it.micro_credential,
        it.number,
        it.title,
        it.competency,
        it.level,
        i64::from(it.hours),
        it.rubric,
        it.content,
        it.content_hash,
        it.created_at,
        it.changes
    ];
    tx.execute(&sql::INSERT_VERSION, &row).map(|_| ())
}

/// Publishes a draft in the place of the version before.
///
/// # Errors
/// Those of the database.
pub fn publish(
    tx: &Tx,
    micro_credential: MicroCredentialId,
    version: VersionId,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.execute(&sql::RETIRE, &args![micro_credential, now])?;
    tx.execute(&sql::PUBLISH, &args![version, now])?;
    tx.execute(&sql::MAKE_CURRENT, &args![micro_credential, version])
        .map(|_| ())
}

/// Takes the published version out of the catalogue; it stays the current one, retired.
///
/// # Errors
/// Those of the database.
pub fn retire(
    tx: &Tx,
    micro_credential: MicroCredentialId,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.execute(&sql::RETIRE, &args![micro_credential, now])
        .map(|_| ())
}

/// The current version of a micro-credential, published or retired.
///
/// # Errors
/// Those of the database.
pub fn current(tx: &Tx, slug: &str) -> Result<Option<Version>, StoreError> {
    tx.optional(&sql::CURRENT, &args![slug])?
        .as_ref()
        .map(version)
        .transpose()
}

/// A version by its number, if it was ever published.
///
/// # Errors
/// Those of the database.
pub fn number_of(tx: &Tx, slug: &str, number: u32) -> Result<Option<Version>, StoreError> {
    tx.optional(&sql::NUMBERED, &args![slug, number])?
        .as_ref()
        .map(version)
        .transpose()
}

/// What a version says, as JSON.
///
/// # Errors
/// Those of the database.
pub fn content_of(tx: &Tx, version: VersionId) -> Result<String, StoreError> {
    tx.one(&sql::CONTENT, &args![version])?.get("content")
}

/// All versions that were ever published, newest first, at most 50.
///
/// # Errors
/// Those of the database.
pub fn versions(
    tx: &Tx,
    micro_credential: MicroCredentialId,
) -> Result<Vec<PublishedVersion>, StoreError> {
    let rows = tx.rows(&sql::VERSIONS, &args![micro_credential])?;
    let read = |row: &Row| {
        let changes: Option<String> = row.get("changes")?;
        let changes = changes
            .map(|text| serde_json::from_str(&text))
            .transpose()
            .map_err(|_| row.inconsistent("changes", "found text that is no list of changes"))?;
        Ok(PublishedVersion {
            number: row.get("number")?,
            published_at: row.get("published_at")?,
            rubric: row.get("rubric_fingerprint")?,
            changes,
        })
    };
    rows.iter().map(read).collect()
}

fn version(row: &Row) -> Result<Version, StoreError> {
    Ok(Version {
        id: row.get("id")?,
        micro_credential: row.get("micro_credential_id")?,
        slug: row.get("slug")?,
        number: row.get("number")?,
        state: row.get("state")?,
        content: row.get("content")?,
        rubric: row.get("rubric_fingerprint")?,
        published_at: row.get("published_at")?,
        organization: row.get("organization_id")?,
        issuer: row.get("issuer")?,
        accent: row.get("accent")?,
        time_zone: row.get("time_zone")?,
    })
}
