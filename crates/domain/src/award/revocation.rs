//! Taking an award back: two different people, and a reason that the holder sees.

use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::ids::{AwardId, PersonId, RevocationId};
use crate::refusal::Place;
use crate::time::Timestamp;

/// The longest reason, in characters.
pub const MAX_REASON: usize = 2000;

/// Somebody proposes that an award is taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revocation {
    /// Its id.
    pub id: RevocationId,
    /// Which award.
    pub award: AwardId,
    /// Why, in words that the holder reads.
    pub reason: String,
    /// Who proposed it.
    pub proposed_by: PersonId,
    /// When.
    pub proposed_at: Timestamp,
    /// What became of it.
    pub state: RevocationState,
}

/// What became of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RevocationState {
    /// It waits for somebody else.
    Proposed,
    /// Somebody else confirmed it: the award counts no more.
    Confirmed,
    /// It was turned down, or its proposer thought better of it.
    Dropped,
}

impl RevocationState {
    /// The word used in storage and in the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Confirmed => "confirmed",
            Self::Dropped => "dropped",
        }
    }

    /// The state of that word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Proposed, Self::Confirmed, Self::Dropped]
            .into_iter()
            .find(|it| it.as_str() == word)
    }
}

/// A proposal to take an award of `holder` back. A reason is due, and nobody judges their own.
pub fn propose(
    id: RevocationId,
    award: AwardId,
    holder: PersonId,
    by: PersonId,
    reason: &str,
    now: Timestamp,
) -> Result<Revocation, Refusal> {
    let reason = reason.trim();
    if by == holder {
        return Err(Refusal::OwnAward);
    }
    if reason.is_empty() {
        return Err(Refusal::Fields(vec![Place::new(
            "reason",
            "revocation-reason-missing",
        )]));
    }
    if reason.chars().count() > MAX_REASON {
        let place = Place::new("reason", "revocation-reason-too-long").with("limit", MAX_REASON);
        return Err(Refusal::Fields(vec![place]));
    }
    Ok(Revocation {
        id,
        award,
        reason: reason.to_owned(),
        proposed_by: by,
        proposed_at: now,
        state: RevocationState::Proposed,
    })
}

impl Revocation {
    /// Somebody else confirms it.
    pub fn confirm(self, holder: PersonId, by: PersonId) -> Result<Self, Refusal> {
        if by == holder {
            return Err(Refusal::OwnAward);
        }
        if by == self.proposed_by {
            return Err(Refusal::SecondPersonNeeded);
        }
        self.end(RevocationState::Confirmed)
    }

    /// It does not come to it: turned down by somebody else, or by its proposer.
    pub fn drop_it(self) -> Result<Self, Refusal> {
        self.end(RevocationState::Dropped)
    }

    fn end(self, state: RevocationState) -> Result<Self, Refusal> {
        match self.state {
            RevocationState::Proposed => Ok(Self { state, ..self }),
            RevocationState::Confirmed | RevocationState::Dropped => Err(Refusal::RevocationIsOver),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOLDER: u128 = 1;

    fn person(n: u128) -> PersonId {
        PersonId::from_u128(n)
    }

    fn proposed(by: u128, reason: &str) -> Result<Revocation, Refusal> {
        propose(
            RevocationId::from_u128(9),
            AwardId::from_u128(8),
            person(HOLDER),
            person(by),
            reason,
            Timestamp::UNIX_EPOCH,
        )
    }

    #[test]
    fn it_takes_two_different_people_of_whom_none_holds_the_award() {
        assert_eq!(proposed(HOLDER, "Because."), Err(Refusal::OwnAward));
        let it = proposed(2, "Because.").unwrap();
        let holder = person(HOLDER);
        let by = |n| it.clone().confirm(holder, person(n));
        assert_eq!(by(2), Err(Refusal::SecondPersonNeeded));
        assert_eq!(by(HOLDER), Err(Refusal::OwnAward));
        assert_eq!(by(3).unwrap().state, RevocationState::Confirmed);
    }

    #[test]
    fn a_reason_is_due() {
        assert!(matches!(proposed(2, " "), Err(Refusal::Fields(_))));
        assert!(matches!(
            proposed(2, &"a".repeat(2001)),
            Err(Refusal::Fields(_))
        ));
    }

    #[test]
    fn what_is_over_stays_over() {
        let dropped = proposed(2, "Because.").unwrap().drop_it().unwrap();
        assert_eq!(
            dropped.clone().confirm(person(HOLDER), person(3)),
            Err(Refusal::RevocationIsOver)
        );
        assert_eq!(dropped.drop_it(), Err(Refusal::RevocationIsOver));
    }
}
