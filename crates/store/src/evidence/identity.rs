//! Who must not be recognised in a pursuit: names and addresses of its educator, and of the schools
//! and districts where they work.

use std::collections::BTreeSet;

use domain::evidence::blindness::{Identity, PlaceName, Whose};
use domain::ids::PersonId;
use domain::people::OrganizationKind;
use jiff::Timestamp;

use crate::people::membership::places_of;
use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// The name of a person with each of their addresses.
        PERSON = "SELECT p.name, a.address
                  FROM person p LEFT JOIN email_address a ON a.person_id = p.id
                  WHERE p.id = $1";
    }
}

/// The identity of a person; two statements.
///
/// # Errors
/// Those of the database.
pub fn identity_of(tx: &Tx, person: PersonId, now: Timestamp) -> Result<Identity, StoreError> {
    let mut identity = Identity::default();
    for row in tx.rows(&sql::PERSON, &args![person])? {
        identity.names.insert(row.get("name")?);
        identity
            .addresses
            .extend(row.get::<Option<String>>("address")?);
    }
    let places = places_of(tx, person, now)?.into_iter();
    identity.places = places
        .filter_map(|it| {
            let whose = match it.kind {
                OrganizationKind::School => Whose::School,
                OrganizationKind::District => Whose::District,
                _ => return None,
            };
            Some(PlaceName {
                whose,
                name: it.name,
            })
        })
        .collect::<BTreeSet<_>>();
    Ok(identity)
}
