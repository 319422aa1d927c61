//! The job that looks for assessors: it gives out the whole queue, so that a full assignment is
//! found whenever there is one, and may run at any time, and twice.

use std::collections::BTreeMap;

use domain::audit::Fact;
use domain::ids::ReviewId;
use domain::review::assignment::Conflict;
use domain::time::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::review as kept;

use super::deadlines;
use super::queue::{Blocked, Entry, Found, Possible, Queue};
use super::vacancies;
use crate::jobs::{ASSIGN_ASSESSORS, AssignAssessors};
use crate::letters::{REVIEW_ASSIGNED, REVIEW_TAKEN_BACK};
use crate::{App, Outcome, Unit};

/// How long the queue rests before assessors are looked for again.
const AGAIN: SignedDuration = SignedDuration::from_mins(10);
/// The most offers that are looked at when something cannot be covered otherwise.
const OFFERS: u32 = 2_000;
/// Looking again later keeps nobody from looking at once.
const AGAIN_KEY: &str = "assign-assessors/again";

/// Brings the queue up to date for a submission, if one is named, and gives every seat in it to
/// somebody who may judge. Where nobody may, it says why, and the queue is looked at again later.
///
/// # Errors
/// Nothing expected.
pub async fn assign(app: &App, job: AssignAssessors) -> Outcome<()> {
    app.write(move |unit| {
        if let Some(submission) = job.submission {
            vacancies::note(unit, submission)?;
        }
        give_out(unit)
    })
    .await
}

/// Asks for assessors of a submission, or for the whole queue, soon after the commit.
pub fn ask(unit: &Unit<'_>, job: AssignAssessors) -> Outcome<()> {
    unit.ask(ASSIGN_ASSESSORS, &job, Some(&job.unique_key()))
}

fn give_out(unit: &Unit<'_>) -> Outcome<()> {
    let queue = Queue::load(unit, &[])?;
    let found = queue.give_out();
    let short = short(&found);
    let left = match short {
        0 => None,
        _ => moving_offers(unit, short)?,
    };
    let left = match left {
        Some(left) => left,
        None => settle(unit, &found)?,
    };
    if left == 0 {
        return Ok(());
    }
    let job = AssignAssessors { submission: None };
    let again = unit.now.checked_add(AGAIN).unwrap_or(Timestamp::MAX);
    unit.ask_after(again, ASSIGN_ASSESSORS, &job, Some(AGAIN_KEY))
}

/// How many seats nobody takes.
fn short(found: &[Found<'_>]) -> usize {
    found.iter().map(|it| it.blocked.len()).sum()
}

/// Gives out the queue once more together with the offers that nobody has accepted yet. If that
/// covers more, they are moved, as few of them as possible; otherwise nothing is changed. Answers
/// how many seats are left, if it was done.
fn moving_offers(unit: &Unit<'_>, short_before: usize) -> Outcome<Option<usize>> {
    let offers = kept::open_offers(unit.tx, unit.now, OFFERS)?;
    if offers.is_empty() {
        return Ok(None);
    }
    for (it, submitted_at) in &offers {
        let vacancy = kept::Vacancy {
            submission: it.submission,
            seat: it.seat,
            criteria: it.criteria.clone(),
            submitted_at: *submitted_at,
        };
        kept::note_vacancy(unit.tx, &vacancy, unit.now)?;
    }
    let offers: Vec<_> = offers.into_iter().map(|(it, _)| it).collect();
    let queue = Queue::load(unit, &offers)?;
    let found = queue.give_out();
    if short(&found) < short_before {
        return settle(unit, &found).map(Some);
    }
    for it in &offers {
        kept::fill_vacancy(unit.tx, it.submission, it.seat)?;
    }
    Ok(None)
}

/// Keeps what was found; answers how many seats are left.
fn settle(unit: &Unit<'_>, all: &[Found<'_>]) -> Outcome<usize> {
    for found in all {
        for stays in &found.staying {
            let it = &stays.vacancy;
            kept::fill_vacancy(unit.tx, it.submission, it.seat)?;
        }
        let seats = found.seated.iter().map(|(queued, _)| queued);
        for queued in seats.chain(found.blocked.iter().map(|(queued, _)| queued)) {
            if let Some(offer) = found.entry.offer(queued.vacancy.seat) {
                withdraw(unit, found.entry, &queued.code, offer)?;
            }
        }
    }
    for found in all {
        seat_all(unit, found)?;
        if !found.blocked.is_empty() {
            explain(unit, found)?;
        }
    }
    Ok(short(all))
}

