//! Why the room `pursuit` says no.

use super::{Field, FieldText};
use crate::ids::PursuitId;
use crate::refusal::{Kind, Parameter, Place, Refuse};

/// Refusals of drafting and submitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such pursuit, or it is not this person's.
    NoSuchPursuit,
    /// The educator works on this micro-credential already.
    AlreadyPursuing {
        /// That pursuit.
        pursuit: PursuitId,
    },
    /// Everything that is missing, at once.
    Incomplete(Vec<Place>),
    /// The field changed elsewhere since it was read; both texts are kept and shown.
    StaleField {
        /// The field.
        field: Field,
        /// What is stored.
        current: FieldText,
    },
    /// The content has no such field.
    UnknownField,
    /// No text of that version was kept.
    NoSuchText,
    /// The text is too long to keep.
    TextTooLong {
        /// The field.
        field: Field,
        /// The most characters.
        limit: usize,
    },
    /// An attempt is with the assessors already.
    AlreadySubmitted,
    /// The micro-credential is awarded; nothing is left to do.
    AlreadyAwarded,
    /// The state does not allow that step.
    NotPossibleNow,
    /// It is paused; nothing can be sent until it goes on.
    IsPaused,
    /// It was given up for good.
    AlreadyWithdrawn,
    /// The time for a first submission is over.
    HasExpired,
    /// It stands still until a concern is settled.
    IsOnHold,
    /// An assessor has opened the attempt; it cannot be taken back any more.
    OpenedAlready,
    /// An assessor has scored the attempt; it cannot be given back as incomplete any more.
    ScoredAlready,
    /// What is missing, or why, has to be said.
    ReasonMissing,
    /// The reason is too long to keep.
    ReasonTooLong {
        /// The most characters.
        limit: usize,
    },
    /// There is no newer version to move to.
    NoNewerVersion,
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchPursuit => "no-such-pursuit",
            Self::AlreadyPursuing { .. } => "already-pursuing",
            Self::Incomplete(_) => "submission-incomplete",
            Self::StaleField { .. } => "stale-field",
            Self::UnknownField => "unknown-field",
            Self::NoSuchText => "no-such-text",
            Self::TextTooLong { .. } => "text-too-long",
            Self::AlreadySubmitted => "already-submitted",
            Self::AlreadyAwarded => "already-awarded",
            Self::NotPossibleNow => "not-possible-now",
            Self::IsPaused => "pursuit-paused",
            Self::AlreadyWithdrawn => "already-withdrawn",
            Self::HasExpired => "pursuit-expired",
            Self::IsOnHold => "pursuit-on-hold",
            Self::OpenedAlready => "opened-already",
            Self::ScoredAlready => "scored-already",
            Self::ReasonMissing => "pursuit-reason-missing",
            Self::ReasonTooLong { .. } => "pursuit-reason-too-long",
            Self::NoNewerVersion => "no-newer-version",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchPursuit | Self::NoSuchText => Kind::NotFound,
            Self::Incomplete(_) | Self::UnknownField | Self::ReasonMissing => Kind::Invalid,
            Self::TextTooLong { .. } | Self::ReasonTooLong { .. } => Kind::TooLarge,
            _ => Kind::Conflict,
        }
    }

    fn parameters(&self) -> Vec<Parameter> {
        match self {
            Self::AlreadyPursuing { pursuit } => vec![("pursuit", pursuit.to_string())],
            Self::Incomplete(places) => vec![("count", places.len().to_string())],
            Self::StaleField { field, current } => vec![
                ("field", field.to_string()),
                ("current", current.text.clone()),
                ("version", current.version.to_string()),
            ],
            Self::TextTooLong { field, limit } => {
                vec![("field", field.to_string()), ("limit", limit.to_string())]
            }
            Self::ReasonTooLong { limit } => vec![("limit", limit.to_string())],
            _ => Vec::new(),
        }
    }

    fn places(&self) -> Vec<Place> {
        match self {
            Self::Incomplete(places) => places.clone(),
            _ => Vec::new(),
        }
    }
}
