//! Reviews: who judges, what they say, and what the rule makes of it.

pub mod assignment;
pub mod calibration;
pub mod decision;
mod refusal;
mod scorecard;

pub use decision::{CriterionOutcome, Outcome, Ruling};
pub use refusal::Refusal;
pub use scorecard::{Confidence, DraftMark, MAX_FEEDBACK, Mark, Scorecard, Seat, complete};

use serde::{Deserialize, Serialize};

/// State of one review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewState {
    /// Given to an assessor, not opened.
    Assigned,
    /// Opened; marks are drafts.
    Opened,
    /// Handed in; marks never change again.
    Locked,
    /// Given back by the assessor; never scored.
    Recused,
}

impl ReviewState {
    /// The word used in storage, the API and files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Assigned => "assigned",
            Self::Opened => "opened",
            Self::Locked => "locked",
            Self::Recused => "recused",
        }
    }

    /// The state of that word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Assigned, Self::Opened, Self::Locked, Self::Recused]
            .into_iter()
            .find(|it| it.as_str() == word)
    }
}
