use super::super::sample::{self, slug};
use super::super::{Code, Content, Fingerprint, Rubric, RubricLevel, package};
use proptest::prelude::*;

fn rubric() -> Rubric {
    sample::content().rubric
}

type Change = fn(&mut Rubric);

/// Every single change of what a fingerprint covers, by name.
fn changes() -> Vec<(&'static str, Change)> {
    vec![
        ("the name of a level", |rubric| {
            rubric.levels[0].name.push('!')
        }),
        ("the number of a level", |rubric| {
            rubric.levels[3].number = 5
        }),
        ("which level is leading", |rubric| {
            rubric.levels[3].leading = false
        }),
        ("one more level", |rubric| {
            rubric.levels.push(RubricLevel {
                number: 5,
                name: "More".to_owned(),
                leading: false,
            });
        }),
        ("the id of a criterion", |rubric| {
            rubric.criteria[0].id = slug("time")
        }),
        ("the title of a criterion", |rubric| {
            rubric.criteria[0].title.push('!')
        }),
        ("a passing level", |rubric| {
            rubric.criteria[0].passing_level = 2
        }),
        ("the text of a descriptor", |rubric| {
            rubric.criteria[0]
                .descriptors
                .get_mut(&2)
                .unwrap()
                .push('!')
        }),
        ("a missing descriptor", |rubric| {
            drop(rubric.criteria[0].descriptors.remove(&2))
        }),
        ("one more descriptor", |rubric| {
            drop(rubric.criteria[0].descriptors.insert(4, "More.".to_owned()))
        }),
        ("a missing source", |rubric| {
            let _ = rubric.criteria[0].sources.remove(&slug("log"));
        }),
        ("one more source", |rubric| {
            let _ = rubric.criteria[0].sources.insert(slug("start"));
        }),
    ]
}

#[test]
fn every_change_of_text_levels_passing_levels_or_sources_changes_both_fingerprints() {
    let before = rubric();
    for (name, change) in changes() {
        let mut after = before.clone();
        change(&mut after);
        assert_ne!(after.fingerprint(), before.fingerprint(), "rubric: {name}");
        assert_ne!(
            after.criterion_fingerprint(&after.criteria[0]),
            before.criterion_fingerprint(&before.criteria[0]),
            "criterion: {name}"
        );
    }
}

#[test]
fn no_two_changes_give_the_same_fingerprint() {
    let fingerprints: std::collections::BTreeSet<_> = changes()
        .into_iter()
        .map(|(_, change)| {
            let mut rubric = rubric();
            change(&mut rubric);
            rubric.fingerprint()
        })
        .collect();
    assert_eq!(fingerprints.len(), changes().len());
}

#[test]
fn a_change_of_one_criterion_leaves_the_fingerprints_of_the_others() {
    let before = rubric();
    let mut after = before.clone();
    after.criteria[0].title.push('!');
    assert_ne!(after.fingerprint(), before.fingerprint());
    assert_eq!(
        after.criterion_fingerprint(&after.criteria[1]),
        before.criterion_fingerprint(&before.criteria[1])
    );
}

#[test]
fn the_order_of_criteria_is_part_of_the_rubric_and_not_of_a_criterion() {
    let before = rubric();
    let mut after = before.clone();
    after.criteria.reverse();
    assert_ne!(after.fingerprint(), before.fingerprint());
    assert_eq!(
        after.criterion_fingerprint(&after.criteria[1]),
        before.criterion_fingerprint(&before.criteria[0])
    );
}

#[test]
fn what_is_not_the_rubric_leaves_the_fingerprint() {
    let before = sample::content();
    let changes: [fn(&mut Content); 8] = [
        |content| content.hours = 99,
        |content| content.resources.clear(),
        |content| content.code = "ABC".parse::<Code>().unwrap(),
        |content| content.title.push('!'),
        |content| content.rationale.clear(),
        |content| content.requirements[0].instructions.push('!'),
        |content| content.overview[0].max_words = 999,
        |content| content.plan.turnaround_business_days = 9,
    ];
    for change in changes {
        let mut after = before.clone();
        change(&mut after);
        assert_ne!(after, before);
        assert_eq!(after.rubric.fingerprint(), before.rubric.fingerprint());
    }
}

