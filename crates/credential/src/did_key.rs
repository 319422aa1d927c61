//! The DID method `key`: an identifier that is a public key.

use serde_json::{Value, json};

use crate::contexts::{DID_V1, MULTIKEY_V1};
use crate::multikey::{KeyError, PublicKey};

/// The identifier of a key.
#[must_use]
pub fn identifier(key: &PublicKey) -> String {
    format!("did:key:{}", key.to_multibase())
}

/// The only verification method of a key's identifier.
#[must_use]
pub fn verification_method(key: &PublicKey) -> String {
    let text = key.to_multibase();
    format!("did:key:{text}#{text}")
}

/// The key in an identifier, whatever its kind.
///
/// # Errors
/// [`KeyError`] if what follows `did:key:` is not a key.
pub fn key(did: &str) -> Result<PublicKey, KeyError> {
    PublicKey::parse(did.strip_prefix("did:key:").ok_or(KeyError::Encoding)?)
}

/// The DID document that an identifier stands for.
///
/// # Errors
/// As [`key`].
pub fn document(did: &str) -> Result<Value, KeyError> {
    let method = verification_method(&key(did)?);
    Ok(json!({
        "@context": [DID_V1, MULTIKEY_V1],
        "id": did,
        "verificationMethod": [{
            "id": method,
            "type": "Multikey",
            "controller": did,
            "publicKeyMultibase": did.trim_start_matches("did:key:"),
        }],
        "assertionMethod": [method],
        "authentication": [method],
    }))
}
