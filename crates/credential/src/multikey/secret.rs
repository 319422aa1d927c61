//! The secret half.

use std::fmt;

use ed25519_dalek::SigningKey;
use zeroize::{Zeroize as _, Zeroizing};

use super::{KeyError, PublicKey, decode, encode};

/// Multicodec `ed25519-priv` as a variable-length integer.
pub(super) const ED25519_SECRET: [u8; 2] = [0x80, 0x26];

/// An Ed25519 secret key. Its memory is wiped when it is dropped, and it never shows itself in debug output.
pub struct SecretKey(SigningKey);

impl fmt::Debug for SecretKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SecretKey(hidden)")
    }
}

impl SecretKey {
    /// The key made from 32 bytes of entropy.
    #[must_use]
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// Reads a `secretKeyMultibase`: `z3u2...` (32 bytes), or the longer form with the public key behind it.
    ///
    /// # Errors
    /// [`KeyError`] says what is wrong with the text; it never repeats the text.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let decoded = Zeroizing::new(decode(text)?);
        let bytes = decoded
            .strip_prefix(&ED25519_SECRET[..])
            .ok_or(KeyError::NotEd25519 { found: "other" })?;
        let wrong = KeyError::Length {
            kind: "Ed25519 secret",
            expected: 32,
            found: bytes.len(),
        };
        let (seed, public) = match bytes.len() {
            32 => (bytes, None),
            64 => (&bytes[..32], Some(&bytes[32..])),
            _ => return Err(wrong),
        };
        let mut seed = <[u8; 32]>::try_from(seed).map_err(|_| wrong)?;
        let key = Self::from_seed(&seed);
        seed.zeroize();
        match public {
            Some(public) if key.public().bytes() != public => Err(KeyError::Mismatch),
            _ => Ok(key),
        }
    }

    /// The `secretKeyMultibase` in its 32-byte form, wiped when dropped.
    #[must_use]
    pub fn to_multibase(&self) -> Zeroizing<String> {
        let bytes = Zeroizing::new([&ED25519_SECRET[..], self.0.as_bytes()].concat());
        Zeroizing::new(encode(&bytes))
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey {
            key_type: super::KeyType::Ed25519,
            bytes: self.0.verifying_key().to_bytes().to_vec(),
        }
    }

    /// An Ed25519 signature over a message (RFC 8032, section 5.1).
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        use ed25519_dalek::Signer as _;
        self.0.sign(message).to_bytes()
    }
}
