//! Is the installation able to answer?

use store::system::setting;

use crate::Unit;

/// Does the database answer a question?
pub fn database_answers(unit: &Unit<'_>) -> bool {
    setting::find(unit.tx, "readiness").is_ok()
}
