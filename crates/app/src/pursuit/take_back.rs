//! Taking a submission back before anybody has opened it.

use domain::audit::Fact;
use domain::people::Actor;
use domain::pursuit::{Pursuit, Refusal, SubmissionEnd};
use domain::review::ReviewState;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::pursuit::{Ended, Submission};
use store::review as kept;

use super::own::{own, own_work};
use crate::{App, IdempotencyKey, Outcome, Unit};

/// Take back what was sent.
#[derive(Clone, Debug, Serialize)]
pub struct TakeBack {
    /// The code of one's own submission.
    pub code: String,
}

/// It is a draft again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenBack {
    /// The pursuit, of which the draft goes on.
    pub pursuit: domain::ids::PursuitId,
}

/// Takes a submission back: it does not count as an attempt, whoever was asked to judge it is not
/// any more, and the draft goes on. The next submission has another code.
///
/// # Errors
/// `no-such-pursuit`; `opened-already` once an assessor has opened it; `pursuit-on-hold`;
/// `not-possible-now` for one that is decided, or taken back already.
pub async fn take_back(
    app: &App,
    actor: &Actor,
    command: TakeBack,
    key: Option<IdempotencyKey>,
) -> Outcome<TakenBack> {
    let by = actor.clone();
    let asked = command.clone();
    app.once(
        Some(actor.person),
        "pursuit/take-back",
        key,
        &asked,
        move |unit| {
            let found = store::pursuit::by_code(unit.tx, &command.code)?;
            let found = found.ok_or(Refusal::NoSuchPursuit)?;
            own(&by, found.person)?;
            take(unit, &by, &found.submission)
        },
    )
    .await
}

fn take(unit: &Unit<'_>, by: &Actor, submission: &Submission) -> Outcome<TakenBack> {
    let work = own_work(unit, by, submission.pursuit)?;
    let stored = &work.stored;
    let attempt = submission.attempt;
    if submission.ended.is_some() || stored.pursuit.attempt() != attempt {
        return Err(Refusal::NotPossibleNow.into());
    }
    let before = match attempt {
        0 | 1 => None,
        _ => kept::earlier_outcome(unit.tx, stored.id, attempt - 1)?,
    };
    let next: Pursuit = stored.pursuit.clone().take_back(before)?.into();
    let end = Ended {
        how: SubmissionEnd::TakenBack,
        at: unit.now,
        reason: String::new(),
    };
    end_submission(unit, submission, &end)?;
    store::pursuit::save(unit.tx, stored, &next, unit.now)?;
    let detail = json!({"submission": submission.id, "attempt": attempt});
    let fact = Fact::of("submission-taken-back", "pursuit", stored.id).by(by.person, None);
    unit.record(fact.with(detail), &json!({"state": next.name()}))?;
    Ok(TakenBack { pursuit: stored.id })
}

/// Ends a submission and every review of it that has not ended by itself; answers whose opened
/// reviews are not needed any more.
pub(super) fn end_submission(
    unit: &Unit<'_>,
    submission: &Submission,
    end: &Ended,
) -> Outcome<Vec<kept::Seated>> {
    if !store::pursuit::end_submission(unit.tx, submission.id, end)? {
        return Err(Refusal::NotPossibleNow.into());
    }
    kept::clear_vacancies(unit.tx, submission.id)?;
    let mut opened = Vec::new();
    for review in kept::of_submission(unit.tx, submission.id)? {
        let done = match review.state {
            ReviewState::Assigned => kept::unseat(unit.tx, review.seated.id)?,
            ReviewState::Opened => kept::withdraw(unit.tx, review.seated.id, unit.now)?,
            _ => false,
        };
        if done {
            let it = review.seated;
            let detail = json!({"submission": it.submission, "assessor": it.assessor});
            let fact = Fact::of("review-withdrawn", "review", it.id).with(detail);
            unit.record(fact, &json!({"state": ReviewState::Withdrawn}))?;
            if review.state == ReviewState::Opened {
                opened.push(it);
            }
        }
    }
    Ok(opened)
}
