//! How well an assessor has judged a rubric so far: how often their marks stood with the decision.

use super::{Outcome, Scorecard};
use crate::ids::PersonId;

/// How often somebody's marks stood with the decision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calibration {
    /// Criteria that were judged by more than one person and decided.
    pub judged: u32,
    /// Of these, those in which the mark was on the side of the decision.
    pub agreed: u32,
}

impl Calibration {
    /// 1000 for somebody who never agreed, 500 for somebody who is not known yet: one agreement and
    /// one disagreement are taken for granted (Laplace's rule of succession).
    pub fn dislike(self) -> u32 {
        let share = u64::from(self.agreed.min(self.judged)) + 1;
        let of = u64::from(self.judged) + 2;
        1000 - u32::try_from(1000 * share / of).unwrap_or(1000)
    }
}

/// What a decision adds to the calibration of those whose independent scorecards it rests on. A
/// criterion that one person alone judged says nothing.
pub fn stood_with(outcome: &Outcome, cards: &[Scorecard]) -> Vec<(PersonId, Calibration)> {
    let of = |card: &Scorecard| {
        let mut it = Calibration::default();
        for criterion in &outcome.criteria {
            let has = |one: &&Scorecard| one.marks.contains_key(&criterion.criterion);
            let others = cards.iter().filter(has);
            if card.marks.contains_key(&criterion.criterion) && others.count() > 1 {
                it.judged += 1;
                it.agreed += u32::from(criterion.majority.contains(&card.review));
            }
        }
        (card.assessor, it)
    };
    let all = cards.iter().map(of);
    all.filter(|(_, it)| it.judged > 0).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::ids::ReviewId;
    use crate::review::{Confidence, CriterionOutcome, Mark, Seat};

    fn card(n: u128, seat: Seat, criteria: &[&str]) -> Scorecard {
        let mark = Mark {
            level: 3,
            confidence: Confidence::Sure,
            feedback: String::new(),
        };
        let marks: BTreeMap<_, _> = criteria
            .iter()
            .map(|it| (it.parse().unwrap(), mark.clone()))
            .collect();
        Scorecard {
            review: ReviewId::from_u128(n),
            assessor: PersonId::from_u128(n),
            seat,
            marks,
        }
    }

    fn outcome(all: &[(&str, &[u128])]) -> Outcome {
        let criterion = |(id, majority): &(&str, &[u128])| CriterionOutcome {
            criterion: id.parse().unwrap(),
            met: true,
            level: 3,
            majority: majority.iter().map(|n| ReviewId::from_u128(*n)).collect(),
            drift: false,
        };
        Outcome {
            rule: 1,
            scorecards: Vec::new(),
            criteria: all.iter().map(criterion).collect(),
        }
    }

    #[test]
    fn who_is_outvoted_has_not_agreed_and_a_lone_judge_says_nothing() {
        let cards = [
            card(1, Seat::First, &["a", "b"]),
            card(2, Seat::Second, &["a", "b"]),
            card(3, Seat::Third, &["b"]),
        ];
        let it = stood_with(&outcome(&[("a", &[1, 2]), ("b", &[1, 3])]), &cards);
        let found: Vec<_> = it.iter().map(|(_, it)| (it.judged, it.agreed)).collect();
        assert_eq!(found, [(2, 2), (2, 1), (1, 1)]);
        let alone = stood_with(&outcome(&[("a", &[1])]), &cards[..1]);
        assert!(alone.is_empty());
    }

    #[test]
    fn who_agrees_more_often_is_preferred_and_one_agreement_is_not_perfection() {
        let dislike = |judged, agreed| Calibration { judged, agreed }.dislike();
        assert!(dislike(10, 9) < dislike(1, 1));
        assert!(dislike(1, 1) < dislike(0, 0));
        assert!(dislike(0, 0) < dislike(10, 1));
        assert!(dislike(u32::MAX, u32::MAX) <= 1);
    }
}
