//! Reviews: who judges, what they say, and what the rule makes of it.

pub mod assignment;
pub mod away;
pub mod calibration;
pub mod decision;
pub mod discussion;
pub mod pin;
pub mod prediction;
mod refusal;
mod scorecard;
pub mod turnaround;

pub use decision::{CriterionOutcome, Outcome, Ruling};
pub use refusal::Refusal;
pub use scorecard::{Confidence, DraftMark, MAX_FEEDBACK, Mark, Scorecard, Seat, complete};

use serde::{Deserialize, Serialize};

/// State of one review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewState {
    /// Offered to an assessor, who may have accepted and has not opened it.
    Assigned,
    /// Opened; marks are drafts.
    Opened,
    /// Handed in; marks never change again.
    Locked,
    /// Given back by the assessor, who recognised the person; never scored.
    Recused,
    /// Declined, or taken back by a manager or because its time had passed; never scored. Somebody
    /// else judges.
    Released,
    /// Its submission came to nothing: taken back, or returned as incomplete; never scored.
    Withdrawn,
}

impl ReviewState {
    /// Every state.
    pub const ALL: [Self; 6] = [
        Self::Assigned,
        Self::Opened,
        Self::Locked,
        Self::Recused,
        Self::Released,
        Self::Withdrawn,
    ];

    /// The word used in storage, the API and files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Assigned => "assigned",
            Self::Opened => "opened",
            Self::Locked => "locked",
            Self::Recused => "recused",
            Self::Released => "released",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }

    /// Does somebody hold the seat?
    pub const fn is_live(self) -> bool {
        !matches!(self, Self::Recused | Self::Released | Self::Withdrawn)
    }
}
