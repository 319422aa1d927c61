//! Who could be asked to judge a submission of a rubric: the facts, without a decision.

use domain::ids::{OrganizationId, PersonId};
use domain::people::{OrganizationKind, Role};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// Persons with a valid qualification and a role, the least loaded first.
        CANDIDATES = "SELECT q.person_id, max(q.valid_until) AS valid_until,
                        (SELECT count(*) FROM review r
                         WHERE r.assessor_id = q.person_id AND r.state IN ('assigned', 'opened')) AS waiting
                      FROM qualification q
                      WHERE q.rubric_fingerprint = $1 AND q.valid_until > $2 AND q.granted_at <= $2
                        AND EXISTS (SELECT 1 FROM membership m
                          WHERE m.person_id = q.person_id AND m.role = $3
                            AND m.since <= $2 AND (m.until IS NULL OR m.until > $2))
                      GROUP BY q.person_id
                      ORDER BY waiting, q.person_id LIMIT $4";
        /// The schools and districts of everybody who is qualified for a rubric: those of their
        /// memberships and those above them.
        BELONGINGS = "WITH RECURSIVE belongs (person_id, organization_id) AS (
                        SELECT m.person_id, m.organization_id
                        FROM qualification q JOIN membership m ON m.person_id = q.person_id
                        WHERE q.rubric_fingerprint = $1 AND q.valid_until > $2 AND q.granted_at <= $2
                          AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
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

/// Whom a seat is open to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pool {
    /// Assessors.
    Assessors,
    /// Lead assessors.
    Leads,
}

impl Pool {
    const fn role(self) -> Role {
        match self {
            Self::Assessors => Role::Assessor,
            Self::Leads => Role::LeadAssessor,
        }
    }
}

/// Somebody who is qualified and holds the role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// Until when the qualification is valid.
    pub valid_until: Timestamp,
    /// Reviews that wait for this person.
    pub load: u32,
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

/// Up to `limit` persons who could be asked, the least loaded first.
///
/// # Errors
/// Those of the database.
pub fn candidates(
    tx: &Tx,
    rubric: &str,
    pool: Pool,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<Candidate>, StoreError> {
    let role = pool.role().as_str();
    let rows = tx.rows(&sql::CANDIDATES, &args![rubric, now, role, limit])?;
    rows.iter()
        .map(|row| {
            Ok(Candidate {
                person: row.get("person_id")?,
                valid_until: row.get("valid_until")?,
                load: row.get("waiting")?,
            })
        })
        .collect()
}

/// The schools and districts of everybody who is qualified for a rubric.
///
/// # Errors
/// Those of the database.
pub fn belongings(tx: &Tx, rubric: &str, now: Timestamp) -> Result<Vec<Belonging>, StoreError> {
    let rows = tx.rows(&sql::BELONGINGS, &args![rubric, now])?;
    rows.iter().map(belonging).collect()
}

fn belonging(row: &Row) -> Result<Belonging, StoreError> {
    Ok(Belonging {
        person: row.get("person_id")?,
        organization: row.get("organization_id")?,
        kind: row.parse("kind", OrganizationKind::parse)?,
    })
}