#[test]
fn the_order_of_keys_and_sources_and_the_wrapping_of_lines_leave_the_fingerprint() {
    let rewritten = sample::DOCUMENT
        .replace(
            "id = \"timing\"\ntitle = \"Timing\"\npassing_level = 3\nsources = [\"recording\", \"log\"]",
            "sources = [\"log\", \"recording\"]\npassing_level = 3\ntitle = \"Timing\"\nid = \"timing\"",
        )
        .replace("1 = \"Under two seconds.\"\n", "")
        .replace(
            "3 = \"Three seconds after both.\"\n",
            "3 = \"\"\"\nThree seconds\n  after both.\n\"\"\"\n1 = \"Under two seconds.\"\n",
        );
    assert_ne!(rewritten, sample::DOCUMENT);
    let after = package::parse(&sample::files(&rewritten)).unwrap();
    assert_eq!(after.rubric.fingerprint(), rubric().fingerprint());
}

#[test]
fn the_serialisation_is_the_documented_one() {
    // Computed by hand from the grammar in the module's documentation.
    let rubric = Rubric {
        levels: vec![RubricLevel {
            number: 1,
            name: "Né".to_owned(),
            leading: false,
        }],
        criteria: Vec::new(),
    };
    let text = "testamur rubric 1\nlevels:1\nlevel:1:1\nname:3:Né\nleading:2:no\ncriteria:0\n";
    assert_eq!(rubric.fingerprint(), sha256(text));
}

#[test]
fn a_criterion_is_serialised_as_documented() {
    let mut rubric = rubric();
    rubric.levels.truncate(1);
    let text = "testamur criterion 1\nlevels:1\nlevel:1:1\nname:7:Not yet\nleading:2:no\n\
        criterion:6:timing\ntitle:6:Timing\npassing:1:3\ndescriptors:3\n\
        level:1:1\ndescriptor:18:Under two seconds.\n\
        level:1:2\ndescriptor:30:Three seconds after questions.\n\
        level:1:3\ndescriptor:25:Three seconds after both.\n\
        sources:2\nsource:3:log\nsource:9:recording\n";
    assert_eq!(
        rubric.criterion_fingerprint(&rubric.criteria[0]),
        sha256(text)
    );
}

fn sha256(text: &str) -> Fingerprint {
    use sha2::Digest;
    let digest = sha2::Sha256::digest(text.as_bytes());
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    hex.parse().unwrap()
}

proptest! {
    /// Texts with the characters of the serialisation in them cannot be shifted between fields.
    #[test]
    fn different_texts_never_share_a_serialisation(
        a in ("[a:1\n]{0,6}", "[a:1\n]{0,6}", "[a:1\n]{0,6}"),
        b in ("[a:1\n]{0,6}", "[a:1\n]{0,6}", "[a:1\n]{0,6}"),
    ) {
        let with = |(name, title, descriptor): (String, String, String)| {
            let mut rubric = rubric();
            rubric.levels[0].name = name;
            rubric.criteria[0].title = title;
            rubric.criteria[0].descriptors.insert(1, descriptor);
            rubric.fingerprint()
        };
        prop_assert_eq!(a == b, with(a) == with(b));
    }

    #[test]
    fn a_fingerprint_survives_being_stored(title in "\\PC{0,40}") {
        let mut rubric = rubric();
        rubric.criteria[0].title = title;
        let stored: Rubric = serde_json::from_str(&serde_json::to_string(&rubric).unwrap()).unwrap();
        prop_assert_eq!(stored.fingerprint(), rubric.fingerprint());
    }
}
