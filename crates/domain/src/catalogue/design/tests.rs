use super::super::package::FindingKind;
use super::super::sample;
use super::*;
use crate::ids::PersonId;

fn typed(pairs: &[(&str, &str)]) -> Typed {
    let pair = |(place, text): &(&str, &str)| ((*place).to_owned(), vec![(*text).to_owned()]);
    pairs.iter().map(pair).collect()
}

#[test]
fn a_content_that_becomes_a_design_comes_back_the_same() {
    let content = sample::content();
    let design = Design::of(&content).unwrap();
    assert_eq!(design.check().unwrap(), content);
    assert_eq!(
        Design::read(&design.files()).unwrap().check().unwrap(),
        content
    );
    assert_eq!(
        design.text_at("requirements[2].template_text"),
        "turn,question,seconds\n"
    );
}

#[test]
fn everything_of_a_package_has_its_field() {
    let design = Design::of(&sample::content()).unwrap();
    let places = place::fields_of(&design.0);
    let mut copy = Design::blank("en");
    for list in [
        "time",
        "time",
        "rationale[1].citations",
        "resources",
        "requirements",
        "rubric.levels",
        "rubric.criteria",
    ] {
        copy.add(list);
    }
    copy.act(&Act::Remove("rubric.levels[5]".to_owned()));
    let texts = |place: &String| {
        let text = design.text_at(place);
        let values = match kind_of(&design.0, place) {
            Some(Kind::Any(_)) => text.lines().map(str::to_owned).collect(),
            _ => vec![text],
        };
        (place.clone(), values)
    };
    copy.write(&places.iter().map(texts).collect()).unwrap();
    assert_eq!(copy.check(), Ok(sample::content()));
}

#[test]
fn a_blank_design_says_what_is_missing_by_field() {
    let design = Design::blank("en");
    let findings = design.check().unwrap_err();
    let missing = |place: &str| {
        let mut at = findings.iter().filter(|it| it.place == place);
        at.any(|it| it.kind == FindingKind::MissingKey)
    };
    for place in [
        "title",
        "hours",
        "requirements[1].title",
        "rubric.criteria[1].passing_level",
    ] {
        assert!(missing(place), "{place} in {findings:#?}");
    }
}

#[test]
fn what_was_typed_stays_even_if_it_is_no_number() {
    let mut design = Design::of(&sample::content()).unwrap();
    design
        .write(&typed(&[
            ("hours", "six"),
            ("nothing.here", "x"),
            ("requirements[9].title", "x"),
        ]))
        .unwrap();
    assert_eq!(design.text_at("hours"), "six");
    let findings = design.check().unwrap_err();
    assert_eq!(findings[0].place, "hours");
    assert_eq!(findings[0].kind, FindingKind::WrongType);
}

#[test]
fn entries_are_added_moved_and_taken_out() {
    let mut design = Design::of(&sample::content()).unwrap();
    assert_eq!(
        design.add("requirements").as_deref(),
        Some("requirements[3]")
    );
    assert_eq!(design.text_at("requirements[3].id"), "piece-1");
    design.act(&Act::parse("up requirements[2]").unwrap());
    assert_eq!(design.text_at("requirements[1].id"), "log");
    design.act(&Act::Remove("requirements[3]".to_owned()));
    design.act(&Act::Down("requirements[1]".to_owned()));
    assert_eq!(design.check().unwrap(), sample::content());
    design.act(&Act::Remove("rubric.levels[1]".to_owned()));
    assert_eq!(at(&design.0, "rubric.levels[1].number"), Some(&1.into()));
    for nonsense in [
        "title",
        "requirements",
        "requirements[0]",
        "requirements[x]",
        "",
        "plan[1]",
    ] {
        let before = design.clone();
        design.act(&Act::Remove(nonsense.to_owned()));
        assert_eq!(design, before, "{nonsense}");
    }
    assert_eq!(Act::parse("burn requirements[1]"), None);
}

#[test]
fn lists_and_texts_have_their_most() {
    let mut design = Design::blank("en");
    for _ in 0..40 {
        design.add("overview");
    }
    assert_eq!(design.count_at("overview"), 12);
    let long = "a".repeat(MAX_TEXT + 1);
    let refused = design.write(&typed(&[("summary", &long)]));
    assert_eq!(refused, Err(Refusal::DesignTooLarge));
}

#[test]
fn two_designs_know_where_they_differ() {
    let one = Design::of(&sample::content()).unwrap();
    let mut other = one.clone();
    other
        .write(&typed(&[
            ("title", "Pauses"),
            ("rubric.criteria[1].descriptors.2", "Some."),
        ]))
        .unwrap();
    assert_eq!(
        one.differences(&other),
        ["rubric.criteria[1].descriptors.2", "title"]
    );
}

#[test]
fn where_two_people_are_needed_nobody_publishes_their_own_work() {
    let person = PersonId::from_u128;
    let design = |standing| Reviewing {
        standing,
        written_by: person(1),
        asked_by: Some(person(2)),
    };
    let publish = |standing, by, rule| design(standing).publish(person(by), rule);
    use TwoPeople::{Needed, NotNeeded};
    assert_eq!(publish(Standing::Draft, 1, NotNeeded), Ok(()));
    assert_eq!(
        publish(Standing::Draft, 3, Needed),
        Err(Refusal::ReviewFirst)
    );
    assert_eq!(
        publish(Standing::InReview, 1, Needed),
        Err(Refusal::SecondPersonNeeded)
    );
    assert_eq!(
        publish(Standing::InReview, 2, Needed),
        Err(Refusal::SecondPersonNeeded)
    );
    assert_eq!(publish(Standing::InReview, 3, Needed), Ok(()));
    assert_eq!(
        publish(Standing::Published, 3, NotNeeded),
        Err(Refusal::DesignClosed)
    );
    assert_eq!(Standing::InReview.write(), Err(Refusal::DesignClosed));
    assert_eq!(Standing::InReview.take_back(), Ok(Standing::Draft));
}
