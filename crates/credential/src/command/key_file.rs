//! The file that holds a key pair.

use serde::Deserialize;
use zeroize::Zeroizing;

use crate::multikey::{KeyError, PublicKey, SecretKey};

/// Longest key file, in bytes.
const MAX_BYTES: usize = 64 * 1024;

/// Why a key file cannot be used. Never repeats the secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyFileError {
    /// Not JSON, or without the members.
    #[error(
        "the key file is not JSON of the form {{\"publicKeyMultibase\": \"z6Mk...\", \"secretKeyMultibase\": \"z3u2...\"}}"
    )]
    Form,
    /// The secret key is none.
    #[error("secretKeyMultibase: {0}")]
    Secret(KeyError),
    /// The public key is none, or not that of the secret key.
    #[error("publicKeyMultibase: {0}")]
    Public(KeyError),
}

#[derive(Deserialize)]
struct KeyFile {
    #[serde(rename = "publicKeyMultibase")]
    public: Option<String>,
    // The test vectors of the W3C use an older name.
    #[serde(rename = "secretKeyMultibase", alias = "privateKeyMultibase")]
    secret: String,
}

/// Reads a key file: `secretKeyMultibase`, and `publicKeyMultibase` to check it by.
///
/// # Errors
/// [`KeyFileError`].
pub fn read_key(text: &[u8]) -> Result<SecretKey, KeyFileError> {
    if text.len() > MAX_BYTES {
        return Err(KeyFileError::Form);
    }
    let file: KeyFile = serde_json::from_slice(text).map_err(|_| KeyFileError::Form)?;
    let secret = Zeroizing::new(file.secret);
    let key = SecretKey::parse(&secret).map_err(KeyFileError::Secret)?;
    if let Some(public) = file.public {
        let public = PublicKey::parse(&public).map_err(KeyFileError::Public)?;
        if public != key.public() {
            return Err(KeyFileError::Public(KeyError::Mismatch));
        }
    }
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_names_of_the_secret_key_are_read() {
        let key = SecretKey::from_seed(&[7; 32]);
        let (public, secret) = (key.public().to_multibase(), key.to_multibase());
        for name in ["secretKeyMultibase", "privateKeyMultibase"] {
            let text = format!(
                r#"{{"publicKeyMultibase": "{public}", "{name}": "{}"}}"#,
                *secret
            );
            assert_eq!(read_key(text.as_bytes()).unwrap().public(), key.public());
        }
    }

    #[test]
    fn a_fault_is_named_without_the_secret() {
        let secret = SecretKey::from_seed(&[7; 32]).to_multibase();
        let other = SecretKey::from_seed(&[8; 32]).public().to_multibase();
        let text = format!(
            r#"{{"publicKeyMultibase": "{other}", "secretKeyMultibase": "{}"}}"#,
            *secret
        );
        let error = read_key(text.as_bytes()).unwrap_err();
        assert_eq!(error, KeyFileError::Public(KeyError::Mismatch));
        assert!(!error.to_string().contains(&*secret));
        assert!(
            read_key(b"{}")
                .unwrap_err()
                .to_string()
                .contains("secretKeyMultibase")
        );
    }
}
