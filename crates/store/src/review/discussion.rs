//! Discussions of consensus plans: messages and proposals.

use std::collections::{BTreeMap, BTreeSet};

use domain::catalogue::Slug;
use domain::ids::{MessageId, PersonId, ReviewId, SubmissionId};
use domain::review::discussion::{Ending, Proposal};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, unless there is one.
        OPEN = "INSERT INTO discussion (submission_id, criteria, opened_at, ending)
                VALUES ($1, $2, $3, '') ON CONFLICT (submission_id) DO NOTHING";
        /// It is over.
        END = "UPDATE discussion SET ended_at = $2, ending = $3 WHERE submission_id = $1 AND ending = ''";
        /// The one of a submission.
        FIND = "SELECT criteria, opened_at, ending FROM discussion WHERE submission_id = $1";
        /// One more message.
        SAY = "INSERT INTO discussion_message (id, submission_id, review_id, body, said_at)
               VALUES ($1, $2, $3, $4, $5)";
        /// The messages of a submission, oldest first.
        MESSAGES = "SELECT review_id, body, said_at FROM discussion_message
                    WHERE submission_id = $1 ORDER BY id LIMIT $2";
        /// The next proposal for a criterion; nobody has agreed to it.
        PROPOSE = "INSERT INTO proposal (submission_id, criterion, review_id, level, feedback, version)
                   VALUES ($1, $2, $3, $4, $5, $6)
                   ON CONFLICT (submission_id, criterion) DO UPDATE
                   SET review_id = excluded.review_id, level = excluded.level, feedback = excluded.feedback,
                       version = excluded.version, agreed_at = NULL
                   WHERE proposal.version = excluded.version - 1";
        /// The other agrees to that version.
        AGREE = "UPDATE proposal SET agreed_at = $4
                 WHERE submission_id = $1 AND criterion = $2 AND version = $3";
        /// The latest proposals of a submission.
        PROPOSALS = "SELECT criterion, review_id, level, feedback, version, agreed_at
                     FROM proposal WHERE submission_id = $1";
        /// Reviews of a person in discussions that are open.
        OPEN_OF = "SELECT r.id, s.code, v.title
                   FROM review r
                   CROSS JOIN discussion d
                   CROSS JOIN submission s
                   CROSS JOIN pursuit p
                   CROSS JOIN version v
                   WHERE r.assessor_id = $1 AND r.state = 'locked' AND r.seat <= 2
                     AND d.submission_id = r.submission_id AND d.ending = ''
                     AND s.id = r.submission_id AND p.id = s.pursuit_id AND v.id = p.version_id
                   ORDER BY d.opened_at, r.id LIMIT $2";
        /// The agreed scorecard, by one of the two who agreed.
        KEEP_AGREED = "INSERT INTO review (id, submission_id, assessor_id, seat, state, criteria, assigned_at, due_at, opened_at, ended_at)
                       VALUES ($1, $2, $3, 4, 'locked', $4, $5, $5, $5, $5)
                       ON CONFLICT DO NOTHING";
    }
}

/// A discussion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discussion {
    /// What is discussed.
    pub criteria: BTreeSet<Slug>,
    /// Since when.
    pub opened_at: Timestamp,
    /// How it ended, if it did.
    pub ending: Option<Ending>,
}

/// What one of the two said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// From which review.
    pub by: ReviewId,
    /// In which words.
    pub body: String,
    /// When.
    pub said_at: Timestamp,
}

/// A discussion that waits for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDiscussion {
    /// The person's own review.
    pub review: ReviewId,
    /// Code of the submission.
    pub code: String,
    /// Title of the micro-credential.
    pub title: String,
}

/// Opens the discussion of a submission; `false` if there is one.
///
/// # Errors
/// Those of the database.
pub fn open_discussion(
    tx: &Tx,
    submission: SubmissionId,
    criteria: &BTreeSet<Slug>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let row = args![submission, listed(criteria), now];
    Ok(tx.execute(&sql::OPEN, &row)? == 1)
}

/// Ends a discussion; `false` if it is over.
///
/// # Errors
/// Those of the database.
pub fn end_discussion(
    tx: &Tx,
    submission: SubmissionId,
    ending: Ending,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::END, &args![submission, now, ending.as_str()])? == 1)
}

