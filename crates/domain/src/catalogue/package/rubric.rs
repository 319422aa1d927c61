//! Reads the rubric and checks it against itself.

use super::document::{all, characters};
use super::finding::{FindingKind, Flaw};
use super::links::Links;
use super::reader::{Placed, Section};
use crate::catalogue::{Criterion, Rubric, RubricLevel, Slug};
use std::collections::{BTreeMap, BTreeSet};

const MAX_LEVELS: usize = 9;
const MAX_CRITERIA: usize = 12;
const MAX_SOURCES: usize = 32;

pub(super) fn read(section: &Section<'_>, links: &Links) -> Option<Rubric> {
    let levels = read_levels(section);
    let criteria = all(section.tables("criteria", 1..=MAX_CRITERIA), |criterion| {
        read_criterion(criterion, levels.as_deref(), links)
    });
    section.finish();
    Some(Rubric {
        levels: levels?,
        criteria: criteria?,
    })
}

fn read_levels(section: &Section<'_>) -> Option<Vec<RubricLevel>> {
    let expected = std::cell::Cell::new(0_u8);
    let levels = all(section.tables("levels", 2..=MAX_LEVELS), |level| {
        expected.set(expected.get() + 1);
        let number: Option<u8> = level.number("number", 1..=9);
        let name = level.line("name", characters::NAME);
        let leading = level.optional_flag("leading");
        if let Some(number) = number.filter(|number| *number != expected.get()) {
            let flaw = Flaw::new(
                FindingKind::Contradiction,
                format!(
                    "the level {}: levels are numbered from 1 upwards",
                    expected.get()
                ),
                number.to_string(),
                "Put the levels in order, without gaps.",
            );
            level.flaw_at("number", flaw);
            return None;
        }
        Some(RubricLevel {
            number: number?,
            name: name?,
            leading: leading?,
        })
    })?;
    check_names(section, &levels);
    check_leading(section, &levels);
    Some(levels)
}

fn check_names(section: &Section<'_>, levels: &[RubricLevel]) {
    let mut names = BTreeSet::new();
    for level in levels.iter().filter(|level| !names.insert(&level.name)) {
        let found = format!("\"{}\" twice", level.name);
        section.flaw_at(
            "levels",
            Flaw::new(
                FindingKind::Duplicate,
                "a name of its own for each level",
                found,
                "Rename one.",
            ),
        );
    }
}

/// Leading practice is the top of the scale, and at least two ordinary levels lie below it.
fn check_leading(section: &Section<'_>, levels: &[RubricLevel]) {
    let ordinary = levels.iter().take_while(|level| !level.leading).count();
    let leading = levels.iter().filter(|level| level.leading).count();
    if leading > 1 || ordinary + leading != levels.len() || ordinary < 2 {
        let flaw = Flaw::new(
            FindingKind::Contradiction,
            "at most one leading level, above two or more others",
            format!("{leading} leading among {} levels", levels.len()),
            "Mark the highest level only.",
        );
        section.flaw_at("levels", flaw);
    }
}

fn read_criterion(
    section: &Section<'_>,
    levels: Option<&[RubricLevel]>,
    links: &Links,
) -> Option<Criterion> {
    let id = section.name("id");
    links.declare_criterion(section, id.as_ref());
    let title = section.line("title", characters::NAME);
    let passing_level = section.number("passing_level", 2..=9);
    let sources = section.names::<Slug>("sources", 1..=MAX_SOURCES);
    links.rest_on(section, &sources);
    let sources = distinct_sources(section, sources);
    let table = section.table("descriptors");
    let descriptors = table.and_then(|descriptors| read_descriptors(&descriptors, levels));
    if let (Some(passing), Some(levels)) = (passing_level, levels) {
        check_passing_level(section, passing, levels);
    }
    Some(Criterion {
        id: id?,
        title: title?,
        descriptors: descriptors?,
        passing_level: passing_level?,
        sources,
    })
}

fn distinct_sources(section: &Section<'_>, sources: Vec<Placed<Slug>>) -> BTreeSet<Slug> {
    let mut distinct = BTreeSet::new();
    for source in sources {
        if distinct.contains(&source.value) {
            let found = format!("\"{}\" twice", source.value);
            section.flaw_of(
                &source,
                Flaw::new(
                    FindingKind::Duplicate,
                    "each source once",
                    found,
                    "Remove one of them.",
                ),
            );
        } else {
            distinct.insert(source.value);
        }
    }
    distinct
}

fn read_descriptors(
    section: &Section<'_>,
    levels: Option<&[RubricLevel]>,
) -> Option<BTreeMap<u8, String>> {
    let mut descriptors = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (key, descriptor) in section.numbered_prose(characters::PROSE) {
        // "01" is not a second way to write level 1.
        let number = key
            .parse::<u8>()
            .ok()
            .filter(|number| number.to_string() == key);
        let known = number.filter(|number| {
            levels.is_none_or(|levels| levels.iter().any(|level| level.number == *number))
        });
        match (known, descriptor.value.clone()) {
            (None, _) => section.flaw_of(&descriptor, unknown_level(levels)),
            (Some(number), text) => {
                seen.insert(number);
                descriptors.extend(text.map(|text| (number, text)));
            }
        }
    }
    for level in levels.into_iter().flatten() {
        if !level.leading && !seen.contains(&level.number) {
            section.flaw(missing_descriptor(level));
        }
    }
    Some(descriptors)
}

fn unknown_level(levels: Option<&[RubricLevel]>) -> Flaw {
    let numbers: Vec<_> = levels
        .into_iter()
        .flatten()
        .map(|level| level.number.to_string())
        .collect();
    let expected = format!("the number of a level: {}", numbers.join(", "));
    let remedy = "Use the numbers of [[rubric.levels]].";
    Flaw::new(FindingKind::UnknownLevel, expected, "another key", remedy)
}

fn missing_descriptor(level: &RubricLevel) -> Flaw {
    let expected = format!("a descriptor for level {} ({})", level.number, level.name);
    let remedy = format!(
        "Add {} = \"...\" with what work at this level looks like.",
        level.number
    );
    Flaw::new(FindingKind::MissingDescriptor, expected, "none", remedy)
}

fn check_passing_level(section: &Section<'_>, passing: u8, levels: &[RubricLevel]) {
    let can_pass = |level: &&RubricLevel| level.number > 1 && !level.leading;
    let choices: Vec<_> = levels
        .iter()
        .filter(can_pass)
        .map(|level| level.number.to_string())
        .collect();
    if !choices.contains(&passing.to_string()) {
        let flaw = Flaw::new(
            FindingKind::BadPassingLevel,
            format!(
                "a level that can be asked of everybody: {}",
                choices.join(", ")
            ),
            passing.to_string(),
            "Choose one of these; the lowest level meets nothing, and leading practice is never needed.",
        );
        section.flaw_at("passing_level", flaw);
    }
}
