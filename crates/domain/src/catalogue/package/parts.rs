//! Reads prompts, requirements and the assessment plan.

use super::document::{all, characters};
use super::finding::{FindingKind, Flaw, is_unsafe, quote};
use super::links::Links;
use super::reader::Section;
use super::{DOCUMENT, Files, MAX_TEMPLATE_BYTES, file_text};
use crate::catalogue::{
    AssessmentPlan, BlindMode, Form, PlanKind, Prompt, Purpose, Releaser, Requirement,
    SameDistrict, Template,
};
use std::cell::RefCell;
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
        links.declare(prompt, id.as_ref());
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
    let named = RefCell::new(BTreeSet::from([DOCUMENT.to_owned()]));
    let requirements = all(
        section.tables("requirements", 1..=MAX_REQUIREMENTS),
        |requirement| {
            let template = read_template(requirement, files);
            named.borrow_mut().extend(
                template
                    .iter()
                    .flatten()
                    .map(|template| template.file.clone()),
            );
            read_requirement(requirement, template, links)
        },
    );
    let named = named.into_inner();
    for file in files.keys().filter(|file| !named.contains(*file)) {
        let found = format!("the file \"{}\"", quote(file));
        let remedy = "Name it as the template of a requirement, or remove it.";
        section.flaw(Flaw::new(
            FindingKind::UnknownFile,
            "only files that a requirement names",
            found,
            remedy,
        ));
    }
    requirements
}

fn read_requirement(
    section: &Section<'_>,
    template: Option<Option<Template>>,
    links: &Links,
) -> Option<Requirement> {
    let id = section.name("id");
    links.declare(section, id.as_ref());
    let title = section.line("title", characters::NAME);
    let instructions = section.prose("instructions", characters::PROSE);
    let purpose = section.choice("purpose", &Purpose::ALL, Purpose::as_str);
    let forms = section.choices("forms", &Form::ALL, Form::as_str);
    let count = read_count(section);
    let limits = forms.as_ref().and_then(|forms| read_limits(section, forms));
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

fn read_limits(section: &Section<'_>, forms: &BTreeSet<Form>) -> Option<Limits> {
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

fn read_template(section: &Section<'_>, files: &Files) -> Option<Option<Template>> {
    let Some(file) = section.optional_line("template", characters::NAME)? else {
        return Some(None);
    };
    match template_text(&file, files) {
        Ok(text) => Some(Some(Template {
            text: text.to_owned(),
            file,
        })),
        Err(flaw) => {
            section.flaw_at("template", flaw);
            None
        }
    }
}

fn template_text<'f>(file: &str, files: &'f Files) -> Result<&'f str, Flaw> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    if file == DOCUMENT || file.starts_with('.') || !file.chars().all(is_plain) {
        let expected =
            "the name of a file beside this one, of letters a to z, digits, hyphens, dots";
        return Err(Flaw::new(
            FindingKind::BadName,
            expected,
            format!("\"{}\"", quote(file)),
            "Rename the file.",
        ));
    }
    let Some(bytes) = files.get(file) else {
        let found = format!("no file \"{}\"", quote(file));
        return Err(Flaw::new(
            FindingKind::MissingFile,
            "a file of the package",
            found,
            "Add it, or correct the name.",
        ));
    };
    let text = file_text(bytes, MAX_TEMPLATE_BYTES)?;
    let bad = text
        .chars()
        .find(|c| is_unsafe(*c) && !matches!(c, '\n' | '\r' | '\t'));
    match bad {
        Some(c) => {
            let found = format!("the character {}", c.escape_unicode());
            Err(Flaw::new(
                FindingKind::BadCharacter,
                "a template without control characters",
                found,
                "Remove it.",
            ))
        }
        None if text.trim().is_empty() => Err(Flaw::new(
            FindingKind::EmptyText,
            "a template with text",
            "an empty file",
            "Write it, or remove the key.",
        )),
        None => Ok(text),
    }
}

pub(super) fn read_plan(section: &Section<'_>) -> Option<AssessmentPlan> {
    let kind = section.choice("kind", &PlanKind::ALL, PlanKind::as_str);
    let second_score_percent = match kind {
        Some(PlanKind::Single) => section.number("second_score_percent", 1..=100).map(Some),
        Some(PlanKind::Double | PlanKind::Consensus) => refuse_second_score(section),
        None => section.optional_number("second_score_percent", 1..=100),
    };
    let blind = section.choice_or_first("blind", &[BlindMode::Double], BlindMode::as_str);
    let turnaround_business_days = section.number("turnaround_business_days", 1..=60);
    let same_district = section.choice_or_first(
        "same_district",
        &[SameDistrict::Allowed, SameDistrict::Conflict],
        SameDistrict::as_str,
    );
    let releaser = section.optional_choice(
        "releaser",
        &[Releaser::ProgrammeManager, Releaser::LeadAssessor],
        Releaser::as_str,
    );
    section.finish();
    Some(AssessmentPlan {
        kind: kind?,
        second_score_percent: second_score_percent?,
        blind: blind?,
        turnaround_business_days: turnaround_business_days?,
        same_district: same_district?,
        releaser: releaser?,
    })
}

fn refuse_second_score(section: &Section<'_>) -> Option<Option<u8>> {
    if !section.has("second_score_percent") {
        return Some(None);
    }
    let expected = "\"second_score_percent\" only where the kind is \"single\"";
    let flaw = Flaw::new(
        FindingKind::Contradiction,
        expected,
        "another kind",
        "Remove it: every submission is scored twice.",
    );
    section.flaw_at("second_score_percent", flaw);
    None
}
