//! The pursuits of one person.

use domain::catalogue::{Content, Slug};
use domain::ids::{AwardId, PersonId, PursuitId};
use domain::pursuit::Field;
use jiff::Timestamp;

use super::stored::{Stored, stored};
use super::work::{Issuer, content, issuer};
use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// Pursuits of a person before an id, newest first.
        LINES = "SELECT p.id, p.person_id, p.micro_credential_id, p.version_id, p.state, p.attempt, p.revision, p.started_at, p.changed_at,
                  p.beneath, p.concern, p.expires_at, p.noticed_days, d.outcome,
                   m.slug, v.content, o.id AS issuer_id, o.name AS issuer_name, o.accent, o.time_zone,
                   s.code, s.submitted_at, d.released_at,
                   (SELECT max(a.id) FROM award a WHERE a.pursuit_id = p.id) AS award_id
                 FROM pursuit p
                 JOIN version v ON v.id = p.version_id
                 JOIN micro_credential m ON m.id = p.micro_credential_id
                 JOIN organization o ON o.id = m.organization_id
                 LEFT JOIN submission s ON s.pursuit_id = p.id AND s.attempt = p.attempt AND s.ended IS NULL
                 LEFT JOIN decision d ON d.submission_id = s.id
                 WHERE p.person_id = $1 AND p.id < $2
                 ORDER BY p.id DESC LIMIT $3";
        /// Which criteria have files, in the open pursuits of a person.
        FILES = "SELECT e.pursuit_id, ec.criterion, max(e.created_at) AS at
                 FROM pursuit p
                 JOIN evidence e ON e.pursuit_id = p.id
                 JOIN evidence_criterion ec ON ec.evidence_id = e.id
                 WHERE p.person_id = $1 AND p.open = 1 AND e.removed_at IS NULL
                 GROUP BY e.pursuit_id, ec.criterion";
        /// Which fields say something, in the open pursuits of a person.
        TEXTS = "SELECT t.pursuit_id, t.field, t.saved_at AS at
                 FROM pursuit p JOIN draft_text t ON t.pursuit_id = p.id
                 WHERE p.person_id = $1 AND p.open = 1 AND t.body <> ''";
    }
}

/// Behind every id.
pub(super) const END: &str = "~";

/// One pursuit as its educator's home shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The pursuit.
    pub stored: Stored,
    /// The micro-credential's name in addresses.
    pub slug: Slug,
    /// What the version says.
    pub content: Content,
    /// Who issues it.
    pub issuer: Issuer,
    /// Code of the latest attempt.
    pub code: Option<String>,
    /// When the latest attempt was sent.
    pub submitted_at: Option<Timestamp>,
    /// When its decision was released.
    pub released_at: Option<Timestamp>,
    /// What came of it.
    pub award: Option<AwardId>,
}

/// Something that a draft holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// Of which pursuit.
    pub pursuit: PursuitId,
    /// A field with a text, or a criterion with a file.
    pub what: Held,
    /// When it was saved last.
    pub at: Timestamp,
}

/// A field with a text, or a criterion with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// A text.
    Text(Field),
    /// A file that is meant to show this.
    File(Slug),
}

/// The pursuits of a person, newest first, before one of them.
///
/// # Errors
/// Those of the database.
pub fn lines(
    tx: &Tx,
    person: PersonId,
    before: Option<PursuitId>,
    limit: u32,
) -> Result<Vec<Line>, StoreError> {
    let before = before.map_or_else(|| END.to_owned(), |id| id.to_string());
    let rows = tx.rows(&sql::LINES, &args![person, before, limit])?;
    rows.iter()
        .map(|row| {
            Ok(Line {
                stored: stored(row)?,
                slug: row.parse("slug", |text| text.parse().ok())?,
                content: content(row)?,
                issuer: issuer(row)?,
                code: row.get("code")?,
                submitted_at: row.get("submitted_at")?,
                released_at: row.get("released_at")?,
                award: row.get("award_id")?,
            })
        })
        .collect()
}

/// What the drafts of a person's open pursuits hold, without its words, in two statements.
///
/// # Errors
/// Those of the database.
pub fn begun(tx: &Tx, person: PersonId) -> Result<Vec<Begun>, StoreError> {
    let mut held = Vec::new();
    for row in tx.rows(&sql::FILES, &args![person])? {
        held.push(Begun {
            pursuit: row.get("pursuit_id")?,
            what: Held::File(row.parse("criterion", |text| text.parse().ok())?),
            at: row.get("at")?,
        });
    }
    for row in tx.rows(&sql::TEXTS, &args![person])? {
        held.push(Begun {
            pursuit: row.get("pursuit_id")?,
            what: Held::Text(row.parse("field", |text| text.parse().ok())?),
            at: row.get("at")?,
        });
    }
    Ok(held)
}
