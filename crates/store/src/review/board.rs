//! The board of those who manage reviews: what waits, for how long, and with whom. Educators do not
//! appear in it.

use domain::ids::{OrganizationId, PersonId, SubmissionId};
use jiff::{SignedDuration, Timestamp};

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// How many submissions stand how, by the day since which they wait: those of issuers where
        /// a person manages or leads reviews. Open reviews are told by what they are not, so that
        /// SQLite finds them by their submission.
        COUNTS = "WITH RECURSIVE led (id) AS (
                    SELECT m.organization_id FROM membership m
                    WHERE m.person_id = $1 AND m.role IN ('lead-assessor', 'programme-manager')
                      AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
                    UNION
                    SELECT o.id FROM led l JOIN organization o ON o.parent_id = l.id
                  )
                  SELECT q.standing, q.age, count(*) AS submissions FROM (
                    SELECT CASE
                        WHEN EXISTS (SELECT 1 FROM vacancy w WHERE w.submission_id = s.id) THEN 'unassigned'
                        WHEN EXISTS (SELECT 1 FROM review r WHERE r.submission_id = s.id
                          AND r.state NOT IN ('locked', 'recused', 'released') AND r.due_at < $2) THEN 'late'
                        WHEN EXISTS (SELECT 1 FROM review r WHERE r.submission_id = s.id
                          AND r.state NOT IN ('locked', 'recused', 'released') AND r.due_at < $3) THEN 'due-soon'
                        ELSE 'on-time' END AS standing,
                      CASE WHEN s.submitted_at >= $4 THEN 'new'
                        WHEN s.submitted_at >= $5 THEN 'week' ELSE 'old' END AS age
                    FROM submission s
                    JOIN pursuit p ON p.id = s.pursuit_id
                    JOIN micro_credential m ON m.id = p.micro_credential_id
                    WHERE s.decided_at IS NULL AND s.ended IS NULL AND p.attempt = s.attempt
                      AND p.state IN ('submitted', 'under-review')
                      AND m.organization_id IN (SELECT id FROM led)
                  ) q GROUP BY q.standing, q.age";
        /// The same submissions one by one, oldest first, after one of them: of one standing or any,
        /// submitted between two moments.
        LIST = "WITH RECURSIVE led (id) AS (
                  SELECT m.organization_id FROM membership m
                  WHERE m.person_id = $1 AND m.role IN ('lead-assessor', 'programme-manager')
                    AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
                  UNION
                  SELECT o.id FROM led l JOIN organization o ON o.parent_id = l.id
                )
                SELECT q.id, q.code, q.submitted_at, q.title, q.issuer_id, q.issuer, q.time_zone, q.standing,
                  q.due_at, q.waiting, q.locked
                FROM (
                  SELECT s.id, s.code, s.submitted_at, v.title, o.id AS issuer_id, o.name AS issuer, o.time_zone,
                    CASE
                      WHEN EXISTS (SELECT 1 FROM vacancy w WHERE w.submission_id = s.id) THEN 'unassigned'
                      WHEN EXISTS (SELECT 1 FROM review r WHERE r.submission_id = s.id
                        AND r.state NOT IN ('locked', 'recused', 'released') AND r.due_at < $2) THEN 'late'
                      WHEN EXISTS (SELECT 1 FROM review r WHERE r.submission_id = s.id
                        AND r.state NOT IN ('locked', 'recused', 'released') AND r.due_at < $3) THEN 'due-soon'
                      ELSE 'on-time' END AS standing,
                    (SELECT min(r.due_at) FROM review r WHERE r.submission_id = s.id
                       AND r.state NOT IN ('locked', 'recused', 'released')) AS due_at,
                    (SELECT count(*) FROM review r WHERE r.submission_id = s.id
                       AND r.state NOT IN ('locked', 'recused', 'released')) AS waiting,
                    (SELECT count(*) FROM review r WHERE r.submission_id = s.id AND r.state = 'locked') AS locked
                  FROM submission s
                  JOIN pursuit p ON p.id = s.pursuit_id
                  JOIN version v ON v.id = p.version_id
                  JOIN micro_credential m ON m.id = p.micro_credential_id
                  JOIN organization o ON o.id = m.organization_id
                  WHERE s.decided_at IS NULL AND s.ended IS NULL AND p.attempt = s.attempt
                    AND p.state IN ('submitted', 'under-review')
                    AND s.submitted_at >= $4 AND (s.submitted_at > $4 OR s.id > $5) AND s.submitted_at < $6
                    AND m.organization_id IN (SELECT id FROM led)
                ) q
                WHERE $7 = '' OR q.standing = $7
                ORDER BY q.submitted_at, q.id LIMIT $8";
        /// How long the latest decisions took, of issuers where a person manages or leads reviews.
        TOOK = "WITH RECURSIVE led (id) AS (
                  SELECT m.organization_id FROM membership m
                  WHERE m.person_id = $1 AND m.role IN ('lead-assessor', 'programme-manager')
                    AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
                  UNION
                  SELECT o.id FROM led l JOIN organization o ON o.parent_id = l.id
                )
                SELECT m.organization_id, s.submitted_at, s.decided_at
                FROM submission s
                JOIN pursuit p ON p.id = s.pursuit_id
                JOIN micro_credential m ON m.id = p.micro_credential_id
                WHERE s.decided_at IS NOT NULL AND m.organization_id IN (SELECT id FROM led)
                ORDER BY s.decided_at DESC LIMIT $3";
        /// Everybody who may assess for issuers that a person manages or leads, with what waits for
        /// them, by name, after one of them. CROSS JOIN keeps SQLite from beginning with the
        /// qualifications of everybody.
        ASSESSORS = "WITH RECURSIVE led (id) AS (
                       SELECT m.organization_id FROM membership m
                       WHERE m.person_id = $1 AND m.role IN ('lead-assessor', 'programme-manager')
                         AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
                       UNION
                       SELECT o.id FROM led l JOIN organization o ON o.parent_id = l.id
                     ), able (id) AS (
                       SELECT DISTINCT q.person_id
                       FROM led l
                       JOIN micro_credential mc ON mc.organization_id = l.id
                       JOIN version v ON v.id = mc.current_version_id
                       CROSS JOIN qualification q
                       WHERE q.rubric_fingerprint = v.rubric_fingerprint
                         AND q.granted_at <= $2 AND q.valid_until > $2
                     )
                     SELECT p.id, p.name,
                       (SELECT count(*) FROM review r WHERE r.assessor_id = p.id
                          AND r.state IN ('assigned', 'opened')) AS waiting,
                       (SELECT count(*) FROM review r WHERE r.assessor_id = p.id
                          AND r.state NOT IN ('locked', 'recused', 'released') AND r.due_at < $2) AS late,
                       (SELECT l.reviews FROM review_limit l WHERE l.person_id = p.id) AS load_limit,
                       (SELECT max(a.ends_at) FROM absence a WHERE a.person_id = p.id
                          AND a.starts_at <= $2 AND a.ends_at > $2 AND a.ended_at IS NULL) AS absent_until
                     FROM able CROSS JOIN person p
                     WHERE p.id = able.id AND (p.name > $3 OR (p.name = $3 AND p.id > $4))
                     ORDER BY p.name, p.id LIMIT $5";
        /// The reviews of one submission with the names of their assessors.
        REVIEWS = "SELECT r.id, r.seat, r.state, r.assigned_at, r.due_at, r.accepted_at, r.opened_at, r.ended_at, p.name
                   FROM review r JOIN person p ON p.id = r.assessor_id
                   WHERE r.submission_id = $1 ORDER BY r.seat, r.assigned_at, r.id";
        /// The seats of one submission that wait.
        VACANCIES = "SELECT seat, reason FROM vacancy WHERE submission_id = $1 ORDER BY seat";
        /// Programme managers of an organization and of those above it.
        MANAGERS = "WITH RECURSIVE above (id) AS (
                      SELECT id FROM organization WHERE id = $1
                      UNION
                      SELECT o.parent_id FROM above a JOIN organization o ON o.id = a.id
                      WHERE o.parent_id IS NOT NULL
                    )
                    SELECT DISTINCT m.person_id FROM above a
                    JOIN membership m ON m.organization_id = a.id
                    WHERE m.role = 'programme-manager' AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
                    ORDER BY m.person_id LIMIT $3";
    }
}

