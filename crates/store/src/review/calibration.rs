//! How often an assessor's marks stood with the decision, by rubric.

use domain::ids::PersonId;
use domain::review::calibration::Calibration;

use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// More of them.
        ADD = "INSERT INTO calibration (person_id, rubric_fingerprint, judged, agreed)
               VALUES ($1, $2, $3, $4)
               ON CONFLICT (person_id, rubric_fingerprint) DO UPDATE
               SET judged = calibration.judged + excluded.judged,
                   agreed = calibration.agreed + excluded.agreed";
    }
}

/// Counts the marks of one more decided scorecard.
///
/// # Errors
/// Those of the database.
pub fn calibrate(
    tx: &Tx,
    assessor: PersonId,
    rubric: &str,
    more: Calibration,
) -> Result<(), StoreError> {
    let row = args![assessor, rubric, more.judged, more.agreed];
    tx.execute(&sql::ADD, &row).map(|_| ())
}
