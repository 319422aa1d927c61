//! Pins, and what assessors note for themselves.

use domain::ids::{PinId, PursuitId, ReviewId};
use domain::review::pin::Pin;
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more.
        ADD = "INSERT INTO pin (id, review_id, criterion, piece, place, created_at)
               VALUES ($1, $2, $3, $4, $5, $6)";
        /// It is taken out.
        REMOVE = "DELETE FROM pin WHERE id = $1 AND review_id = $2";
        /// Those of a review, oldest first.
        OF_REVIEW = "SELECT id, review_id, criterion, piece, place FROM pin
                     WHERE review_id = $1 ORDER BY created_at, id";
        /// Those of every locked review of a pursuit.
        OF_PURSUIT = "SELECT n.id, n.review_id, n.criterion, n.piece, n.place
                      FROM submission s
                      JOIN review r ON r.submission_id = s.id
                      JOIN pin n ON n.review_id = r.id
                      WHERE s.pursuit_id = $1 AND r.state = 'locked'
                      ORDER BY n.created_at, n.id";
        /// The private note of a review.
        NOTE = "SELECT body, version FROM private_note WHERE review_id = $1";
        /// Its next version.
        SAVE_NOTE = "INSERT INTO private_note (review_id, body, version, saved_at)
                     VALUES ($1, $2, $3, $4)
                     ON CONFLICT (review_id) DO UPDATE
                     SET body = excluded.body, version = excluded.version, saved_at = excluded.saved_at
                     WHERE private_note.version = excluded.version - 1";
    }
}

/// A private note as it is stored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrivateNote {
    /// In which words.
    pub body: String,
    /// Grows with every save, from 1; 0 before the first.
    pub version: u64,
}

/// Keeps a pin.
///
/// # Errors
/// Those of the database.
pub fn add_pin(tx: &Tx, review: ReviewId, it: &Pin, now: Timestamp) -> Result<(), StoreError> {
    let row = args![
        it.id,
        review,
        it.criterion.to_string(),
        written(serde_json::to_string(&it.piece))?,
        written(serde_json::to_string(&it.place))?,
        now
    ];
    tx.execute(&sql::ADD, &row).map(|_| ())
}

/// Takes a pin out of a review; `false` if it is not in there.
///
/// # Errors
/// Those of the database.
pub fn remove_pin(tx: &Tx, review: ReviewId, pin: PinId) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::REMOVE, &args![pin, review])? == 1)
}

/// The pins of a review, oldest first.
///
/// # Errors
/// Those of the database.
pub fn pins(tx: &Tx, review: ReviewId) -> Result<Vec<Pin>, StoreError> {
    let rows = tx.rows(&sql::OF_REVIEW, &args![review])?;
    rows.iter().map(pin).collect()
}

/// The pins of every locked review of a pursuit, each with its review.
///
/// # Errors
/// Those of the database.
pub fn pins_of_pursuit(tx: &Tx, pursuit: PursuitId) -> Result<Vec<(ReviewId, Pin)>, StoreError> {
    let rows = tx.rows(&sql::OF_PURSUIT, &args![pursuit])?;
    rows.iter()
        .map(|row| Ok((row.get("review_id")?, pin(row)?)))
        .collect()
}

/// The private note of a review; an empty one before the first save.
///
/// # Errors
/// Those of the database.
pub fn private_note(tx: &Tx, review: ReviewId) -> Result<PrivateNote, StoreError> {
    let Some(row) = tx.optional(&sql::NOTE, &args![review])? else {
        return Ok(PrivateNote::default());
    };
    Ok(PrivateNote {
        body: row.get("body")?,
        version: row.get("version")?,
    })
}

/// Keeps a private note whose version follows the one that is stored.
///
/// # Errors
/// Those of the database. If another version is stored by now, the unit is undone and run again.
pub fn save_private_note(
    tx: &Tx,
    review: ReviewId,
    it: &PrivateNote,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = args![review, &it.body, it.version, now];
    match tx.execute(&sql::SAVE_NOTE, &row)? {
        0 => Err(tx.run_again()),
        _ => Ok(()),
    }
}

fn written(json: serde_json::Result<String>) -> Result<String, StoreError> {
    json.map_err(|error| StoreError::Other(format!("a pin that cannot be written: {error}")))
}

fn pin(row: &Row) -> Result<Pin, StoreError> {
    Ok(Pin {
        id: row.get("id")?,
        criterion: row.parse("criterion", |text| text.parse().ok())?,
        piece: row.parse("piece", |text| serde_json::from_str(text).ok())?,
        place: row.parse("place", |text| serde_json::from_str(text).ok())?,
    })
}
