//! The job that looks for assessors. Which seats are empty follows from what is stored, so that it
//! may run at any time, and twice.

use std::collections::BTreeSet;

use domain::audit::Fact;
use domain::catalogue::Slug;
use domain::ids::ReviewId;
use domain::review::{ReviewState, Ruling, Seat};
use domain::time::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::assessors as pool;
use store::review as kept;

use super::candidates::{Looked, Possible, look, subject};
use super::due::{due, due_for_new_seat};
use super::target::Target;
use crate::jobs::{ASSIGN_ASSESSORS, AssignAssessors};
use crate::letters::REVIEW_ASSIGNED;
use crate::{App, Outcome, Unit};

/// How long a submission waits before assessors are looked for again.
const AGAIN: SignedDuration = SignedDuration::from_mins(10);
/// The most events of a submission among which the last reason for waiting is looked for.
const EVENTS: u32 = 500;

/// An empty seat.
struct Empty {
    seat: Seat,
    /// What is to be judged in it.
    criteria: BTreeSet<Slug>,
}

/// Gives every empty seat of a submission to somebody who may judge it. Where nobody may, it says
/// why in the log and is run again later.
///
/// # Errors
/// Nothing expected.
pub async fn assign(app: &App, job: AssignAssessors) -> Outcome<()> {
    app.write(move |unit| {
        let Some(mut target) = Target::load(unit.tx, job.submission)? else {
            return Ok(());
        };
        if target.is_open() {
            free_lapsed(unit, &mut target)?;
            fill(unit, &target, job)?;
        }
        Ok(())
    })
    .await
}

/// Asks for assessors of a submission, soon after the commit.
pub fn ask(unit: &Unit<'_>, job: AssignAssessors) -> Outcome<()> {
    unit.ask(ASSIGN_ASSESSORS, &job, Some(&job.unique_key()))
}

fn fill(unit: &Unit<'_>, target: &Target, job: AssignAssessors) -> Outcome<()> {
    let mut taken = BTreeSet::new();
    let mut seated = Vec::new();
    let mut blocked: Vec<Value> = Vec::new();
    for empty in empty_seats(unit, target)? {
        let subject = subject(unit, target, &taken)?;
        match look(unit, target, empty.seat, &subject)? {
            Looked::Found(it) => {
                taken.insert(it.candidate.person);
                seated.extend(seat(unit, target, &empty, &it)?);
            }
            Looked::Nobody(why) => blocked.push(why),
        }
    }
    if !blocked.is_empty() {
        return wait(unit, job, Value::Array(blocked));
    }
    if !seated.is_empty() {
        let fact = Fact::of("assessors-assigned", "submission", job.submission);
        unit.record(fact.with(json!({"reviews": seated})), &Value::Null)?;
    }
    Ok(())
}

/// Seats that nobody holds: those of the plan, and the third for what is contested.
fn empty_seats(unit: &Unit<'_>, target: &Target) -> Outcome<Vec<Empty>> {
    let open = &target.submission.open_criteria;
    let missing = |seat: &Seat| target.holder(*seat).is_none();
    let of = |seat: Seat, criteria: BTreeSet<Slug>| Empty { seat, criteria };
    let first: Vec<_> = target
        .first_seats()
        .iter()
        .copied()
        .filter(missing)
        .collect();
    if !first.is_empty() {
        return Ok(first.into_iter().map(|it| of(it, open.clone())).collect());
    }
    let more = match target.ruling(unit.tx)? {
        Ruling::Waiting(seat) => Some(of(seat, open.clone())),
        Ruling::Third(contested) | Ruling::Consensus(contested) => {
            Some(of(Seat::Third, contested.into_iter().collect()))
        }
        Ruling::Decided(_) => None,
    };
    Ok(more.into_iter().filter(|it| missing(&it.seat)).collect())
}

/// Unopened reviews whose assessor is not qualified any more are given to somebody else.
fn free_lapsed(unit: &Unit<'_>, target: &mut Target) -> Outcome<()> {
    let rubric = target.submission.rubric_fingerprint.to_string();
    let mut lapsed = Vec::new();
    for review in &target.reviews {
        let it = &review.seated;
        if review.state == ReviewState::Assigned
            && pool::valid_until(unit.tx, it.assessor, &rubric, unit.now)?.is_none()
        {
            unseat(unit, it)?;
            lapsed.push(it.id);
        }
    }
    target.reviews.retain(|it| !lapsed.contains(&it.seated.id));
    Ok(())
}

/// Takes back a review that was not opened, because its assessor may not open it any more.
pub fn unseat(unit: &Unit<'_>, it: &kept::Seated) -> Outcome<()> {
    if kept::unseat(unit.tx, it.id)? {
        let detail = json!({"submission": it.submission, "assessor": it.assessor});
        let fact = Fact::of("review-lapsed", "review", it.id).with(detail);
        unit.record(fact, &Value::Null)?;
    }
    Ok(())
}

fn seat(
    unit: &Unit<'_>,
    target: &Target,
    empty: &Empty,
    found: &Possible,
) -> Outcome<Option<ReviewId>> {
    let person = found.candidate.person;
    let (offer, submission) = (&target.work.offer, &target.submission);
    let zone = &offer.issuer.time_zone;
    let days = offer.content.plan.turnaround_business_days;
    let due_at = due(submission.submitted_at, days, zone);
    let it = kept::Seated {
        id: unit.public_id(),
        submission: submission.id,
        assessor: person,
        seat: empty.seat,
        criteria: empty.criteria.clone(),
        assigned_at: unit.now,
        due_at: due_for_new_seat(due_at, unit.now, zone),
    };
    if !kept::assign(unit.tx, &it)? {
        return Ok(None);
    }
    let detail = json!({"submission": submission.id, "assessor": person, "seat": empty.seat});
    let fact = Fact::of("review-assigned", "review", it.id).with(detail);
    unit.record(fact, &json!({"criteria": it.criteria, "due_at": it.due_at}))?;
    let values = json!({
        "review": it.id,
        "title": offer.content.title,
        "due_at": it.due_at,
        "time_zone": zone,
    });
    unit.write_letter(person, REVIEW_ASSIGNED, &values)?;
    look_again_when_lapsed(unit, &it, found.valid_until)?;
    Ok(Some(it.id))
}

/// Somebody whose qualification ends before the review is due may leave it unopened until then.
fn look_again_when_lapsed(unit: &Unit<'_>, it: &kept::Seated, ends: Timestamp) -> Outcome<()> {
    if ends > it.due_at {
        return Ok(());
    }
    let job = AssignAssessors {
        submission: it.submission,
    };
    unit.ask_after(ends, ASSIGN_ASSESSORS, &job, None)
}

/// Says once why it waits, and looks again later.
fn wait(unit: &Unit<'_>, job: AssignAssessors, reasons: Value) -> Outcome<()> {
    let id = job.submission.to_string();
    let events = store::system::event::of_subject(unit.tx, "submission", &id, None, EVENTS)?;
    let last = events
        .iter()
        .rfind(|it| it.kind == "assignment-waiting" || it.kind == "assessors-assigned");
    let known = last.is_some_and(|it| it.kind == "assignment-waiting" && it.detail == reasons);
    if !known {
        let fact = Fact::of("assignment-waiting", "submission", id).with(reasons);
        unit.record(fact, &Value::Null)?;
    }
    let again = unit.now.checked_add(AGAIN).unwrap_or(Timestamp::MAX);
    unit.ask_after(again, ASSIGN_ASSESSORS, &job, Some(&job.unique_key()))
}
