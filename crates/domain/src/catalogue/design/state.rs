//! Where a design stands: written, read by somebody else, published.

use serde::{Deserialize, Serialize};

use crate::catalogue::Refusal;
use crate::ids::PersonId;

/// Does the issuer ask that a second person publishes?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TwoPeople {
    /// Whoever wrote last or asked for the review may not publish.
    Needed,
    /// A designer may publish alone.
    NotNeeded,
}

/// Where a design stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It is being written.
    Draft,
    /// Somebody else reads it; it does not change meanwhile.
    InReview,
    /// It has become a version; it does not change any more.
    Published,
}

impl Standing {
    /// The word used in storage and the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::InReview => "in-review",
            Self::Published => "published",
        }
    }

    /// The standing of that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let all = [Self::Draft, Self::InReview, Self::Published];
        all.into_iter().find(|it| it.as_str() == word)
    }

    /// May it be written?
    ///
    /// # Errors
    /// [`Refusal::DesignClosed`].
    pub fn write(self) -> Result<(), Refusal> {
        match self {
            Self::Draft => Ok(()),
            Self::InReview | Self::Published => Err(Refusal::DesignClosed),
        }
    }

    /// Back from review, to be written on.
    ///
    /// # Errors
    /// [`Refusal::DesignClosed`].
    pub fn take_back(self) -> Result<Self, Refusal> {
        match self {
            Self::InReview => Ok(Self::Draft),
            Self::Draft | Self::Published => Err(Refusal::DesignClosed),
        }
    }
}

/// Who had to do with a design.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reviewing {
    /// Where it stands.
    pub standing: Standing,
    /// Who wrote last.
    pub written_by: PersonId,
    /// Who asked for the review.
    pub asked_by: Option<PersonId>,
}

impl Reviewing {
    /// May this person publish it now?
    ///
    /// # Errors
    /// [`Refusal::DesignClosed`], [`Refusal::ReviewFirst`], [`Refusal::SecondPersonNeeded`].
    pub fn publish(self, person: PersonId, rule: TwoPeople) -> Result<(), Refusal> {
        match (self.standing, rule) {
            (Standing::Published, _) => Err(Refusal::DesignClosed),
            (_, TwoPeople::NotNeeded) => Ok(()),
            (Standing::Draft, TwoPeople::Needed) => Err(Refusal::ReviewFirst),
            (Standing::InReview, TwoPeople::Needed) => {
                if person == self.written_by || self.asked_by == Some(person) {
                    return Err(Refusal::SecondPersonNeeded);
                }
                Ok(())
            }
        }
    }
}
