//! Who stands in whose way: facts about everybody whose work is in the queue.

use domain::ids::{PersonId, PursuitId, SubmissionId};
use jiff::Timestamp;

use crate::assessors::Belonging;
use crate::assessors::candidates::belonging;
use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// The schools and districts of everybody whose work is in the queue: those of their
        /// memberships and those above them.
        PLACES = "WITH RECURSIVE belongs (person_id, organization_id) AS (
                    SELECT m.person_id, m.organization_id
                    FROM vacancy w
                    CROSS JOIN submission s
                    CROSS JOIN pursuit p
                    CROSS JOIN membership m
                    WHERE s.id = w.submission_id AND p.id = s.pursuit_id AND m.person_id = p.person_id
                      AND m.since <= $1 AND (m.until IS NULL OR m.until > $1)
                    UNION
                    SELECT b.person_id, o.parent_id
                    FROM belongs b JOIN organization o ON o.id = b.organization_id
                    WHERE o.parent_id IS NOT NULL
                  )
                  SELECT b.person_id, b.organization_id, o.kind
                  FROM belongs b JOIN organization o ON o.id = b.organization_id
                  WHERE o.kind IN ('school', 'district')";
        /// Who holds, held or gave back a review of a submission in the queue.
        INVOLVED = "SELECT DISTINCT w.submission_id, r.assessor_id
                    FROM vacancy w CROSS JOIN review r WHERE r.submission_id = w.submission_id";
        /// Who judged an earlier attempt of a pursuit in the queue.
        EARLIER = "SELECT DISTINCT s.pursuit_id, r.assessor_id
                   FROM vacancy w
                   CROSS JOIN submission s
                   CROSS JOIN submission before
                   CROSS JOIN review r
                   WHERE s.id = w.submission_id AND before.pursuit_id = s.pursuit_id
                     AND before.attempt < s.attempt AND r.submission_id = before.id AND r.state = 'locked'";
        /// Who accompanies, or accompanied, a pursuit in the queue.
        ACCOMPANYING = "SELECT DISTINCT c.pursuit_id, c.person_id
                   FROM vacancy w
                   CROSS JOIN submission s
                   CROSS JOIN companion c
                   WHERE s.id = w.submission_id AND c.pursuit_id = s.pursuit_id";
        /// Who once recognised somebody whose work is in the queue.
        RECUSED = "SELECT DISTINCT p.person_id, r.assessor_id
                   FROM vacancy w
                   CROSS JOIN submission s
                   CROSS JOIN pursuit p
                   CROSS JOIN pursuit other
                   CROSS JOIN submission judged
                   CROSS JOIN review r
                   WHERE s.id = w.submission_id AND p.id = s.pursuit_id AND other.person_id = p.person_id
                     AND judged.pursuit_id = other.id AND r.submission_id = judged.id AND r.state = 'recused'";
        /// Whom somebody whose work is in the queue has declared to be related to.
        DECLARED_BY_EDUCATOR = "SELECT DISTINCT p.person_id, e.person_id AS assessor_id
                   FROM vacancy w
                   CROSS JOIN submission s
                   CROSS JOIN pursuit p
                   CROSS JOIN declared_relation d
                   CROSS JOIN email_address e
                   WHERE s.id = w.submission_id AND p.id = s.pursuit_id AND d.person_id = p.person_id
                     AND d.ended_at IS NULL AND e.address = d.address";
        /// Who has declared to be related to somebody whose work is in the queue.
        DECLARED_BY_ASSESSOR = "SELECT DISTINCT p.person_id, d.person_id AS assessor_id
                   FROM vacancy w
                   CROSS JOIN submission s
                   CROSS JOIN pursuit p
                   CROSS JOIN email_address e
                   CROSS JOIN declared_relation d
                   WHERE s.id = w.submission_id AND p.id = s.pursuit_id AND e.person_id = p.person_id
                     AND d.address = e.address AND d.ended_at IS NULL";
    }
}

/// Two people who are related in a way that is nobody's business.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Related {
    /// Whose work it is.
    pub educator: PersonId,
    /// Who may not judge it.
    pub assessor: PersonId,
}

/// The schools and districts of everybody whose work is in the queue.
///
/// # Errors
/// Those of the database.
pub fn places(tx: &Tx, now: Timestamp) -> Result<Vec<Belonging>, StoreError> {
    let rows = tx.rows(&sql::PLACES, &args![now])?;
    rows.iter().map(belonging).collect()
}

/// Who holds, held or gave back a review of a submission in the queue.
///
/// # Errors
/// Those of the database.
pub fn involved(tx: &Tx) -> Result<Vec<(SubmissionId, PersonId)>, StoreError> {
    let rows = tx.rows(&sql::INVOLVED, &args![])?;
    rows.iter()
        .map(|row| Ok((row.get("submission_id")?, row.get("assessor_id")?)))
        .collect()
}

/// Who judged an earlier attempt of a pursuit in the queue.
///
/// # Errors
/// Those of the database.
pub fn earlier(tx: &Tx) -> Result<Vec<(PursuitId, PersonId)>, StoreError> {
    let rows = tx.rows(&sql::EARLIER, &args![])?;
    rows.iter()
        .map(|row| Ok((row.get("pursuit_id")?, row.get("assessor_id")?)))
        .collect()
}

/// Mentors and team mates of the pursuits in the queue, also those who have left.
///
/// # Errors
/// Those of the database.
pub fn accompanying(tx: &Tx) -> Result<Vec<(PursuitId, PersonId)>, StoreError> {
    let rows = tx.rows(&sql::ACCOMPANYING, &args![])?;
    rows.iter()
        .map(|row| Ok((row.get("pursuit_id")?, row.get("person_id")?)))
        .collect()
}

/// Relations that are kept private: past recusals, and what either side declared.
///
/// # Errors
/// Those of the database.
pub fn related(tx: &Tx) -> Result<Vec<Related>, StoreError> {
    let all = [
        &sql::RECUSED,
        &sql::DECLARED_BY_EDUCATOR,
        &sql::DECLARED_BY_ASSESSOR,
    ];
    let mut found = Vec::new();
    for statement in all {
        for row in tx.rows(statement, &args![])? {
            found.push(Related {
                educator: row.get("person_id")?,
                assessor: row.get("assessor_id")?,
            });
        }
    }
    Ok(found)
}
