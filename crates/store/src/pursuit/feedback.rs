//! What assessors said, without a hint of who they are.

use domain::catalogue::Slug;
use domain::ids::{PursuitId, ReviewId};

use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// The feedback of every locked review of a pursuit.
        OF_PURSUIT = "SELECT m.review_id, m.criterion, m.feedback
                      FROM submission s
                      JOIN review r ON r.submission_id = s.id
                      JOIN mark m ON m.review_id = r.id
                      WHERE s.pursuit_id = $1 AND r.state = 'locked' AND m.feedback <> ''";
    }
}

/// What one assessor said of one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// In which review.
    pub review: ReviewId,
    /// Of which criterion.
    pub criterion: Slug,
    /// In which words.
    pub feedback: String,
}

/// Everything that was said of a pursuit in locked reviews, over all attempts: the outcome of a
/// criterion that was closed earlier points at reviews of that time.
///
/// # Errors
/// Those of the database.
pub fn feedback(tx: &Tx, pursuit: PursuitId) -> Result<Vec<Said>, StoreError> {
    let rows = tx.rows(&sql::OF_PURSUIT, &args![pursuit])?;
    rows.iter()
        .map(|row| {
            Ok(Said {
                review: row.get("review_id")?,
                criterion: row.parse("criterion", |text| text.parse().ok())?,
                feedback: row.get("feedback")?,
            })
        })
        .collect()
}
