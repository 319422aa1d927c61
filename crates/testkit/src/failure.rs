//! Why a test could not be set up.

use std::fmt;

/// A sentence that says what is missing and what to do; a test that returns it fails with it.
pub struct Failure(String);

impl Failure {
    /// From a sentence.
    pub fn new(sentence: impl Into<String>) -> Failure {
        Failure(sentence.into())
    }

    /// From what was being done and what went wrong.
    pub fn of(doing: impl fmt::Display, error: impl fmt::Display) -> Failure {
        Failure(format!("{doing}: {error}"))
    }
}

/// A failing test prints the `Debug` form: the sentence alone.
impl fmt::Debug for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

impl From<throwaway::Failure> for Failure {
    fn from(failure: throwaway::Failure) -> Failure {
        Failure::new(failure.to_string())
    }
}

impl From<store::StoreError> for Failure {
    fn from(error: store::StoreError) -> Failure {
        Failure::of("the store", error)
    }
}
