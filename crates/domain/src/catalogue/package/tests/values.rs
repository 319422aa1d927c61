//! Refusals of single values, each by one change of a sound package.

use super::{Kind, findings, refuses};

#[test]
fn an_unknown_key_is_refused_by_name() {
    refuses(
        "hours = 6",
        "hours = 6\nprice = 3",
        Kind::UnknownKey,
        "price",
    );
    refuses(
        "id = \"start\"",
        "id = \"start\"\nwords = 3",
        Kind::UnknownKey,
        "overview[1].words",
    );
    refuses(
        "kind = \"double\"",
        "kind = \"double\"\nfee = 3",
        Kind::UnknownKey,
        "plan.fee",
    );
    assert!(
        findings("hours = 6", "hours = 6\nprice = 3")[0]
            .found
            .contains("price")
    );
}

#[test]
fn a_missing_key_is_refused() {
    refuses("title = \"Wait Time\"\n", "", Kind::MissingKey, "title");
    refuses(
        "text = \"What happens now after you ask a question?\"\n",
        "",
        Kind::MissingKey,
        "overview[1].text",
    );
}

#[test]
fn a_value_of_the_wrong_type_is_refused() {
    refuses(
        "title = \"Wait Time\"",
        "title = 3",
        Kind::WrongType,
        "title",
    );
    refuses("hours = 6", "hours = 6.5", Kind::WrongType, "hours");
    refuses(
        "students_needed = true",
        "students_needed = \"yes\"",
        Kind::WrongType,
        "students_needed",
    );
    refuses(
        "tags = [\"questioning\"]",
        "tags = \"questioning\"",
        Kind::WrongType,
        "tags",
    );
    refuses(
        "tags = [\"questioning\"]",
        "tags = [3]",
        Kind::WrongType,
        "tags[1]",
    );
    refuses(
        "1 = \"Under two seconds.\"",
        "1 = 3",
        Kind::WrongType,
        "rubric.criteria[1].descriptors.1",
    );
}

#[test]
fn an_empty_text_is_refused() {
    refuses(
        "title = \"Wait Time\"",
        "title = \"  \"",
        Kind::EmptyText,
        "title",
    );
    refuses(
        "2 = \"Describes one moment.\"",
        "2 = \"\"",
        Kind::EmptyText,
        "rubric.criteria[2].descriptors.2",
    );
    refuses(
        "tags = [\"questioning\"]",
        "tags = [\"\"]",
        Kind::EmptyText,
        "tags[1]",
    );
}

#[test]
fn a_text_that_is_too_long_is_refused() {
    let long = format!("title = \"{}\"", "x".repeat(121));
    refuses("title = \"Wait Time\"", &long, Kind::TooLong, "title");
}

#[test]
fn control_characters_and_hidden_turns_are_refused() {
    for bad in ["\\u0007", "\\u202e", "\\ufeff", "\\u0085", "\\n"] {
        refuses(
            "\"Wait Time\"",
            &format!("\"Wait{bad}Time\""),
            Kind::BadCharacter,
            "title",
        );
    }
    refuses(
        "Two short silences,",
        "Two\\u0000 short silences,",
        Kind::BadCharacter,
        "summary",
    );
}

#[test]
fn a_badly_written_name_is_refused() {
    refuses("code = \"WTW\"", "code = \"W T W\"", Kind::BadName, "code");
    refuses(
        "language = \"en\"",
        "language = \"English\"",
        Kind::BadName,
        "language",
    );
    refuses(
        "id = \"timing\"",
        "id = \"Timing!\"",
        Kind::BadName,
        "rubric.criteria[1].id",
    );
}

#[test]
fn an_unsafe_address_is_refused() {
    for bad in [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org",
    ] {
        refuses(
            "https://example.org/rowe",
            bad,
            Kind::BadAddress,
            "rationale[1].citations[1].url",
        );
    }
}

