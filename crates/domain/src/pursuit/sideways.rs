//! States beside the straight way, and the ways back.
//!
//! | step | from | to |
//! |---|---|---|
//! | return as incomplete | submitted, under review | returned(n): not scored, the next attempt is n again |
//! | pause, resume | drafting (started, returned, not yet) | paused, and back |
//! | withdraw | drafting, paused, on hold while drafting | withdrawn, for good |
//! | expire, reopen | started, returned(1) | expired, and back |
//! | hold, lift | drafting, paused, submitted, under review, decision ready | on hold, and back |

use serde::{Deserialize, Serialize};

use super::state::{DecisionReady, NotYet, Started, Submitted, UnderReview};
use super::{Pursuit, Refusal, Snapshot, StateName};
use crate::review::Outcome;

/// Given back as incomplete: not scored, and not an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Returned {
    /// The number that the next submission keeps, from 1.
    pub attempt: u32,
}

/// Put aside by its educator: its time stands still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paused {
    /// What it goes back to.
    pub beneath: Drafting,
}

/// Given up by its educator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// The latest attempt that was submitted; 0 before the first.
    pub attempt: u32,
}

/// Its time is over; nothing of it is deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expired {
    /// What it goes back to when it is reopened.
    pub beneath: Drafting,
}

/// Nothing happens to it until a concern is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnHold {
    /// What it goes back to.
    pub beneath: Running,
    /// What the concern is about.
    pub concern: Concern,
}

/// What a hold is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Concern {
    /// Somebody's privacy.
    Privacy,
    /// Whose work it is.
    Integrity,
}

impl Concern {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Privacy, Self::Integrity];

    /// The word used in storage, the API and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Privacy => "privacy",
            Self::Integrity => "integrity",
        }
    }

    /// The concern of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }
}

/// A state in which a draft can be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drafting {
    /// The first attempt.
    Started(Started),
    /// An attempt that was given back.
    Returned(Returned),
    /// The next attempt.
    NotYet(NotYet),
}

impl Drafting {
    /// The latest attempt that was submitted; 0 before the first.
    pub fn attempt(&self) -> u32 {
        match self {
            Self::Started(_) => 0,
            Self::Returned(it) => it.attempt,
            Self::NotYet(it) => it.attempt,
        }
    }

    /// The attempt that a submission made now would be.
    pub fn next_attempt(&self) -> u32 {
        match self {
            Self::Started(_) => 1,
            Self::Returned(it) => it.attempt,
            Self::NotYet(it) => it.attempt + 1,
        }
    }

    /// A complete draft goes to the assessors.
    pub fn submit(self, _complete: &Snapshot) -> Submitted {
        Submitted {
            attempt: self.next_attempt(),
        }
    }

    /// Can it expire? Only what was never judged can.
    pub fn can_expire(&self) -> bool {
        self.next_attempt() == 1
    }
}

impl From<Drafting> for Pursuit {
    fn from(it: Drafting) -> Self {
        match it {
            Drafting::Started(it) => Self::Started(it),
            Drafting::Returned(it) => Self::Returned(it),
            Drafting::NotYet(it) => Self::NotYet(it),
        }
    }
}

/// A state that a hold can be put on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Running {
    /// A draft.
    Drafting(Drafting),
    /// It waits for assessors.
    Submitted(Submitted),
    /// It is being judged.
    UnderReview(UnderReview),
    /// It is decided, not released.
    DecisionReady(DecisionReady),
}

impl Running {
    /// The latest attempt that was submitted; 0 before the first.
    pub fn attempt(&self) -> u32 {
        match self {
            Self::Drafting(it) => it.attempt(),
            Self::Submitted(it) => it.attempt,
            Self::UnderReview(it) => it.attempt,
            Self::DecisionReady(it) => it.attempt,
        }
    }
}

impl From<Running> for Pursuit {
    fn from(it: Running) -> Self {
        match it {
            Running::Drafting(it) => it.into(),
            Running::Submitted(it) => Self::Submitted(it),
            Running::UnderReview(it) => Self::UnderReview(it),
            Running::DecisionReady(it) => Self::DecisionReady(it),
        }
    }
}

