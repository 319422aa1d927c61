//! What assessors say of themselves: limits, absences; and relations that either side declares.

use domain::ids::{AbsenceId, PersonId, RelationId};
use domain::people::EmailAddress;
use domain::review::away::Absence;
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// The most reviews that a person wants at once.
        LIMIT = "SELECT reviews FROM review_limit WHERE person_id = $1";
        /// It is so many from now on.
        SET_LIMIT = "INSERT INTO review_limit (person_id, reviews, changed_at) VALUES ($1, $2, $3)
                     ON CONFLICT (person_id) DO UPDATE
                     SET reviews = excluded.reviews, changed_at = excluded.changed_at";
        /// One more.
        ADD_ABSENCE = "INSERT INTO absence (id, person_id, starts_at, ends_at, created_at)
                       VALUES ($1, $2, $3, $4, $5)";
        /// It is taken back.
        END_ABSENCE = "UPDATE absence SET ended_at = $3 WHERE id = $1 AND person_id = $2 AND ended_at IS NULL";
        /// One of them, as long as it stands.
        ABSENCE = "SELECT id, person_id, starts_at, ends_at FROM absence WHERE id = $1 AND ended_at IS NULL";
        /// Those of a person that are not over, soonest first.
        ABSENCES = "SELECT id, person_id, starts_at, ends_at FROM absence
                    WHERE person_id = $1 AND ends_at > $2 AND ended_at IS NULL
                    ORDER BY ends_at, id LIMIT $3";
        /// One more, unless it stands already.
        ADD_RELATION = "INSERT INTO declared_relation (id, person_id, address, declared_at)
                        VALUES ($1, $2, $3, $4)
                        ON CONFLICT (person_id, address) WHERE ended_at IS NULL DO NOTHING";
        /// It is over.
        END_RELATION = "UPDATE declared_relation SET ended_at = $3
                        WHERE id = $1 AND person_id = $2 AND ended_at IS NULL";
        /// Those that a person has declared.
        RELATIONS = "SELECT id, address, declared_at FROM declared_relation
                     WHERE person_id = $1 AND ended_at IS NULL
                     ORDER BY declared_at, id LIMIT $2";
        /// Unlocked reviews that somebody declared away: of the declarer's work by the other, or of
        /// the other's work by the declarer.
        BETWEEN = "SELECT r.id FROM email_address e
                   CROSS JOIN review r
                   CROSS JOIN submission s
                   CROSS JOIN pursuit p
                   WHERE e.address = $2 AND r.assessor_id = $1 AND r.state IN ('assigned', 'opened')
                     AND s.id = r.submission_id AND p.id = s.pursuit_id AND p.person_id = e.person_id
                   UNION
                   SELECT r.id FROM email_address e
                   CROSS JOIN review r
                   CROSS JOIN submission s
                   CROSS JOIN pursuit p
                   WHERE e.address = $2 AND r.assessor_id = e.person_id AND r.state IN ('assigned', 'opened')
                     AND s.id = r.submission_id AND p.id = s.pursuit_id AND p.person_id = $1";
        /// The zone of an organization where a person assesses.
        ZONE = "SELECT o.time_zone FROM membership m JOIN organization o ON o.id = m.organization_id
                WHERE m.person_id = $1 AND m.role IN ('assessor', 'lead-assessor')
                  AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
                ORDER BY m.since, m.id LIMIT 1";
    }
}

/// An absence as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAbsence {
    /// Its id.
    pub id: AbsenceId,
    /// Who is away.
    pub person: PersonId,
    /// From when until when.
    pub absence: Absence,
}

/// A declared relation as its declarer sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRelation {
    /// Its id.
    pub id: RelationId,
    /// The address of the other.
    pub address: String,
    /// Since when.
    pub declared_at: Timestamp,
}

/// The most reviews that a person wants at once, if they said so.
///
/// # Errors
/// Those of the database.
pub fn limit_of(tx: &Tx, person: PersonId) -> Result<Option<u32>, StoreError> {
    tx.optional(&sql::LIMIT, &args![person])?
        .map(|row| row.get("reviews"))
        .transpose()
}

