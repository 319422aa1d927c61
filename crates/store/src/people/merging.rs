//! Merging two accounts of one person, and undoing it: what goes from one to the other.

use domain::ids::{PersonId, PersonMergeId, ReviewId, SubmissionId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Row, Statement, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more merge, unless the account is merged already.
        INSERT = "INSERT INTO person_merge (id, kept_id, merged_id, merged_by, reason, merged_at, moved)
                  VALUES ($1, $2, $3, $4, $5, $6, $7)
                  ON CONFLICT (merged_id) WHERE undone_at IS NULL DO NOTHING";
        /// By its id.
        FIND = "SELECT person_merge.id, kept_id, merged_id, person.name, reason, merged_at, moved, undone_at
                FROM person_merge JOIN person ON person.id = person_merge.merged_id WHERE person_merge.id = $1";
        /// Those into an account, newest first.
        INTO = "SELECT person_merge.id, kept_id, merged_id, person.name, reason, merged_at, moved, undone_at
                FROM person_merge JOIN person ON person.id = person_merge.merged_id
                WHERE kept_id = $1 ORDER BY merged_at DESC, person_merge.id LIMIT 20";
        /// Is the account merged into another?
        IS_MERGED = "SELECT kept_id FROM person_merge WHERE merged_id = $1 AND undone_at IS NULL";
        /// Every account that is merged, with the one that was kept.
        ALL_MERGED = "SELECT merged_id, kept_id FROM person_merge WHERE undone_at IS NULL ORDER BY merged_id LIMIT 20000";
        /// It is undone.
        UNDO = "UPDATE person_merge SET undone_at = $2, undone_by = $3 WHERE id = $1 AND undone_at IS NULL";
        /// Addresses go over.
        ADDRESSES = "UPDATE email_address SET person_id = $2 WHERE person_id = $1 RETURNING address AS id";
        /// Roles go over that the other does not have.
        MEMBERSHIPS = "UPDATE membership SET person_id = $2 WHERE person_id = $1 AND NOT EXISTS (
                         SELECT 1 FROM membership AS other WHERE other.person_id = $2
                           AND other.organization_id = membership.organization_id AND other.role = membership.role)
                       RETURNING id";
        /// The others end.
        END_MEMBERSHIPS = "UPDATE membership SET until = $2
                           WHERE person_id = $1 AND (until IS NULL OR until > $2) RETURNING id";
        /// Pursuits go over, but for one that would be open twice.
        PURSUITS = "UPDATE pursuit SET person_id = $2 WHERE person_id = $1 AND (open = 0 OR NOT EXISTS (
                      SELECT 1 FROM pursuit AS other WHERE other.person_id = $2
                        AND other.micro_credential_id = pursuit.micro_credential_id AND other.open = 1))
                    RETURNING id";
        /// Awards go over.
        AWARDS = "UPDATE award SET person_id = $2 WHERE person_id = $1 RETURNING id";
        /// Qualifications go over.
        QUALIFICATIONS = "UPDATE qualification SET person_id = $2 WHERE person_id = $1 RETURNING id";
        /// Reviews that wait go over, but for submissions that the other has or had.
        REVIEWS = "UPDATE review SET assessor_id = $2
                   WHERE assessor_id = $1 AND state IN ('assigned', 'opened') AND NOT EXISTS (
                     SELECT 1 FROM review AS other
                     WHERE other.assessor_id = $2 AND other.submission_id = review.submission_id)
                   RETURNING id";
        /// Reviews that wait and may not: of one's own work, or of a submission where one has another.
        IN_CONFLICT = "SELECT review.id, review.submission_id FROM review
                       JOIN submission ON submission.id = review.submission_id
                       JOIN pursuit ON pursuit.id = submission.pursuit_id
                       WHERE review.assessor_id IN ($1, $2) AND review.state IN ('assigned', 'opened')
                         AND (pursuit.person_id IN ($1, $2) OR EXISTS (
                           SELECT 1 FROM review AS other
                           WHERE other.submission_id = review.submission_id AND other.id <> review.id
                             AND other.assessor_id IN ($1, $2)))
                       ORDER BY review.id LIMIT 1000";
        /// An address goes back.
        ADDRESS_BACK = "UPDATE email_address SET person_id = $3 WHERE address = $1 AND person_id = $2";
        /// A role goes back.
        MEMBERSHIP_BACK = "UPDATE membership SET person_id = $3 WHERE id = $1 AND person_id = $2";
        /// A role that had ended begins again.
        MEMBERSHIP_AGAIN = "UPDATE membership SET until = NULL WHERE id = $1";
        /// A pursuit goes back.
        PURSUIT_BACK = "UPDATE pursuit SET person_id = $3 WHERE id = $1 AND person_id = $2";
        /// An award goes back.
        AWARD_BACK = "UPDATE award SET person_id = $3 WHERE id = $1 AND person_id = $2";
        /// A qualification goes back.
        QUALIFICATION_BACK = "UPDATE qualification SET person_id = $3 WHERE id = $1 AND person_id = $2";
        /// A review that still waits goes back.
        REVIEW_BACK = "UPDATE review SET assessor_id = $3
                       WHERE id = $1 AND assessor_id = $2 AND state IN ('assigned', 'opened')";
    }
}

