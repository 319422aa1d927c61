//! The people and the work of the demo hold together, and keep to the rules that they show.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use domain::catalogue::{Content, Slug, package};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use toml::{Table, Value};

fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo")
}

fn table(path: &Path) -> Table {
    let text = std::fs::read_to_string(path).expect("a file");
    text.parse()
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn text<'t>(table: &'t Table, key: &str) -> &'t str {
    table
        .get(key)
        .and_then(Value::as_str)
        .unwrap_or_else(|| panic!("{key} in {table:?}"))
}

fn tables<'t>(table: &'t Table, key: &str) -> Vec<&'t Table> {
    let entries = table.get(key).and_then(Value::as_array);
    entries
        .into_iter()
        .flatten()
        .filter_map(Value::as_table)
        .collect()
}

fn content(name: &str) -> Content {
    let folder = demo().join("micro-credentials").join(name);
    let entries = std::fs::read_dir(folder).expect("the folder of the package");
    let files = entries.map(|entry| {
        let path = entry.expect("a file").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_str()
            .expect("plain")
            .to_owned();
        (name, std::fs::read(path).expect("its bytes"))
    });
    package::parse(&files.collect()).expect("a sound package")
}

/// Each piece of work: the folder and what it says.
fn work() -> Vec<(PathBuf, Table)> {
    let folders = std::fs::read_dir(demo().join("work")).expect("the folder");
    let folders = folders.map(|entry| entry.expect("a folder").path());
    folders
        .map(|folder| (folder.clone(), table(&folder.join("work.toml"))))
        .collect()
}

fn submitted() -> Vec<(PathBuf, Table, Content)> {
    let all = work()
        .into_iter()
        .filter(|(_, work)| text(work, "state") != "draft");
    all.map(|(folder, work)| {
        let content = content(text(&work, "package"));
        (folder, work, content)
    })
    .collect()
}

fn slug(text: &str) -> Slug {
    text.parse().expect("a slug")
}

#[test]
fn there_is_work_in_four_states() {
    let states: BTreeSet<_> = work()
        .iter()
        .map(|(_, work)| text(work, "state").to_owned())
        .collect();
    assert_eq!(
        states.into_iter().collect::<Vec<_>>(),
        ["awarded", "draft", "not-yet", "submitted"]
    );
}

#[test]
fn what_was_submitted_answers_every_prompt_within_its_limits() {
    for (folder, work, content) in submitted() {
        let texts = work["texts"].as_table().expect("texts");
        for prompt in content.overview.iter().chain(&content.reflection) {
            let answer = text(texts, &format!("answer/{}", prompt.id));
            assert!(
                prompt.check(answer).is_ok(),
                "{} {}: {:?}",
                folder.display(),
                prompt.id,
                prompt.check(answer)
            );
        }
        assert!(texts.contains_key("ai-use"));
    }
}

#[test]
fn what_was_submitted_has_every_requirement_within_its_limits() {
    for (folder, work, content) in submitted() {
        let texts = work["texts"].as_table().expect("texts");
        for requirement in &content.requirements {
            let files = tables(&work, "files");
            let files = files
                .iter()
                .filter(|file| text(file, "requirement") == requirement.id.as_str())
                .count();
            let prefix = format!("text/{}/", requirement.id);
            let written: Vec<_> = texts
                .iter()
                .filter(|(field, _)| field.starts_with(&prefix))
                .collect();
            let count = u16::try_from(files + written.len()).expect("few");
            assert!(
                (requirement.min_count..=requirement.max_count).contains(&count),
                "{} {}",
                folder.display(),
                requirement.id
            );
            for (field, written) in written {
                let limits = requirement.word_limits().expect("text is accepted");
                let words = limits.check(written.as_str().expect("text"));
                assert!(words.is_ok(), "{} {field}: {words:?}", folder.display());
            }
        }
    }
}

#[test]
fn every_file_of_the_work_is_there_and_shows_criteria_that_exist() {
    for (folder, work) in work() {
        let content = content(text(&work, "package"));
        let mut named = BTreeSet::from(["work.toml".to_owned()]);
        for file in tables(&work, "files") {
            let requirement = content
                .requirement(&slug(text(file, "requirement")))
                .expect("a requirement");
            let size = std::fs::metadata(folder.join(text(file, "file")))
                .expect("the file")
                .len();
            assert!(size > 0 && size <= requirement.max_bytes.expect("takes files"));
            for criterion in file["criteria"].as_array().expect("criteria") {
                let criterion = slug(criterion.as_str().expect("an id"));
                let criterion = content.rubric.criterion(&criterion).expect("a criterion");
                assert!(
                    criterion.sources.contains(&requirement.id),
                    "{}: {}",
                    folder.display(),
                    criterion.id
                );
            }
            named.insert(text(file, "file").to_owned());
        }
        let there = std::fs::read_dir(&folder).expect("the folder");
        let there = there.map(|file| {
            file.expect("a file")
                .file_name()
                .into_string()
                .expect("plain")
        });
        assert_eq!(there.collect::<BTreeSet<_>>(), named);
    }
}