/// How many submissions stand so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardCount {
    /// `unassigned`, `late`, `due-soon` or `on-time`.
    pub standing: String,
    /// `new`, `week` or `old`.
    pub age: String,
    /// How many.
    pub submissions: u32,
}

/// The moments that divide the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Divides {
    /// Now.
    pub now: Timestamp,
    /// What is due before this is due soon.
    pub soon: Timestamp,
    /// What came after this is new.
    pub new: Timestamp,
    /// What came before this is old.
    pub old: Timestamp,
}

/// Which submissions of the board to list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardFilter {
    /// One of the standings, or empty for all.
    pub standing: String,
    /// Submitted at or after, and the last submission of the page before.
    pub after: (Timestamp, Option<SubmissionId>),
    /// Submitted before.
    pub before: Timestamp,
}

/// A submission on the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardLine {
    /// Which.
    pub submission: SubmissionId,
    /// Its code.
    pub code: String,
    /// When it came.
    pub submitted_at: Timestamp,
    /// Title of the micro-credential.
    pub title: String,
    /// Its issuer.
    pub issuer: OrganizationId,
    /// The issuer's name.
    pub issuer_name: String,
    /// The issuer's zone, as an IANA name.
    pub time_zone: String,
    /// How it stands.
    pub standing: String,
    /// When the first of its reviews is due.
    pub due_at: Option<Timestamp>,
    /// Reviews that wait for their assessors.
    pub waiting: u32,
    /// Reviews that are handed in.
    pub locked: u32,
}

