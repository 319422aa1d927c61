use proptest::prelude::*;

use super::*;
use crate::ids::PersonId;
use crate::review::Mark;

const SURE: Confidence = Confidence::Sure;
const LOW: Confidence = Confidence::Low;

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn card(n: u128, marks: &[(&str, u8, Confidence)]) -> Scorecard {
    let marks = marks.iter().map(|(criterion, level, confidence)| {
        let mark = Mark {
            level: *level,
            confidence: *confidence,
            feedback: "Because.".into(),
        };
        (slug(criterion), mark)
    });
    Scorecard {
        review: ReviewId::from_u128(n),
        assessor: PersonId::from_u128(n),
        seat: Seat::of_number(u32::try_from(n).unwrap()).unwrap(),
        marks: marks.collect(),
    }
}

fn open() -> BTreeMap<Slug, u8> {
    BTreeMap::from([(slug("c"), 3)])
}

/// Rules on one criterion with passing level 3, from two marks and perhaps a third.
fn rule(first: (u8, Confidence), second: (u8, Confidence), third: Option<u8>) -> Ruling {
    let independent = [
        card(1, &[("c", first.0, first.1)]),
        card(2, &[("c", second.0, second.1)]),
    ];
    let third = third.map(|level| card(3, &[("c", level, SURE)]));
    decide(
        Scoring::Double,
        &open(),
        &[],
        Scores {
            independent: &independent,
            third: third.as_ref(),
            agreed: None,
        },
    )
    .unwrap()
}

fn decided(ruling: Ruling) -> CriterionOutcome {
    let Ruling::Decided(mut outcome) = ruling else {
        panic!("not decided: {ruling:?}")
    };
    outcome.criteria.remove(0)
}

fn third() -> Ruling {
    Ruling::Third(vec![slug("c")])
}

#[test]
fn both_at_passing_is_met() {
    let it = decided(rule((3, SURE), (3, SURE), None));
    assert!(it.met && it.level == 3 && !it.drift);
}

#[test]
fn three_and_two_goes_to_a_third_whose_side_wins() {
    assert_eq!(rule((3, SURE), (2, SURE), None), third());
    assert!(decided(rule((3, SURE), (2, SURE), Some(3))).met);
    let lost = decided(rule((3, SURE), (2, SURE), Some(2)));
    assert_eq!((lost.met, lost.level), (false, 2));
    assert_eq!(
        lost.majority,
        [ReviewId::from_u128(2), ReviewId::from_u128(3)]
    );
}

#[test]
fn two_and_two_is_not_met_without_a_third() {
    assert_eq!(decided(rule((2, SURE), (2, SURE), None)).level, 2);
}

#[test]
fn one_and_three_goes_to_a_third_and_flags_drift() {
    assert_eq!(rule((1, SURE), (3, SURE), None), third());
    assert!(decided(rule((1, SURE), (3, SURE), Some(3))).drift);
}

#[test]
fn two_and_one_is_not_met_at_the_lower_level() {
    let it = decided(rule((2, SURE), (1, SURE), None));
    assert_eq!((it.met, it.level, it.drift), (false, 1, false));
}

#[test]
fn low_confidence_goes_to_a_third_even_when_both_agree() {
    assert_eq!(rule((3, SURE), (3, LOW), None), third());
    assert!(decided(rule((3, SURE), (3, LOW), Some(1))).met);
}

#[test]
fn both_reviews_by_one_person_are_refused() {
    let mut twin = card(2, &[("c", 3, SURE)]);
    twin.assessor = PersonId::from_u128(1);
    let independent = [card(1, &[("c", 3, SURE)]), twin];
    let scores = Scores {
        independent: &independent,
        ..Scores::default()
    };
    assert_eq!(
        decide(Scoring::Double, &open(), &[], scores),
        Err(Refusal::SamePerson)
    );
}

#[test]
fn a_third_who_already_scored_is_refused() {
    let independent = [card(1, &[("c", 3, SURE)]), card(2, &[("c", 2, SURE)])];
    let mut again = card(3, &[("c", 3, SURE)]);
    again.assessor = PersonId::from_u128(2);
    let scores = Scores {
        independent: &independent,
        third: Some(&again),
        agreed: None,
    };
    assert_eq!(
        decide(Scoring::Double, &open(), &[], scores),
        Err(Refusal::SamePerson)
    );
}

#[test]
fn a_recused_third_leaves_the_criterion_to_the_next_lead() {
    assert_eq!(rule((3, SURE), (2, SURE), None), third());
}

#[test]
fn levels_two_apart_on_the_same_side_flag_drift_but_need_no_third() {
    let open = BTreeMap::from([(slug("c"), 2)]);
    let independent = [card(1, &[("c", 2, SURE)]), card(2, &[("c", 4, SURE)])];
    let scores = Scores {
        independent: &independent,
        ..Scores::default()
    };
    let it = decided(decide(Scoring::Double, &open, &[], scores).unwrap());
    assert_eq!((it.met, it.level, it.drift), (true, 2, true));
}