/// What went from one account to the other: ids, and addresses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Addresses.
    pub addresses: Vec<String>,
    /// Roles.
    pub memberships: Vec<String>,
    /// Roles that ended, since the other account has them.
    pub ended: Vec<String>,
    /// Pursuits.
    pub pursuits: Vec<String>,
    /// Awards.
    pub awards: Vec<String>,
    /// Qualifications.
    pub qualifications: Vec<String>,
    /// Reviews that were waiting.
    pub reviews: Vec<String>,
}

/// A merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// Its id.
    pub id: PersonMergeId,
    /// The account that goes on.
    pub kept: PersonId,
    /// The account that went into it.
    pub merged: PersonId,
    /// The name of the account that went into it.
    pub name: String,
    /// Why.
    pub reason: String,
    /// When.
    pub merged_at: Timestamp,
    /// What went over.
    pub moved: Moved,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
}

/// A merge to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMerge<'a> {
    /// Its id.
    pub id: PersonMergeId,
    /// The account that goes on.
    pub kept: PersonId,
    /// The account that goes into it.
    pub merged: PersonId,
    /// By whom.
    pub by: PersonId,
    /// Why.
    pub reason: &'a str,
    /// What went over.
    pub moved: &'a Moved,
}

/// Moves what one account has to the other.
///
/// # Errors
/// Those of the database.
pub fn move_all(
    tx: &Tx,
    from: PersonId,
    to: PersonId,
    now: Timestamp,
) -> Result<Moved, StoreError> {
    let ids = |statement: &Statement| -> Result<Vec<String>, StoreError> {
        let rows = tx.rows(statement, &args![from, to])?;
        rows.iter().map(|row| row.get("id")).collect()
    };
    let mut moved = Moved {
        addresses: ids(&sql::ADDRESSES)?,
        memberships: ids(&sql::MEMBERSHIPS)?,
        ended: Vec::new(),
        pursuits: ids(&sql::PURSUITS)?,
        awards: ids(&sql::AWARDS)?,
        qualifications: ids(&sql::QUALIFICATIONS)?,
        reviews: ids(&sql::REVIEWS)?,
    };
    let rows = tx.rows(&sql::END_MEMBERSHIPS, &args![from, now])?;
    moved.ended = rows
        .iter()
        .map(|row| row.get("id"))
        .collect::<Result<_, _>>()?;
    Ok(moved)
}

