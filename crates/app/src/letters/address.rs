//! Where a letter goes, and what its receiver is called.

use domain::ids::PersonId;
use store::people::person;

use crate::{Outcome, Unit};

/// Somebody who receives letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receiver {
    /// Their name.
    pub name: String,
    /// The language that they chose, as a BCP 47 tag.
    pub language: Option<String>,
    /// The address at which they want them; nothing if they have none.
    pub address: Option<String>,
}

/// A person as the receiver of letters, as they are now. One statement.
///
/// # Errors
/// Those of the database.
pub fn receiver(unit: &Unit<'_>, id: PersonId) -> Outcome<Option<Receiver>> {
    let found = person::receiver(unit.tx, id)?;
    Ok(found.map(|(name, language, address)| Receiver {
        name: name.as_str().to_owned(),
        language,
        address,
    }))
}
