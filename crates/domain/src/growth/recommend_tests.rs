use proptest::prelude::*;

use super::*;

fn named(text: &str) -> Competency {
    Competency::parse("c", text).unwrap()
}

fn names(of: &[u8]) -> BTreeSet<Competency> {
    of.iter().map(|n| named(&format!("skill {n}"))).collect()
}

fn level(step: u8) -> LevelName {
    LevelScale::default().names()[usize::from(step % 4)].clone()
}

fn offer(n: u128, competencies: &[u8], step: u8) -> Offer {
    Offer {
        micro_credential: MicroCredentialId::from_u128(n),
        title: format!("Offer {n:03}"),
        competencies: names(competencies),
        level: level(step),
        hours: 10,
        students_needed: n.is_multiple_of(2),
    }
}

fn goal(n: u128, competencies: &[u8]) -> (GoalId, String, BTreeSet<Competency>) {
    (
        GoalId::from_u128(n),
        format!("Goal {n}"),
        names(competencies),
    )
}

fn need(n: u128, competencies: &[u8]) -> (NeedId, String, String, BTreeSet<Competency>) {
    let (title, of) = (format!("Need {n}"), "Tamarack".to_owned());
    (NeedId::from_u128(n), title, of, names(competencies))
}

fn order(offers: &[Offer], known: &Known) -> Vec<u128> {
    let found = recommend(offers, known, &LevelScale::default());
    let id = |it: &Recommendation| crate::ids::untyped(it.micro_credential).as_u128();
    found.iter().map(id).collect()
}

#[test]
fn a_goal_comes_before_a_need_and_both_before_either() {
    let offers = [offer(1, &[1], 0), offer(2, &[2], 0), offer(3, &[1, 2], 0)];
    let known = Known {
        goals: vec![goal(1, &[2])],
        needs: vec![need(1, &[1])],
        ..Known::default()
    };
    assert_eq!(order(&offers, &known), [3, 2, 1]);
    let found = recommend(&offers, &known, &LevelScale::default());
    assert!(matches!(
        found[0].reasons[..],
        [Reason::Goal { .. }, Reason::Need { .. }]
    ));
}

#[test]
fn the_ladder_leads_from_what_is_held_and_from_how_one_sees_oneself() {
    let offers = [offer(1, &[1], 1), offer(2, &[1], 2), offer(3, &[2], 2)];
    let known = Known {
        held: vec![(MicroCredentialId::from_u128(9), level(1), names(&[1]))],
        assessed: vec![(named("skill 2"), level(2))],
        ..Known::default()
    };
    let found = recommend(&offers, &known, &LevelScale::default());
    assert_eq!(order(&offers, &known), [2, 3]);
    assert!(
        matches!(&found[0].reasons[..], [Reason::NextLevel { held, .. }] if held == "foundation")
    );
    assert!(matches!(
        found[1].reasons[..],
        [Reason::ShowWhatYouKnow { .. }]
    ));
    let lower = Known {
        assessed: vec![(named("skill 2"), level(1))],
        ..Known::default()
    };
    let found = recommend(&offers, &lower, &LevelScale::default());
    assert!(matches!(found[0].reasons[..], [Reason::GrowFrom { .. }]));
}

#[test]
fn a_stack_that_was_begun_calls_for_its_other_parts() {
    let stack = StackProgress {
        title: "Talk".to_owned(),
        missing: BTreeSet::from([MicroCredentialId::from_u128(2)]),
        to_go: 1,
    };
    let known = Known {
        stacks: vec![stack],
        ..Known::default()
    };
    assert_eq!(order(&[offer(1, &[1], 0), offer(2, &[2], 0)], &known), [2]);
}

#[test]
fn time_and_students_strengthen_and_caution_but_never_recommend_alone() {
    let offers = [offer(1, &[1], 0), offer(2, &[1], 0)];
    let wishes = Wishes {
        hours: Some(5),
        students: Students::NotAvailable,
    };
    let alone = Known {
        wishes,
        ..Known::default()
    };
    assert!(order(&offers, &alone).is_empty());
    let known = Known {
        goals: vec![goal(1, &[1])],
        ..alone
    };
    let found = recommend(&offers, &known, &LevelScale::default());
    assert_eq!(
        order(&offers, &known),
        [1, 2],
        "the one without students is first"
    );
    assert!(found[0].reasons.contains(&Reason::NeedsNoStudents));
    let both = [Caution::TakesLonger { hours: 10 }, Caution::NeedsStudents];
    assert_eq!(found[1].cautions, both);
}

