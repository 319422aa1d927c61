//! How a holder can be recognized: an Open Badges `IdentityObject`.

use serde_json::{Value, json};

use crate::canonical;
use crate::rdfc::hex;

/// One way to recognize the holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Identity {
    /// An e-mail address as a salted hash: whoever knows the address can check it, nobody else learns it.
    HashedEmail {
        /// `sha256$` and 64 hexadecimal digits.
        hash: String,
        /// The salt, as it went into the hash.
        salt: String,
    },
    /// The holder's name for everyone to read, with the holder's consent only.
    Name(String),
}

impl Identity {
    /// Hashes an e-mail address with 16 bytes of fresh entropy.
    #[must_use]
    pub fn hashed_email(email: &str, entropy: [u8; 16]) -> Self {
        let salt = hex(&entropy);
        Self::HashedEmail {
            hash: hash_email(email, &salt),
            salt,
        }
    }

    pub(super) fn to_json(&self) -> Value {
        match self {
            Self::HashedEmail { hash, salt } => json!({
                "type": "IdentityObject",
                "identityType": "emailAddress",
                "hashed": true,
                "identityHash": hash,
                "salt": salt,
            }),
            Self::Name(name) => json!({
                "type": "IdentityObject",
                "identityType": "name",
                "hashed": false,
                "identityHash": name,
            }),
        }
    }
}

/// The form of an e-mail address that is hashed: no blanks around it, lowercase. A verifier hashes what a person typed,
/// so this rule has to be as public as the badge.
#[must_use]
pub fn normalize_email(email: &str) -> String {
    email.trim().to_lowercase()
}

/// `sha256$` and the hash of the normalized address followed by the salt (Open Badges 3.0, `IdentityObject`).
#[must_use]
pub fn hash_email(email: &str, salt: &str) -> String {
    hash(&normalize_email(email), salt)
}

/// As [`hash_email`], of the text as it is.
pub(crate) fn hash(text: &str, salt: &str) -> String {
    format!(
        "sha256${}",
        hex(&canonical::sha256(&format!("{text}{salt}")))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_hashed_the_same_however_it_is_typed() {
        assert_eq!(
            hash_email(" Ada@Example.ORG ", "s"),
            hash_email("ada@example.org", "s")
        );
        assert_ne!(
            hash_email("ada@example.org", "s"),
            hash_email("ada@example.org", "t")
        );
    }

    #[test]
    fn the_hash_is_sha_256_of_the_address_followed_by_the_salt() {
        // printf 'ada@example.orgdeadsea' | sha256sum
        let expected = "sha256$4018b7cec54d6d5cc3ec76749ea071574112349b9cb7600bfdd2bf667dfb0e5d";
        assert_eq!(hash_email("ada@example.org", "deadsea"), expected);
    }
}
