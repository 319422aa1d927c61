//! A review leaves its assessor before it is handed in, and somebody else is looked for.

use domain::audit::Fact;
use domain::ids::PersonId;
use domain::people::Role;
use domain::review::{Refusal, ReviewState};
use serde_json::json;
use store::review as kept;

use super::assign;
use crate::jobs::AssignAssessors;
use crate::{Outcome, Unit};

/// Why a review leaves its assessor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The assessor said no.
    Declined,
    /// The assessor is away.
    Absent,
    /// It was not opened when it was due.
    Late,
    /// The two are related.
    Related,
    /// Somebody who manages reviews decided so.
    Managed,
}

impl Why {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Declined => "declined",
            Self::Absent => "absent",
            Self::Late => "late",
            Self::Related => "related",
            Self::Managed => "managed",
        }
    }
}

/// Ends a review that is not handed in. Its marks stay, and count for nothing.
pub fn end(
    unit: &Unit<'_>,
    review: &kept::Review,
    why: Why,
    by: Option<(PersonId, Role)>,
) -> Outcome<()> {
    let it = &review.seated;
    ensure_unfinished(review)?;
    kept::take_back(unit.tx, it.id, unit.now)?;
    let detail = json!({"submission": it.submission, "why": why.as_str()});
    let mut fact = Fact::of("review-released", "review", it.id).with(detail);
    if let Some((person, role)) = by {
        fact = fact.by(person, Some(role));
    }
    unit.record(fact, &json!({"state": ReviewState::Released}))?;
    assign::ask(unit, AssignAssessors::of(it.submission))
}

/// Refuses what has ended.
pub fn ensure_unfinished(review: &kept::Review) -> Result<(), Refusal> {
    match review.state {
        ReviewState::Assigned | ReviewState::Opened => Ok(()),
        ReviewState::Locked => Err(Refusal::AlreadyLocked),
        ReviewState::Recused => Err(Refusal::AlreadyRecused),
        ReviewState::Released => Err(Refusal::AlreadyReleased),
        ReviewState::Withdrawn => Err(Refusal::SubmissionWithdrawn),
    }
}
