//! The house rules that a machine can check: which crate may know which, and what no file may hold.

pub mod arrows;
pub mod rooms;
pub mod sources;

use std::fmt;

/// One place that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breach {
    /// The crate, file or line.
    pub at: String,
    /// What is wrong there, and what the rule is.
    pub what: String,
}

impl Breach {
    fn new(at: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            at: at.into(),
            what: what.into(),
        }
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.at, self.what)
    }
}

/// The breaches, one a line; for the message of a failed test.
pub fn listing(breaches: &[Breach]) -> String {
    let lines: Vec<String> = breaches.iter().map(Breach::to_string).collect();
    lines.join("\n")
}
