//! What waits: on an assessor's desk, and for assessors.

use domain::ids::{PersonId, ReviewId, SubmissionId};
use domain::review::ReviewState;
use jiff::Timestamp;
use serde_json::Value as Json;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// Reviews that wait for a person, by due time, after one of them.
        DESK = "SELECT r.id, r.state, r.criteria, r.assigned_at, r.due_at, s.code, v.title, o.name AS issuer, o.time_zone
                FROM review r
                JOIN submission s ON s.id = r.submission_id
                JOIN pursuit p ON p.id = s.pursuit_id
                JOIN version v ON v.id = p.version_id
                JOIN micro_credential m ON m.id = p.micro_credential_id
                JOIN organization o ON o.id = m.organization_id
                WHERE r.assessor_id = $1 AND r.state IN ('assigned', 'opened')
                  AND r.due_at >= $2 AND (r.due_at > $2 OR r.id > $3)
                ORDER BY r.due_at, r.id LIMIT $4";
        /// Reviews that a person handed in, the latest assigned first.
        DONE = "SELECT r.id, r.ended_at, s.code, v.title, o.time_zone
                FROM review r
                JOIN submission s ON s.id = r.submission_id
                JOIN pursuit p ON p.id = s.pursuit_id
                JOIN version v ON v.id = p.version_id
                JOIN micro_credential m ON m.id = p.micro_credential_id
                JOIN organization o ON o.id = m.organization_id
                WHERE r.assessor_id = $1 AND r.state = 'locked' AND r.seat <= 3
                ORDER BY r.assigned_at DESC, r.id DESC LIMIT $2";
        /// Seats that nobody may take, of issuers where a person holds one of two roles, with the
        /// reason, oldest submission first.
        WAITING_LED = "WITH RECURSIVE led (id) AS (
                         SELECT m.organization_id FROM membership m
                         WHERE m.person_id = $1 AND m.role IN ('lead-assessor', 'programme-manager')
                           AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
                         UNION
                         SELECT o.id FROM led l JOIN organization o ON o.parent_id = l.id
                       )
                       SELECT s.id, s.code, s.submitted_at, v.title, w.seat, w.reason, w.reason_at
                       FROM vacancy w
                       CROSS JOIN submission s
                       CROSS JOIN pursuit p
                       CROSS JOIN version v
                       CROSS JOIN micro_credential m
                       WHERE s.id = w.submission_id AND p.id = s.pursuit_id AND v.id = p.version_id
                         AND m.id = p.micro_credential_id AND w.reason <> '' AND s.decided_at IS NULL AND s.ended IS NULL
                         AND w.submitted_at >= $3 AND (w.submitted_at > $3 OR w.submission_id > $4)
                         AND m.organization_id IN (SELECT id FROM led)
                       ORDER BY w.submitted_at, w.submission_id, w.seat LIMIT $5";
    }
}

/// A review that waits for its assessor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waits {
    /// Its id.
    pub id: ReviewId,
    /// Assigned or opened.
    pub state: ReviewState,
    /// How many criteria are to be judged.
    pub criteria: usize,
    /// When it came.
    pub assigned_at: Timestamp,
    /// When it is due.
    pub due_at: Timestamp,
    /// Code of the submission.
    pub code: String,
    /// Title of the micro-credential.
    pub title: String,
    /// Its issuer.
    pub issuer: String,
    /// The issuer's zone, as an IANA name.
    pub time_zone: String,
}

/// A review that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// Its id.
    pub id: ReviewId,
    /// Code of the submission.
    pub code: String,
    /// Title of the micro-credential.
    pub title: String,
    /// The issuer's zone, as an IANA name.
    pub time_zone: String,
    /// When it was handed in.
    pub ended_at: Timestamp,
}

/// A submission that waits for assessors.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// Which.
    pub submission: SubmissionId,
    /// Its code.
    pub code: String,
    /// When it came.
    pub submitted_at: Timestamp,
    /// Title of the micro-credential.
    pub title: String,
    /// Since when it has waited for these reasons.
    pub since: Timestamp,
    /// Why, one a seat.
    pub reasons: Vec<Json>,
}

/// Reviews that wait for a person by due time, after one of them.
///
/// # Errors
/// Those of the database.
pub fn desk(
    tx: &Tx,
    assessor: PersonId,
    after: Option<(Timestamp, ReviewId)>,
    limit: u32,
) -> Result<Vec<Waits>, StoreError> {
    let (due, id) = super::key(after);
    let rows = tx.rows(&sql::DESK, &args![assessor, due, id, limit])?;
    rows.iter().map(waits).collect()
}

/// Reviews that a person handed in, the latest assigned first.
///
/// # Errors
/// Those of the database.
pub fn done(tx: &Tx, assessor: PersonId, limit: u32) -> Result<Vec<Done>, StoreError> {
    let rows = tx.rows(&sql::DONE, &args![assessor, limit])?;
    rows.iter()
        .map(|row| {
            Ok(Done {
                id: row.get("id")?,
                code: row.get("code")?,
                title: row.get("title")?,
                time_zone: row.get("time_zone")?,
                ended_at: row.get("ended_at")?,
            })
        })
        .collect()
}

/// Submissions that wait for assessors whom nobody can be, of issuers that a person leads or manages,
/// oldest first, after one of them. `limit` counts their seats.
///
/// # Errors
/// Those of the database.
pub fn waiting_led(
    tx: &Tx,
    lead: PersonId,
    now: Timestamp,
    after: Option<(Timestamp, SubmissionId)>,
    limit: u32,
) -> Result<Vec<Waiting>, StoreError> {
    let (since, id) = super::key(after);
    let rows = tx.rows(&sql::WAITING_LED, &args![lead, now, since, id, limit])?;
    let mut found: Vec<Waiting> = Vec::new();
    for row in &rows {
        let reason = row.parse("reason", |text| serde_json::from_str(text).ok())?;
        let submission = row.get("id")?;
        match found.last_mut().filter(|it| it.submission == submission) {
            Some(it) => it.reasons.push(reason),
            None => found.push(Waiting {
                submission,
                code: row.get("code")?,
                submitted_at: row.get("submitted_at")?,
                title: row.get("title")?,
                since: row.get("reason_at")?,
                reasons: vec![reason],
            }),
        }
    }
    Ok(found)
}

fn waits(row: &Row) -> Result<Waits, StoreError> {
    let criteria: Vec<String> = row.parse("criteria", |text| serde_json::from_str(text).ok())?;
    Ok(Waits {
        id: row.get("id")?,
        state: row.parse("state", ReviewState::parse)?,
        criteria: criteria.len(),
        assigned_at: row.get("assigned_at")?,
        due_at: row.get("due_at")?,
        code: row.get("code")?,
        title: row.get("title")?,
        issuer: row.get("issuer")?,
        time_zone: row.get("time_zone")?,
    })
}