/// Moves back what a merge moved, as far as the kept account still has it.
///
/// # Errors
/// Those of the database.
pub fn move_back(tx: &Tx, it: &Merge) -> Result<(), StoreError> {
    let moved = &it.moved;
    let lists: [(&Statement, &[String]); 6] = [
        (&sql::ADDRESS_BACK, &moved.addresses),
        (&sql::MEMBERSHIP_BACK, &moved.memberships),
        (&sql::PURSUIT_BACK, &moved.pursuits),
        (&sql::AWARD_BACK, &moved.awards),
        (&sql::QUALIFICATION_BACK, &moved.qualifications),
        (&sql::REVIEW_BACK, &moved.reviews),
    ];
    for (statement, ids) in lists {
        for id in ids {
            tx.execute(statement, &args![id, it.kept, it.merged])?;
        }
    }
    for id in &moved.ended {
        tx.execute(&sql::MEMBERSHIP_AGAIN, &args![id])?;
    }
    Ok(())
}

/// Reviews that wait and may not: of the work of one of two accounts by the other, or both of one
/// submission.
///
/// # Errors
/// Those of the database.
pub fn in_conflict(
    tx: &Tx,
    kept: PersonId,
    merged: PersonId,
) -> Result<Vec<(ReviewId, SubmissionId)>, StoreError> {
    let rows = tx.rows(&sql::IN_CONFLICT, &args![kept, merged])?;
    rows.iter()
        .map(|row| Ok((row.get("id")?, row.get("submission_id")?)))
        .collect()
}

/// Keeps a merge; answers whether the account was not merged already.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &Tx, it: &NewMerge<'_>, now: Timestamp) -> Result<bool, StoreError> {
    let moved = serde_json::to_string(it.moved)
        .map_err(|error| StoreError::Other(format!("what a merge moved: {error}")))?;
    let row = args![it.id, it.kept, it.merged, it.by, it.reason, now, moved];
    Ok(tx.execute(&sql::INSERT, &row)? == 1)
}

/// The merge of that id.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: PersonMergeId) -> Result<Option<Merge>, StoreError> {
    let row = tx.optional(&sql::FIND, &args![id])?;
    row.as_ref().map(merge).transpose()
}

/// The merges into an account, newest first, at most 20.
///
/// # Errors
/// Those of the database.
pub fn into(tx: &Tx, kept: PersonId) -> Result<Vec<Merge>, StoreError> {
    let rows = tx.rows(&sql::INTO, &args![kept])?;
    rows.iter().map(merge).collect()
}

/// The account into which one was merged, if it was.
///
/// # Errors
/// Those of the database.
pub fn merged_into(tx: &Tx, person: PersonId) -> Result<Option<PersonId>, StoreError> {
    let row = tx.optional(&sql::IS_MERGED, &args![person])?;
    row.map(|row| row.get("kept_id")).transpose()
}

/// Every merged account with the one that was kept.
///
/// # Errors
/// Those of the database.
pub fn all(tx: &Tx) -> Result<Vec<(PersonId, PersonId)>, StoreError> {
    let rows = tx.rows(&sql::ALL_MERGED, &args![])?;
    rows.iter()
        .map(|row| Ok((row.get("merged_id")?, row.get("kept_id")?)))
        .collect()
}

/// Notes that a merge is undone; answers whether it was not already.
///
/// # Errors
/// Those of the database.
pub fn undo(tx: &Tx, id: PersonMergeId, by: PersonId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::UNDO, &args![id, now, by])? == 1)
}

fn merge(row: &Row) -> Result<Merge, StoreError> {
    Ok(Merge {
        id: row.get("id")?,
        kept: row.get("kept_id")?,
        merged: row.get("merged_id")?,
        name: row.get("name")?,
        reason: row.get("reason")?,
        merged_at: row.get("merged_at")?,
        moved: row.parse("moved", |text| serde_json::from_str(text).ok())?,
        undone_at: row.get("undone_at")?,
    })
}
