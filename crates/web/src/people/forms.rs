//! What the forms of this room read.

use std::str::FromStr;

use app::people::After;
use domain::refusal::{Refusal, Request};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use crate::trouble::Trouble;

/// Where a list goes on.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Onward {
    /// After which line.
    #[serde(default)]
    pub after: String,
}

/// An id in an address; what is none leads nowhere.
pub(crate) fn id_in<T: FromStr>(text: &str) -> Result<T, Trouble> {
    text.parse()
        .map_err(|_| Refusal::from(Request::NoSuchPage).into())
}

/// Length of an id as text.
const ID: usize = 36;

/// Where a list of people goes on, as one text: the person's id, then the name.
pub(crate) fn written(after: &After) -> String {
    format!("{}{}", after.person, after.name)
}

/// The same in an address.
pub(crate) fn in_address(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// Reads what [`written`] wrote; anything else begins at the first.
pub(crate) fn read(text: &str) -> Option<After> {
    let (person, name) = text.split_at_checked(ID)?;
    Some(After {
        person: person.parse().ok()?,
        name: name.chars().take(120).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_list_survives_its_address() {
        let after = After {
            name: "Zoë & Núñez".to_owned(),
            person: domain::ids::PersonId::from_u128(7),
        };
        assert_eq!(read(&written(&after)), Some(after));
        assert_eq!(in_address("ë&"), "%C3%AB%26");
        assert_eq!(read("nonsense"), None);
        assert_eq!(read(&"ü".repeat(40)), None);
    }
}
