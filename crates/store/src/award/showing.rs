//! An award as its page shows it.

use domain::award::{CredentialState, Visibility};
use domain::catalogue::Content;
use domain::ids::{AwardId, CredentialId, OrganizationId, PersonId, StatusListId};
use domain::review::Outcome;
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// An award with its newest edition, and what is needed to check that.
        FIND = "SELECT a.id, a.person_id, a.organization_id, a.visibility, a.awarded_at,
                  c.id AS credential_id, c.state, c.holder_name, c.signed, c.signed_at,
                  c.status_list_id, l.signed AS list, o.name AS issuer, o.accent, o.time_zone,
                  v.number, v.content, m.slug, d.outcome
                FROM award a
                JOIN credential c ON c.award_id = a.id
                JOIN status_list l ON l.id = c.status_list_id
                JOIN organization o ON o.id = a.organization_id
                JOIN version v ON v.id = a.version_id
                JOIN micro_credential m ON m.id = v.micro_credential_id
                JOIN decision d ON d.id = a.decision_id
                WHERE a.id = $1
                ORDER BY c.created_at DESC, c.id DESC LIMIT 1";
    }
}

/// An award with its newest edition.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The award.
    pub award: AwardId,
    /// Who holds it.
    pub person: PersonId,
    /// Who may see it.
    pub visibility: Visibility,
    /// When it was decided.
    pub awarded_at: Timestamp,
    /// Its newest edition.
    pub credential: CredentialId,
    /// Whether that counts.
    pub state: CredentialState,
    /// The holder's name as signed.
    pub holder_name: String,
    /// The signed edition as JSON, once it is signed.
    pub signed: Option<String>,
    /// When it was signed.
    pub signed_at: Option<Timestamp>,
    /// The list that tells whether it is revoked.
    pub status_list: StatusListId,
    /// That list, signed, as JSON.
    pub signed_list: Option<String>,
    /// Who awards it.
    pub organization: OrganizationId,
    /// The issuer's name.
    pub issuer: String,
    /// The issuer's colour, by its name.
    pub accent: String,
    /// Where the issuer's days begin.
    pub time_zone: String,
    /// Which version of the micro-credential.
    pub version: u32,
    /// What that version says.
    pub content: Content,
    /// The micro-credential's short name in addresses.
    pub slug: String,
    /// What the rule made of the scorecards.
    pub outcome: Outcome,
}

/// An award with its newest edition.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: AwardId) -> Result<Option<Shown>, StoreError> {
    tx.optional(&sql::FIND, &args![id])?
        .map(|row| shown(&row))
        .transpose()
}

fn shown(row: &Row) -> Result<Shown, StoreError> {
    Ok(Shown {
        award: row.get("id")?,
        person: row.get("person_id")?,
        visibility: row.parse("visibility", Visibility::parse)?,
        awarded_at: row.get("awarded_at")?,
        credential: row.get("credential_id")?,
        state: row.parse("state", CredentialState::parse)?,
        holder_name: row.get("holder_name")?,
        signed: row.get("signed")?,
        signed_at: row.get("signed_at")?,
        status_list: row.get("status_list_id")?,
        signed_list: row.get("list")?,
        organization: row.get("organization_id")?,
        issuer: row.get("issuer")?,
        accent: row.get("accent")?,
        time_zone: row.get("time_zone")?,
        version: row.get("number")?,
        content: row.parse("content", |text| serde_json::from_str(text).ok())?,
        slug: row.get("slug")?,
        outcome: row.parse("outcome", |text| serde_json::from_str(text).ok())?,
    })
}
