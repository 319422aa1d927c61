//! Opening a review: from now on the submission is under review.

use domain::audit::Fact;
use domain::ids::ReviewId;
use domain::people::permission::{Question, may};
use domain::people::{Actor, Role};
use domain::pursuit::Pursuit;
use domain::review::{Refusal, ReviewState};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::review as kept;

use super::{assign, vacancies};
use crate::jobs::AssignAssessors;
use crate::{App, Failure, IdempotencyKey, Outcome, Unit};

/// Which review to open.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct OpenReview {
    /// One's own.
    pub review: ReviewId,
}

/// The review is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Which.
    pub review: ReviewId,
}

/// How a step ends for which a review has to be open. That an assessor's qualification has lapsed
/// is kept, and therefore no refusal inside the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step<T> {
    /// It is done.
    Done(T),
    /// The qualification has lapsed before the review was opened; the review is given to
    /// somebody else.
    Lapsed,
}

impl<T> Step<T> {
    /// What its caller is told.
    pub fn told(self) -> Outcome<T> {
        match self {
            Self::Done(done) => Ok(done),
            Self::Lapsed => Err(Refusal::NotQualified.into()),
        }
    }
}

/// Opens a review; opening it again changes nothing.
///
/// # Errors
/// Refuses other people's reviews as unknown, reviews that have ended, and, unless the review is
/// open already, those whose qualification has lapsed.
pub async fn open_review(
    app: &App,
    actor: &Actor,
    command: OpenReview,
    key: Option<IdempotencyKey>,
) -> Outcome<Opened> {
    let by = actor.clone();
    let step: Step<Opened> = app
        .once(
            Some(actor.person),
            "open-review",
            key,
            &command,
            move |unit| {
                let review = own(unit, &by, command.review)?;
                match ensure_open(unit, &review)? {
                    Step::Done(()) => Ok(Step::Done(Opened {
                        review: command.review,
                    })),
                    Step::Lapsed => Ok(Step::Lapsed),
                }
            },
        )
        .await?;
    step.told()
}

/// A review of the actor.
pub fn own(unit: &Unit<'_>, actor: &Actor, id: ReviewId) -> Outcome<kept::Review> {
    let review = kept::find(unit.tx, id)?.ok_or(Refusal::NoSuchReview)?;
    let assessor = review.seated.assessor;
    if may(actor, Question::Review { assessor }) {
        Ok(review)
    } else {
        Err(Refusal::NoSuchReview.into())
    }
}

/// Opens the review if it is not open yet.
pub fn ensure_open(unit: &Unit<'_>, review: &kept::Review) -> Outcome<Step<()>> {
    match review.state {
        ReviewState::Opened => Ok(Step::Done(())),
        ReviewState::Locked => Err(Refusal::AlreadyLocked.into()),
        ReviewState::Recused => Err(Refusal::AlreadyRecused.into()),
        ReviewState::Released => Err(Refusal::AlreadyReleased.into()),
        ReviewState::Withdrawn => Err(Refusal::SubmissionWithdrawn.into()),
        ReviewState::Assigned => open(unit, &review.seated),
    }
}

fn open(unit: &Unit<'_>, it: &kept::Seated) -> Outcome<Step<()>> {
    let submission = store::pursuit::find_submission(unit.tx, it.submission)?
        .ok_or_else(|| Failure::broken("a review without its submission"))?;
    if unit.now < submission.opens_at {
        return Err(Refusal::NotOpenYet.into());
    }
    let rubric = submission.rubric_fingerprint.to_string();
    if store::assessors::valid_until(unit.tx, it.assessor, &rubric, unit.now)?.is_none() {
        vacancies::unseat(unit, it)?;
        let job = AssignAssessors::of(it.submission);
        assign::ask(unit, job)?;
        return Ok(Step::Lapsed);
    }
    let stored = store::pursuit::find(unit.tx, submission.pursuit)?
        .ok_or_else(|| Failure::broken("a submission without its pursuit"))?;
    let next = Pursuit::UnderReview(stored.pursuit.clone().open()?);
    if next != stored.pursuit {
        store::pursuit::save(unit.tx, &stored, &next, unit.now)?;
    }
    kept::open(unit.tx, it, unit.now)?;
    let fact = Fact::of("review-opened", "review", it.id)
        .by(it.assessor, Some(Role::Assessor))
        .with(json!({"submission": it.submission}));
    unit.record(fact, &json!({"state": ReviewState::Opened}))?;
    Ok(Step::Done(()))
}
