//! Everything that goes into a signed edition.

use domain::catalogue::Content;
use domain::ids::{AwardId, CredentialId, OrganizationId, PersonId, StatusListId, SubmissionId};
use domain::review::Outcome;
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// An edition with the award, the decision and the version that it tells of.
        FIND = "SELECT c.id, c.award_id, c.status_list_id, c.status_index, c.holder_name, c.salt, c.signed_at,
                  a.person_id, a.organization_id, a.awarded_at, d.submission_id, d.outcome,
                  v.number, v.content, m.slug, o.name AS issuer
                FROM credential c
                JOIN award a ON a.id = c.award_id
                JOIN decision d ON d.id = a.decision_id
                JOIN version v ON v.id = a.version_id
                JOIN micro_credential m ON m.id = v.micro_credential_id
                JOIN organization o ON o.id = a.organization_id
                WHERE c.id = $1";
        /// The address that a person is known by: the oldest verified one, else the oldest.
        ADDRESS_OF = "SELECT address FROM email_address WHERE person_id = $1
                      ORDER BY CASE WHEN verified_at IS NULL THEN 1 ELSE 0 END, created_at, address
                      LIMIT 1";
        /// What was handed in, by type.
        PIECES = "SELECT e.media_type, count(*) AS pieces FROM submission_evidence s
                  JOIN evidence e ON e.id = s.evidence_id
                  WHERE s.submission_id = $1 GROUP BY e.media_type ORDER BY e.media_type";
    }
}

/// What an edition tells.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// The edition.
    pub credential: CredentialId,
    /// Of which award.
    pub award: AwardId,
    /// The list that tells whether it is revoked.
    pub status_list: StatusListId,
    /// Its place in that list.
    pub status_index: u32,
    /// The holder's name as it is signed.
    pub holder_name: String,
    /// Hides the holder's address.
    pub salt: String,
    /// When it was signed, if it is.
    pub signed_at: Option<Timestamp>,
    /// Who holds it.
    pub person: PersonId,
    /// Who awards it.
    pub organization: OrganizationId,
    /// The issuer's name.
    pub issuer: String,
    /// When it was decided.
    pub awarded_at: Timestamp,
    /// The attempt that was judged.
    pub submission: SubmissionId,
    /// What the rule made of the scorecards.
    pub outcome: Outcome,
    /// Which version of the micro-credential.
    pub version: u32,
    /// What that version says.
    pub content: Content,
    /// The micro-credential's short name in addresses.
    pub slug: String,
}

/// Pieces of one type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pieces {
    /// Their media type.
    pub media_type: String,
    /// How many.
    pub count: u64,
}

/// An edition with all that it tells.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: CredentialId) -> Result<Option<Edition>, StoreError> {
    tx.optional(&sql::FIND, &args![id])?
        .map(|row| edition(&row))
        .transpose()
}

/// The address that a person is known by: the oldest that is verified, else the oldest, which an
/// administrator gave when the person was added.
///
/// # Errors
/// Those of the database.
pub fn address_of(tx: &Tx, person: PersonId) -> Result<Option<String>, StoreError> {
    let row = tx.optional(&sql::ADDRESS_OF, &args![person])?;
    row.map(|row| row.get("address")).transpose()
}

/// How many pieces of each type a submission holds.
///
/// # Errors
/// Those of the database.
pub fn pieces(tx: &Tx, submission: SubmissionId) -> Result<Vec<Pieces>, StoreError> {
    let rows = tx.rows(&sql::PIECES, &args![submission])?;
    rows.iter()
        .map(|row| {
            Ok(Pieces {
                media_type: row.get("media_type")?,
                count: row.get("pieces")?,
            })
        })
        .collect()
}

fn edition(row: &Row) -> Result<Edition, StoreError> {
    Ok(Edition {
        credential: row.get("id")?,
        award: row.get("award_id")?,
        status_list: row.get("status_list_id")?,
        status_index: row.get("status_index")?,
        holder_name: row.get("holder_name")?,
        salt: row.get("salt")?,
        signed_at: row.get("signed_at")?,
        person: row.get("person_id")?,
        organization: row.get("organization_id")?,
        issuer: row.get("issuer")?,
        awarded_at: row.get("awarded_at")?,
        submission: row.get("submission_id")?,
        outcome: row.parse("outcome", |text| serde_json::from_str(text).ok())?,
        version: row.get("number")?,
        content: row.parse("content", |text| serde_json::from_str(text).ok())?,
        slug: row.get("slug")?,
    })
}