impl Pursuit {
    /// The attempt is given back as incomplete. Nobody has scored it.
    pub fn give_back(self) -> Result<Returned, Refusal> {
        match self {
            Self::Submitted(Submitted { attempt }) | Self::UnderReview(UnderReview { attempt }) => {
                Ok(Returned { attempt })
            }
            Self::OnHold(_) => Err(Refusal::IsOnHold),
            _ => Err(Refusal::NotPossibleNow),
        }
    }

    /// Its educator puts it aside.
    pub fn pause(self) -> Result<Paused, Refusal> {
        self.drafting().map(|beneath| Paused { beneath })
    }

    /// Its educator goes on with it.
    pub fn resume(self) -> Result<Drafting, Refusal> {
        match self {
            Self::Paused(it) => Ok(it.beneath),
            Self::OnHold(_) => Err(Refusal::IsOnHold),
            _ => Err(Refusal::NotPossibleNow),
        }
    }

    /// Its educator gives it up.
    pub fn withdraw(self) -> Result<Withdrawn, Refusal> {
        let draft = match self {
            Self::Paused(it) => Ok(it.beneath),
            Self::OnHold(OnHold {
                beneath: Running::Drafting(it),
                ..
            }) => Ok(it),
            other => other.drafting(),
        };
        draft.map(|it| Withdrawn {
            attempt: it.attempt(),
        })
    }

    /// Its time is over.
    pub fn expire(self) -> Result<Expired, Refusal> {
        match self.drafting() {
            Ok(beneath) if beneath.can_expire() => Ok(Expired { beneath }),
            _ => Err(Refusal::NotPossibleNow),
        }
    }

    /// It gets more time.
    pub fn reopen(self) -> Result<Drafting, Refusal> {
        match self {
            Self::Expired(it) => Ok(it.beneath),
            _ => Err(Refusal::NotPossibleNow),
        }
    }

    /// It stands still until a concern is settled.
    pub fn hold(self, concern: Concern) -> Result<OnHold, Refusal> {
        let beneath = match self {
            Self::Submitted(it) => Running::Submitted(it),
            Self::UnderReview(it) => Running::UnderReview(it),
            Self::DecisionReady(it) => Running::DecisionReady(it),
            Self::Paused(it) => Running::Drafting(it.beneath),
            other => Running::Drafting(other.drafting()?),
        };
        Ok(OnHold { beneath, concern })
    }

    /// The concern is settled.
    pub fn lift(self) -> Result<Running, Refusal> {
        match self {
            Self::OnHold(it) => Ok(it.beneath),
            _ => Err(Refusal::NotPossibleNow),
        }
    }

    /// The state that it goes back to, by name, where it is paused, expired or on hold.
    pub fn beneath(&self) -> Option<StateName> {
        let back: Self = match self {
            Self::Paused(it) => it.beneath.clone().into(),
            Self::Expired(it) => it.beneath.clone().into(),
            Self::OnHold(it) => it.beneath.clone().into(),
            _ => return None,
        };
        Some(back.name())
    }

    /// What a hold is about.
    pub fn concern(&self) -> Option<Concern> {
        match self {
            Self::OnHold(it) => Some(it.concern),
            _ => None,
        }
    }
}

/// What is stored of a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredState {
    /// Its name.
    pub name: StateName,
    /// The latest attempt that was submitted.
    pub attempt: u32,
    /// What was decided on that attempt.
    pub outcome: Option<Outcome>,
    /// What it goes back to.
    pub beneath: Option<StateName>,
    /// What a hold is about.
    pub concern: Option<Concern>,
}

/// Builds any state from what is stored; nothing if the parts do not belong together.
pub fn of_stored(it: StoredState) -> Option<Pursuit> {
    let StoredState {
        name,
        attempt,
        outcome,
        beneath,
        concern,
    } = it;
    let below = |name| Pursuit::of_stored(name, attempt, outcome.clone());
    let draft = |name| below(name)?.drafting().ok();
    match (name, beneath, concern) {
        (StateName::Paused, Some(from), None) => {
            draft(from).map(|beneath| Pursuit::Paused(Paused { beneath }))
        }
        (StateName::Expired, Some(from), None) => {
            draft(from).map(|beneath| Pursuit::Expired(Expired { beneath }))
        }
        (StateName::OnHold, Some(from), Some(concern)) => {
            below(from)?.hold(concern).ok().map(Pursuit::OnHold)
        }
        (_, None, None) => below(name),
        _ => None,
    }
}
