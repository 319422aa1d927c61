//! Refusals of ids and rubrics, each by one change of a sound package.

use super::{Kind, findings, findings_of, refuses, sample};

#[test]
fn ids_are_unique_over_the_three_parts() {
    let findings = findings("id = \"silence\"", "id = \"log\"");
    assert!(
        findings
            .iter()
            .any(|it| it.kind == Kind::Duplicate && it.place == "reflection[1].id")
    );
}

#[test]
fn criteria_forms_and_sources_stand_once() {
    refuses(
        "id = \"discomfort\"",
        "id = \"timing\"",
        Kind::Duplicate,
        "rubric.criteria[2].id",
    );
    refuses(
        "[\"audio\", \"video\"]",
        "[\"audio\", \"audio\"]",
        Kind::Duplicate,
        "requirements[1].forms[2]",
    );
    refuses(
        "[\"recording\", \"log\"]",
        "[\"recording\", \"log\", \"log\"]",
        Kind::Duplicate,
        "rubric.criteria[1].sources[3]",
    );
    refuses(
        "name = \"Approaching\"",
        "name = \"Not yet\"",
        Kind::Duplicate,
        "rubric.levels",
    );
}

#[test]
fn a_source_that_does_not_exist_is_refused() {
    refuses(
        "[\"recording\", \"log\"]",
        "[\"recording\", \"log\", \"diary\"]",
        Kind::UnknownSource,
        "rubric.criteria[1].sources[3]",
    );
}

#[test]
fn work_that_no_criterion_rests_on_is_refused() {
    refuses(
        "[\"recording\", \"log\"]",
        "[\"log\"]",
        Kind::Unused,
        "requirements[1].id",
    );
    refuses(
        "[\"start\", \"silence\"]",
        "[\"silence\"]",
        Kind::Unused,
        "overview[1].id",
    );
}

#[test]
fn a_criterion_rests_on_something_that_is_always_there() {
    let document = sample::DOCUMENT
        .replace(
            "min_count = 1\nmax_count = 1\n",
            "min_count = 0\nmax_count = 1\n",
        )
        .replace("[\"recording\", \"log\"]", "[\"recording\"]")
        .replace(
            "[\"start\", \"silence\"]",
            "[\"start\", \"silence\", \"log\"]",
        );
    let findings = findings_of(&document);
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(
        (findings[0].kind, findings[0].place.as_str()),
        (Kind::Contradiction, "rubric.criteria[1].sources")
    );
}

#[test]
fn a_level_without_a_descriptor_is_refused_unless_it_is_leading() {
    refuses(
        "2 = \"Describes one moment.\"\n",
        "",
        Kind::MissingDescriptor,
        "rubric.criteria[2].descriptors",
    );
    assert!(findings("4 = \"Helps a colleague with it.\"\n", "").is_empty());
}

#[test]
fn a_descriptor_for_a_level_that_does_not_exist_is_refused() {
    for key in ["5", "01", "top"] {
        let place = format!("rubric.criteria[2].descriptors.{key}");
        refuses(
            "4 = \"Helps",
            &format!("{key} = \"Helps"),
            Kind::UnknownLevel,
            &place,
        );
    }
}

#[test]
fn a_passing_level_is_a_level_that_everybody_can_be_asked_for() {
    refuses(
        "passing_level = 3",
        "passing_level = 1",
        Kind::OutOfRange,
        "rubric.criteria[1].passing_level",
    );
    refuses(
        "passing_level = 3",
        "passing_level = 4",
        Kind::BadPassingLevel,
        "rubric.criteria[1].passing_level",
    );
    refuses(
        "passing_level = 3",
        "passing_level = 5",
        Kind::BadPassingLevel,
        "rubric.criteria[1].passing_level",
    );
}

#[test]
fn levels_are_numbered_without_gaps_and_only_the_highest_is_leading() {
    refuses(
        "number = 4",
        "number = 5",
        Kind::Contradiction,
        "rubric.levels[4].number",
    );
    refuses(
        "name = \"Approaching\"",
        "name = \"Approaching\"\nleading = true",
        Kind::Contradiction,
        "rubric.levels",
    );
}
