//! The job that watches one review: its assessor hears that it is due soon and late, those who
//! manage hear that it is late, and what was not opened by then is offered to somebody else.

use domain::audit::Fact;
use domain::ids::ReviewId;
use domain::review::ReviewState;
use domain::review::turnaround::{Calendar, Standing};
use domain::time::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::review as kept;

use super::calendar::calendar_of;
use super::take_back::{self, Why};
use super::target::Target;
use crate::jobs::WATCH_REVIEW;
use crate::letters::{REVIEW_DUE_SOON, REVIEW_LATE, REVIEW_OVERDUE};
use crate::{App, Outcome, Unit};

/// The most managers who hear of a late review.
const MANAGERS: u32 = 50;

/// What [`WATCH_REVIEW`] needs to know.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct WatchReview {
    /// Which review.
    pub review: ReviewId,
}

/// Asks to be woken when a review becomes due soon, and when it becomes late.
pub fn ask(unit: &Unit<'_>, it: &kept::Seated, calendar: &Calendar) -> Outcome<()> {
    let job = WatchReview { review: it.id };
    let late = it.due_at.checked_add(SignedDuration::from_secs(1));
    for at in [calendar.soon(it.due_at), late.unwrap_or(Timestamp::MAX)] {
        unit.ask_after(at.max(unit.now), WATCH_REVIEW, &job, None)?;
    }
    Ok(())
}

/// Looks at a review and writes the letters that it is time for, each once.
///
/// # Errors
/// Nothing expected.
pub async fn watch(app: &App, job: WatchReview) -> Outcome<()> {
    app.write(move |unit| {
        let Some(review) = kept::find(unit.tx, job.review)? else {
            return Ok(());
        };
        if take_back::ensure_unfinished(&review).is_err() {
            return Ok(());
        }
        let Some(target) = Target::load(unit.tx, review.seated.submission)? else {
            return Ok(());
        };
        let issuer = &target.work.offer.issuer;
        let calendar = calendar_of(unit, issuer.id, &issuer.time_zone)?;
        match calendar.standing(review.seated.due_at, unit.now) {
            Standing::OnTime => Ok(()),
            Standing::DueSoon => soon(unit, &review, &target),
            Standing::Late => late(unit, &review, &target),
        }
    })
    .await
}

fn soon(unit: &Unit<'_>, review: &kept::Review, target: &Target) -> Outcome<()> {
    let it = &review.seated;
    if !kept::told_soon(unit.tx, it.id, unit.now)? {
        return Ok(());
    }
    unit.write_letter(it.assessor, REVIEW_DUE_SOON, &values(it, target))
}

fn late(unit: &Unit<'_>, review: &kept::Review, target: &Target) -> Outcome<()> {
    let it = &review.seated;
    if !kept::told_late(unit.tx, it.id, unit.now)? {
        return Ok(());
    }
    let fact = Fact::of("review-late", "review", it.id)
        .with(json!({"submission": it.submission, "due_at": it.due_at}));
    unit.record(fact, &json!({"state": review.state}))?;
    unit.write_letter(it.assessor, REVIEW_LATE, &values(it, target))?;
    let issuer = target.work.offer.issuer.id;
    for manager in kept::managers_of(unit.tx, issuer, unit.now, MANAGERS)? {
        unit.write_letter(manager, REVIEW_OVERDUE, &values(it, target))?;
    }
    if review.state == ReviewState::Assigned {
        take_back::end(unit, review, Why::Late, None)?;
    }
    Ok(())
}

/// What the letters say; nothing of whose work it is.
fn values(it: &kept::Seated, target: &Target) -> Value {
    let offer = &target.work.offer;
    json!({
        "review": it.id,
        "submission": it.submission,
        "code": target.submission.code,
        "title": offer.content.title,
        "due_at": it.due_at,
        "time_zone": offer.issuer.time_zone,
    })
}
