//! Awards: who, what, when, by which decision; and the editions that are signed of them.

pub mod revocation;

use serde::{Deserialize, Serialize};

use crate::ids::PersonId;
use crate::refusal::{Kind, Place, Refuse};

/// Entries of one status list (Bitstring Status List v1.0 section 6.1: at least 131,072).
pub const STATUS_LIST_ENTRIES: u32 = 131_072;

/// Who may see an award's page. Private by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Visibility {
    /// The holder only.
    Private,
    /// Whoever has the address.
    Unlisted,
    /// Everybody.
    Public,
}

impl Visibility {
    /// The word used in storage, the API and files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Unlisted => "unlisted",
            Self::Public => "public",
        }
    }

    /// The visibility of that word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Private, Self::Unlisted, Self::Public]
            .into_iter()
            .find(|it| it.as_str() == word)
    }

    /// Does it let this person, or a stranger, see the award of that holder?
    pub fn shows_to(self, holder: PersonId, asker: Option<PersonId>) -> bool {
        match self {
            Self::Private => asker == Some(holder),
            Self::Unlisted | Self::Public => true,
        }
    }
}

/// State of a signed edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CredentialState {
    /// Counts.
    Valid,
    /// Taken back by the issuer.
    Revoked,
    /// Replaced by a newer edition.
    Superseded,
}

impl CredentialState {
    /// The word used in storage, the API and files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Revoked => "revoked",
            Self::Superseded => "superseded",
        }
    }

    /// The state of that word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Valid, Self::Revoked, Self::Superseded]
            .into_iter()
            .find(|it| it.as_str() == word)
    }
}

/// A free place in a status list: the first one not taken at or after a random start.
///
/// `taken` answers for one index; `None` when the list is full. Random, so that neighbours in the
/// list say nothing about each other (Bitstring Status List v1.0 section 4.1).
pub fn free_status_index(start: u32, taken: impl Fn(u32) -> bool) -> Option<u32> {
    (0..STATUS_LIST_ENTRIES)
        .map(|step| (start % STATUS_LIST_ENTRIES + step) % STATUS_LIST_ENTRIES)
        .find(|index| !taken(*index))
}

/// Why the room `award` says no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such award, or the asker may not know of it.
    NoSuchAward,
    /// The award is made, its credential is still being signed.
    NotSignedYet,
    /// There is no such issuer.
    NoSuchIssuer,
    /// There is no such status list.
    NoSuchStatusList,
    /// The word names no visibility.
    VisibilityUnknown,
    /// The issuer has no key that may sign.
    NoSigningKey,
    /// Nobody decides about their own award.
    OwnAward,
    /// Whoever proposed to take an award back does not confirm it.
    SecondPersonNeeded,
    /// The proposal was confirmed or dropped.
    RevocationIsOver,
    /// Somebody has proposed it already, or the award is taken back.
    AlreadyProposed,
    /// There is no such proposal, or it is not this person's to decide.
    NoSuchRevocation,
    /// Fields to mend.
    Fields(Vec<Place>),
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchAward => "no-such-award",
            Self::NotSignedYet => "not-signed-yet",
            Self::NoSuchIssuer => "no-such-issuer",
            Self::NoSuchStatusList => "no-such-status-list",
            Self::VisibilityUnknown => "visibility-unknown",
            Self::NoSigningKey => "no-signing-key",
            Self::OwnAward => "own-award",
            Self::SecondPersonNeeded => "second-person-revokes",
            Self::RevocationIsOver => "revocation-is-over",
            Self::AlreadyProposed => "revocation-already-proposed",
            Self::NoSuchRevocation => "no-such-revocation",
            Self::Fields(_) => "revocation-fields",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchAward
            | Self::NoSuchIssuer
            | Self::NoSuchStatusList
            | Self::NoSuchRevocation => Kind::NotFound,
            Self::NotSignedYet | Self::NoSigningKey => Kind::Unavailable,
            Self::OwnAward | Self::SecondPersonNeeded => Kind::Forbidden,
            Self::RevocationIsOver | Self::AlreadyProposed => Kind::Conflict,
            Self::VisibilityUnknown | Self::Fields(_) => Kind::Invalid,
        }
    }

    fn places(&self) -> Vec<Place> {
        match self {
            Self::Fields(places) => places.clone(),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_private_award_is_seen_by_its_holder_alone() {
        let (holder, other) = (PersonId::from_u128(1), PersonId::from_u128(2));
        assert!(Visibility::Private.shows_to(holder, Some(holder)));
        assert!(!Visibility::Private.shows_to(holder, Some(other)));
        assert!(!Visibility::Private.shows_to(holder, None));
        assert!(Visibility::Unlisted.shows_to(holder, None));
        assert!(Visibility::Public.shows_to(holder, Some(other)));
    }

    #[test]
    fn a_taken_place_is_never_given_again() {
        assert_eq!(free_status_index(5, |index| index < 9), Some(9));
        assert_eq!(
            free_status_index(STATUS_LIST_ENTRIES - 1, |index| index != 3),
            Some(3)
        );
        assert_eq!(free_status_index(0, |_| true), None);
    }
}
