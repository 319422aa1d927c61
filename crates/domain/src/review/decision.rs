//! The decision: what the rule makes of independent scorecards. Pure and total.
//!
//! Non-compensatory: every criterion must reach its own passing level, and levels are never
//! averaged. The rule is that of the product's domain page, section 6; [`RULE`] names its version,
//! so that a stored decision can be recomputed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Confidence, Refusal, Scorecard, Seat};
use crate::catalogue::Slug;
use crate::ids::ReviewId;

/// Version of the rule in this module.
pub const RULE: u32 = 1;

/// How many scorecards a plan wants and what it makes of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scoring {
    /// Two independent scorecards.
    Double,
    /// One scorecard; a second where it is borderline, unsure or drawn beforehand.
    Single(Draw),
    /// Two independent scorecards, then one that both agreed on where they differ.
    Consensus,
}

/// Whether a submission was drawn for a second score before its first one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Draw {
    /// Drawn: it is scored twice whatever the first scorecard says.
    Drawn,
    /// Not drawn.
    NotDrawn,
}

/// What has been scored so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scores<'a> {
    /// Independent scorecards of the seats first and second.
    pub independent: &'a [Scorecard],
    /// The lead assessor's scorecard for contested criteria.
    pub third: Option<&'a Scorecard>,
    /// The scorecard that both agreed on, in a consensus plan.
    pub agreed: Option<&'a Scorecard>,
}

/// Result for one criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionOutcome {
    /// Which criterion.
    pub criterion: Slug,
    /// Does it reach its passing level?
    pub met: bool,
    /// The level shown: the lowest among the majority.
    pub level: u8,
    /// The reviews whose feedback the educator gets.
    pub majority: Vec<ReviewId>,
    /// The independent levels lie two or more apart: looked at by the monitors.
    pub drift: bool,
}

/// Result for a submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Version of the rule that made it.
    pub rule: u32,
    /// Every scorecard that it rests on.
    pub scorecards: Vec<ReviewId>,
    /// By criterion, in the order of their ids; those carried from earlier attempts included.
    pub criteria: Vec<CriterionOutcome>,
}

impl Outcome {
    /// Awarded if and only if every criterion is met.
    pub fn awarded(&self) -> bool {
        self.criteria.iter().all(|it| it.met)
    }

    /// Criteria that are not yet met.
    pub fn not_yet(&self) -> impl Iterator<Item = &CriterionOutcome> {
        self.criteria.iter().filter(|it| !it.met)
    }
}

/// What follows from the scores so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// This seat has to score first.
    Waiting(Seat),
    /// Independent scorecards are in; both assessors have to agree on these criteria.
    Consensus(Vec<Slug>),
    /// A lead assessor has to score these criteria, without seeing the others' scores.
    Third(Vec<Slug>),
    /// It is decided.
    Decided(Outcome),
}

/// Applies the rule.
///
/// `open` holds the criteria to judge in this attempt with their passing levels; `carried` the
/// outcomes of criteria that stay closed. Refuses scorecards that break a constraint: two of one
/// person, or one that lacks a criterion.
pub fn decide(
    scoring: Scoring,
    open: &BTreeMap<Slug, u8>,
    carried: &[CriterionOutcome],
    scores: Scores<'_>,
) -> Result<Ruling, Refusal> {
    check(open, scores)?;
    let Some((first, second)) = seats(scoring, open, scores) else {
        let seat = if scores.independent.is_empty() {
            Seat::First
        } else {
            Seat::Second
        };
        return Ok(Ruling::Waiting(seat));
    };
    let mut outcomes = carried.to_vec();
    let mut contested = Vec::new();
    for (criterion, passing) in open {
        match judge(scoring, criterion, *passing, first, second, scores) {
            Some(outcome) => outcomes.push(outcome),
            None => contested.push(criterion.clone()),
        }
    }
    if contested.is_empty() {
        return Ok(Ruling::Decided(outcome(outcomes, scores)));
    }
    Ok(match scoring {
        Scoring::Consensus if scores.agreed.is_none() => Ruling::Consensus(contested),
        _ => Ruling::Third(contested),
    })
}