#[test]
fn a_word_that_is_no_choice_is_refused() {
    refuses(
        "purpose = \"impact\"",
        "purpose = \"fun\"",
        Kind::UnknownChoice,
        "requirements[2].purpose",
    );
    refuses(
        "[\"audio\", \"video\"]",
        "[\"audio\", \"song\"]",
        Kind::UnknownChoice,
        "requirements[1].forms[2]",
    );
    refuses(
        "level = \"foundation\"",
        "level = \"expert\"",
        Kind::UnknownChoice,
        "level",
    );
    refuses(
        "kind = \"double\"",
        "kind = \"double\"\nblind = \"no\"",
        Kind::UnknownChoice,
        "plan.blind",
    );
    refuses(
        "kind = \"double\"",
        "kind = \"double\"\nreleaser = \"me\"",
        Kind::UnknownChoice,
        "plan.releaser",
    );
}

#[test]
fn a_number_outside_its_range_is_refused() {
    refuses(
        "window_months = 6",
        "window_months = 0",
        Kind::OutOfRange,
        "window_months",
    );
    refuses(
        "max_bytes = 5_000_000",
        "max_bytes = 900_000_000",
        Kind::OutOfRange,
        "requirements[2].max_bytes",
    );
    refuses(
        "max_words = 250",
        "max_words = -1",
        Kind::OutOfRange,
        "reflection[1].max_words",
    );
    refuses(
        "max_words = 250",
        "max_words = 99999999999999999999",
        Kind::OutOfRange,
        "reflection[1].max_words",
    );
}

#[test]
fn lists_have_a_fewest_and_a_most() {
    refuses(
        "[\"audio\", \"video\"]",
        "[]",
        Kind::TooFew,
        "requirements[1].forms",
    );
    let tags = format!("tags = [{}]", "\"tag\",".repeat(31));
    refuses("tags = [\"questioning\"]", &tags, Kind::TooMany, "tags");
}

#[test]
fn limits_that_contradict_each_other_are_refused() {
    refuses(
        "max_words = 250",
        "max_words = 100",
        Kind::Contradiction,
        "reflection[1].max_words",
    );
    refuses(
        "max_count = 2",
        "max_count = 1\nmax_seconds = 9",
        Kind::Contradiction,
        "requirements[2].max_seconds",
    );
    refuses(
        "max_seconds = 600",
        "max_seconds = 600\nmin_words = 9",
        Kind::Contradiction,
        "requirements[1].min_words",
    );
    refuses(
        "forms = [\"document\", \"text\"]\nmin_count = 1",
        "forms = [\"document\", \"text\"]\nmin_count = 3",
        Kind::Contradiction,
        "requirements[2].max_count",
    );
}

#[test]
fn a_limit_that_a_form_calls_for_must_be_there() {
    refuses(
        "max_seconds = 600\n",
        "",
        Kind::MissingKey,
        "requirements[1].max_seconds",
    );
    refuses(
        "max_bytes = 200_000_000\n",
        "",
        Kind::MissingKey,
        "requirements[1].max_bytes",
    );
    refuses(
        "min_words = 15\n",
        "",
        Kind::MissingKey,
        "requirements[2].min_words",
    );
}

#[test]
fn parts_of_the_time_add_up_to_the_hours() {
    refuses("hours = 6", "hours = 7", Kind::Contradiction, "time");
}

#[test]
fn video_is_needed_if_and_only_if_a_requirement_takes_nothing_else() {
    refuses(
        "video_needed = false",
        "video_needed = true",
        Kind::Contradiction,
        "video_needed",
    );
    refuses(
        "[\"audio\", \"video\"]",
        "[\"video\"]",
        Kind::Contradiction,
        "video_needed",
    );
}

#[test]
fn a_second_score_share_belongs_to_the_single_plan_only() {
    refuses(
        "kind = \"double\"",
        "kind = \"double\"\nsecond_score_percent = 10",
        Kind::Contradiction,
        "plan.second_score_percent",
    );
    refuses(
        "kind = \"double\"",
        "kind = \"single\"",
        Kind::MissingKey,
        "plan.second_score_percent",
    );
    assert!(
        findings(
            "kind = \"double\"",
            "kind = \"single\"\nsecond_score_percent = 10"
        )
        .is_empty()
    );
}
