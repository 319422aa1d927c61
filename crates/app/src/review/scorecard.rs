//! Handing in a scorecard: its marks never change again, and the rule is applied.

use std::collections::BTreeMap;

use domain::audit::Fact;
use domain::catalogue::{Criterion, Slug};
use domain::ids::ReviewId;
use domain::people::{Actor, Role};
use domain::pursuit::{Pursuit, Refusal as PursuitRefusal};
use domain::review::{DraftMark, Mark, Refusal, ReviewState, Scorecard, Seat, complete};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::review::{self as kept, SavedMark};

use super::decide::settle;
use super::open::{Step, ensure_open, own};
use super::target::Target;
use crate::{App, Failure, IdempotencyKey, Outcome, Unit};

/// Which review to hand in.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct SubmitScorecard {
    /// One's own, with its marks saved.
    pub review: ReviewId,
}

/// It is handed in. Deliberately without a word on what follows: that would tell of the other
/// assessor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submitted {
    /// Which.
    pub review: ReviewId,
}

/// Locks a review with its marks as they are saved; decides if the rule can.
///
/// # Errors
/// Refuses other people's reviews as unknown, reviews that have ended, and an incomplete
/// scorecard, with everything that is missing.
pub async fn submit_scorecard(
    app: &App,
    actor: &Actor,
    command: SubmitScorecard,
    key: Option<IdempotencyKey>,
) -> Outcome<Submitted> {
    let by = actor.clone();
    let step: Step<Submitted> = app
        .once(
            Some(actor.person),
            "submit-scorecard",
            key,
            &command,
            move |unit| {
                let review = own(unit, &by, command.review)?;
                if let Step::Lapsed = ensure_open(unit, &review)? {
                    return Ok(Step::Lapsed);
                }
                submit(unit, &review)?;
                Ok(Step::Done(Submitted {
                    review: command.review,
                }))
            },
        )
        .await?;
    step.told()
}

fn submit(unit: &Unit<'_>, review: &kept::Review) -> Outcome<()> {
    let it = &review.seated;
    let target = Target::load(unit.tx, it.submission)?
        .ok_or_else(|| Failure::broken("a review without its submission"))?;
    if let Pursuit::OnHold(_) = target.work.stored.pursuit {
        return Err(PursuitRefusal::IsOnHold.into());
    }
    let saved = kept::marks(unit.tx, it.id)?;
    let marks = complete(criteria(&target, it), &drafts(&saved))?;
    for (criterion, mark) in &marks {
        keep(unit, it.id, criterion, mark, saved.get(criterion))?;
    }
    if !kept::lock(unit.tx, it.id, unit.now)? {
        return Err(Refusal::AlreadyLocked.into());
    }
    let card = Scorecard {
        review: it.id,
        assessor: it.assessor,
        seat: it.seat,
        marks,
    };
    let role = match it.seat {
        Seat::Third => Role::LeadAssessor,
        Seat::First | Seat::Second | Seat::Agreed => Role::Assessor,
    };
    let fact = Fact::of("scorecard-submitted", "review", it.id)
        .by(it.assessor, Some(role))
        .with(json!({"submission": it.submission, "state": ReviewState::Locked}));
    unit.record(fact, &card)?;
    settle(unit, &target)
}

fn criteria<'t>(target: &'t Target, it: &kept::Seated) -> Vec<&'t Criterion> {
    let all = target.work.offer.content.rubric.criteria.iter();
    all.filter(|one| it.criteria.contains(&one.id)).collect()
}

fn drafts(saved: &BTreeMap<Slug, SavedMark>) -> BTreeMap<Slug, DraftMark> {
    let marks = saved.iter();
    marks
        .map(|(criterion, it)| (criterion.clone(), it.draft.clone()))
        .collect()
}

/// Keeps a mark as it is locked: complete, and without stray space.
fn keep(
    unit: &Unit<'_>,
    review: ReviewId,
    criterion: &Slug,
    mark: &Mark,
    saved: Option<&SavedMark>,
) -> Outcome<()> {
    let whole = DraftMark {
        level: Some(mark.level),
        confidence: Some(mark.confidence),
        feedback: mark.feedback.clone(),
    };
    if saved.is_some_and(|it| it.draft == whole) {
        return Ok(());
    }
    let next = SavedMark {
        draft: whole,
        version: saved.map_or(0, |it| it.version) + 1,
        saved_at: unit.now,
    };
    Ok(kept::save_mark(unit.tx, review, criterion, &next)?)
}
