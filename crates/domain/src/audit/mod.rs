//! Every change of state is an event: who, as which role, what, on what, when, and the hash of
//! the new state. People appear by opaque id only.

pub mod log;
pub mod merkle;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::ids::PersonId;
use crate::people::Role;

/// What happened, before the store adds id and time.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Stable, kebab-case name such as `submission-made`.
    pub kind: &'static str,
    /// Sort of thing that it happened to, such as `pursuit`.
    pub subject_kind: &'static str,
    /// Id of that thing.
    pub subject: String,
    /// Who did it; nobody when the product acted by itself.
    pub person: Option<PersonId>,
    /// As which role, where one was needed.
    pub role: Option<Role>,
    /// The rest of what a reader of the log needs, without personal details.
    pub detail: Value,
}

impl Fact {
    /// An event of the product itself.
    pub fn of(kind: &'static str, subject_kind: &'static str, subject: impl ToString) -> Self {
        Self {
            kind,
            subject_kind,
            subject: subject.to_string(),
            person: None,
            role: None,
            detail: Value::Null,
        }
    }

    /// The same, done by a person in a role.
    #[must_use]
    pub fn by(mut self, person: PersonId, role: Option<Role>) -> Self {
        self.person = Some(person);
        self.role = role;
        self
    }

    /// The same, with detail.
    #[must_use]
    pub fn with(mut self, detail: Value) -> Self {
        self.detail = detail;
        self
    }
}

/// SHA-256 of a text or of bytes, in lower-case hexadecimal.
pub fn sha256_hex(bytes: impl AsRef<[u8]>) -> String {
    Sha256::digest(bytes.as_ref())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
