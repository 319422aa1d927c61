//! The two ways into a micro-credential.

use serde::{Deserialize, Serialize};

/// How somebody goes about it. Both lead to the same evidence, the same assessors and the same
/// decision; neither is seen by anybody who judges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// Learn first, evidence later.
    Learn,
    /// Show what one knows already.
    Show,
}

impl Way {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::Learn, Self::Show];

    /// The word used in storage, the API and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Learn => "learn",
            Self::Show => "show",
        }
    }

    /// The way of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }
}
