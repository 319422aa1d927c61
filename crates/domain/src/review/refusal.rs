//! Why the room `review` says no.

use super::DraftMark;
use super::assignment::Conflict;
use crate::catalogue::Slug;
use crate::ids::SubmissionId;
use crate::refusal::{Kind, Place, Refuse};

/// Refusals of reviews and decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such review, or it is not this person's.
    NoSuchReview,
    /// The review was handed in already; its marks never change.
    AlreadyLocked,
    /// The review was given back.
    AlreadyRecused,
    /// The review is open: it can be handed in or given back.
    AlreadyOpened,
    /// The review was declined or taken back.
    AlreadyReleased,
    /// There is no such submission in review, or it is not this manager's.
    NoSuchSubmission,
    /// The chosen assessor may not judge that submission.
    CannotTake {
        /// Which submission.
        submission: SubmissionId,
        /// Why; `None` if the person is not qualified for the rubric.
        conflict: Option<Conflict>,
    },
    /// Nobody agrees to their own proposal.
    OwnProposal,
    /// The proposal has changed since it was read.
    StaleProposal,
    /// The discussion has ended.
    DiscussionIsOver,
    /// The discussion has as many messages as anybody reads.
    DiscussionIsFull,
    /// There is no such entry, or it is not this person's.
    NoSuchEntry,
    /// Fields to mend.
    Fields(Vec<Place>),
    /// The submission was taken back, or returned as incomplete.
    SubmissionWithdrawn,
    /// The submission may still be taken back; no review of it can be opened yet.
    NotOpenYet,
    /// The criterion is closed or belongs to another rubric.
    CriterionNotOpen,
    /// Marks to complete.
    Incomplete(Vec<Place>),
    /// A field changed elsewhere since it was read.
    StaleMark {
        /// The criterion.
        criterion: Slug,
        /// The version that is stored.
        current: u64,
        /// What is stored.
        stored: DraftMark,
    },
    /// Both scorecards come from one person.
    SamePerson,
    /// A scorecard lacks a criterion that it had to judge.
    CriterionUnscored {
        /// The criterion.
        criterion: Slug,
    },
    /// The qualification for this rubric has lapsed and the review was not opened in time.
    NotQualified,
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchReview => "no-such-review",
            Self::AlreadyLocked => "review-already-locked",
            Self::AlreadyRecused => "review-already-recused",
            Self::AlreadyOpened => "review-already-opened",
            Self::AlreadyReleased => "review-taken-back",
            Self::NoSuchSubmission => "no-such-submission",
            Self::CannotTake { .. } => "assessor-cannot-take",
            Self::OwnProposal => "own-proposal",
            Self::StaleProposal => "stale-proposal",
            Self::DiscussionIsOver => "discussion-is-over",
            Self::DiscussionIsFull => "discussion-is-full",
            Self::NoSuchEntry => "no-such-entry",
            Self::Fields(_) => "review-fields",
            Self::SubmissionWithdrawn => "submission-withdrawn",
            Self::NotOpenYet => "review-not-open-yet",
            Self::CriterionNotOpen => "criterion-not-open",
            Self::Incomplete(_) => "scorecard-incomplete",
            Self::StaleMark { .. } => "stale-mark",
            Self::SamePerson => "same-person",
            Self::CriterionUnscored { .. } => "criterion-unscored",
            Self::NotQualified => "not-qualified",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchReview | Self::NoSuchSubmission | Self::NoSuchEntry => Kind::NotFound,
            Self::AlreadyLocked
            | Self::AlreadyRecused
            | Self::AlreadyOpened
            | Self::AlreadyReleased
            | Self::SubmissionWithdrawn
            | Self::NotOpenYet
            | Self::StaleProposal
            | Self::DiscussionIsOver
            | Self::StaleMark { .. } => Kind::Conflict,
            Self::NotQualified => Kind::Forbidden,
            _ => Kind::Invalid,
        }
    }

    fn parameters(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::StaleMark {
                criterion,
                current,
                stored,
            } => {
                vec![
                    ("criterion", criterion.to_string()),
                    ("current", current.to_string()),
                    (
                        "level",
                        stored.level.map_or_else(String::new, |it| it.to_string()),
                    ),
                    ("feedback", stored.feedback.clone()),
                ]
            }
            Self::CannotTake { conflict, .. } => {
                let why = conflict.map_or("not-qualified", Conflict::as_str);
                vec![("why", why.to_owned())]
            }
            Self::CriterionUnscored { criterion } => vec![("criterion", criterion.to_string())],
            _ => Vec::new(),
        }
    }

    fn places(&self) -> Vec<Place> {
        match self {
            Self::Incomplete(places) | Self::Fields(places) => places.clone(),
            _ => Vec::new(),
        }
    }
}
