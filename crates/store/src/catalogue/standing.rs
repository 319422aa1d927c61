//! How a person stands with a micro-credential.

use domain::ids::{AwardId, MicroCredentialId, PersonId, PursuitId};

use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// The latest pursuit of a person, with its award if it led to one.
        STANDING = "SELECT pursuit.id AS pursuit_id, award.id AS award_id
                    FROM pursuit LEFT JOIN award ON award.pursuit_id = pursuit.id
                    WHERE pursuit.person_id = $1 AND pursuit.micro_credential_id = $2
                    ORDER BY pursuit.started_at DESC LIMIT 1";
    }
}

/// The latest pursuit of a person for a micro-credential, and the award that it led to.
///
/// # Errors
/// Those of the database.
pub fn standing(
    tx: &Tx,
    person: PersonId,
    micro_credential: MicroCredentialId,
) -> Result<Option<(PursuitId, Option<AwardId>)>, StoreError> {
    let Some(row) = tx.optional(&sql::STANDING, &args![person, micro_credential])? else {
        return Ok(None);
    };
    Ok(Some((row.get("pursuit_id")?, row.get("award_id")?)))
}
