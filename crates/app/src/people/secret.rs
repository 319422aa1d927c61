//! Secrets that a person carries: of a session, of the set-up. The database has their hash only.

use domain::audit::sha256_hex;

/// A fresh secret: 256 random bits in lower-case hexadecimal.
pub(super) fn of_bytes(bytes: [u8; 32]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What is kept of a secret. It is as long as its hash, so that no slow hash is needed.
pub(super) fn hash(secret: &str) -> String {
    sha256_hex(secret)
}

/// Could this be a secret at all? Keeps long nonsense away from the database.
pub(super) fn is_plausible(secret: &str) -> bool {
    secret.len() == 64 && secret.bytes().all(|byte| byte.is_ascii_hexdigit())
}
