//! Texts that were written over and stay.

use domain::ids::PursuitId;
use domain::pursuit::history::Kept;
use domain::pursuit::{Field, FieldText};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One that stays.
        KEEP = "INSERT INTO draft_text_kept (pursuit_id, field, version, body, saved_at, ends_sitting) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (pursuit_id, field, version) DO NOTHING";
        /// Those from the middle of sittings that are old enough to go.
        THIN = "DELETE FROM draft_text_kept WHERE pursuit_id = $1 AND field = $2 AND ends_sitting = 0 AND saved_at < $3";
        /// Those of one field before a version, newest first.
        OF_FIELD = "SELECT version, body, saved_at FROM draft_text_kept
                    WHERE pursuit_id = $1 AND field = $2 AND version < $3
                    ORDER BY version DESC LIMIT $4";
        /// One of them.
        FIND = "SELECT version, body, saved_at FROM draft_text_kept WHERE pursuit_id = $1 AND field = $2 AND version = $3";
    }
}

/// A text that stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptText {
    /// The text and its version.
    pub text: FieldText,
    /// When it was saved.
    pub saved_at: Timestamp,
}

/// Keeps a text that is about to be written over.
///
/// # Errors
/// Those of the database.
pub fn keep_text(
    tx: &Tx,
    pursuit: PursuitId,
    field: &Field,
    old: &KeptText,
    why: Kept,
) -> Result<(), StoreError> {
    let row = args![
        pursuit,
        field.to_string(),
        old.text.version,
        &old.text.text,
        old.saved_at,
        why == Kept::EndOfSitting
    ];
    tx.execute(&sql::KEEP, &row).map(|_| ())
}

/// Lets go of what lies in the middle of sittings and was saved before a time.
///
/// # Errors
/// Those of the database.
pub fn thin(
    tx: &Tx,
    pursuit: PursuitId,
    field: &Field,
    before: Timestamp,
) -> Result<(), StoreError> {
    tx.execute(&sql::THIN, &args![pursuit, field.to_string(), before])
        .map(|_| ())
}

/// What was kept of a field before a version, newest first.
///
/// # Errors
/// Those of the database.
pub fn kept_texts(
    tx: &Tx,
    pursuit: PursuitId,
    field: &Field,
    before: u64,
    limit: u32,
) -> Result<Vec<KeptText>, StoreError> {
    let row = args![pursuit, field.to_string(), before, limit];
    tx.rows(&sql::OF_FIELD, &row)?.iter().map(kept).collect()
}

/// One text that was kept.
///
/// # Errors
/// Those of the database.
pub fn kept_text(
    tx: &Tx,
    pursuit: PursuitId,
    field: &Field,
    version: u64,
) -> Result<Option<KeptText>, StoreError> {
    tx.optional(&sql::FIND, &args![pursuit, field.to_string(), version])?
        .as_ref()
        .map(kept)
        .transpose()
}

fn kept(row: &Row) -> Result<KeptText, StoreError> {
    Ok(KeptText {
        text: FieldText {
            text: row.get("body")?,
            version: row.get("version")?,
        },
        saved_at: row.get("saved_at")?,
    })
}
