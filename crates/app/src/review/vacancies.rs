//! Which seats of a submission are empty: it follows from what is stored, so that it may be asked
//! at any time, and twice.

use std::collections::BTreeSet;

use domain::audit::Fact;
use domain::catalogue::Slug;
use domain::ids::SubmissionId;
use domain::review::discussion::Ending;
use domain::review::{ReviewState, Ruling, Seat};
use serde_json::{Value, json};
use store::assessors as pool;
use store::review as kept;

use super::target::Target;
use crate::jobs::{ASSIGN_ASSESSORS, AssignAssessors};
use crate::{Outcome, Unit};

/// Every seat that a submission can have.
const SEATS: [Seat; 3] = [Seat::First, Seat::Second, Seat::Third];

/// Brings the queue up to date for one submission.
pub fn note(unit: &Unit<'_>, submission: SubmissionId) -> Outcome<()> {
    let Some(mut target) = Target::load(unit.tx, submission)? else {
        return Ok(());
    };
    if !target.is_open() {
        return Ok(kept::clear_vacancies(unit.tx, submission)?);
    }
    let opens_at = target.submission.opens_at;
    if unit.now < opens_at {
        let job = AssignAssessors::of(submission);
        return unit.ask_after(opens_at, ASSIGN_ASSESSORS, &job, Some(&job.unique_key()));
    }
    free_lapsed(unit, &mut target)?;
    let empty = empty(unit, &target)?;
    for seat in SEATS {
        match empty.iter().find(|it| it.0 == seat) {
            Some((_, criteria)) => {
                let vacancy = kept::Vacancy {
                    submission,
                    seat,
                    criteria: criteria.clone(),
                    submitted_at: target.submission.submitted_at,
                };
                kept::note_vacancy(unit.tx, &vacancy, unit.now)?;
            }
            None => kept::fill_vacancy(unit.tx, submission, seat)?,
        }
    }
    Ok(())
}

/// Seats that nobody holds, with what is to be judged in them: those of the plan, and the third for
/// what is contested.
fn empty(unit: &Unit<'_>, target: &Target) -> Outcome<Vec<(Seat, BTreeSet<Slug>)>> {
    let open = &target.submission.open_criteria;
    let missing = |seat: &Seat| target.holder(*seat).is_none();
    let first: Vec<_> = target
        .first_seats()
        .iter()
        .copied()
        .filter(missing)
        .collect();
    if !first.is_empty() {
        return Ok(first.into_iter().map(|it| (it, open.clone())).collect());
    }
    let more = match target.ruling(unit.tx)? {
        Ruling::Waiting(seat) => Some((seat, open.clone())),
        Ruling::Third(contested) => Some((Seat::Third, contested.into_iter().collect())),
        Ruling::Consensus(contested) if is_left_to_lead(unit, target)? => {
            Some((Seat::Third, contested.into_iter().collect()))
        }
        Ruling::Consensus(_) | Ruling::Decided(_) => None,
    };
    Ok(more.into_iter().filter(|it| missing(&it.0)).collect())
}

/// The two assessors of a consensus plan could not agree, and said so.
fn is_left_to_lead(unit: &Unit<'_>, target: &Target) -> Outcome<bool> {
    let discussion = kept::discussion(unit.tx, target.submission.id)?;
    Ok(discussion.is_some_and(|it| it.ending == Some(Ending::Lead)))
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