/// Takes an offer back that goes to somebody else; its assessor may be asked again later.
fn withdraw(unit: &Unit<'_>, entry: &Entry, code: &str, it: &kept::Seated) -> Outcome<()> {
    if !kept::unseat(unit.tx, it.id)? {
        return Ok(());
    }
    let detail = json!({"submission": it.submission, "assessor": it.assessor});
    let fact = Fact::of("review-moved", "review", it.id).with(detail);
    unit.record(fact, &Value::Null)?;
    let values = json!({"title": entry.version.content.title, "code": code});
    unit.write_letter(it.assessor, REVIEW_TAKEN_BACK, &values)
}

fn seat_all(unit: &Unit<'_>, found: &Found<'_>) -> Outcome<()> {
    let mut reviews = Vec::new();
    for (queued, taker) in &found.seated {
        reviews.extend(seat(unit, found.entry, queued, taker)?);
    }
    let Some((first, _)) = found.seated.first().filter(|_| !reviews.is_empty()) else {
        return Ok(());
    };
    let fact = Fact::of("assessors-assigned", "submission", first.vacancy.submission);
    unit.record(fact.with(json!({"reviews": reviews})), &Value::Null)
}

/// Gives a seat of the queue to somebody; nothing if they have or had a review of that submission.
pub fn seat(
    unit: &Unit<'_>,
    entry: &Entry,
    queued: &kept::Queued,
    taker: &Possible,
) -> Outcome<Option<ReviewId>> {
    let (person, vacancy) = (taker.candidate.person, &queued.vacancy);
    let (content, zone) = (&entry.version.content, &entry.version.time_zone);
    let days = content.plan.turnaround_business_days;
    let due_at = entry.calendar.due(vacancy.submitted_at, days);
    let it = kept::Seated {
        id: unit.public_id(),
        submission: vacancy.submission,
        assessor: person,
        seat: vacancy.seat,
        criteria: vacancy.criteria.clone(),
        assigned_at: unit.now,
        due_at: entry.calendar.due_for_new_seat(due_at, unit.now),
    };
    if !kept::assign(unit.tx, &it)? {
        return Ok(None);
    }
    kept::fill_vacancy(unit.tx, it.submission, it.seat)?;
    let detail = json!({"submission": it.submission, "assessor": person, "seat": it.seat});
    let fact = Fact::of("review-assigned", "review", it.id).with(detail);
    unit.record(fact, &json!({"criteria": it.criteria, "due_at": it.due_at}))?;
    let values = json!({
        "review": it.id,
        "title": content.title,
        "due_at": it.due_at,
        "time_zone": zone,
    });
    unit.write_letter(person, REVIEW_ASSIGNED, &values)?;
    look_again_when_lapsed(unit, &it, taker.valid_until)?;
    deadlines::ask(unit, &it, &entry.calendar)?;
    Ok(Some(it.id))
}

/// Somebody whose qualification ends before the review is due may leave it unopened until then.
fn look_again_when_lapsed(unit: &Unit<'_>, it: &kept::Seated, ends: Timestamp) -> Outcome<()> {
    if ends > it.due_at {
        return Ok(());
    }
    let job = AssignAssessors::of(it.submission);
    unit.ask_after(ends, ASSIGN_ASSESSORS, &job, None)
}

/// Says once why a submission waits.
fn explain(unit: &Unit<'_>, found: &Found<'_>) -> Outcome<()> {
    let mut is_new = false;
    let mut reasons = Vec::new();
    for (queued, blocked) in &found.blocked {
        let it = &queued.vacancy;
        let reason = reason(queued, blocked);
        is_new |= kept::explain_vacancy(unit.tx, it.submission, it.seat, &reason, unit.now)?;
        reasons.push(reason);
    }
    let first = found.blocked.first().filter(|_| is_new);
    let Some((queued, _)) = first else {
        return Ok(());
    };
    let id = queued.vacancy.submission;
    let fact = Fact::of("assignment-waiting", "submission", id).with(Value::Array(reasons));
    unit.record(fact, &Value::Null)
}

fn reason(queued: &kept::Queued, it: &Blocked) -> Value {
    let reasons: BTreeMap<&Conflict, &u32> = it.reasons.iter().collect();
    json!({"seat": queued.vacancy.seat, "qualified": it.qualified, "blocked": reasons})
}
