//! A submission: an immutable snapshot of a draft.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Attestation, Field};
use crate::audit::sha256_hex;
use crate::catalogue::Slug;
use crate::evidence::Item;
use crate::ids::VersionId;

/// How a submission came to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SubmissionEnd {
    /// Its educator took it back.
    TakenBack,
    /// It was given back as incomplete.
    Returned,
}

impl SubmissionEnd {
    /// The word used in storage and the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TakenBack => "taken-back",
            Self::Returned => "returned",
        }
    }

    /// The end of that word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::TakenBack, Self::Returned]
            .into_iter()
            .find(|it| it.as_str() == word)
    }
}

/// What was submitted. Its JSON is stored as it is and never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The version that was worked on.
    pub version: VersionId,
    /// Texts by field; empty ones are left out.
    pub texts: BTreeMap<Field, String>,
    /// Files.
    pub items: Vec<Item>,
    /// What the educator attested.
    pub attestations: BTreeSet<Attestation>,
    /// SHA-256 of the blindness record that was made with it; nothing in submissions from before
    /// there were such records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blindness: Option<String>,
}

impl Snapshot {
    /// Hash of everything handed in for one prompt or requirement: its texts and files with their
    /// captions. Equal hashes mean that an assessor would see the same.
    pub fn source_hash(&self, source: &Slug) -> String {
        let texts = self
            .texts
            .iter()
            .filter(|(field, _)| field.source() == Some(source));
        let files = self.items.iter().filter(|it| it.requirement == *source);
        let mut parts: Vec<_> = texts
            .map(|(field, text)| format!("{field}\n{}", sha256_hex(text)))
            .collect();
        let mut files: Vec<_> = files
            .map(|it| format!("{}\n{}", it.sha256, sha256_hex(&it.caption)))
            .collect();
        files.sort();
        parts.extend(files);
        sha256_hex(parts.join("\n"))
    }
}

/// The code under which both sides speak of a submission, such as `K7QF-2M9X`: 40 random bits in
/// Crockford's base 32, which has no letters that look alike.
pub fn submission_code(entropy: [u8; 5]) -> String {
    const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let bits = entropy
        .iter()
        .fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
    let digit =
        |n: u64| char::from(DIGITS[usize::try_from(bits >> (35 - 5 * n) & 31).unwrap_or(0)]);
    let code: String = (0..8).map(digit).collect();
    format!("{}-{}", &code[..4], &code[4..])
}
