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
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchPursuit | Self::NoSuchText => Kind::NotFound,
            Self::Incomplete(_) | Self::UnknownField => Kind::Invalid,
            Self::TextTooLong { .. } => Kind::TooLarge,
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
