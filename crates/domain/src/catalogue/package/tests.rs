use super::super::sample::{self, content, files as package_of};
use super::super::{Content, Form, LevelScale};
use super::{
    DOCUMENT, Files, Finding, FindingKind, MAX_DOCUMENT_BYTES, MAX_FILES, parse, parse_in,
    parse_text, write,
};
use FindingKind as Kind;

mod files;
mod rubric;
mod values;

/// The findings of the sample with one text in it replaced by another.
fn findings(from: &str, to: &str) -> Vec<Finding> {
    assert!(
        sample::DOCUMENT.contains(from),
        "the sample has no {from:?}"
    );
    findings_of(&sample::DOCUMENT.replacen(from, to, 1))
}

fn findings_of(document: &str) -> Vec<Finding> {
    parse(&package_of(document)).err().unwrap_or_default()
}

/// Asserts that a change of the sample gives this one finding, at this place and the line of the
/// text that was put in.
fn refuses(from: &str, to: &str, kind: FindingKind, place: &str) {
    let findings = findings(from, to);
    let described: Vec<_> = findings
        .iter()
        .map(|finding| (finding.kind, finding.place.as_str()))
        .collect();
    assert_eq!(described, [(kind, place)], "{findings:#?}");
    assert_eq!(findings[0].file, DOCUMENT);
    assert!(findings[0].line.is_some());
}

#[test]
fn a_package_is_read_whole() {
    let content = content();
    assert_eq!(content.code.as_str(), "WTW");
    assert_eq!(
        content.summary,
        "Two short silences, and what they do.\n\n- after the question\n- after the reply"
    );
    assert_eq!(
        content.time.iter().map(|part| part.hours).sum::<u16>(),
        content.hours
    );
    assert_eq!(content.plan, super::super::AssessmentPlan::default());
    let log = content.requirement(&sample::slug("log")).unwrap();
    assert!(log.forms.contains(&Form::Document));
    assert_eq!(
        log.word_limits().map(|limits| (limits.min, limits.max)),
        Some((15, 500))
    );
    assert_eq!(
        log.template.as_ref().unwrap().text,
        "turn,question,seconds\n"
    );
    let discomfort = &content.rubric.criteria[1];
    assert_eq!(discomfort.descriptor(4), Some("Helps a colleague with it."));
    assert_eq!(
        content
            .rubric
            .levels_of(&content.rubric.criteria[0])
            .count(),
        3
    );
}

#[test]
fn the_sources_are_listed_in_the_order_of_the_parts() {
    let content = content();
    let ids: Vec<_> = content
        .sources()
        .map(|source| source.id().as_str())
        .collect();
    assert_eq!(ids, ["start", "recording", "log", "silence"]);
    let criteria: Vec<_> = content
        .criteria_resting_on(&sample::slug("log"))
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(criteria, ["timing"]);
}

#[test]
fn a_content_is_stored_as_json_and_read_back() {
    let content = content();
    let json = serde_json::to_string(&content).unwrap();
    assert_eq!(serde_json::from_str::<Content>(&json).unwrap(), content);
}

#[test]
fn a_content_is_written_as_a_package_that_reads_back_the_same() {
    let content = content();
    let written = write(&content).unwrap();
    assert_eq!(
        written.keys().collect::<Vec<_>>(),
        [DOCUMENT, "turn-log.csv"]
    );
    assert_eq!(parse(&written), Ok(content));
}

#[test]
fn one_text_is_a_package_without_templates() {
    let document = sample::DOCUMENT.replace("template = \"turn-log.csv\"\n", "");
    assert!(parse_text(&document).is_ok());
}

