//! Those who manage reviews take one back, or give it to somebody whom they choose.

use domain::ids::{PersonId, ReviewId, SubmissionId};
use domain::people::permission::{Question, may};
use domain::people::{Actor, Role};
use domain::review::Refusal;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::review as kept;

use super::queue::Queue;
use super::take_back::{self, Why};
use super::target::Target;
use super::{assign, vacancies};
use crate::letters::REVIEW_TAKEN_BACK;
use crate::{App, Failure, IdempotencyKey, Outcome, Unit};

/// Which review to take back.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct TakeBack {
    /// One that is not handed in.
    pub review: ReviewId,
}

/// Which review goes to whom.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Reassign {
    /// One that is not handed in.
    pub review: ReviewId,
    /// Somebody who may judge it.
    pub to: PersonId,
}

/// Takes a review back; whoever is best is asked instead.
///
/// # Errors
/// For those who do not manage reviews of its issuer it does not exist; what has ended stays.
pub async fn take_back_review(
    app: &App,
    actor: &Actor,
    command: TakeBack,
    key: Option<IdempotencyKey>,
) -> Outcome<SubmissionId> {
    let by = actor.clone();
    app.once(
        Some(actor.person),
        "take-back-review",
        key,
        &command,
        move |unit| {
            let (review, target) = managed(unit, &by, command.review)?;
            end(unit, &by, &review, &target)?;
            Ok(review.seated.submission)
        },
    )
    .await
}

/// Gives a review to somebody else.
///
/// # Errors
/// As for [`take_back_review`]; and refuses a person who may not judge it, with the reason, in which
/// case the review stays where it is.
pub async fn reassign_review(
    app: &App,
    actor: &Actor,
    command: Reassign,
    key: Option<IdempotencyKey>,
) -> Outcome<SubmissionId> {
    let by = actor.clone();
    app.once(
        Some(actor.person),
        "reassign-review",
        key,
        &command,
        move |unit| {
            let (review, target) = managed(unit, &by, command.review)?;
            end(unit, &by, &review, &target)?;
            let submission = review.seated.submission;
            vacancies::note(unit, submission)?;
            give(unit, &review, command.to)?;
            Ok(submission)
        },
    )
    .await
}

/// The refusal undoes what was done before it in the same unit.
fn give(unit: &Unit<'_>, review: &kept::Review, to: PersonId) -> Outcome<()> {
    let queue = Queue::load(unit, &[])?;
    let submission = review.seated.submission;
    let entry = queue
        .entry(submission)
        .ok_or_else(|| Failure::broken("a review was taken back and left no empty seat"))?;
    let person = queue
        .takes(entry, to)
        .map_err(|conflict| Refusal::CannotTake {
            submission,
            conflict,
        })?;
    let mut seats = entry.seats.iter();
    let seat = seats
        .find(|it| it.vacancy.seat == review.seated.seat)
        .ok_or_else(|| Failure::broken("a review was taken back and left another seat"))?;
    assign::seat(unit, entry, seat, person)?;
    Ok(())
}

/// A review of an issuer that the actor manages, and its submission.
fn managed(unit: &Unit<'_>, actor: &Actor, id: ReviewId) -> Outcome<(kept::Review, Target)> {
    let review = kept::find(unit.tx, id)?.ok_or(Refusal::NoSuchReview)?;
    let target = Target::load(unit.tx, review.seated.submission)?.ok_or(Refusal::NoSuchReview)?;
    let issuer = store::people::path_of(unit.tx, target.work.offer.issuer.id)?;
    if may(actor, Question::ManageReviews { issuer: &issuer }) {
        Ok((review, target))
    } else {
        Err(Refusal::NoSuchReview.into())
    }
}

fn end(unit: &Unit<'_>, actor: &Actor, review: &kept::Review, target: &Target) -> Outcome<()> {
    let role = if actor.holds(Role::ProgrammeManager) {
        Role::ProgrammeManager
    } else {
        Role::LeadAssessor
    };
    take_back::end(unit, review, Why::Managed, Some((actor.person, role)))?;
    let offer = &target.work.offer;
    let values = json!({"title": offer.content.title, "code": target.submission.code});
    unit.write_letter(review.seated.assessor, REVIEW_TAKEN_BACK, &values)
}