fn check(open: &BTreeMap<Slug, u8>, scores: Scores<'_>) -> Result<(), Refusal> {
    let every: Vec<_> = scores.independent.iter().chain(scores.third).collect();
    for (n, card) in every.iter().enumerate() {
        if every
            .iter()
            .take(n)
            .any(|other| other.assessor == card.assessor)
        {
            return Err(Refusal::SamePerson);
        }
    }
    for card in scores.independent {
        if let Some(missing) = open
            .keys()
            .find(|criterion| !card.marks.contains_key(*criterion))
        {
            return Err(Refusal::CriterionUnscored {
                criterion: missing.clone(),
            });
        }
    }
    Ok(())
}

/// The independent scorecards that the plan needs, or nothing while one is missing. In a single
/// plan the second may be absent.
fn seats<'a>(
    scoring: Scoring,
    open: &BTreeMap<Slug, u8>,
    scores: Scores<'a>,
) -> Option<(&'a Scorecard, Option<&'a Scorecard>)> {
    let first = scores.independent.first()?;
    let second = scores.independent.get(1);
    match scoring {
        Scoring::Single(Draw::NotDrawn) if !needs_second(open, first) => Some((first, second)),
        _ => second.map(|second| (first, Some(second))),
    }
}

/// A single score is not enough for a criterion exactly one below passing, or of low confidence.
fn needs_second(open: &BTreeMap<Slug, u8>, first: &Scorecard) -> bool {
    open.iter().any(|(criterion, passing)| {
        first
            .marks
            .get(criterion)
            .is_some_and(|mark| mark.level + 1 == *passing || mark.confidence == Confidence::Low)
    })
}

fn judge(
    scoring: Scoring,
    criterion: &Slug,
    passing: u8,
    first: &Scorecard,
    second: Option<&Scorecard>,
    scores: Scores<'_>,
) -> Option<CriterionOutcome> {
    let mut votes: Vec<_> = std::iter::once(first)
        .chain(second)
        .filter_map(|card| vote(card, criterion))
        .collect();
    let drift = spread(&votes) >= 2;
    let differ = votes
        .iter()
        .any(|vote| vote.met(passing) != votes[0].met(passing));
    let unsure = votes.iter().any(|vote| vote.confidence == Confidence::Low);
    if scoring == Scoring::Consensus && (differ || unsure || spread(&votes) > 0) {
        if let Some(agreed) = scores.agreed.and_then(|card| vote(card, criterion)) {
            votes = vec![agreed];
            return Some(majority(criterion, passing, &votes, drift));
        }
        scores.third?;
    } else if !differ && !unsure {
        return Some(majority(criterion, passing, &votes, drift));
    }
    votes.push(vote(scores.third?, criterion)?);
    Some(majority(criterion, passing, &votes, drift))
}

struct Vote {
    review: ReviewId,
    level: u8,
    confidence: Confidence,
}

impl Vote {
    fn met(&self, passing: u8) -> bool {
        self.level >= passing
    }
}

fn vote(card: &Scorecard, criterion: &Slug) -> Option<Vote> {
    let mark = card.marks.get(criterion)?;
    Some(Vote {
        review: card.review,
        level: mark.level,
        confidence: mark.confidence,
    })
}

fn spread(votes: &[Vote]) -> u8 {
    let levels = || votes.iter().map(|vote| vote.level);
    levels().max().unwrap_or(0) - levels().min().unwrap_or(0)
}

/// With one, two agreeing or three votes there is always a majority.
fn majority(criterion: &Slug, passing: u8, votes: &[Vote], drift: bool) -> CriterionOutcome {
    let yes = votes.iter().filter(|vote| vote.met(passing)).count();
    let met = yes * 2 > votes.len();
    let winners: Vec<_> = votes
        .iter()
        .filter(|vote| vote.met(passing) == met)
        .collect();
    CriterionOutcome {
        criterion: criterion.clone(),
        met,
        level: winners.iter().map(|vote| vote.level).min().unwrap_or(0),
        majority: winners.iter().map(|vote| vote.review).collect(),
        drift,
    }
}

fn outcome(mut criteria: Vec<CriterionOutcome>, scores: Scores<'_>) -> Outcome {
    criteria.sort_by(|a, b| a.criterion.cmp(&b.criterion));
    let cards = scores
        .independent
        .iter()
        .chain(scores.third)
        .chain(scores.agreed);
    Outcome {
        rule: RULE,
        scorecards: cards.map(|card| card.review).collect(),
        criteria,
    }
}

#[cfg(test)]
mod tests;
