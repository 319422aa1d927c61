//! Issuing: the only way from a badge to a signature.

use jiff::Timestamp;
use serde_json::Value;

use super::Badge;
use crate::canonical::{self, DocumentError};
use crate::contexts::{ContextError, ContextSet};
use crate::eddsa::{self, SignError};
use crate::house::{self, Finding};
use crate::multikey::SecretKey;

/// Why a badge was not issued.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IssueError {
    /// It breaks the house profile.
    #[error("the badge breaks the house profile: {}", list(.0))]
    House(Vec<Finding>),
    /// The key is not one of the issuer's.
    #[error("the verification method {method:?} does not belong to the issuer {issuer:?}")]
    ForeignMethod {
        /// Verification method given.
        method: String,
        /// The issuer of the badge.
        issuer: String,
    },
    /// It means one thing under today's Open Badges context and another under the older one that wallets hold.
    #[error(
        "the badge does not mean the same under both published contents of the Open Badges context"
    )]
    Ambiguous,
    /// It cannot be signed safely.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// A compiled-in context is broken.
    #[error(transparent)]
    Context(#[from] ContextError),
}

fn list(findings: &[Finding]) -> String {
    findings
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

/// Checks a badge against the house profile, and signs it.
///
/// # Errors
/// [`IssueError`]; nothing is signed then.
pub fn issue(
    badge: &Badge,
    key: &SecretKey,
    verification_method: &str,
    created: Timestamp,
) -> Result<Value, IssueError> {
    let owner = verification_method.split_once('#').map(|(owner, _)| owner);
    if owner != Some(badge.issuer.id.as_str()) {
        return Err(IssueError::ForeignMethod {
            method: verification_method.to_owned(),
            issuer: badge.issuer.id.clone(),
        });
    }
    let unsigned = badge.to_json();
    let findings = house::lint_unsigned(&unsigned);
    if !findings.is_empty() {
        return Err(IssueError::House(findings));
    }
    means_the_same_under_both(&unsigned)?;
    Ok(eddsa::sign(
        &unsigned,
        key,
        verification_method,
        created,
        ContextSet::trusted()?,
    )?)
}

fn means_the_same_under_both(unsigned: &Value) -> Result<(), IssueError> {
    let refused = |error: DocumentError| IssueError::Sign(error.into());
    let newer = canonical::canonicalize(unsigned, ContextSet::trusted()?).map_err(refused)?;
    let older = canonical::canonicalize(unsigned, ContextSet::trusted_before_2025_11()?)
        .map_err(refused)?;
    if newer == older {
        Ok(())
    } else {
        Err(IssueError::Ambiguous)
    }
}