/// Notes the most reviews that a person wants at once.
///
/// # Errors
/// Those of the database.
pub fn set_limit(
    tx: &Tx,
    person: PersonId,
    reviews: u32,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.execute(&sql::SET_LIMIT, &args![person, reviews, now])
        .map(|_| ())
}

/// Keeps an absence.
///
/// # Errors
/// Those of the database.
pub fn add_absence(tx: &Tx, it: &KeptAbsence, now: Timestamp) -> Result<(), StoreError> {
    let row = args![
        it.id,
        it.person,
        it.absence.starts_at,
        it.absence.ends_at,
        now
    ];
    tx.execute(&sql::ADD_ABSENCE, &row).map(|_| ())
}

/// Takes an absence of a person back; `false` if there is none.
///
/// # Errors
/// Those of the database.
pub fn end_absence(
    tx: &Tx,
    id: AbsenceId,
    person: PersonId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::END_ABSENCE, &args![id, person, now])? == 1)
}

/// An absence that was not taken back.
///
/// # Errors
/// Those of the database.
pub fn find_absence(tx: &Tx, id: AbsenceId) -> Result<Option<KeptAbsence>, StoreError> {
    tx.optional(&sql::ABSENCE, &args![id])?
        .as_ref()
        .map(absence)
        .transpose()
}

/// The absences of a person that are not over, soonest to end first.
///
/// # Errors
/// Those of the database.
pub fn absences(
    tx: &Tx,
    person: PersonId,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<KeptAbsence>, StoreError> {
    let rows = tx.rows(&sql::ABSENCES, &args![person, now, limit])?;
    rows.iter().map(absence).collect()
}

/// Keeps a relation; `false` if it stands already.
///
/// # Errors
/// Those of the database.
pub fn add_relation(
    tx: &Tx,
    id: RelationId,
    person: PersonId,
    address: &EmailAddress,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let row = args![id, person, address.as_str(), now];
    Ok(tx.execute(&sql::ADD_RELATION, &row)? == 1)
}

/// Ends a relation that a person has declared; `false` if there is none.
///
/// # Errors
/// Those of the database.
pub fn end_relation(
    tx: &Tx,
    id: RelationId,
    person: PersonId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::END_RELATION, &args![id, person, now])? == 1)
}

/// The relations that a person has declared, oldest first.
///
/// # Errors
/// Those of the database.
pub fn relations(tx: &Tx, person: PersonId, limit: u32) -> Result<Vec<KeptRelation>, StoreError> {
    let rows = tx.rows(&sql::RELATIONS, &args![person, limit])?;
    rows.iter()
        .map(|row| {
            Ok(KeptRelation {
                id: row.get("id")?,
                address: row.get("address")?,
                declared_at: row.get("declared_at")?,
            })
        })
        .collect()
}

/// Reviews that are not handed in, in which one of two people judges the other's work.
///
/// # Errors
/// Those of the database.
pub fn reviews_between(
    tx: &Tx,
    person: PersonId,
    address: &EmailAddress,
) -> Result<Vec<domain::ids::ReviewId>, StoreError> {
    let rows = tx.rows(&sql::BETWEEN, &args![person, address.as_str()])?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// The zone of an organization where a person assesses, as an IANA name.
///
/// # Errors
/// Those of the database.
pub fn zone_of_assessor(
    tx: &Tx,
    person: PersonId,
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    tx.optional(&sql::ZONE, &args![person, now])?
        .map(|row| row.get("time_zone"))
        .transpose()
}

fn absence(row: &Row) -> Result<KeptAbsence, StoreError> {
    Ok(KeptAbsence {
        id: row.get("id")?,
        person: row.get("person_id")?,
        absence: Absence {
            starts_at: row.get("starts_at")?,
            ends_at: row.get("ends_at")?,
        },
    })
}