#[test]
fn a_scorecard_that_lacks_an_open_criterion_is_refused() {
    let independent = [card(1, &[("other", 3, SURE)])];
    let scores = Scores {
        independent: &independent,
        ..Scores::default()
    };
    let refused = decide(Scoring::Double, &open(), &[], scores);
    assert_eq!(
        refused,
        Err(Refusal::CriterionUnscored {
            criterion: slug("c")
        })
    );
}

#[test]
fn each_seat_is_waited_for() {
    let none = Scores::default();
    assert_eq!(
        decide(Scoring::Double, &open(), &[], none),
        Ok(Ruling::Waiting(Seat::First))
    );
    let one = [card(1, &[("c", 3, SURE)])];
    let one = Scores {
        independent: &one,
        ..Scores::default()
    };
    assert_eq!(
        decide(Scoring::Double, &open(), &[], one),
        Ok(Ruling::Waiting(Seat::Second))
    );
}

#[test]
fn a_single_score_stands_unless_borderline_unsure_or_drawn() {
    let single = |level, confidence, draw| {
        let one = [card(1, &[("c", level, confidence)])];
        decide(
            Scoring::Single(draw),
            &open(),
            &[],
            Scores {
                independent: &one,
                ..Scores::default()
            },
        )
        .unwrap()
    };
    assert!(decided(single(3, SURE, Draw::NotDrawn)).met);
    assert!(!decided(single(1, SURE, Draw::NotDrawn)).met);
    let again = Ruling::Waiting(Seat::Second);
    assert_eq!(single(2, SURE, Draw::NotDrawn), again);
    assert_eq!(single(3, LOW, Draw::NotDrawn), again);
    assert_eq!(single(3, SURE, Draw::Drawn), again);
}

#[test]
fn consensus_keeps_the_independent_scorecards_and_follows_the_agreed_one() {
    let independent = [card(1, &[("c", 3, SURE)]), card(2, &[("c", 2, SURE)])];
    let scores = Scores {
        independent: &independent,
        ..Scores::default()
    };
    let ruling = decide(Scoring::Consensus, &open(), &[], scores).unwrap();
    assert_eq!(ruling, Ruling::Consensus(vec![slug("c")]));
    let agreed = card(3, &[("c", 3, SURE)]);
    let Ruling::Decided(outcome) = decide(
        Scoring::Consensus,
        &open(),
        &[],
        Scores {
            agreed: Some(&agreed),
            ..scores
        },
    )
    .unwrap() else {
        panic!("must be decided")
    };
    assert!(outcome.awarded());
    assert_eq!(outcome.scorecards.len(), 3);
}

#[test]
fn carried_outcomes_stay_and_count() {
    let carried = CriterionOutcome {
        criterion: slug("a"),
        met: true,
        level: 3,
        majority: vec![ReviewId::from_u128(9)],
        drift: false,
    };
    let independent = [card(1, &[("c", 3, SURE)]), card(2, &[("c", 3, SURE)])];
    let scores = Scores {
        independent: &independent,
        ..Scores::default()
    };
    let Ruling::Decided(outcome) = decide(
        Scoring::Double,
        &open(),
        std::slice::from_ref(&carried),
        scores,
    )
    .unwrap() else {
        panic!("must be decided")
    };
    assert_eq!(outcome.criteria[0], carried);
    assert!(outcome.awarded());
}

fn any_mark() -> impl Strategy<Value = (u8, Confidence)> {
    (1..=4u8, prop_oneof![3 => Just(SURE), 1 => Just(LOW)])
}

proptest! {
    /// The order of the two independent assessors never matters.
    #[test]
    fn the_rule_is_symmetric(a in any_mark(), b in any_mark(), c in proptest::option::of(1..=4u8)) {
        let sides = |ruling| match ruling {
            Ruling::Decided(outcome) => Some((outcome.awarded(), outcome.criteria[0].level, outcome.criteria[0].drift)),
            _ => None,
        };
        prop_assert_eq!(sides(rule(a, b, c)), sides(rule(b, a, c)));
    }

    /// With a third vote everything is decided; awarded exactly when most votes reach passing.
    #[test]
    fn a_third_vote_always_decides(a in any_mark(), b in any_mark(), c in 1..=4u8) {
        let it = decided(rule(a, b, Some(c)));
        let contested = (a.0 >= 3) != (b.0 >= 3) || a.1 == LOW || b.1 == LOW;
        let yes = [a.0, b.0, c].iter().filter(|level| **level >= 3).count();
        prop_assert_eq!(it.met, if contested { yes >= 2 } else { a.0 >= 3 });
        prop_assert_eq!(it.met, it.level >= 3);
    }

    /// Raising a mark never turns met into not met.
    #[test]
    fn a_higher_mark_never_hurts(a in 1..=3u8, b in 1..=4u8, c in 1..=4u8) {
        let low = decided(rule((a, SURE), (b, SURE), Some(c)));
        let high = decided(rule((a + 1, SURE), (b, SURE), Some(c)));
        prop_assert!(!low.met || high.met);
    }
}
