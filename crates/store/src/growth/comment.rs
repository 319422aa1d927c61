//! Comments on a draft.

use domain::growth::Comment;
use domain::ids::{CommentId, PersonId, PursuitId};
use jiff::Timestamp;

use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more.
        INSERT = "INSERT INTO draft_comment (id, pursuit_id, person_id, about, body, created_at)
                  VALUES ($1, $2, $3, $4, $5, $6)";
        /// Its words go; that there was one stays.
        REMOVE = "UPDATE draft_comment SET removed_at = $4, body = ''
                  WHERE id = $1 AND pursuit_id = $2 AND person_id = $3 AND removed_at IS NULL";
        /// Those of a pursuit, the oldest first.
        OF_PURSUIT = "SELECT draft_comment.id, draft_comment.person_id, person.name, draft_comment.about,
                             draft_comment.body, draft_comment.created_at
                      FROM draft_comment JOIN person ON person.id = draft_comment.person_id
                      WHERE draft_comment.pursuit_id = $1 AND draft_comment.removed_at IS NULL
                      ORDER BY draft_comment.id LIMIT 500";
    }
}

/// A comment as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: CommentId,
    /// Who wrote it.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What it is about, as it was written.
    pub about: String,
    /// What it says.
    pub text: String,
    /// When.
    pub created_at: Timestamp,
}

/// Keeps a comment.
///
/// # Errors
/// Those of the database.
pub fn insert(
    tx: &Tx,
    id: CommentId,
    pursuit: PursuitId,
    person: PersonId,
    it: &Comment,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = args![id, pursuit, person, it.about.to_string(), &it.text, now];
    tx.execute(&sql::INSERT, &row)?;
    Ok(())
}

/// Takes a person's own comment away; answers whether it was there.
///
/// # Errors
/// Those of the database.
pub fn remove(
    tx: &Tx,
    id: CommentId,
    pursuit: PursuitId,
    person: PersonId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::REMOVE, &args![id, pursuit, person, now])? == 1)
}

/// The comments on a pursuit's draft, the oldest first.
///
/// # Errors
/// Those of the database.
pub fn of_pursuit(tx: &Tx, pursuit: PursuitId) -> Result<Vec<Kept>, StoreError> {
    let rows = tx.rows(&sql::OF_PURSUIT, &args![pursuit])?;
    rows.iter()
        .map(|row| {
            Ok(Kept {
                id: row.get("id")?,
                person: row.get("person_id")?,
                name: row.get("name")?,
                about: row.get("about")?,
                text: row.get("body")?,
                created_at: row.get("created_at")?,
            })
        })
        .collect()
}
