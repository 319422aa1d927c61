//! The decision as its educator reads it, criterion by criterion.

use std::collections::BTreeMap;

use domain::catalogue::{Criterion, Rubric, Slug};
use domain::ids::{AwardId, PursuitId};
use domain::people::Actor;
use domain::pursuit::{Refusal, StateName};
use domain::review::CriterionOutcome;
use domain::time::Timestamp;
use store::pursuit::{Decided, Offer, Submission, Work};

use super::feedback::of_majority;
use super::own::{as_known, as_sent, own, own_work};
use super::pinned::{FeedbackPin, pins_of_majority};
use crate::{App, Outcome};

/// One criterion with its outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Which.
    pub criterion: Slug,
    /// Its title.
    pub title: String,
    /// Is it met?
    pub met: bool,
    /// It was judged in this attempt; otherwise it was closed before.
    pub judged_now: bool,
    /// The level that was found.
    pub level: u8,
    /// The name of that level.
    pub level_name: String,
    /// What work at that level looks like.
    pub found: String,
    /// The level to reach.
    pub passing_level: u8,
    /// What work at that level looks like.
    pub passes: String,
    /// What the assessors said, in an order that hides whose words they are.
    pub feedback: Vec<String>,
    /// Places in the evidence that they point at, in an order that hides who did.
    pub pins: Vec<FeedbackPin>,
}

/// The feedback on one attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackView {
    /// The pursuit.
    pub pursuit: PursuitId,
    /// What was worked on.
    pub offer: Offer,
    /// The attempt's code.
    pub code: String,
    /// Its number.
    pub attempt: u32,
    /// Is every criterion met?
    pub awarded: bool,
    /// Since when the educator knows.
    pub decided: Timestamp,
    /// From how many scorecards it was decided.
    pub scorecards: usize,
    /// In the order of the rubric.
    pub criteria: Vec<Judged>,
    /// What came of it.
    pub award: Option<AwardId>,
    /// State of the pursuit now, as its educator may know it.
    pub state: StateName,
    /// It is the latest attempt of its pursuit.
    pub is_latest: bool,
}

/// The feedback on one's own attempt; four statements.
///
/// # Errors
/// `no-such-pursuit`; `not-possible-now` before the decision is released.
pub async fn view_feedback(app: &App, actor: &Actor, code: &str) -> Outcome<FeedbackView> {
    let (actor, code) = (actor.clone(), code.to_owned());
    app.read(move |unit| {
        let found = store::pursuit::by_code(unit.tx, &code)?.ok_or(Refusal::NoSuchPursuit)?;
        own(&actor, found.person)?;
        let decided = found.decided.ok_or(Refusal::NotPossibleNow)?;
        let mut work = own_work(unit, &actor, found.submission.pursuit)?;
        as_sent(unit, &mut work, &found.submission)?;
        let said = store::pursuit::feedback(unit.tx, found.submission.pursuit)?;
        let words = of_majority(&decided.outcome, &said, found.submission.id);
        let pins = store::review::pins_of_pursuit(unit.tx, found.submission.pursuit)?;
        let pins = pins_of_majority(&decided.outcome, &pins, &found.submission);
        Ok(view(work, found.submission, decided, words, pins))
    })
    .await
}

fn view(
    work: Work,
    sent: Submission,
    decided: Decided,
    mut words: BTreeMap<Slug, Vec<String>>,
    mut pins: BTreeMap<Slug, Vec<FeedbackPin>>,
) -> FeedbackView {
    let rubric = &work.offer.content.rubric;
    let criteria = rubric.criteria.iter().filter_map(|row| {
        let mut outcomes = decided.outcome.criteria.iter();
        let outcome = outcomes.find(|it| it.criterion == row.id)?;
        let mut judged = judged(rubric, row, outcome, &sent);
        judged.feedback = words.remove(&row.id).unwrap_or_default();
        judged.pins = pins.remove(&row.id).unwrap_or_default();
        Some(judged)
    });
    FeedbackView {
        pursuit: work.stored.id,
        criteria: criteria.collect(),
        awarded: decided.outcome.awarded(),
        decided: decided.released_at,
        scorecards: decided.outcome.scorecards.len(),
        award: decided.award,
        state: as_known(work.stored.pursuit.name()),
        is_latest: work.stored.pursuit.attempt() == sent.attempt,
        code: sent.code,
        attempt: sent.attempt,
        offer: work.offer,
    }
}

fn judged(
    rubric: &Rubric,
    row: &Criterion,
    outcome: &CriterionOutcome,
    sent: &Submission,
) -> Judged {
    let words = |level| row.descriptor(level).unwrap_or_default().to_owned();
    Judged {
        criterion: row.id.clone(),
        title: row.title.clone(),
        met: outcome.met,
        judged_now: sent.open_criteria.contains(&row.id),
        level: outcome.level,
        level_name: rubric
            .level(outcome.level)
            .map(|it| it.name.clone())
            .unwrap_or_default(),
        found: words(outcome.level),
        passing_level: row.passing_level,
        passes: words(row.passing_level),
        feedback: Vec::new(),
        pins: Vec::new(),
    }
}