/// The discussion of a submission.
///
/// # Errors
/// Those of the database.
pub fn discussion(tx: &Tx, submission: SubmissionId) -> Result<Option<Discussion>, StoreError> {
    let Some(row) = tx.optional(&sql::FIND, &args![submission])? else {
        return Ok(None);
    };
    let ending: String = row.get("ending")?;
    Ok(Some(Discussion {
        criteria: row.parse("criteria", |text| serde_json::from_str(text).ok())?,
        opened_at: row.get("opened_at")?,
        ending: match ending.as_str() {
            "" => None,
            _ => Some(row.parse("ending", Ending::parse)?),
        },
    }))
}

/// Keeps a message.
///
/// # Errors
/// Those of the database.
pub fn say(
    tx: &Tx,
    id: MessageId,
    submission: SubmissionId,
    it: &Message,
) -> Result<(), StoreError> {
    tx.execute(
        &sql::SAY,
        &args![id, submission, it.by, &it.body, it.said_at],
    )
    .map(|_| ())
}

/// The messages of a discussion, oldest first.
///
/// # Errors
/// Those of the database.
pub fn messages(tx: &Tx, submission: SubmissionId, limit: u32) -> Result<Vec<Message>, StoreError> {
    let rows = tx.rows(&sql::MESSAGES, &args![submission, limit])?;
    rows.iter()
        .map(|row| {
            Ok(Message {
                by: row.get("review_id")?,
                body: row.get("body")?,
                said_at: row.get("said_at")?,
            })
        })
        .collect()
}

/// Keeps a proposal whose version follows the one that is stored; nobody has agreed to it.
///
/// # Errors
/// Those of the database. If another version is stored by now, the unit is undone and run again.
pub fn propose(
    tx: &Tx,
    submission: SubmissionId,
    criterion: &Slug,
    it: &Proposal,
) -> Result<(), StoreError> {
    let row = args![
        submission,
        criterion.to_string(),
        it.by,
        i64::from(it.level),
        &it.feedback,
        it.version
    ];
    match tx.execute(&sql::PROPOSE, &row)? {
        0 => Err(tx.run_again()),
        _ => Ok(()),
    }
}

/// Notes that the other agreed to a version.
///
/// # Errors
/// Those of the database.
pub fn agree(
    tx: &Tx,
    submission: SubmissionId,
    criterion: &Slug,
    version: u64,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = args![submission, criterion.to_string(), version, now];
    tx.execute(&sql::AGREE, &row).map(|_| ())
}

/// The latest proposals of a discussion.
///
/// # Errors
/// Those of the database.
pub fn proposals(
    tx: &Tx,
    submission: SubmissionId,
) -> Result<BTreeMap<Slug, Proposal>, StoreError> {
    let rows = tx.rows(&sql::PROPOSALS, &args![submission])?;
    rows.iter().map(proposal).collect()
}

/// Discussions that wait for a person, oldest first.
///
/// # Errors
/// Those of the database.
pub fn discussions_of(
    tx: &Tx,
    person: PersonId,
    limit: u32,
) -> Result<Vec<OpenDiscussion>, StoreError> {
    let rows = tx.rows(&sql::OPEN_OF, &args![person, limit])?;
    rows.iter()
        .map(|row| {
            Ok(OpenDiscussion {
                review: row.get("id")?,
                code: row.get("code")?,
                title: row.get("title")?,
            })
        })
        .collect()
}

/// Keeps the place of the agreed scorecard: locked from the start.
///
/// # Errors
/// Those of the database.
pub fn keep_agreed(
    tx: &Tx,
    id: ReviewId,
    submission: SubmissionId,
    by: PersonId,
    criteria: &BTreeSet<Slug>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let row = args![id, submission, by, listed(criteria), now];
    Ok(tx.execute(&sql::KEEP_AGREED, &row)? == 1)
}

fn listed(criteria: &BTreeSet<Slug>) -> String {
    let criteria: Vec<_> = criteria.iter().map(Slug::to_string).collect();
    serde_json::Value::from(criteria).to_string()
}

fn proposal(row: &Row) -> Result<(Slug, Proposal), StoreError> {
    let agreed_at: Option<Timestamp> = row.get("agreed_at")?;
    let proposal = Proposal {
        by: row.get("review_id")?,
        level: row.get("level")?,
        feedback: row.get("feedback")?,
        version: row.get("version")?,
        is_agreed: agreed_at.is_some(),
    };
    Ok((row.parse("criterion", |text| text.parse().ok())?, proposal))
}
