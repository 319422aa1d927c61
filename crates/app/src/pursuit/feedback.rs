//! What the educator reads of the assessors: the majority's words, in an order that hides whose
//! they are.

use std::collections::BTreeMap;

use domain::audit::sha256_hex;
use domain::catalogue::Slug;
use domain::ids::SubmissionId;
use domain::review::Outcome;
use store::pursuit::Said;

/// By criterion, the feedback of its majority. The order follows from a hash that differs from
/// criterion to criterion, so that the first voice is not the same everywhere.
pub(super) fn of_majority(
    outcome: &Outcome,
    said: &[Said],
    submission: SubmissionId,
) -> BTreeMap<Slug, Vec<String>> {
    let of_criterion = |criterion: &domain::review::CriterionOutcome| {
        let mut voices: Vec<_> = said
            .iter()
            .filter(|it| it.criterion == criterion.criterion)
            .filter(|it| criterion.majority.contains(&it.review))
            .collect();
        voices.sort_by_key(|it| sha256_hex(format!("{submission} {} {}", it.criterion, it.review)));
        let words = voices.into_iter().map(|it| it.feedback.clone()).collect();
        (criterion.criterion.clone(), words)
    };
    outcome.criteria.iter().map(of_criterion).collect()
}

#[cfg(test)]
mod tests {
    use domain::ids::ReviewId;
    use domain::review::CriterionOutcome;

    use super::*;

    fn slug(text: &str) -> Slug {
        text.parse().unwrap()
    }

    fn said(review: u128, criterion: &str) -> Said {
        Said {
            review: ReviewId::from_u128(review),
            criterion: slug(criterion),
            feedback: format!("{review} of {criterion}"),
        }
    }

    fn outcome(criteria: &[&str], majority: &[u128]) -> Outcome {
        let criterion = |id: &&str| CriterionOutcome {
            criterion: slug(id),
            met: false,
            level: 2,
            majority: majority.iter().map(|n| ReviewId::from_u128(*n)).collect(),
            drift: false,
        };
        Outcome {
            rule: 1,
            scorecards: vec![],
            criteria: criteria.iter().map(criterion).collect(),
        }
    }

    #[test]
    fn who_was_outvoted_is_not_heard() {
        let all = [said(1, "a"), said(2, "a"), said(3, "a")];
        let heard = of_majority(&outcome(&["a"], &[1, 3]), &all, SubmissionId::from_u128(9));
        let mut words = heard[&slug("a")].clone();
        words.sort();
        assert_eq!(words, ["1 of a", "3 of a"]);
    }

    #[test]
    fn the_order_does_not_follow_the_reviews_and_stays_the_same() {
        let criteria: Vec<String> = (0..20).map(|n| format!("c{n}")).collect();
        let names: Vec<&str> = criteria.iter().map(String::as_str).collect();
        let all: Vec<_> = names
            .iter()
            .flat_map(|it| [said(1, it), said(2, it)])
            .collect();
        let backwards: Vec<_> = all.iter().rev().cloned().collect();
        let outcome = outcome(&names, &[1, 2]);
        let submission = SubmissionId::from_u128(9);
        let heard = of_majority(&outcome, &all, submission);
        assert_eq!(heard, of_majority(&outcome, &backwards, submission));
        let first = heard.values().filter(|it| it[0].starts_with('1')).count();
        assert!((1..20).contains(&first), "{first} of 20");
    }
}
