//! Reviews: one assessor's seat at one submission.

use std::collections::BTreeSet;

use domain::catalogue::{Content, Slug};
use domain::ids::{PersonId, PursuitId, ReviewId, SubmissionId};
use domain::pursuit::Snapshot;
use domain::review::{ReviewState, Seat};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, unless the seat is taken or the person has or had one of that submission.
        ASSIGN = "INSERT INTO review (id, submission_id, assessor_id, seat, state, criteria, assigned_at, due_at)
                  VALUES ($1, $2, $3, $4, 'assigned', $5, $6, $7)
                  ON CONFLICT DO NOTHING";
        /// One of them.
        FIND = "SELECT id, submission_id, assessor_id, seat, state, criteria, assigned_at, due_at, opened_at, ended_at, accepted_at
                FROM review WHERE id = $1";
        /// Those of a submission, also those that were given back, by seat.
        OF_SUBMISSION = "SELECT id, submission_id, assessor_id, seat, state, criteria, assigned_at, due_at, opened_at, ended_at, accepted_at
                         FROM review WHERE submission_id = $1 ORDER BY seat, assigned_at, id";
        /// It is opened.
        OPEN = "UPDATE review SET state = 'opened', opened_at = $2 WHERE id = $1 AND state = 'assigned'";
        /// Its submission is opened, if it was not.
        OPEN_SUBMISSION = "UPDATE submission SET opened_at = $2 WHERE id = $1 AND opened_at IS NULL";
        /// It is handed in.
        LOCK = "UPDATE review SET state = 'locked', ended_at = $2 WHERE id = $1 AND state = 'opened'";
        /// It is given back.
        RECUSE = "UPDATE review SET state = 'recused', ended_at = $2 WHERE id = $1 AND state IN ('assigned', 'opened')";
        /// It is accepted.
        ACCEPT = "UPDATE review SET accepted_at = $2 WHERE id = $1 AND state = 'assigned' AND accepted_at IS NULL";
        /// It is declined or taken back.
        TAKE_BACK = "UPDATE review SET state = 'released', ended_at = $2 WHERE id = $1 AND state IN ('assigned', 'opened')";
        /// Those that wait for a person.
        WAITING_FOR = "SELECT id, submission_id, assessor_id, seat, state, criteria, assigned_at, due_at, opened_at, ended_at, accepted_at
                       FROM review WHERE assessor_id = $1 AND state IN ('assigned', 'opened')
                       ORDER BY due_at, id LIMIT $2";
        /// Its assessor knows that it is due soon.
        TOLD_SOON = "UPDATE review SET told_soon_at = $2 WHERE id = $1 AND told_soon_at IS NULL";
        /// Its assessor, and those who manage, know that it is late.
        TOLD_LATE = "UPDATE review SET told_late_at = $2 WHERE id = $1 AND told_late_at IS NULL";
        /// Its submission came to nothing.
        WITHDRAW = "UPDATE review SET state = 'withdrawn', ended_at = $2 WHERE id = $1 AND state = 'opened'";
        /// It was never opened, and its assessor may not open it any more.
        UNSEAT = "DELETE FROM review WHERE id = $1 AND state = 'assigned'";
        /// What was submitted in an attempt.
        SNAPSHOT = "SELECT snapshot FROM submission WHERE pursuit_id = $1 AND attempt = $2 AND ended IS NULL";
        /// What the version of a submission says.
        CONTENT = "SELECT v.content FROM submission s JOIN pursuit p ON p.id = s.pursuit_id
                   JOIN version v ON v.id = p.version_id WHERE s.id = $1";
    }
}

/// A seat to be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seated {
    /// Drawn by the caller; tells nothing.
    pub id: ReviewId,
    /// Of which submission.
    pub submission: SubmissionId,
    /// To whom.
    pub assessor: PersonId,
    /// Which seat.
    pub seat: Seat,
    /// What is to be judged in it.
    pub criteria: BTreeSet<Slug>,
    /// When it was given.
    pub assigned_at: Timestamp,
    /// When it is due.
    pub due_at: Timestamp,
}

/// A review as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// What was given to whom.
    pub seated: Seated,
    /// What became of it.
    pub state: ReviewState,
    /// When it was opened.
    pub opened_at: Option<Timestamp>,
    /// When it was handed in, given back or taken back.
    pub ended_at: Option<Timestamp>,
    /// When its assessor said yes before opening it.
    pub accepted_at: Option<Timestamp>,
}

impl Review {
    /// Its assessor holds the seat.
    pub fn is_live(&self) -> bool {
        self.state.is_live()
    }
}

/// Gives a seat; `false` if it is taken, or the person has or had one of that submission.
///
/// # Errors
/// Those of the database.
pub fn assign(tx: &Tx, it: &Seated) -> Result<bool, StoreError> {
    let criteria: Vec<_> = it.criteria.iter().map(Slug::to_string).collect();
    let row = args![
        it.id,
        it.submission,
        it.assessor,
        it.seat.number(),
        serde_json::Value::from(criteria).to_string(),
        it.assigned_at,
        it.due_at
    ];
    Ok(tx.execute(&sql::ASSIGN, &row)? == 1)
}

