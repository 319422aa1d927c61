//! A submission with everything that reviewing it rests on, and the rule applied to it.

use std::collections::BTreeMap;

use domain::audit::sha256_hex;
use domain::catalogue::{PlanKind, Slug};
use domain::ids::SubmissionId;
use domain::pursuit::Pursuit;
use domain::review::decision::{Draw, Scores, Scoring, decide};
use domain::review::{CriterionOutcome, Refusal, Ruling, Scorecard, Seat};
use store::Tx;
use store::pursuit::{Submission, Work};
use store::review as kept;

use crate::{Failure, Outcome};

/// What reviewing a submission rests on.
pub struct Target {
    /// What was submitted.
    pub submission: Submission,
    /// The pursuit, its version and issuer.
    pub work: Work,
    /// Every review of it, also those that were given back.
    pub reviews: Vec<kept::Review>,
}

impl Target {
    /// Loads it in three statements; nothing if there is no such submission.
    pub fn load(tx: &Tx, id: SubmissionId) -> Outcome<Option<Self>> {
        let Some(submission) = store::pursuit::find_submission(tx, id)? else {
            return Ok(None);
        };
        let work = store::pursuit::work(tx, submission.pursuit)?
            .ok_or_else(|| Failure::broken("a submission without its pursuit"))?;
        let reviews = kept::of_submission(tx, id)?;
        Ok(Some(Self {
            submission,
            work,
            reviews,
        }))
    }

    /// It waits for a decision: it is the latest attempt, it still counts, and it is with the
    /// assessors.
    pub fn is_open(&self) -> bool {
        let pursuit = &self.work.stored.pursuit;
        self.submission.decided_at.is_none()
            && self.submission.ended.is_none()
            && pursuit.attempt() == self.submission.attempt
            && matches!(pursuit, Pursuit::Submitted(_) | Pursuit::UnderReview(_))
    }

    /// The review that holds a seat now.
    pub fn holder(&self, seat: Seat) -> Option<&kept::Review> {
        self.reviews
            .iter()
            .find(|it| it.is_live() && it.seated.seat == seat)
    }

    /// How the plan wants it scored.
    pub fn scoring(&self) -> Scoring {
        let plan = &self.work.offer.content.plan;
        match plan.kind {
            PlanKind::Double => Scoring::Double,
            PlanKind::Consensus => Scoring::Consensus,
            PlanKind::Single => Scoring::Single(drawn(
                &self.submission.id.to_string(),
                plan.second_score_percent.unwrap_or(0),
            )),
        }
    }

    /// Seats that are filled from the start.
    pub fn first_seats(&self) -> &'static [Seat] {
        match self.scoring() {
            Scoring::Single(Draw::NotDrawn) => &[Seat::First],
            _ => &[Seat::First, Seat::Second],
        }
    }

    /// The criteria to judge with their passing levels.
    pub fn open_criteria(&self) -> BTreeMap<Slug, u8> {
        let criteria = self.work.offer.content.rubric.criteria.iter();
        criteria
            .filter(|it| self.submission.open_criteria.contains(&it.id))
            .map(|it| (it.id.clone(), it.passing_level))
            .collect()
    }

    /// What the rule makes of the scorecards that are in, in at most two statements.
    pub fn ruling(&self, tx: &Tx) -> Outcome<Ruling> {
        let cards = kept::scorecards(tx, self.submission.id)?;
        let carried = self.carried(tx)?;
        Ok(self.rule(&cards, &carried)?)
    }

    fn rule(&self, cards: &[Scorecard], carried: &[CriterionOutcome]) -> Result<Ruling, Refusal> {
        let of = |seat: Seat| cards.iter().find(|card| card.seat == seat);
        let is_independent = |it: &&Scorecard| matches!(it.seat, Seat::First | Seat::Second);
        let independent: Vec<_> = cards.iter().filter(is_independent).cloned().collect();
        let scores = Scores {
            independent: &independent,
            third: of(Seat::Third),
            agreed: of(Seat::Agreed),
        };
        decide(self.scoring(), &self.open_criteria(), carried, scores)
    }

    /// Outcomes of criteria that stay closed in this attempt.
    fn carried(&self, tx: &Tx) -> Outcome<Vec<CriterionOutcome>> {
        let attempt = self.submission.attempt;
        if attempt < 2 {
            return Ok(Vec::new());
        }
        let before = kept::earlier_outcome(tx, self.submission.pursuit, attempt - 1)?
            .ok_or_else(|| Failure::broken("an attempt before this one without a decision"))?;
        let open = &self.submission.open_criteria;
        let rubric = &self.work.offer.content.rubric;
        let closed = before.criteria.into_iter();
        Ok(closed
            .filter(|it| !open.contains(&it.criterion))
            .filter(|it| rubric.criterion(&it.criterion).is_some())
            .collect())
    }
}

/// Whether a submission is scored twice whatever the first scorecard says. It follows from the
/// submission's id, which is drawn before its first score and known to nobody outside.
fn drawn(id: &str, percent: u8) -> Draw {
    let hash = sha256_hex(id);
    let place = u64::from_str_radix(&hash[..12], 16).unwrap_or(0) % 100;
    if place < u64::from(percent) {
        Draw::Drawn
    } else {
        Draw::NotDrawn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn about_the_wanted_share_is_drawn_and_always_the_same() {
        let count = |percent| {
            (0..1000)
                .filter(|n| drawn(&format!("submission-{n}"), percent) == Draw::Drawn)
                .count()
        };
        assert_eq!((count(0), count(100)), (0, 1000));
        assert!((150..250).contains(&count(20)), "{}", count(20));
        assert_eq!(count(20), count(20));
    }
}
