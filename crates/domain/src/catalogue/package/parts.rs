//! Reads prompts and requirements.

use super::Files;
use super::document::{all, characters};
use super::finding::{FindingKind, Flaw};
use super::links::Links;
use super::reader::Section;
use super::template::Templates;
use crate::catalogue::{Form, Prompt, Purpose, Requirement};
use std::collections::BTreeSet;

const MAX_PROMPTS: usize = 12;
const MAX_REQUIREMENTS: usize = 20;
const MAX_ITEMS: i64 = 50;
const MAX_WORDS: i64 = 5000;
const MAX_BYTES: i64 = 500_000_000;
const MAX_SECONDS: i64 = 4 * 60 * 60;

pub(super) fn read_prompts(
    section: &Section<'_>,
    key: &'static str,
    links: &Links,
) -> Option<Vec<Prompt>> {
    all(section.tables(key, 1..=MAX_PROMPTS), |prompt| {
        let id = prompt.name("id");
        links.declare(prompt, id.as_ref(), false);
        let text = prompt.line("text", characters::LINE);
        let hint = prompt.optional_prose("hint", characters::PROSE);
        let words = read_range(prompt, "min_words", "max_words", MAX_WORDS);
        let (min_words, max_words) = words.unzip();
        Some(Prompt {
            id: id?,
            text: text?,
            hint: hint?,
            min_words: min_words?,
            max_words: max_words?,
        })
    })
}

pub(super) fn read_requirements(
    section: &Section<'_>,
    files: &Files,
    links: &Links,
) -> Option<Vec<Requirement>> {
    let templates = Templates::new(files);
    let requirements = all(
        section.tables("requirements", 1..=MAX_REQUIREMENTS),
        |requirement| read_requirement(requirement, &templates, links),
    );
    templates.refuse_unknown(section);
    requirements
}

fn read_requirement(
    section: &Section<'_>,
    templates: &Templates<'_>,
    links: &Links,
) -> Option<Requirement> {
    let id = section.name("id");
    let title = section.line("title", characters::NAME);
    let instructions = section.prose("instructions", characters::PROSE);
    let purpose = section.choice("purpose", &Purpose::ALL, Purpose::as_str);
    let forms = section.choices("forms", &Form::ALL, Form::as_str);
    let count = read_count(section);
    links.declare(section, id.as_ref(), count.is_some_and(|(min, _)| min == 0));
    let limits = read_limits(section, forms.as_ref());
    let template = templates.read(section);
    let completion_indicators = section.lines("completion_indicators", 20, characters::LINE);
    let students_may_appear = section.flag("students_may_appear");
    let team_may_share = section.optional_flag("team_may_share");
    let (min_count, max_count) = count?;
    let Limits {
        max_bytes,
        max_seconds,
        words,
    } = limits?;
    Some(Requirement {
        id: id?,
        title: title?,
        instructions: instructions?,
        purpose: purpose?,
        forms: forms?,
        min_count,
        max_count,
        max_bytes,
        max_seconds,
        min_words: words.map(|(min, _)| min),
        max_words: words.map(|(_, max)| max),
        template: template?,
        completion_indicators: completion_indicators?,
        students_may_appear: students_may_appear?,
        team_may_share: team_may_share?,
    })
}

fn read_count(section: &Section<'_>) -> Option<(u16, u16)> {
    let min = section.number("min_count", 0..=MAX_ITEMS);
    let max = section.number("max_count", 1..=MAX_ITEMS);
    in_order(section, "max_count", min?, max?)
}

/// The limits that the forms of a requirement call for.
struct Limits {
    max_bytes: Option<u64>,
    max_seconds: Option<u32>,
    words: Option<(u32, u32)>,
}

fn read_limits(section: &Section<'_>, forms: Option<&BTreeSet<Form>>) -> Option<Limits> {
    let Some(forms) = forms else {
        section.expect(&["max_bytes", "max_seconds", "min_words", "max_words"]);
        return None;
    };
    let is_file = forms.iter().any(|form| form.is_file());
    let is_timed = forms.iter().any(|form| form.is_timed());
    let is_text = forms.contains(&Form::Text);
    let max_bytes = when(is_file, || section.number("max_bytes", 1000..=MAX_BYTES));
    let max_seconds = when(is_timed, || section.number("max_seconds", 1..=MAX_SECONDS));
    let words = when(is_text, || {
        read_range(section, "min_words", "max_words", MAX_WORDS)
    });
    refuse(section, &["max_bytes"], is_file, "a form that is a file");
    refuse(
        section,
        &["max_seconds"],
        is_timed,
        "the form audio or video",
    );
    refuse(
        section,
        &["min_words", "max_words"],
        is_text,
        "the form text",
    );
    Some(Limits {
        max_bytes: max_bytes?,
        max_seconds: max_seconds?,
        words: words?,
    })
}

fn when<T>(called_for: bool, read: impl FnOnce() -> Option<T>) -> Option<Option<T>> {
    if called_for {
        read().map(Some)
    } else {
        Some(None)
    }
}

fn refuse(section: &Section<'_>, keys: &[&'static str], called_for: bool, form: &str) {
    for key in keys.iter().filter(|key| !called_for && section.has(key)) {
        let expected = format!("{form} in \"forms\", since \"{key}\" is given");
        let flaw = Flaw::new(
            FindingKind::Contradiction,
            expected,
            "none",
            "Add the form, or remove the limit.",
        );
        section.flaw_at(key, flaw);
    }
}

fn read_range(
    section: &Section<'_>,
    min: &'static str,
    max: &'static str,
    most: i64,
) -> Option<(u32, u32)> {
    let lowest = section.number(min, 1..=most);
    let highest = section.number(max, 1..=most);
    in_order(section, max, lowest?, highest?)
}

fn in_order<T: Ord + std::fmt::Display>(
    section: &Section<'_>,
    key: &str,
    min: T,
    max: T,
) -> Option<(T, T)> {
    if min <= max {
        return Some((min, max));
    }
    let expected = format!("a number not below {min}");
    section.flaw_at(
        key,
        Flaw::new(
            FindingKind::Contradiction,
            expected,
            max.to_string(),
            "Raise it, or lower the other.",
        ),
    );
    None
}
