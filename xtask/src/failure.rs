//! Why a step could not do its work.

use std::fmt;

/// A sentence for the developer: what went wrong, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(String);

impl Failure {
    /// A failure described by one or more sentences.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// Turns an input-output error into a sentence about what was being done.
    pub fn during(doing: impl fmt::Display) -> impl FnOnce(std::io::Error) -> Self {
        move |error| Self(format!("{doing}: {error}"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

impl From<throwaway::Failure> for Failure {
    fn from(failure: throwaway::Failure) -> Self {
        Self(failure.to_string())
    }
}
