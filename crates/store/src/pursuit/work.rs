//! What is worked on: the version and its issuer.

use domain::catalogue::{Content, Fingerprint, Slug};
use domain::ids::{MicroCredentialId, OrganizationId, PursuitId, VersionId};

use super::stored::{Stored, stored};
use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// A pursuit, its version and its issuer.
        WORK = "SELECT p.id, p.person_id, p.micro_credential_id, p.version_id, p.state, p.attempt, p.revision, p.started_at, p.changed_at,
                  p.beneath, p.concern, p.expires_at, p.noticed_days, d.outcome,
                  m.slug, m.current_version_id, v.content, v.rubric_fingerprint, o.id AS issuer_id, o.name AS issuer_name, o.accent, o.time_zone, s.code
                FROM pursuit p
                JOIN version v ON v.id = p.version_id
                JOIN micro_credential m ON m.id = p.micro_credential_id
                JOIN organization o ON o.id = m.organization_id
                LEFT JOIN submission s ON s.pursuit_id = p.id AND s.attempt = p.attempt AND s.ended IS NULL
                LEFT JOIN decision d ON d.submission_id = s.id
                WHERE p.id = $1";
        /// The version that can be begun now.
        OFFER = "SELECT m.id AS micro_credential_id, v.id AS version_id, m.slug, m.current_version_id, v.content, v.rubric_fingerprint,
                   o.id AS issuer_id, o.name AS issuer_name, o.accent, o.time_zone
                 FROM micro_credential m
                 JOIN version v ON v.id = m.current_version_id
                 JOIN organization o ON o.id = m.organization_id
                 WHERE m.slug = $1 AND v.state = 'published'";
        /// What a version says.
        CONTENT = "SELECT content FROM version WHERE id = $1";
    }
}

/// Who issues a micro-credential, as far as those who work on it need to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer {
    /// Its id.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
    /// The name of its colour.
    pub accent: String,
    /// The zone of its dates, as an IANA name.
    pub time_zone: String,
}

/// One version of a micro-credential with its issuer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The micro-credential.
    pub micro_credential: MicroCredentialId,
    /// The version.
    pub version: VersionId,
    /// The micro-credential's name in addresses.
    pub slug: Slug,
    /// What the version says.
    pub content: Content,
    /// Of the version's rubric.
    pub rubric_fingerprint: Fingerprint,
    /// Who issues it.
    pub issuer: Issuer,
    /// A newer version is published.
    pub is_outdated: bool,
}

/// A pursuit and what is worked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// The pursuit.
    pub stored: Stored,
    /// Its version.
    pub offer: Offer,
    /// Code of the latest attempt, after the first.
    pub code: Option<String>,
}

/// A pursuit with its version and issuer, in one statement.
///
/// # Errors
/// Those of the database.
pub fn work(tx: &Tx, pursuit: PursuitId) -> Result<Option<Work>, StoreError> {
    let Some(row) = tx.optional(&sql::WORK, &args![pursuit])? else {
        return Ok(None);
    };
    Ok(Some(Work {
        stored: stored(&row)?,
        offer: offer_of(&row)?,
        code: row.get("code")?,
    }))
}

/// The published version of a micro-credential that can be begun now.
///
/// # Errors
/// Those of the database.
pub fn offer(tx: &Tx, slug: &Slug) -> Result<Option<Offer>, StoreError> {
    tx.optional(&sql::OFFER, &args![slug.to_string()])?
        .as_ref()
        .map(offer_of)
        .transpose()
}

/// What a version says, which must be there.
///
/// # Errors
/// Those of the database.
pub fn content_of(tx: &Tx, version: VersionId) -> Result<Content, StoreError> {
    content(&tx.one(&sql::CONTENT, &args![version])?)
}

fn offer_of(row: &Row) -> Result<Offer, StoreError> {
    let version: VersionId = row.get("version_id")?;
    let current: Option<VersionId> = row.get("current_version_id")?;
    Ok(Offer {
        micro_credential: row.get("micro_credential_id")?,
        version,
        is_outdated: current.is_some_and(|it| it != version),
        slug: row.parse("slug", |text| text.parse().ok())?,
        content: content(row)?,
        rubric_fingerprint: row.parse("rubric_fingerprint", |text| text.parse().ok())?,
        issuer: issuer(row)?,
    })
}

pub(super) fn issuer(row: &Row) -> Result<Issuer, StoreError> {
    Ok(Issuer {
        id: row.get("issuer_id")?,
        name: row.get("issuer_name")?,
        accent: row.get("accent")?,
        time_zone: row.get("time_zone")?,
    })
}

pub(super) fn content(row: &Row) -> Result<Content, StoreError> {
    row.parse("content", |text| serde_json::from_str(text).ok())
}
