//! How a use case ends when it does not succeed.

use domain::refusal::{Refusal, Request};
use store::StoreError;
use store::blob::BlobError;

/// Either somebody is told "no, because", or something broke that nobody expected.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A named refusal: the person is told why and what to do.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// Nobody expected this; it is logged where it is handled.
    #[error("broken: {0}")]
    Broken(String),
}

/// Result of a use case.
pub type Outcome<T> = Result<T, Failure>;

impl Failure {
    /// Wraps an error that nobody expected.
    pub fn broken(error: impl std::fmt::Display) -> Self {
        Self::Broken(error.to_string())
    }
}

macro_rules! from_refusals {
    ($($refusal:ty;)*) => {
        $(impl From<$refusal> for Failure {
            fn from(refusal: $refusal) -> Self {
                Self::Refused(refusal.into())
            }
        })*
    };
}

from_refusals! {
    Refusal;
    Request;
    domain::people::Refusal;
    domain::catalogue::Refusal;
    domain::pursuit::Refusal;
    domain::evidence::Refusal;
    domain::growth::Refusal;
    domain::review::Refusal;
    domain::assessors::Refusal;
    domain::award::Refusal;
}

impl From<BlobError> for Failure {
    fn from(error: BlobError) -> Self {
        Self::Broken(error.to_string())
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict | StoreError::Unavailable(_) | StoreError::Unknown => {
                tracing::warn!(%error, "the database is busy");
                Self::Refused(Request::Busy.into())
            }
            other => Self::Broken(other.to_string()),
        }
    }
}
