//! Letters: their groups, and how often a person wants to hear of each.

mod digest;

use serde::{Deserialize, Serialize};

pub use digest::{DIGEST_HOUR, next_digest};

/// What letters are about. A person chooses a pace for each group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Getting in and staying safe: sign-in, passwords, addresses, invitations.
    Account,
    /// What was decided about a person's own work, and their awards.
    Decisions,
    /// The way of a person's own work: received, returned, soon to expire.
    Work,
    /// What a mentor or team mate said.
    Comments,
    /// Reviews to be done.
    Reviews,
    /// Qualifications to assess.
    Qualifications,
    /// What changed around a person: policies, needs.
    News,
}

/// How often a person wants to hear of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pace {
    /// Each letter by itself, soon.
    AtOnce,
    /// One letter at the end of the school day.
    Daily,
    /// One letter a week.
    Weekly,
    /// Not by mail.
    Off,
}

impl Group {
    /// Every group, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Account,
        Self::Decisions,
        Self::Work,
        Self::Comments,
        Self::Reviews,
        Self::Qualifications,
        Self::News,
    ];

    /// The word used in storage, the API and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Decisions => "decisions",
            Self::Work => "work",
            Self::Comments => "comments",
            Self::Reviews => "reviews",
            Self::Qualifications => "qualifications",
            Self::News => "news",
        }
    }

    /// The group of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }

    /// The pace of somebody who has chosen none.
    pub const fn first_pace(self) -> Pace {
        match self {
            Self::Comments => Pace::Daily,
            _ => Pace::AtOnce,
        }
    }

    /// The paces that may be chosen: letters of the account come at once, and what was decided
    /// about somebody cannot be kept from them.
    pub const fn paces(self) -> &'static [Pace] {
        match self {
            Self::Account => &[Pace::AtOnce],
            Self::Decisions => &[Pace::AtOnce, Pace::Daily, Pace::Weekly],
            _ => &[Pace::AtOnce, Pace::Daily, Pace::Weekly, Pace::Off],
        }
    }

    /// May a person choose this pace?
    pub fn allows(self, pace: Pace) -> bool {
        self.paces().contains(&pace)
    }
}

impl Pace {
    /// Every pace.
    pub const ALL: [Self; 4] = [Self::AtOnce, Self::Daily, Self::Weekly, Self::Off];

    /// The word used in storage, the API and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AtOnce => "at-once",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Off => "off",
        }
    }

    /// The pace of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn account_and_decisions_cannot_be_silenced() {
        for group in Group::ALL {
            let silent = group.allows(Pace::Off);
            assert_eq!(
                silent,
                !matches!(group, Group::Account | Group::Decisions),
                "{group:?}"
            );
        }
        assert_eq!(Group::Account.paces(), [Pace::AtOnce]);
    }

    #[test]
    fn whoever_chose_nothing_has_a_pace_that_may_be_chosen() {
        for group in Group::ALL {
            assert!(group.allows(group.first_pace()), "{group:?}");
        }
        assert_eq!(Group::Comments.first_pace(), Pace::Daily);
    }

    #[test]
    fn every_word_means_what_it_was_written_for() {
        for group in Group::ALL {
            assert_eq!(Group::parse(group.as_str()), Some(group));
        }
        for pace in Pace::ALL {
            assert_eq!(Pace::parse(pace.as_str()), Some(pace));
        }
        assert_eq!(Pace::parse("hourly"), None);
    }
}
