//! E-mail addresses of persons.

use serde::{Deserialize, Serialize};

use crate::refusal::Place;

/// An e-mail address, trimmed and lower-cased, so that one mailbox is one address.
///
/// At most 254 bytes (RFC 5321 section 4.5.3.1.3): one `@`, something before it, a domain with a
/// dot or `localhost` after it, no white space or control characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Reads an address as a person types it.
    pub fn parse(field: &str, text: &str) -> Result<Self, Place> {
        let address = text.trim().to_lowercase();
        if address.is_empty() {
            return Err(Place::new(field, "address-missing"));
        }
        if is_plausible(&address) {
            Ok(Self(address))
        } else {
            Err(Place::new(field, "address-unusable"))
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_plausible(address: &str) -> bool {
    let Some((local, domain)) = address.split_once('@') else {
        return false;
    };
    address.len() <= 254
        && !local.is_empty()
        && local.len() <= 64
        && !domain.contains('@')
        && (domain == "localhost" || domain.contains('.'))
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && !address
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || "<>,;:\"()[]\\".contains(c))
}

impl TryFrom<String> for EmailAddress {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        Self::parse("address", &text).map_err(|_| format!("not an e-mail address: {text}"))
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mailbox_is_one_address_however_it_is_typed() {
        assert_eq!(
            EmailAddress::parse("email", "  Ana.Ruiz@Example.ORG ")
                .unwrap()
                .as_str(),
            "ana.ruiz@example.org"
        );
    }

    #[test]
    fn what_cannot_receive_mail_is_refused() {
        for text in [
            "",
            "ana",
            "@x.org",
            "a@b",
            "a b@x.org",
            "a@x.org\nbcc:b@x.org",
            "a@@x.org",
            "a@.org",
            "<a@x.org>",
        ] {
            assert!(EmailAddress::parse("email", text).is_err(), "{text:?}");
        }
    }
}
