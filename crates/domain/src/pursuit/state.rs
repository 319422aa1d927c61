//! States of a pursuit. Each is a type that carries only what exists in it; a transition consumes
//! the state and returns the next one.
//!
//! ```text
//! started ──submit──> submitted(n) ──open──> under review(n) ──decide──> decision ready(n)
//!    ^                     │  ^                                             │ release
//!    └──────take back──────┘  └──────────resubmit────────── not yet(n) <────┴──> awarded(n)
//! ```
//!
//! What leads aside, and back, is in [`super::sideways`].

use serde::{Deserialize, Serialize};

use super::sideways::{Drafting, Expired, OnHold, Paused, Returned, Withdrawn};
use super::{Refusal, Snapshot};
use crate::review::Outcome;

/// A pursuit in one of its states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pursuit {
    /// Drafting the first attempt.
    Started(Started),
    /// An attempt waits; no assessor has opened it.
    Submitted(Submitted),
    /// An assessor has opened it.
    UnderReview(UnderReview),
    /// The rule has decided; nobody but releasers knows.
    DecisionReady(DecisionReady),
    /// Some criteria are not met yet; the next attempt is open.
    NotYet(NotYet),
    /// Every criterion is met.
    Awarded(Awarded),
    /// Given back as incomplete.
    Returned(Returned),
    /// Its educator has put it aside.
    Paused(Paused),
    /// Its educator has given it up.
    Withdrawn(Withdrawn),
    /// The time for a first submission is over.
    Expired(Expired),
    /// It stands still until a concern is settled.
    OnHold(OnHold),
}

/// Drafting the first attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Started;

/// Attempt `attempt` waits for its assessors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Submitted {
    /// From 1.
    pub attempt: u32,
}

/// Attempt `attempt` is being judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnderReview {
    /// From 1.
    pub attempt: u32,
}

/// Attempt `attempt` is decided but not released.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionReady {
    /// From 1.
    pub attempt: u32,
    /// What the rule made of the scorecards.
    pub outcome: Outcome,
}

/// Attempt `attempt` left criteria open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotYet {
    /// From 1.
    pub attempt: u32,
    /// What the rule made of the scorecards.
    pub outcome: Outcome,
}

/// Attempt `attempt` met everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Awarded {
    /// From 1.
    pub attempt: u32,
    /// What the rule made of the scorecards.
    pub outcome: Outcome,
}

/// The name of a state, as stored and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum StateName {
    Started,
    Submitted,
    UnderReview,
    DecisionReady,
    NotYet,
    Awarded,
    Returned,
    Paused,
    Withdrawn,
    Expired,
    OnHold,
}

impl StateName {
    /// Every state.
    pub const ALL: [Self; 11] = [
        Self::Started,
        Self::Submitted,
        Self::UnderReview,
        Self::DecisionReady,
        Self::NotYet,
        Self::Awarded,
        Self::Returned,
        Self::Paused,
        Self::Withdrawn,
        Self::Expired,
        Self::OnHold,
    ];

    /// The word used in storage and the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Started => "started",
            Self::Submitted => "submitted",
            Self::UnderReview => "under-review",
            Self::DecisionReady => "decision-ready",
            Self::NotYet => "not-yet",
            Self::Awarded => "awarded",
            Self::Returned => "returned",
            Self::Paused => "paused",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
            Self::OnHold => "on-hold",
        }
    }

    /// The state of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }

    /// May the draft be changed? Always, until it is awarded, given up or expired: a submission is
    /// a snapshot.
    pub fn may_draft(self) -> Result<(), Refusal> {
        match self {
            Self::Awarded => Err(Refusal::AlreadyAwarded),
            Self::Withdrawn => Err(Refusal::AlreadyWithdrawn),
            Self::Expired => Err(Refusal::HasExpired),
            _ => Ok(()),
        }
    }

    /// It can still lead to an award without anybody's leave; one of these a person and
    /// micro-credential.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Awarded | Self::Withdrawn | Self::Expired)
    }
}

impl Started {
    /// The first attempt goes to the assessors.
    pub fn submit(self, _complete: &Snapshot) -> Submitted {
        Submitted { attempt: 1 }
    }
}

impl NotYet {
    /// The next attempt goes to the assessors.
    pub fn resubmit(self, _complete: &Snapshot) -> Submitted {
        Submitted {
            attempt: self.attempt + 1,
        }
    }
}

impl Submitted {
    /// An assessor opens it.
    pub fn open(self) -> UnderReview {
        UnderReview {
            attempt: self.attempt,
        }
    }

    /// Its educator takes it back: as if it had not been sent. `before` is what was decided on the
    /// attempt before this one.
    pub fn take_back(self, before: Option<Outcome>) -> Result<Drafting, Refusal> {
        match (self.attempt, before) {
            (0 | 1, _) => Ok(Drafting::Started(Started)),
            (n, Some(outcome)) => Ok(Drafting::NotYet(NotYet {
                attempt: n - 1,
                outcome,
            })),
            (_, None) => Err(Refusal::NotPossibleNow),
        }
    }
}

impl UnderReview {
    /// The rule has decided.
    pub fn decide(self, outcome: Outcome) -> DecisionReady {
        DecisionReady {
            attempt: self.attempt,
            outcome,
        }
    }
}