/// An assessor on the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardAssessor {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Reviews that wait for them.
    pub waiting: u32,
    /// Of these, late ones.
    pub late: u32,
    /// The most that they want at once, if they said so.
    pub limit: Option<u32>,
    /// Away until then.
    pub absent_until: Option<Timestamp>,
}

/// How many submissions stand how.
///
/// # Errors
/// Those of the database.
pub fn board_counts(tx: &Tx, person: PersonId, at: Divides) -> Result<Vec<BoardCount>, StoreError> {
    let rows = tx.rows(
        &sql::COUNTS,
        &args![person, at.now, at.soon, at.new, at.old],
    )?;
    rows.iter()
        .map(|row| {
            Ok(BoardCount {
                standing: row.get("standing")?,
                age: row.get("age")?,
                submissions: row.get("submissions")?,
            })
        })
        .collect()
}

/// Submissions of the board, oldest first.
///
/// # Errors
/// Those of the database.
pub fn board_list(
    tx: &Tx,
    person: PersonId,
    at: Divides,
    filter: &BoardFilter,
    limit: u32,
) -> Result<Vec<BoardLine>, StoreError> {
    let (since, id) = filter.after;
    let id = id.map_or_else(String::new, |it| it.to_string());
    let row = args![
        person,
        at.now,
        at.soon,
        since,
        id,
        filter.before,
        &filter.standing,
        limit
    ];
    let rows = tx.rows(&sql::LIST, &row)?;
    rows.iter().map(line).collect()
}

/// How long the latest decisions took, with their issuers, of those that a person manages.
///
/// # Errors
/// Those of the database.
pub fn decisions_took(
    tx: &Tx,
    person: PersonId,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<(OrganizationId, SignedDuration)>, StoreError> {
    let rows = tx.rows(&sql::TOOK, &args![person, now, limit])?;
    rows.iter()
        .map(|row| {
            let submitted: Timestamp = row.get("submitted_at")?;
            let decided: Timestamp = row.get("decided_at")?;
            Ok((
                row.get("organization_id")?,
                decided.duration_since(submitted),
            ))
        })
        .collect()
}

/// Everybody who may assess for issuers that a person manages, by name, after one of them.
///
/// # Errors
/// Those of the database.
pub fn board_assessors(
    tx: &Tx,
    person: PersonId,
    now: Timestamp,
    after: Option<(&str, PersonId)>,
    limit: u32,
) -> Result<Vec<BoardAssessor>, StoreError> {
    let (name, id) = after.map_or((String::new(), String::new()), |(name, id)| {
        (name.to_owned(), id.to_string())
    });
    let rows = tx.rows(&sql::ASSESSORS, &args![person, now, name, id, limit])?;
    rows.iter()
        .map(|row| {
            Ok(BoardAssessor {
                person: row.get("id")?,
                name: row.get("name")?,
                waiting: row.get("waiting")?,
                late: row.get("late")?,
                limit: row.get("load_limit")?,
                absent_until: row.get("absent_until")?,
            })
        })
        .collect()
}

/// The reviews of a submission, each with the name of its assessor, as [`super::of_submission`]
/// orders them.
///
/// # Errors
/// Those of the database.
pub fn assessors_of(tx: &Tx, submission: SubmissionId) -> Result<Vec<String>, StoreError> {
    let rows = tx.rows(&sql::REVIEWS, &args![submission])?;
    rows.iter().map(|row| row.get("name")).collect()
}

/// Why seats of a submission wait, one a seat; nothing where it was not tried yet.
///
/// # Errors
/// Those of the database.
pub fn vacancies_of(
    tx: &Tx,
    submission: SubmissionId,
) -> Result<Vec<Option<serde_json::Value>>, StoreError> {
    let rows = tx.rows(&sql::VACANCIES, &args![submission])?;
    rows.iter().map(super::queue::reason).collect()
}

/// Programme managers of an issuer and of the organizations above it.
///
/// # Errors
/// Those of the database.
pub fn managers_of(
    tx: &Tx,
    issuer: OrganizationId,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<PersonId>, StoreError> {
    let rows = tx.rows(&sql::MANAGERS, &args![issuer, now, limit])?;
    rows.iter().map(|row| row.get("person_id")).collect()
}

fn line(row: &Row) -> Result<BoardLine, StoreError> {
    Ok(BoardLine {
        submission: row.get("id")?,
        code: row.get("code")?,
        submitted_at: row.get("submitted_at")?,
        title: row.get("title")?,
        issuer: row.get("issuer_id")?,
        issuer_name: row.get("issuer")?,
        time_zone: row.get("time_zone")?,
        standing: row.get("standing")?,
        due_at: row.get("due_at")?,
        waiting: row.get("waiting")?,
        locked: row.get("locked")?,
    })
}
