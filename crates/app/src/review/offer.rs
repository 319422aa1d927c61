//! A review is offered: its assessor says yes, says no, or simply opens it.

use domain::audit::Fact;
use domain::ids::ReviewId;
use domain::people::{Actor, Role};
use domain::review::{Refusal, ReviewState};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::review as kept;

use super::open::own;
use super::take_back::{self, Why};
use crate::{App, IdempotencyKey, Outcome};

/// Which offer to accept.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct AcceptReview {
    /// One's own.
    pub review: ReviewId,
}

/// Which offer to decline.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct DeclineReview {
    /// One's own.
    pub review: ReviewId,
}

/// Says yes to an offer: it is not moved to somebody else before it is due. Saying it again, or of
/// a review that is open, changes nothing.
///
/// # Errors
/// Refuses other people's reviews as unknown, and those that have ended.
pub async fn accept_review(
    app: &App,
    actor: &Actor,
    command: AcceptReview,
    key: Option<IdempotencyKey>,
) -> Outcome<AcceptReview> {
    let by = actor.clone();
    app.once(
        Some(actor.person),
        "accept-review",
        key,
        &command,
        move |unit| {
            let review = own(unit, &by, command.review)?;
            take_back::ensure_unfinished(&review)?;
            let it = review.seated;
            if kept::accept(unit.tx, it.id, unit.now)? {
                let fact = Fact::of("review-accepted", "review", it.id)
                    .by(it.assessor, Some(Role::Assessor))
                    .with(json!({"submission": it.submission}));
                unit.record(
                    fact,
                    &json!({"state": ReviewState::Assigned, "accepted": true}),
                )?;
            }
            Ok(command)
        },
    )
    .await
}

/// Says no to an offer. Somebody else is asked, and this person not again about this submission;
/// it means nothing for later ones.
///
/// # Errors
/// Refuses other people's reviews as unknown, those that have ended, and those that are open: what
/// was read can only be handed in or given back.
pub async fn decline_review(
    app: &App,
    actor: &Actor,
    command: DeclineReview,
    key: Option<IdempotencyKey>,
) -> Outcome<DeclineReview> {
    let by = actor.clone();
    app.once(
        Some(actor.person),
        "decline-review",
        key,
        &command,
        move |unit| {
            let review = own(unit, &by, command.review)?;
            if review.state == ReviewState::Opened {
                return Err(Refusal::AlreadyOpened.into());
            }
            let by = Some((review.seated.assessor, Role::Assessor));
            take_back::end(unit, &review, Why::Declined, by)?;
            Ok(command)
        },
    )
    .await
}
