//! The canonical form of a JSON-LD document: what a signature covers.

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::contexts::ContextSet;
use crate::expand::{self, ExpandError};
use crate::rdf::{Dataset, Term};
use crate::rdfc::{self, CanonicalizeError, HashAlgorithm};
use crate::statements;

/// Why a document has no canonical form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// It has no safe meaning.
    #[error(transparent)]
    Expand(#[from] ExpandError),
    /// It is built to be slow.
    #[error(transparent)]
    Canonicalize(#[from] CanonicalizeError),
}

/// The statements of a JSON-LD document, in safe mode.
///
/// # Errors
/// [`ExpandError`] if anything in the document is undefined, relative, untrusted or over a limit.
pub fn dataset(document: &Value, contexts: &ContextSet) -> Result<Dataset, ExpandError> {
    rooted(document, contexts).map(|(dataset, _)| dataset)
}

/// As [`dataset`], with the term that stands for the document itself.
pub(crate) fn rooted(
    document: &Value,
    contexts: &ContextSet,
) -> Result<(Dataset, Option<Term>), ExpandError> {
    statements::statements(&expand::expand(document, contexts)?)
}

/// Canonical N-Quads (RDFC-1.0 with SHA-256) of a JSON-LD document, all of it, a `proof` included.
///
/// # Errors
/// [`DocumentError`] says what cannot be signed safely.
pub fn canonicalize(document: &Value, contexts: &ContextSet) -> Result<String, DocumentError> {
    let dataset = dataset(document, contexts)?;
    Ok(rdfc::canonicalize(&dataset, HashAlgorithm::Sha256)?.nquads)
}

/// SHA-256 of a text.
pub(crate) fn sha256(text: &str) -> [u8; 32] {
    Sha256::digest(text).into()
}