/// The review of that id.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: ReviewId) -> Result<Option<Review>, StoreError> {
    tx.optional(&sql::FIND, &args![id])?
        .as_ref()
        .map(review)
        .transpose()
}

/// Every review of a submission, by seat.
///
/// # Errors
/// Those of the database.
pub fn of_submission(tx: &Tx, submission: SubmissionId) -> Result<Vec<Review>, StoreError> {
    let rows = tx.rows(&sql::OF_SUBMISSION, &args![submission])?;
    rows.iter().map(review).collect()
}

/// Notes that an assigned review, and with it its submission, is opened; `false` if it is not
/// assigned.
///
/// # Errors
/// Those of the database.
pub fn open(tx: &Tx, it: &Seated, now: Timestamp) -> Result<bool, StoreError> {
    let done = tx.execute(&sql::OPEN, &args![it.id, now])? == 1;
    tx.execute(&sql::OPEN_SUBMISSION, &args![it.submission, now])?;
    Ok(done)
}

/// Notes that an opened review is handed in; `false` if it is not open.
///
/// # Errors
/// Those of the database.
pub fn lock(tx: &Tx, id: ReviewId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::LOCK, &args![id, now])? == 1)
}

/// Notes that a review is given back; `false` if it has ended.
///
/// # Errors
/// Those of the database.
pub fn recuse(tx: &Tx, id: ReviewId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::RECUSE, &args![id, now])? == 1)
}

/// Notes that its assessor said yes; `false` if that is known, or it is open or ended.
///
/// # Errors
/// Those of the database.
pub fn accept(tx: &Tx, id: ReviewId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::ACCEPT, &args![id, now])? == 1)
}

/// Notes that a review is declined or taken back; `false` if it has ended.
///
/// # Errors
/// Those of the database.
pub fn take_back(tx: &Tx, id: ReviewId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::TAKE_BACK, &args![id, now])? == 1)
}

/// Reviews that wait for a person, by due time.
///
/// # Errors
/// Those of the database.
pub fn waiting_for(tx: &Tx, assessor: PersonId, limit: u32) -> Result<Vec<Review>, StoreError> {
    let rows = tx.rows(&sql::WAITING_FOR, &args![assessor, limit])?;
    rows.iter().map(review).collect()
}

/// Notes that the letter on a review that is due soon is written; `false` if it was before.
///
/// # Errors
/// Those of the database.
pub fn told_soon(tx: &Tx, id: ReviewId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::TOLD_SOON, &args![id, now])? == 1)
}

/// The same for one that is late.
///
/// # Errors
/// Those of the database.
pub fn told_late(tx: &Tx, id: ReviewId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::TOLD_LATE, &args![id, now])? == 1)
}

/// Notes that the submission of an opened review came to nothing; `false` if it is not open.
///
/// # Errors
/// Those of the database.
pub fn withdraw(tx: &Tx, id: ReviewId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::WITHDRAW, &args![id, now])? == 1)
}

/// Takes back a seat that was never used; `false` if it was.
///
/// # Errors
/// Those of the database.
pub fn unseat(tx: &Tx, id: ReviewId) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::UNSEAT, &args![id])? == 1)
}

/// What was submitted in an attempt of a pursuit; nothing if there was no such attempt.
///
/// # Errors
/// Those of the database.
pub fn snapshot_of_attempt(
    tx: &Tx,
    pursuit: PursuitId,
    attempt: u32,
) -> Result<Option<Snapshot>, StoreError> {
    tx.optional(&sql::SNAPSHOT, &args![pursuit, attempt])?
        .map(|row| row.parse("snapshot", |text| serde_json::from_str(text).ok()))
        .transpose()
}

/// What the version that a submission is about says.
///
/// # Errors
/// Those of the database.
pub fn content_of(tx: &Tx, submission: SubmissionId) -> Result<Option<Content>, StoreError> {
    tx.optional(&sql::CONTENT, &args![submission])?
        .map(|row| row.parse("content", |text| serde_json::from_str(text).ok()))
        .transpose()
}

/// The seat that a row is about.
pub(super) fn seat(row: &Row) -> Result<Seat, StoreError> {
    Seat::of_number(row.get("seat")?)
        .ok_or_else(|| row.inconsistent("seat", "found a number that is no seat"))
}

fn review(row: &Row) -> Result<Review, StoreError> {
    Ok(Review {
        seated: Seated {
            id: row.get("id")?,
            submission: row.get("submission_id")?,
            assessor: row.get("assessor_id")?,
            seat: seat(row)?,
            criteria: row.parse("criteria", |text| serde_json::from_str(text).ok())?,
            assigned_at: row.get("assigned_at")?,
            due_at: row.get("due_at")?,
        },
        state: row.parse("state", ReviewState::parse)?,
        opened_at: row.get("opened_at")?,
        ended_at: row.get("ended_at")?,
        accepted_at: row.get("accepted_at")?,
    })
}
