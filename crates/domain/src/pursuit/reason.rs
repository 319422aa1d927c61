//! Words that somebody owes to an educator.

use super::Refusal;

/// The most characters of a reason.
pub const MAX_REASON: usize = 2_000;

/// What is missing, or why something stands still: said, and short enough to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    /// A reason in these words.
    ///
    /// # Errors
    /// `pursuit-reason-missing`, `pursuit-reason-too-long`.
    pub fn of(words: &str) -> Result<Self, Refusal> {
        let words = words.trim();
        if words.is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        if words.chars().count() > MAX_REASON {
            return Err(Refusal::ReasonTooLong { limit: MAX_REASON });
        }
        Ok(Self(words.to_owned()))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_said_and_has_an_end() {
        assert_eq!(Reason::of(" \n"), Err(Refusal::ReasonMissing));
        assert_eq!(Reason::of(" The log. ").unwrap().as_str(), "The log.");
        let long = "x".repeat(MAX_REASON + 1);
        assert_eq!(
            Reason::of(&long),
            Err(Refusal::ReasonTooLong { limit: MAX_REASON })
        );
    }
}