#[test]
fn all_findings_come_at_once_in_the_order_of_the_document() {
    let document = sample::DOCUMENT
        .replace("code = \"WTW\"", "code = \"wtw\"")
        .replace("hours = 6", "hours = \"six\"")
        .replace("purpose = \"impact\"", "purpose = \"effect\"")
        .replace(
            "sources = [\"start\", \"silence\"]",
            "sources = [\"start\", \"silence\", \"lost\"]",
        )
        .replace("kind = \"double\"", "kind = \"triple\"");
    let findings = findings_of(&document);
    let described: Vec<_> = findings
        .iter()
        .map(|finding| (finding.kind, finding.place.as_str()))
        .collect();
    assert_eq!(
        described,
        [
            (Kind::BadName, "code"),
            (Kind::WrongType, "hours"),
            (Kind::UnknownChoice, "requirements[2].purpose"),
            (Kind::UnknownSource, "rubric.criteria[2].sources[3]"),
            (Kind::UnknownChoice, "plan.kind"),
        ]
    );
    let lines: Vec<_> = findings
        .iter()
        .map(|finding| finding.line.unwrap())
        .collect();
    let line_of = |text: &str| {
        document
            .lines()
            .position(|line| line.contains(text))
            .unwrap()
            + 1
    };
    let expected = ["\"wtw\"", "\"six\"", "\"effect\"", "\"lost\"", "\"triple\""].map(line_of);
    assert_eq!(
        lines.iter().map(|line| *line as usize).collect::<Vec<_>>(),
        expected
    );
}

#[test]
fn a_finding_reads_as_a_sentence_with_file_line_and_place() {
    let finding = &findings("passing_level = 3", "passing_level = 4")[0];
    let line = finding.line.unwrap();
    assert_eq!(
        finding.to_string(),
        format!(
            "micro-credential.toml:{line} rubric.criteria[1].passing_level: expected a level that can be asked \
             of everybody: 2, 3, found 4. Choose one of these; the lowest level meets nothing, and leading \
             practice is never needed."
        )
    );
}

#[test]
fn an_issuer_has_levels_of_its_own() {
    let scale =
        LevelScale::try_from(vec!["first".parse().unwrap(), "second".parse().unwrap()]).unwrap();
    let document = sample::DOCUMENT.replace("level = \"foundation\"", "level = \"second\"");
    assert!(parse_in(&package_of(&document), &scale).is_ok());
    assert_eq!(
        parse_in(&package_of(sample::DOCUMENT), &scale).unwrap_err()[0].place,
        "level"
    );
}

#[test]
fn every_required_key_is_asked_for_when_the_document_is_empty() {
    let findings = findings_of("");
    let missing: Vec<_> = findings
        .iter()
        .filter(|it| it.kind == Kind::MissingKey)
        .map(|it| it.place.as_str())
        .collect();
    assert_eq!(
        missing,
        [
            "code",
            "title",
            "competency",
            "summary",
            "for_whom",
            "level",
            "hours",
            "language",
            "students_needed",
            "video_needed",
            "window_months",
            "key_method",
            "rationale",
            "overview",
            "requirements",
            "reflection",
            "rubric",
            "plan",
        ]
    );
}

#[test]
fn findings_are_cut_off_at_two_hundred() {
    let keys: String = (0..500)
        .map(|number| format!("unknown-{number} = 1\n"))
        .collect();
    assert_eq!(
        findings_of(&format!("{keys}{}", sample::DOCUMENT)).len(),
        200
    );
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in "[a-z=\\[\\]{}\"'\n. 0-9]{0,200}") {
        let _ = parse_text(&text);
    }

    /// A sound document with a piece cut out of it is either sound or refused.
    #[test]
    fn no_cut_makes_the_reader_panic(start in 0..sample::DOCUMENT.len(), length in 0..300_usize) {
        let end = (start + length).min(sample::DOCUMENT.len());
        let cut = [&sample::DOCUMENT[..start], &sample::DOCUMENT[end..]].concat();
        if let Ok(content) = parse(&package_of(&cut)) {
            proptest::prop_assert_eq!(parse(&write(&content).unwrap()), Ok(content));
        }
    }

    /// Whatever text a designer writes, the package says it again.
    #[test]
    fn what_is_written_is_read_back(
        title in "\\PC{1,40}", summary in "[a-z\"'\\\\\n -]{1,80}", hours in 1..=200_u16, descriptor in "\\PC{1,60}",
    ) {
        let mut content = content();
        content.title = title;
        content.summary = super::super::prose::normalise(&summary);
        content.hours = hours;
        content.time.clear();
        content.rubric.criteria[0].descriptors.insert(2, descriptor);
        if let Ok(first) = parse(&write(&content).unwrap()) {
            proptest::prop_assert_eq!(parse(&write(&first).unwrap()), Ok(first));
        }
    }
}