#[test]
fn two_scorecards_come_out_as_the_state_says() {
    for (folder, work, content) in submitted() {
        let scorecards = tables(&work, "scorecards");
        let state = text(&work, "state");
        assert_eq!(
            scorecards.len(),
            if state == "submitted" { 0 } else { 2 },
            "{}",
            folder.display()
        );
        let mut all_met = true;
        for criterion in &content.rubric.criteria {
            let mut met = Vec::new();
            for scorecard in &scorecards {
                let mark = scorecard["marks"][criterion.id.as_str()]
                    .as_table()
                    .expect("a mark");
                let level =
                    u8::try_from(mark["level"].as_integer().expect("a level")).expect("small");
                assert!(criterion.descriptor(level).is_some());
                assert!(
                    text(mark, "feedback").split_whitespace().count() >= 15,
                    "good feedback says something"
                );
                met.push(criterion.is_met_at(level));
            }
            met.dedup();
            assert!(
                met.len() <= 1,
                "{}: no third assessor is at hand",
                folder.display()
            );
            all_met &= met.iter().all(|met| *met);
        }
        assert_eq!(all_met, state != "not-yet", "{}", folder.display());
    }
}

#[test]
fn the_district_names_only_what_it_has() {
    let district = table(&demo().join("district.toml"));
    let mut organizations = BTreeSet::new();
    for organization in tables(&district, "organizations") {
        if let Some(parent) = organization.get("parent") {
            assert!(
                organizations.contains(parent.as_str().expect("a slug")),
                "{parent} stands above"
            );
        }
        assert!(organizations.insert(text(organization, "slug")));
    }
    let people = tables(&district, "people");
    let slugs: BTreeSet<_> = people.iter().map(|person| text(person, "slug")).collect();
    assert_eq!(slugs.len(), people.len());
    for membership in people
        .iter()
        .flat_map(|person| tables(person, "memberships"))
    {
        assert!(organizations.contains(text(membership, "organization")));
    }
    for published in tables(&district, "publishes") {
        content(text(published, "package"));
        assert!(
            organizations.contains(text(published, "issuer"))
                && slugs.contains(text(published, "by"))
        );
    }
    for granted in tables(&district, "qualifications") {
        assert!(
            slugs.contains(text(granted, "person")) && slugs.contains(text(granted, "granted_by"))
        );
        assert_ne!(
            text(granted, "person"),
            text(granted, "granted_by"),
            "nobody qualifies themselves"
        );
    }
    for (_, work) in work() {
        assert!(slugs.contains(text(&work, "person")));
    }
}

#[test]
fn every_role_is_held_by_somebody() {
    let district = table(&demo().join("district.toml"));
    let people = tables(&district, "people");
    let held: BTreeSet<_> = people
        .iter()
        .flat_map(|person| tables(person, "memberships"))
        .map(|it| text(it, "role"))
        .collect();
    let all: BTreeSet<_> = domain::people::Role::ALL
        .iter()
        .map(|role| role.as_str())
        .collect();
    assert_eq!(held, all);
}

#[test]
fn nobody_scored_a_person_of_their_own_organization_or_without_a_qualification() {
    let district = table(&demo().join("district.toml"));
    let mut memberships: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let people = tables(&district, "people");
    for person in &people {
        let organizations = tables(person, "memberships")
            .into_iter()
            .map(|it| text(it, "organization"));
        memberships
            .entry(text(person, "slug"))
            .or_default()
            .extend(organizations);
    }
    let qualifications = tables(&district, "qualifications");
    for (_, work, _) in submitted() {
        let educator = text(&work, "person");
        let scorecards = tables(&work, "scorecards");
        let assessors: BTreeSet<_> = scorecards.iter().map(|it| text(it, "assessor")).collect();
        assert_eq!(assessors.len(), scorecards.len(), "two different people");
        for assessor in assessors {
            assert!(
                memberships[assessor].is_disjoint(&memberships[educator]),
                "{assessor} and {educator}"
            );
            assert!(qualifications.iter().any(|granted| {
                text(granted, "person") == assessor
                    && text(granted, "package") == text(&work, "package")
            }));
        }
    }
}