impl DecisionReady {
    /// The educator may know: awarded if and only if every criterion is met.
    pub fn release(self) -> Pursuit {
        let Self { attempt, outcome } = self;
        if outcome.awarded() {
            Pursuit::Awarded(Awarded { attempt, outcome })
        } else {
            Pursuit::NotYet(NotYet { attempt, outcome })
        }
    }
}

impl Pursuit {
    /// Builds a state of the straight way from what is stored; nothing if the parts do not belong
    /// together. States aside are built by [`super::sideways::of_stored`].
    pub fn of_stored(name: StateName, attempt: u32, outcome: Option<Outcome>) -> Option<Self> {
        Some(match (name, attempt, outcome) {
            (StateName::Started, 0, None) => Self::Started(Started),
            (StateName::Submitted, 1.., _) => Self::Submitted(Submitted { attempt }),
            (StateName::UnderReview, 1.., _) => Self::UnderReview(UnderReview { attempt }),
            (StateName::DecisionReady, 1.., Some(outcome)) => {
                Self::DecisionReady(DecisionReady { attempt, outcome })
            }
            (StateName::NotYet, 1.., Some(outcome)) => Self::NotYet(NotYet { attempt, outcome }),
            (StateName::Awarded, 1.., Some(outcome)) => Self::Awarded(Awarded { attempt, outcome }),
            (StateName::Returned, 1.., _) => Self::Returned(Returned { attempt }),
            (StateName::Withdrawn, _, _) => Self::Withdrawn(Withdrawn { attempt }),
            _ => return None,
        })
    }

    /// The state's name.
    pub fn name(&self) -> StateName {
        match self {
            Self::Started(_) => StateName::Started,
            Self::Submitted(_) => StateName::Submitted,
            Self::UnderReview(_) => StateName::UnderReview,
            Self::DecisionReady(_) => StateName::DecisionReady,
            Self::NotYet(_) => StateName::NotYet,
            Self::Awarded(_) => StateName::Awarded,
            Self::Returned(_) => StateName::Returned,
            Self::Paused(_) => StateName::Paused,
            Self::Withdrawn(_) => StateName::Withdrawn,
            Self::Expired(_) => StateName::Expired,
            Self::OnHold(_) => StateName::OnHold,
        }
    }

    /// The latest attempt that was submitted; 0 before the first.
    pub fn attempt(&self) -> u32 {
        match self {
            Self::Started(_) => 0,
            Self::Submitted(it) => it.attempt,
            Self::UnderReview(it) => it.attempt,
            Self::DecisionReady(it) => it.attempt,
            Self::NotYet(it) => it.attempt,
            Self::Awarded(it) => it.attempt,
            Self::Returned(it) => it.attempt,
            Self::Paused(it) => it.beneath.attempt(),
            Self::Withdrawn(it) => it.attempt,
            Self::Expired(it) => it.beneath.attempt(),
            Self::OnHold(it) => it.beneath.attempt(),
        }
    }

    /// The attempt that a submission made now would be.
    pub fn next_attempt(&self) -> Result<u32, Refusal> {
        self.clone().drafting().map(|it| it.next_attempt())
    }

    /// A complete draft goes to the assessors.
    pub fn submit(self, complete: &Snapshot) -> Result<Submitted, Refusal> {
        self.drafting().map(|it| it.submit(complete))
    }

    /// The state, if a draft can be sent in it; or why not.
    pub fn drafting(self) -> Result<Drafting, Refusal> {
        match self {
            Self::Started(it) => Ok(Drafting::Started(it)),
            Self::NotYet(it) => Ok(Drafting::NotYet(it)),
            Self::Returned(it) => Ok(Drafting::Returned(it)),
            Self::Submitted(_) | Self::UnderReview(_) | Self::DecisionReady(_) => {
                Err(Refusal::AlreadySubmitted)
            }
            Self::Awarded(_) => Err(Refusal::AlreadyAwarded),
            Self::Paused(_) => Err(Refusal::IsPaused),
            Self::Withdrawn(_) => Err(Refusal::AlreadyWithdrawn),
            Self::Expired(_) => Err(Refusal::HasExpired),
            Self::OnHold(_) => Err(Refusal::IsOnHold),
        }
    }

    /// Its educator takes the attempt back, as long as nobody has opened it.
    pub fn take_back(self, before: Option<Outcome>) -> Result<Drafting, Refusal> {
        match self {
            Self::Submitted(it) => it.take_back(before),
            Self::UnderReview(_) | Self::DecisionReady(_) => Err(Refusal::OpenedAlready),
            Self::OnHold(_) => Err(Refusal::IsOnHold),
            _ => Err(Refusal::NotPossibleNow),
        }
    }

    /// An assessor opens the attempt; opening it again changes nothing.
    pub fn open(self) -> Result<UnderReview, Refusal> {
        match self {
            Self::Submitted(it) => Ok(it.open()),
            Self::UnderReview(it) => Ok(it),
            Self::OnHold(_) => Err(Refusal::IsOnHold),
            _ => Err(Refusal::NotPossibleNow),
        }
    }

    /// The rule has decided the attempt.
    pub fn decide(self, outcome: Outcome) -> Result<DecisionReady, Refusal> {
        match self {
            Self::UnderReview(it) => Ok(it.decide(outcome)),
            Self::OnHold(_) => Err(Refusal::IsOnHold),
            _ => Err(Refusal::NotPossibleNow),
        }
    }

    /// May the draft be changed?
    pub fn may_draft(&self) -> Result<(), Refusal> {
        self.name().may_draft()
    }
}
