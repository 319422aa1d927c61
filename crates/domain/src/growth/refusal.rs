//! Why the room `growth` says no.

use crate::refusal::{Kind, Parameter, Place, Refuse};

/// Refusals of needs, goals, plans, and of those who accompany.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such need, or the asker may not know of it.
    NoSuchNeed,
    /// The need has ended; it stays as it was.
    NeedEnded,
    /// There is no such goal of this person.
    NoSuchGoal,
    /// There is no such thing in this person's plan.
    NotPlanned,
    /// It is in the plan already.
    AlreadyPlanned,
    /// There is no such line in the log.
    NoSuchLearning,
    /// There is no such invitation, or it is for somebody else.
    NoSuchInvitation,
    /// The invitation was answered, withdrawn, or is open no more for another reason, which is
    /// not said: it could tell who assesses.
    InvitationClosed,
    /// Nobody invites themselves.
    OwnAddress,
    /// That address has an invitation, or its person accompanies already.
    AlreadyInvited,
    /// Nobody of that kind accompanies this.
    NoSuchCompanion,
    /// There is no such comment, or it is somebody else's.
    NoSuchComment,
    /// Fields to mend.
    Fields(Vec<Place>),
    /// There are as many as can be.
    TooManyOfThem {
        /// The most.
        limit: usize,
    },
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchNeed => "no-such-need",
            Self::NeedEnded => "need-ended",
            Self::NoSuchGoal => "no-such-goal",
            Self::NotPlanned => "not-planned",
            Self::AlreadyPlanned => "already-planned",
            Self::NoSuchLearning => "no-such-learning",
            Self::NoSuchInvitation => "companion-no-such-invitation",
            Self::InvitationClosed => "companion-invitation-closed",
            Self::OwnAddress => "own-address",
            Self::AlreadyInvited => "already-invited",
            Self::NoSuchCompanion => "no-such-companion",
            Self::NoSuchComment => "no-such-comment",
            Self::Fields(_) => "growth-fields",
            Self::TooManyOfThem { .. } => "too-many-of-them",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchNeed
            | Self::NoSuchGoal
            | Self::NotPlanned
            | Self::NoSuchLearning
            | Self::NoSuchInvitation
            | Self::NoSuchCompanion
            | Self::NoSuchComment => Kind::NotFound,
            Self::NeedEnded
            | Self::AlreadyPlanned
            | Self::InvitationClosed
            | Self::OwnAddress
            | Self::AlreadyInvited
            | Self::TooManyOfThem { .. } => Kind::Conflict,
            Self::Fields(_) => Kind::Invalid,
        }
    }

    fn parameters(&self) -> Vec<Parameter> {
        match self {
            Self::TooManyOfThem { limit } => vec![("limit", limit.to_string())],
            _ => Vec::new(),
        }
    }

    fn places(&self) -> Vec<Place> {
        match self {
            Self::Fields(places) => places.clone(),
            _ => Vec::new(),
        }
    }
}
