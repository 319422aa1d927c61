//! Multikey: public and secret keys as one word (Controlled Identifiers 1.0, section 2.2.2).

mod secret;

pub use secret::SecretKey;

/// Longest key text that is decoded, in characters; base 58 costs the square of its length.
const MAX_TEXT: usize = 1_024;
/// The kinds of key that a multicodec prefix names here. Only [`KeyType::Ed25519`] can verify.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum KeyType {
    Ed25519,
    X25519,
    Secp256k1,
    P256,
    P384,
    P521,
    Rsa,
    Bls12381G1,
    Bls12381G2,
    Bls12381G1AndG2,
}

/// Prefix and, where it is fixed, the length of the key in bytes.
const PUBLIC: [(KeyType, [u8; 2], Option<usize>); 10] = [
    (KeyType::Ed25519, [0xed, 0x01], Some(32)),
    (KeyType::X25519, [0xec, 0x01], Some(32)),
    (KeyType::Secp256k1, [0xe7, 0x01], Some(33)),
    (KeyType::P256, [0x80, 0x24], Some(33)),
    (KeyType::P384, [0x81, 0x24], Some(49)),
    (KeyType::P521, [0x82, 0x24], Some(67)),
    (KeyType::Rsa, [0x85, 0x24], None),
    (KeyType::Bls12381G1, [0xea, 0x01], Some(48)),
    (KeyType::Bls12381G2, [0xeb, 0x01], Some(96)),
    (KeyType::Bls12381G1AndG2, [0xee, 0x01], Some(144)),
];

impl KeyType {
    /// The name used in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ed25519 => "Ed25519",
            Self::X25519 => "X25519",
            Self::Secp256k1 => "secp256k1",
            Self::P256 => "P-256",
            Self::P384 => "P-384",
            Self::P521 => "P-521",
            Self::Rsa => "RSA",
            Self::Bls12381G1 => "BLS12-381 G1",
            Self::Bls12381G2 => "BLS12-381 G2",
            Self::Bls12381G1AndG2 => "BLS12-381 G1 and G2",
        }
    }
}

/// Why a text is not a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Not `z` and base 58.
    #[error("expected \"z\" and base 58 (Bitcoin alphabet), at most {MAX_TEXT} characters")]
    Encoding,
    /// The prefix names no kind of key known here.
    #[error("the key prefix {0} is not known")]
    UnknownPrefix(String),
    /// The wrong number of bytes for its kind.
    #[error("a {kind} key has {expected} bytes, found {found}")]
    Length {
        /// Kind of key.
        kind: &'static str,
        /// Bytes such a key has.
        expected: usize,
        /// Bytes found.
        found: usize,
    },
    /// A key of a kind that cannot do what is asked.
    #[error("{found} keys cannot be used here, only Ed25519")]
    NotEd25519 {
        /// Kind found.
        found: &'static str,
    },
    /// The bytes are no point of the curve, or one of the few weak points.
    #[error("the bytes are not a usable Ed25519 public key")]
    NotAPoint,
    /// The public half does not belong to the secret half.
    #[error("the public key does not belong to the secret key")]
    Mismatch,
}

/// A public key of a known kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PublicKey {
    key_type: KeyType,
    bytes: Vec<u8>,
}

impl PublicKey {
    /// An Ed25519 key from its 32 bytes.
    ///
    /// # Errors
    /// [`KeyError::Length`] for any other number of bytes.
    pub fn ed25519(bytes: &[u8]) -> Result<Self, KeyError> {
        Self::of(KeyType::Ed25519, bytes, Some(32))
    }

