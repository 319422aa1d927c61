//! Who could be asked to judge what is in the queue: the facts, without a decision.

use domain::ids::{OrganizationId, PersonId};
use domain::people::OrganizationKind;
use domain::review::assignment::Standing;
use domain::review::calibration::Calibration;
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// Everybody with a valid qualification for a rubric in the queue, with what counts when
        /// somebody has to be asked, the least loaded first.
        CANDIDATES = "SELECT q.rubric_fingerprint, q.person_id, max(q.valid_until) AS valid_until,
                        (SELECT count(*) FROM membership m
                         WHERE m.person_id = q.person_id AND m.role = 'assessor'
                           AND m.since <= $1 AND (m.until IS NULL OR m.until > $1)) AS as_assessor,
                        (SELECT count(*) FROM membership m
                         WHERE m.person_id = q.person_id AND m.role = 'lead-assessor'
                           AND m.since <= $1 AND (m.until IS NULL OR m.until > $1)) AS as_lead,
                        (SELECT count(*) FROM review r
                         WHERE r.assessor_id = q.person_id AND r.state IN ('assigned', 'opened')) AS waiting,
                        (SELECT l.reviews FROM review_limit l WHERE l.person_id = q.person_id) AS load_limit,
                        (SELECT max(a.ends_at) FROM absence a
                         WHERE a.person_id = q.person_id AND a.starts_at <= $1 AND a.ends_at > $1
                           AND a.ended_at IS NULL) AS absent_until,
                        (SELECT c.judged FROM calibration c
                         WHERE c.person_id = q.person_id AND c.rubric_fingerprint = q.rubric_fingerprint) AS judged,
                        (SELECT c.agreed FROM calibration c
                         WHERE c.person_id = q.person_id AND c.rubric_fingerprint = q.rubric_fingerprint) AS agreed
                      FROM qualification q
                      WHERE q.valid_until > $1 AND q.granted_at <= $1
                        AND q.rubric_fingerprint IN (
                          SELECT s.rubric_fingerprint FROM vacancy w CROSS JOIN submission s
                          WHERE s.id = w.submission_id
                        )
                      GROUP BY q.rubric_fingerprint, q.person_id
                      ORDER BY waiting, q.person_id, q.rubric_fingerprint LIMIT $2";
        /// The schools and districts of everybody who is qualified for a rubric in the queue: those
        /// of their memberships and those above them.
        BELONGINGS = "WITH RECURSIVE belongs (person_id, organization_id) AS (
                        SELECT m.person_id, m.organization_id
                        FROM qualification q JOIN membership m ON m.person_id = q.person_id
                        WHERE q.valid_until > $1 AND q.granted_at <= $1
                          AND q.rubric_fingerprint IN (
                            SELECT s.rubric_fingerprint FROM vacancy w CROSS JOIN submission s
                            WHERE s.id = w.submission_id
                          )
                          AND m.since <= $1 AND (m.until IS NULL OR m.until > $1)
                        UNION
                        SELECT b.person_id, o.parent_id
                        FROM belongs b JOIN organization o ON o.id = b.organization_id
                        WHERE o.parent_id IS NOT NULL
                      )
                      SELECT b.person_id, b.organization_id, o.kind
                      FROM belongs b JOIN organization o ON o.id = b.organization_id
                      WHERE o.kind IN ('school', 'district')";
    }
}

/// Somebody who is qualified for a rubric in the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// For which rubric.
    pub rubric: String,
    /// Who.
    pub person: PersonId,
    /// The roles that they hold; nothing if neither counts here.
    pub standing: Option<Standing>,
    /// Until when the qualification is valid.
    pub valid_until: Timestamp,
    /// Reviews that wait for this person.
    pub load: u32,
    /// The most that they want at once, if they said so.
    pub limit: Option<u32>,
    /// Away until then.
    pub absent_until: Option<Timestamp>,
    /// How often their marks of this rubric stood with the decision.
    pub calibration: Calibration,
}

/// A school or district that a person belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Belonging {
    /// Who.
    pub person: PersonId,
    /// Where.
    pub organization: OrganizationId,
    /// School or district.
    pub kind: OrganizationKind,
}

/// Up to `limit` pairs of person and rubric who could be asked, the least loaded first.
///
/// # Errors
/// Those of the database.
pub fn candidates(tx: &Tx, now: Timestamp, limit: u32) -> Result<Vec<Candidate>, StoreError> {
    let rows = tx.rows(&sql::CANDIDATES, &args![now, limit])?;
    rows.iter().map(candidate).collect()
}

/// The schools and districts of everybody who is qualified for a rubric in the queue.
///
/// # Errors
/// Those of the database.
pub fn belongings(tx: &Tx, now: Timestamp) -> Result<Vec<Belonging>, StoreError> {
    let rows = tx.rows(&sql::BELONGINGS, &args![now])?;
    rows.iter().map(belonging).collect()
}

fn candidate(row: &Row) -> Result<Candidate, StoreError> {
    let count = |column| Ok(row.get::<Option<u32>>(column)?.unwrap_or(0));
    Ok(Candidate {
        rubric: row.get("rubric_fingerprint")?,
        person: row.get("person_id")?,
        standing: match (row.get("as_assessor")?, row.get("as_lead")?) {
            (0_u32, 0_u32) => None,
            (0, _) => Some(Standing::Lead),
            (_, 0) => Some(Standing::Assessor),
            _ => Some(Standing::Both),
        },
        valid_until: row.get("valid_until")?,
        load: row.get("waiting")?,
        limit: row.get("load_limit")?,
        absent_until: row.get("absent_until")?,
        calibration: Calibration {
            judged: count("judged")?,
            agreed: count("agreed")?,
        },
    })
}

pub(crate) fn belonging(row: &Row) -> Result<Belonging, StoreError> {
    Ok(Belonging {
        person: row.get("person_id")?,
        organization: row.get("organization_id")?,
        kind: row.parse("kind", OrganizationKind::parse)?,
    })
}
