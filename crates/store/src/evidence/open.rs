//! Opening a piece: whose it is, who may see it, whether it was recorded.

use domain::catalogue::Slug;
use domain::ids::{EvidenceId, OrganizationId, PersonId, PursuitId, ordered};
use domain::pursuit::StateName;
use jiff::Timestamp;

use crate::blob::ContentHash;
use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// A piece, removed or not, its educator and its issuer.
        FIND = "SELECT e.id, e.pursuit_id, e.requirement, e.sha256, e.media_type, e.bytes, e.shown_name, e.removed_at,
                  p.person_id, p.state, m.organization_id
                FROM evidence e
                JOIN pursuit p ON p.id = e.pursuit_id
                JOIN micro_credential m ON m.id = p.micro_credential_id
                WHERE e.id = $1";
        /// Who holds a review of a submission that contains it, or of the attempt after, in which
        /// it is shown beside what has taken its place.
        ASSESSORS = "SELECT r.assessor_id
                     FROM submission_evidence se
                     JOIN submission held ON held.id = se.submission_id
                     JOIN submission s ON s.pursuit_id = held.pursuit_id
                       AND s.attempt >= held.attempt AND s.attempt <= held.attempt + 1
                     JOIN review r ON r.submission_id = s.id
                     WHERE se.evidence_id = $1 AND r.state NOT IN ('recused', 'released', 'withdrawn')";
        /// Whether a person's opening of it is recorded since an event id.
        OPENED = "SELECT id FROM event
                  WHERE subject_kind = 'evidence' AND subject_id = $1 AND id > $2
                    AND person_id = $3 AND kind = 'evidence-opened'
                  LIMIT 1";
    }
}

/// A piece, whoever asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its id.
    pub id: EvidenceId,
    /// The pursuit that it was handed in for.
    pub pursuit: PursuitId,
    /// Whose it is.
    pub educator: PersonId,
    /// The state of that pursuit.
    pub state: StateName,
    /// On whose shelf its bytes lie.
    pub issuer: OrganizationId,
    /// The requirement that it answers.
    pub requirement: Slug,
    /// The name of its bytes.
    pub hash: ContentHash,
    /// Media type, judged by content.
    pub media_type: String,
    /// Size in bytes.
    pub bytes: u64,
    /// The name that others see.
    pub shown_name: String,
    /// Since when it is no longer part of the draft.
    pub removed_at: Option<Timestamp>,
}

/// The piece of that id.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: EvidenceId) -> Result<Option<Piece>, StoreError> {
    let Some(row) = tx.optional(&sql::FIND, &args![id])? else {
        return Ok(None);
    };
    Ok(Some(Piece {
        id: row.get("id")?,
        pursuit: row.get("pursuit_id")?,
        educator: row.get("person_id")?,
        state: row.parse("state", StateName::parse)?,
        issuer: row.get("organization_id")?,
        requirement: row.parse("requirement", |text| text.parse().ok())?,
        hash: row.parse("sha256", |text| text.parse().ok())?,
        media_type: row.get("media_type")?,
        bytes: row.get("bytes")?,
        shown_name: row.get("shown_name")?,
        removed_at: row.get("removed_at")?,
    }))
}

/// Those who hold a review of a submission that contains the piece.
///
/// # Errors
/// Those of the database.
pub fn assessors(tx: &Tx, id: EvidenceId) -> Result<Vec<PersonId>, StoreError> {
    let rows = tx.rows(&sql::ASSESSORS, &args![id])?;
    rows.iter().map(|row| row.get("assessor_id")).collect()
}

/// Whether it is on record that this person opened the piece since then.
///
/// # Errors
/// Those of the database.
pub fn is_opening_recorded(
    tx: &Tx,
    id: EvidenceId,
    person: PersonId,
    since: Timestamp,
) -> Result<bool, StoreError> {
    let from = ordered::<domain::ids::EventTag>(since, [0; 10]);
    let found = tx.optional(&sql::OPENED, &args![id.to_string(), from, person])?;
    Ok(found.is_some())
}
