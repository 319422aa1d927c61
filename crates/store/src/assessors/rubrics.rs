//! The rubrics that a lead assessor looks after, and who is qualified for them.

use domain::ids::{MicroCredentialId, OrganizationId, PersonId, QualificationId};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// The published version of a micro-credential: its rubric and its issuer with everything
        /// above it, nearest first.
        RUBRIC = "WITH RECURSIVE above (id, parent_id, step) AS (
                    SELECT o.id, o.parent_id, 0 FROM micro_credential m
                    JOIN organization o ON o.id = m.organization_id WHERE m.id = $1
                    UNION
                    SELECT o.id, o.parent_id, a.step + 1 FROM above a
                    JOIN organization o ON o.id = a.parent_id WHERE a.step < 40
                  )
                  SELECT a.id AS organization_id, v.rubric_fingerprint, v.title
                  FROM above a
                  JOIN micro_credential m ON m.id = $1
                  JOIN version v ON v.id = m.current_version_id
                  WHERE v.state = 'published'
                  ORDER BY a.step";
        /// The published micro-credentials of issuers that a person leads, by title.
        LED = "WITH RECURSIVE led (id) AS (
                 SELECT m.organization_id FROM membership m
                 WHERE m.person_id = $1 AND m.role = 'lead-assessor'
                   AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
                 UNION
                 SELECT o.id FROM led l JOIN organization o ON o.parent_id = l.id
               )
               SELECT m.id, v.title, v.rubric_fingerprint, o.name AS issuer
               FROM led l
               JOIN organization o ON o.id = l.id
               JOIN micro_credential m ON m.organization_id = l.id
               JOIN version v ON v.id = m.current_version_id
               WHERE v.state = 'published'
               ORDER BY v.title, m.id LIMIT $3";
        /// Who is qualified for rubrics of issuers that a person leads. CROSS JOIN keeps SQLite from
        /// beginning with the qualifications of everybody.
        QUALIFIED_LED = "WITH RECURSIVE led (id) AS (
                 SELECT m.organization_id FROM membership m
                 WHERE m.person_id = $1 AND m.role = 'lead-assessor'
                   AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
                 UNION
                 SELECT o.id FROM led l JOIN organization o ON o.parent_id = l.id
               )
               SELECT q.id, q.rubric_fingerprint, q.person_id, p.name, g.name AS granter, q.reason, q.granted_at, q.valid_until
               FROM led l
               JOIN micro_credential mc ON mc.organization_id = l.id
               JOIN version v ON v.id = mc.current_version_id
               CROSS JOIN qualification q
               JOIN person p ON p.id = q.person_id
               JOIN person g ON g.id = q.granted_by
               WHERE v.state = 'published' AND q.rubric_fingerprint = v.rubric_fingerprint
                 AND q.granted_at <= $2 AND q.valid_until > $2
               ORDER BY p.name, q.person_id, q.id LIMIT $3";
        /// Assessors and lead assessors of the organizations that a person leads, by name.
        ASSESSORS_LED = "WITH RECURSIVE led (id) AS (
                 SELECT m.organization_id FROM membership m
                 WHERE m.person_id = $1 AND m.role = 'lead-assessor'
                   AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
                 UNION
                 SELECT o.id FROM led l JOIN organization o ON o.parent_id = l.id
               )
               SELECT DISTINCT p.id, p.name
               FROM led l
               JOIN membership m ON m.organization_id = l.id AND m.role IN ('assessor', 'lead-assessor')
                 AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
               JOIN person p ON p.id = m.person_id
               WHERE p.id <> $1
               ORDER BY p.name, p.id LIMIT $3";
    }
}

/// A rubric that is in use, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rubric {
    /// Its fingerprint.
    pub fingerprint: String,
    /// Title of the micro-credential.
    pub title: String,
    /// Its issuer and everything above it, nearest first.
    pub issuer: Vec<OrganizationId>,
}

/// A published micro-credential of an issuer that somebody leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedRubric {
    /// The micro-credential.
    pub micro_credential: MicroCredentialId,
    /// Its title.
    pub title: String,
    /// The issuer's name.
    pub issuer: String,
    /// Fingerprint of its rubric.
    pub fingerprint: String,
}

/// Somebody who assesses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessor {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
}

/// A valid qualification as those see it who grant them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    /// Its id.
    pub id: QualificationId,
    /// Fingerprint of its rubric.
    pub rubric: String,
    /// Whose it is.
    pub assessor: Assessor,
    /// Name of the person who granted it.
    pub granter: String,
    /// Why.
    pub reason: String,
    /// Since when.
    pub granted_at: Timestamp,
    /// Until when.
    pub valid_until: Timestamp,
}

/// The rubric of a published micro-credential.
///
/// # Errors
/// Those of the database.
pub fn rubric(tx: &Tx, id: MicroCredentialId) -> Result<Option<Rubric>, StoreError> {
    let rows = tx.rows(&sql::RUBRIC, &args![id])?;
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    let issuer: Result<_, StoreError> = rows.iter().map(|row| row.get("organization_id")).collect();
    Ok(Some(Rubric {
        fingerprint: first.get("rubric_fingerprint")?,
        title: first.get("title")?,
        issuer: issuer?,
    }))
}

/// The published micro-credentials of issuers that a person leads, by title.
///
/// # Errors
/// Those of the database.
pub fn led_rubrics(
    tx: &Tx,
    lead: PersonId,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<LedRubric>, StoreError> {
    let rows = tx.rows(&sql::LED, &args![lead, now, limit])?;
    rows.iter()
        .map(|row| {
            Ok(LedRubric {
                micro_credential: row.get("id")?,
                title: row.get("title")?,
                issuer: row.get("issuer")?,
                fingerprint: row.get("rubric_fingerprint")?,
            })
        })
        .collect()
}

/// The valid qualifications for rubrics of issuers that a person leads, by the assessor's name.
///
/// # Errors
/// Those of the database.
pub fn qualified_led(
    tx: &Tx,
    lead: PersonId,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<Granted>, StoreError> {
    let rows = tx.rows(&sql::QUALIFIED_LED, &args![lead, now, limit])?;
    rows.iter().map(granted).collect()
}

fn granted(row: &Row) -> Result<Granted, StoreError> {
    Ok(Granted {
        id: row.get("id")?,
        rubric: row.get("rubric_fingerprint")?,
        assessor: Assessor {
            person: row.get("person_id")?,
            name: row.get("name")?,
        },
        granter: row.get("granter")?,
        reason: row.get("reason")?,
        granted_at: row.get("granted_at")?,
        valid_until: row.get("valid_until")?,
    })
}

/// Assessors and lead assessors of the organizations that a person leads, by name; without the
/// person, since nobody qualifies themselves.
///
/// # Errors
/// Those of the database.
pub fn assessors_led(
    tx: &Tx,
    lead: PersonId,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<Assessor>, StoreError> {
    let rows = tx.rows(&sql::ASSESSORS_LED, &args![lead, now, limit])?;
    rows.iter().map(assessor).collect()
}

fn assessor(row: &Row) -> Result<Assessor, StoreError> {
    Ok(Assessor {
        person: row.get("id")?,
        name: row.get("name")?,
    })
}