fn any_offers() -> impl Strategy<Value = Vec<Offer>> {
    prop::collection::vec(
        (
            prop::collection::vec(0u8..6, 0..4),
            0u8..4,
            1u16..40,
            any::<bool>(),
        ),
        0..12,
    )
    .prop_map(|all| {
        let one = |(n, (skills, step, hours, students)): (usize, (Vec<u8>, u8, u16, bool))| Offer {
            hours,
            students_needed: students,
            ..offer(n as u128 + 1, &skills, step)
        };
        all.into_iter().enumerate().map(one).collect()
    })
}

fn any_known() -> impl Strategy<Value = Known> {
    let skills = || prop::collection::vec(0u8..6, 0..3);
    let goals = prop::collection::vec(skills(), 0..3);
    let needs = prop::collection::vec(skills(), 0..3);
    let assessed = prop::collection::vec((0u8..6, 0u8..4), 0..4);
    let held = prop::collection::vec((1u128..14, 0u8..4, skills()), 0..3);
    let wishes = (prop::option::of(1u16..40), 0usize..3);
    (goals, needs, assessed, held, wishes).prop_map(|(goals, needs, assessed, held, wishes)| {
        Known {
            goals: (1..).zip(&goals).map(|(n, it)| goal(n, it)).collect(),
            needs: (1..).zip(&needs).map(|(n, it)| need(n, it)).collect(),
            assessed: assessed
                .iter()
                .map(|(n, step)| (named(&format!("skill {n}")), level(*step)))
                .collect(),
            held: held
                .iter()
                .map(|(n, step, it)| (MicroCredentialId::from_u128(*n), level(*step), names(it)))
                .collect(),
            wishes: Wishes {
                hours: wishes.0,
                students: Students::ALL[wishes.1],
            },
            ..Known::default()
        }
    })
}

proptest! {
    #[test]
    fn the_order_in_which_things_come_in_changes_nothing(
        offers in any_offers(), known in any_known(), turn in 0usize..12,
    ) {
        let scale = LevelScale::default();
        let before = recommend(&offers, &known, &scale);
        let (mut offers, mut known) = (offers, known);
        if !offers.is_empty() {
            let turn = turn % offers.len();
            offers.rotate_left(turn);
        }
        offers.reverse();
        known.goals.reverse();
        known.needs.reverse();
        known.assessed.reverse();
        known.held.reverse();
        prop_assert_eq!(recommend(&offers, &known, &scale), before);
    }

    #[test]
    fn one_more_reason_never_lowers_a_place(
        offers in any_offers(), known in any_known(), which in 0usize..12,
    ) {
        prop_assume!(!offers.is_empty());
        let mut offers = offers;
        let which = which % offers.len();
        offers[which].competencies.insert(named("only this one"));
        let id = crate::ids::untyped(offers[which].micro_credential).as_u128();
        let before = order(&offers, &known);
        let mut more = known.clone();
        let only = BTreeSet::from([named("only this one")]);
        more.goals.push((GoalId::from_u128(99), "One more".to_owned(), only));
        let after = order(&offers, &more);
        let place = |of: &[u128]| of.iter().position(|it| *it == id);
        match (place(&before), place(&after)) {
            (Some(before), Some(after)) => prop_assert!(after <= before),
            (Some(_), None) => prop_assert!(false, "it was recommended before"),
            (None, _) => {}
        }
        let others = |of: &[u128]| of.iter().copied().filter(|it| *it != id).collect::<Vec<_>>();
        prop_assert_eq!(others(&before), others(&after), "the others keep their order");
    }

    #[test]
    fn what_is_held_or_under_way_is_not_recommended_and_everything_else_says_why(
        offers in any_offers(), known in any_known(), busy in 1u128..14,
    ) {
        let mut known = known;
        known.under_way.insert(MicroCredentialId::from_u128(busy));
        for it in recommend(&offers, &known, &LevelScale::default()) {
            prop_assert!(known.held.iter().all(|held| held.0 != it.micro_credential));
            prop_assert!(!known.under_way.contains(&it.micro_credential));
            prop_assert!(it.reasons.iter().any(|reason| !reason.is_circumstance()));
        }
    }

    #[test]
    fn every_offer_that_answers_a_goal_is_recommended(offers in any_offers(), skill in 0u8..6) {
        let known = Known { goals: vec![goal(1, &[skill])], ..Known::default() };
        let answering = offers.iter().filter(|it| it.competencies.contains(&named(&format!("skill {skill}"))));
        prop_assert_eq!(order(&offers, &known).len(), answering.count());
    }
}
