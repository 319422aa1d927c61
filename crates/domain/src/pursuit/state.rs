//! States of a pursuit. Each is a type that carries only what exists in it; a transition consumes
//! the state and returns the next one.
//!
//! ```text
//! started ──submit──> submitted(n) ──open──> under review(n) ──decide──> decision ready(n)
//!                          ^                                                │ release
//!                          └──────────resubmit────────── not yet(n) <───────┴──> awarded(n)
//! ```

use serde::{Deserialize, Serialize};

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
}

impl StateName {
    /// Every state.
    pub const ALL: [Self; 6] = [
        Self::Started,
        Self::Submitted,
        Self::UnderReview,
        Self::DecisionReady,
        Self::NotYet,
        Self::Awarded,
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
        }
    }

    /// The state of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }

    /// May the draft be changed? Always, until it is awarded: a submission is a snapshot.
    pub fn may_draft(self) -> Result<(), Refusal> {
        match self {
            Self::Awarded => Err(Refusal::AlreadyAwarded),
            _ => Ok(()),
        }
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
    /// Builds a state from what is stored; nothing if the parts do not belong together.
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
        }
    }

    /// The attempt that a submission made now would be.
    pub fn next_attempt(&self) -> Result<u32, Refusal> {
        match self {
            Self::Started(_) => Ok(1),
            Self::NotYet(it) => Ok(it.attempt + 1),
            Self::Awarded(_) => Err(Refusal::AlreadyAwarded),
            _ => Err(Refusal::AlreadySubmitted),
        }
    }

    /// A complete draft goes to the assessors.
    pub fn submit(self, complete: &Snapshot) -> Result<Submitted, Refusal> {
        match self {
            Self::Started(it) => Ok(it.submit(complete)),
            Self::NotYet(it) => Ok(it.resubmit(complete)),
            Self::Awarded(_) => Err(Refusal::AlreadyAwarded),
            _ => Err(Refusal::AlreadySubmitted),
        }
    }

    /// An assessor opens the attempt; opening it again changes nothing.
    pub fn open(self) -> Result<UnderReview, Refusal> {
        match self {
            Self::Submitted(it) => Ok(it.open()),
            Self::UnderReview(it) => Ok(it),
            _ => Err(Refusal::NotPossibleNow),
        }
    }

    /// The rule has decided the attempt.
    pub fn decide(self, outcome: Outcome) -> Result<DecisionReady, Refusal> {
        match self {
            Self::UnderReview(it) => Ok(it.decide(outcome)),
            _ => Err(Refusal::NotPossibleNow),
        }
    }

    /// May the draft be changed?
    pub fn may_draft(&self) -> Result<(), Refusal> {
        self.name().may_draft()
    }
}
