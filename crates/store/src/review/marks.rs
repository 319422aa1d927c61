//! Marks: drafts until the review is handed in, then part of its scorecard for ever.

use std::collections::BTreeMap;

use domain::catalogue::Slug;
use domain::ids::{PersonId, ReviewId, SubmissionId};
use domain::review::{Confidence, DraftMark, Mark, Scorecard};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// Those of a review.
        OF_REVIEW = "SELECT criterion, level, confidence, feedback, version, saved_at
                     FROM mark WHERE review_id = $1";
        /// The next version of a mark.
        SAVE = "INSERT INTO mark (review_id, criterion, level, confidence, feedback, version, saved_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (review_id, criterion) DO UPDATE
                SET level = excluded.level, confidence = excluded.confidence, feedback = excluded.feedback,
                    version = excluded.version, saved_at = excluded.saved_at
                WHERE mark.version = excluded.version - 1";
        /// The marks of all reviews of a submission that are handed in.
        LOCKED = "SELECT r.id, r.assessor_id, r.seat, m.criterion, m.level, m.confidence, m.feedback
                  FROM review r JOIN mark m ON m.review_id = r.id
                  WHERE r.submission_id = $1 AND r.state = 'locked'
                  ORDER BY r.seat";
    }
}

/// A mark as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedMark {
    /// What it says so far.
    pub draft: DraftMark,
    /// Grows with every save, from 1.
    pub version: u64,
    /// When it was saved.
    pub saved_at: Timestamp,
}

/// The marks of a review.
///
/// # Errors
/// Those of the database.
pub fn marks(tx: &Tx, review: ReviewId) -> Result<BTreeMap<Slug, SavedMark>, StoreError> {
    let rows = tx.rows(&sql::OF_REVIEW, &args![review])?;
    rows.iter()
        .map(|row| {
            let saved = SavedMark {
                draft: draft(row)?,
                version: row.get("version")?,
                saved_at: row.get("saved_at")?,
            };
            Ok((criterion(row)?, saved))
        })
        .collect()
}

/// Keeps a mark whose version follows the one that is stored. The caller has read in the same
/// unit that the review is open.
///
/// # Errors
/// Those of the database. If another version is stored by now, the unit is undone and run again.
pub fn save_mark(
    tx: &Tx,
    review: ReviewId,
    criterion: &Slug,
    mark: &SavedMark,
) -> Result<(), StoreError> {
    let row = args![
        review,
        criterion.to_string(),
        mark.draft.level.map(i64::from),
        mark.draft.confidence.map(Confidence::as_str),
        &mark.draft.feedback,
        mark.version,
        mark.saved_at
    ];
    match tx.execute(&sql::SAVE, &row)? {
        0 => Err(tx.run_again()),
        _ => Ok(()),
    }
}

/// The scorecards of a submission that are handed in, by seat.
///
/// # Errors
/// Those of the database.
pub fn scorecards(tx: &Tx, submission: SubmissionId) -> Result<Vec<Scorecard>, StoreError> {
    let mut cards: Vec<Scorecard> = Vec::new();
    for row in tx.rows(&sql::LOCKED, &args![submission])? {
        let review: ReviewId = row.get("id")?;
        let mark = (criterion(&row)?, locked(&row)?);
        match cards.last_mut().filter(|card| card.review == review) {
            Some(card) => drop(card.marks.insert(mark.0, mark.1)),
            None => cards.push(Scorecard {
                review,
                assessor: row.get::<PersonId>("assessor_id")?,
                seat: super::seats::seat(&row)?,
                marks: BTreeMap::from([mark]),
            }),
        }
    }
    Ok(cards)
}

fn criterion(row: &Row) -> Result<Slug, StoreError> {
    row.parse("criterion", |text| text.parse().ok())
}

fn draft(row: &Row) -> Result<DraftMark, StoreError> {
    Ok(DraftMark {
        level: row.get("level")?,
        confidence: confidence(row)?,
        feedback: row.get("feedback")?,
    })
}

fn locked(row: &Row) -> Result<Mark, StoreError> {
    Ok(Mark {
        level: row.get("level")?,
        confidence: confidence(row)?.unwrap_or(Confidence::Sure),
        feedback: row.get("feedback")?,
    })
}

fn confidence(row: &Row) -> Result<Option<Confidence>, StoreError> {
    let word: Option<String> = row.get("confidence")?;
    word.map(|word| {
        Confidence::parse(&word)
            .ok_or_else(|| row.inconsistent("confidence", "found a word that has no meaning here"))
    })
    .transpose()
}
