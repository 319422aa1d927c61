//! *I recognise this person*: the review is given back, and somebody else scores afresh.

use domain::audit::Fact;
use domain::ids::ReviewId;
use domain::people::{Actor, Role};
use domain::review::ReviewState;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::review as kept;

use super::assign;
use super::open::own;
use super::take_back;
use crate::jobs::AssignAssessors;
use crate::{App, IdempotencyKey, Outcome};

/// Which review to give back.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Recuse {
    /// One's own.
    pub review: ReviewId,
}

/// It is given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recused {
    /// Which.
    pub review: ReviewId,
}

/// Gives a review back. Its assessor is not asked about this educator again.
///
/// # Errors
/// Refuses other people's reviews as unknown, and reviews that have ended.
pub async fn recuse(
    app: &App,
    actor: &Actor,
    command: Recuse,
    key: Option<IdempotencyKey>,
) -> Outcome<Recused> {
    let by = actor.clone();
    app.once(
        Some(actor.person),
        "recuse-from-review",
        key,
        &command,
        move |unit| {
            let review = own(unit, &by, command.review)?;
            take_back::ensure_unfinished(&review)?;
            let it = review.seated;
            kept::recuse(unit.tx, it.id, unit.now)?;
            let fact = Fact::of("review-recused", "review", it.id)
                .by(it.assessor, Some(Role::Assessor))
                .with(json!({"submission": it.submission}));
            unit.record(fact, &json!({"state": ReviewState::Recused}))?;
            let job = AssignAssessors::of(it.submission);
            assign::ask(unit, job)?;
            Ok(Recused { review: it.id })
        },
    )
    .await
}
