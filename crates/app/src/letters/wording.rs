//! What the words of a letter are made from. The words themselves are with the pages.

use domain::letters::Pace;
use serde_json::Value;

use super::Kind;

/// One letter, before it has words.
#[derive(Clone, Debug)]
pub struct Occasion {
    /// Which letter.
    pub kind: &'static Kind,
    /// In which language, as a BCP 47 tag.
    pub language: String,
    /// What its text is filled with.
    pub values: Value,
    /// The receiver's name; empty where it is not known.
    pub name: String,
    /// Full address that its button leads to; empty where it may not be shown.
    pub way: String,
    /// Full address at which the receiver gets fewer of these; none where they all have to come.
    pub fewer: Option<String>,
    /// Full address of the page where the receiver chooses what comes how often.
    pub choices: String,
}

/// Several letters that go out as one.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// Each day or each week.
    pub pace: Pace,
    /// In which language, as a BCP 47 tag.
    pub language: String,
    /// The receiver's name.
    pub name: String,
    /// The letters, oldest first; at least one.
    pub letters: Vec<Occasion>,
    /// Full address at which the receiver stops these.
    pub fewer: Option<String>,
    /// Full address of the page where the receiver chooses what comes how often.
    pub choices: String,
}

/// A letter in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// One line that says the state.
    pub subject: String,
    /// As plain text.
    pub text: String,
    /// As HTML.
    pub html: String,
}

/// Finds words.
pub trait Wording: Send + Sync {
    /// The words of a letter.
    ///
    /// # Errors
    /// What stands in the way.
    fn letter(&self, of: &Occasion) -> Result<Written, String>;

    /// The words of several letters that go out as one.
    ///
    /// # Errors
    /// What stands in the way.
    fn gathered(&self, of: &Gathered) -> Result<Written, String>;
}
