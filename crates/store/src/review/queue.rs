//! The queue: seats that nobody holds, oldest submission first.

use std::collections::BTreeSet;

use domain::catalogue::{Content, Slug};
use domain::ids::{OrganizationId, PersonId, PursuitId, SubmissionId, VersionId};
use domain::review::Seat;
use jiff::Timestamp;
use serde_json::Value as Json;

use super::seats::Seated;
use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, or what is to be judged in it has changed.
        NOTE = "INSERT INTO vacancy (submission_id, seat, criteria, submitted_at, since, reason, reason_at)
                VALUES ($1, $2, $3, $4, $5, '', 0)
                ON CONFLICT (submission_id, seat) DO UPDATE SET criteria = excluded.criteria";
        /// It is filled, or not needed any more.
        FILL = "DELETE FROM vacancy WHERE submission_id = $1 AND seat = $2";
        /// Nothing of that submission is needed any more.
        CLEAR = "DELETE FROM vacancy WHERE submission_id = $1";
        /// Why nobody could be found.
        EXPLAIN = "UPDATE vacancy SET reason = $3, reason_at = $4
                   WHERE submission_id = $1 AND seat = $2 AND reason <> $3";
        /// The oldest. Only what is being judged counts: the pursuit may rest for other reasons.
        OLDEST = "SELECT w.submission_id, w.seat, w.criteria, w.reason, s.code, s.submitted_at, s.attempt,
                    s.rubric_fingerprint, p.id AS pursuit_id, p.person_id, p.version_id
                  FROM vacancy w
                  CROSS JOIN submission s
                  CROSS JOIN pursuit p
                  WHERE s.id = w.submission_id AND p.id = s.pursuit_id AND s.decided_at IS NULL AND s.ended IS NULL
                    AND p.attempt = s.attempt AND p.state IN ('submitted', 'under-review')
                  ORDER BY w.submitted_at, w.submission_id, w.seat LIMIT $1";
        /// Offers that nobody has accepted, for rubrics in the queue, with the age of their submissions.
        OFFERS = "SELECT r.id, r.submission_id, r.assessor_id, r.seat, r.criteria, r.assigned_at, r.due_at, s.submitted_at
                  FROM qualification q
                  CROSS JOIN review r
                  CROSS JOIN submission s
                  WHERE q.rubric_fingerprint IN (
                      SELECT waiting.rubric_fingerprint FROM vacancy w CROSS JOIN submission waiting
                      WHERE waiting.id = w.submission_id
                    )
                    AND q.valid_until > $1
                    AND r.assessor_id = q.person_id AND r.state = 'assigned' AND r.accepted_at IS NULL
                    AND s.id = r.submission_id AND s.decided_at IS NULL
                    AND s.rubric_fingerprint = q.rubric_fingerprint
                  ORDER BY s.submitted_at, r.id LIMIT $2";
        /// What the versions say that the queue is about, and the zones of their issuers.
        VERSIONS = "SELECT v.id, v.content, o.id AS issuer_id, o.time_zone
                    FROM version v
                    JOIN micro_credential m ON m.id = v.micro_credential_id
                    JOIN organization o ON o.id = m.organization_id
                    WHERE v.id IN (
                      SELECT p.version_id FROM vacancy w
                      CROSS JOIN submission s
                      CROSS JOIN pursuit p
                      WHERE s.id = w.submission_id AND p.id = s.pursuit_id
                    )";
    }
}

/// A seat that nobody holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vacancy {
    /// Of which submission.
    pub submission: SubmissionId,
    /// Which seat.
    pub seat: Seat,
    /// What is to be judged in it.
    pub criteria: BTreeSet<Slug>,
    /// When the submission came: the queue's order.
    pub submitted_at: Timestamp,
}

/// A seat in the queue with what finding somebody rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Queued {
    /// The seat.
    pub vacancy: Vacancy,
    /// Code of the submission.
    pub code: String,
    /// Which attempt it is.
    pub attempt: u32,
    /// The rubric that it is judged by.
    pub rubric: String,
    /// The pursuit.
    pub pursuit: PursuitId,
    /// Whose it is.
    pub educator: PersonId,
    /// The version worked on.
    pub version: VersionId,
    /// Why nobody could be found the last time, if it was tried.
    pub reason: Option<Json>,
}

/// A version that the queue is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueuedVersion {
    /// Which.
    pub id: VersionId,
    /// What it says.
    pub content: Content,
    /// Its issuer.
    pub issuer: OrganizationId,
    /// The issuer's zone, as an IANA name.
    pub time_zone: String,
}