    /// Reads a `publicKeyMultibase`, such as `z6Mk...`.
    ///
    /// # Errors
    /// [`KeyError`] says what is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let decoded = decode(text)?;
        for (key_type, prefix, length) in PUBLIC {
            if let Some(bytes) = decoded.strip_prefix(&prefix[..]) {
                return Self::of(key_type, bytes, length);
            }
        }
        let prefix = decoded.get(..2).unwrap_or(&decoded);
        Err(KeyError::UnknownPrefix(crate::rdfc::hex(prefix)))
    }

    fn of(key_type: KeyType, bytes: &[u8], length: Option<usize>) -> Result<Self, KeyError> {
        match length {
            Some(expected) if bytes.len() != expected => Err(KeyError::Length {
                kind: key_type.name(),
                expected,
                found: bytes.len(),
            }),
            _ => Ok(Self {
                key_type,
                bytes: bytes.to_vec(),
            }),
        }
    }

    /// The kind of key.
    #[must_use]
    pub fn key_type(&self) -> KeyType {
        self.key_type
    }

    /// The key without its prefix.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The `publicKeyMultibase`.
    #[must_use]
    pub fn to_multibase(&self) -> String {
        let prefix = PUBLIC
            .iter()
            .find(|(key_type, ..)| *key_type == self.key_type)
            .map_or([0, 0], |(_, prefix, _)| *prefix);
        encode(&[&prefix[..], &self.bytes].concat())
    }

    /// The key in the form that verifies signatures.
    ///
    /// # Errors
    /// [`KeyError::NotEd25519`] or [`KeyError::NotAPoint`].
    pub fn verifying(&self) -> Result<ed25519_dalek::VerifyingKey, KeyError> {
        if self.key_type != KeyType::Ed25519 {
            return Err(KeyError::NotEd25519 {
                found: self.key_type.name(),
            });
        }
        let bytes =
            <&[u8; 32]>::try_from(self.bytes.as_slice()).map_err(|_| KeyError::NotAPoint)?;
        let key =
            ed25519_dalek::VerifyingKey::from_bytes(bytes).map_err(|_| KeyError::NotAPoint)?;
        if key.is_weak() {
            return Err(KeyError::NotAPoint);
        }
        Ok(key)
    }

    /// Is this an Ed25519 signature of this key over that message?
    #[must_use]
    pub fn has_signed(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        let signature = ed25519_dalek::Signature::from_bytes(signature);
        self.verifying()
            .is_ok_and(|key| key.verify_strict(message, &signature).is_ok())
    }
}

/// Multibase base58btc, decoded.
pub(crate) fn decode(text: &str) -> Result<Vec<u8>, KeyError> {
    if text.len() > MAX_TEXT {
        return Err(KeyError::Encoding);
    }
    let digits = text.strip_prefix('z').ok_or(KeyError::Encoding)?;
    bs58::decode(digits)
        .into_vec()
        .map_err(|_| KeyError::Encoding)
}

/// Multibase base58btc.
pub(crate) fn encode(bytes: &[u8]) -> String {
    format!("z{}", bs58::encode(bytes).into_string())
}

#[cfg(test)]
mod tests {
    use super::secret::ED25519_SECRET;
    use super::*;

    #[test]
    fn both_halves_of_a_key_survive_their_text_form() {
        let key = SecretKey::from_seed(&[7; 32]);
        let text = key.to_multibase();
        assert!(text.starts_with("z3u2"));
        assert_eq!(SecretKey::parse(&text).unwrap().public(), key.public());
        let public = key.public().to_multibase();
        assert!(public.starts_with("z6Mk"));
        assert_eq!(PublicKey::parse(&public).unwrap(), key.public());
    }

    #[test]
    fn a_secret_key_with_a_foreign_public_half_is_refused() {
        let text = encode(&[&ED25519_SECRET[..], &[7; 32], &[9; 32]].concat());
        assert_eq!(SecretKey::parse(&text).err(), Some(KeyError::Mismatch));
    }

    #[test]
    fn a_secret_key_does_not_show_itself() {
        assert_eq!(
            format!("{:?}", SecretKey::from_seed(&[7; 32])),
            "SecretKey(hidden)"
        );
    }

    #[test]
    fn a_weak_public_key_verifies_nothing() {
        assert_eq!(
            PublicKey::ed25519(&[0; 32]).unwrap().verifying().err(),
            Some(KeyError::NotAPoint)
        );
    }

    #[test]
    fn texts_that_are_no_keys_are_refused_with_a_reason() {
        assert_eq!(PublicKey::parse("6Mk"), Err(KeyError::Encoding));
        assert_eq!(PublicKey::parse("z0OIl"), Err(KeyError::Encoding));
        assert_eq!(
            PublicKey::parse(&format!("z{}", "1".repeat(2_000))),
            Err(KeyError::Encoding)
        );
        assert!(matches!(
            PublicKey::parse(&encode(&[1, 2, 3])),
            Err(KeyError::UnknownPrefix(_))
        ));
        assert!(matches!(
            PublicKey::parse(&encode(&[0xed, 1, 3])),
            Err(KeyError::Length { .. })
        ));
    }
}