/// Puts a seat into the queue, if it is not there.
///
/// # Errors
/// Those of the database.
pub fn note_vacancy(tx: &Tx, it: &Vacancy, now: Timestamp) -> Result<(), StoreError> {
    let criteria: Vec<_> = it.criteria.iter().map(Slug::to_string).collect();
    let row = args![
        it.submission,
        it.seat.number(),
        Json::from(criteria).to_string(),
        it.submitted_at,
        now
    ];
    tx.execute(&sql::NOTE, &row).map(|_| ())
}

/// Takes a seat out of the queue.
///
/// # Errors
/// Those of the database.
pub fn fill_vacancy(tx: &Tx, submission: SubmissionId, seat: Seat) -> Result<(), StoreError> {
    tx.execute(&sql::FILL, &args![submission, seat.number()])
        .map(|_| ())
}

/// Takes every seat of a submission out of the queue.
///
/// # Errors
/// Those of the database.
pub fn clear_vacancies(tx: &Tx, submission: SubmissionId) -> Result<(), StoreError> {
    tx.execute(&sql::CLEAR, &args![submission]).map(|_| ())
}

/// Notes why nobody could be found for a seat; `false` if that is known.
///
/// # Errors
/// Those of the database.
pub fn explain_vacancy(
    tx: &Tx,
    submission: SubmissionId,
    seat: Seat,
    reason: &Json,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let row = args![submission, seat.number(), reason.to_string(), now];
    Ok(tx.execute(&sql::EXPLAIN, &row)? == 1)
}

/// The oldest seats of the queue.
///
/// # Errors
/// Those of the database.
pub fn queue(tx: &Tx, limit: u32) -> Result<Vec<Queued>, StoreError> {
    let rows = tx.rows(&sql::OLDEST, &args![limit])?;
    rows.iter().map(queued).collect()
}

/// Offers that nobody has accepted, for rubrics in the queue, each once and with the time of its
/// submission.
///
/// # Errors
/// Those of the database.
pub fn open_offers(
    tx: &Tx,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<(Seated, Timestamp)>, StoreError> {
    let rows = tx.rows(&sql::OFFERS, &args![now, limit])?;
    let mut found: Vec<(Seated, Timestamp)> = Vec::new();
    for row in &rows {
        let it = Seated {
            id: row.get("id")?,
            submission: row.get("submission_id")?,
            assessor: row.get("assessor_id")?,
            seat: super::seats::seat(row)?,
            criteria: row.parse("criteria", |text| serde_json::from_str(text).ok())?,
            assigned_at: row.get("assigned_at")?,
            due_at: row.get("due_at")?,
        };
        if found.last().is_none_or(|(last, _)| last.id != it.id) {
            found.push((it, row.get("submitted_at")?));
        }
    }
    Ok(found)
}

/// The versions that the queue is about.
///
/// # Errors
/// Those of the database.
pub fn queued_versions(tx: &Tx) -> Result<Vec<QueuedVersion>, StoreError> {
    let rows = tx.rows(&sql::VERSIONS, &args![])?;
    rows.iter()
        .map(|row| {
            Ok(QueuedVersion {
                id: row.get("id")?,
                content: row.parse("content", |text| serde_json::from_str(text).ok())?,
                issuer: row.get("issuer_id")?,
                time_zone: row.get("time_zone")?,
            })
        })
        .collect()
}

fn queued(row: &Row) -> Result<Queued, StoreError> {
    Ok(Queued {
        vacancy: Vacancy {
            submission: row.get("submission_id")?,
            seat: super::seats::seat(row)?,
            criteria: row.parse("criteria", |text| serde_json::from_str(text).ok())?,
            submitted_at: row.get("submitted_at")?,
        },
        code: row.get("code")?,
        attempt: row.get("attempt")?,
        rubric: row.get("rubric_fingerprint")?,
        pursuit: row.get("pursuit_id")?,
        educator: row.get("person_id")?,
        version: row.get("version_id")?,
        reason: reason(row)?,
    })
}

/// Why nobody could be found, if it was tried.
pub(super) fn reason(row: &Row) -> Result<Option<Json>, StoreError> {
    let text: String = row.get("reason")?;
    if text.is_empty() {
        return Ok(None);
    }
    row.parse("reason", |text| serde_json::from_str(text).ok())
        .map(Some)
}
