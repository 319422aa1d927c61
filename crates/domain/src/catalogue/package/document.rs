//! Reads the document's top level.

use super::finding::{FindingKind, Flaw};
use super::links::Links;
use super::reader::Section;
use super::{Files, parts, plan, rubric};
use crate::catalogue::{
    Alignment, Citation, Component, Content, Form, KeyMethod, LevelName, LevelScale,
    RationaleParagraph, Requirement, Resource, TimePart,
};

/// Limits on the length of texts, in characters.
pub(super) mod characters {
    pub const NAME: usize = 120;
    pub const LINE: usize = 400;
    pub const PROSE: usize = 4000;
}

const MAX_WORDS_IN_A_LIST: usize = 30;
const MAX_ENTRIES: usize = 30;

pub(super) fn read(section: &Section<'_>, files: &Files, scale: &LevelScale) -> Option<Content> {
    use characters::{LINE, NAME, PROSE};
    let links = Links::default();
    let code = section.name("code");
    let title = section.line("title", NAME);
    let competency = section.line("competency", LINE);
    let summary = section.prose("summary", PROSE);
    let for_whom = section.prose("for_whom", PROSE);
    let not_for_whom = section.optional_prose("not_for_whom", PROSE);
    let level = read_level(section, scale);
    let hours = section.number("hours", 1..=200);
    let language = section.name("language");
    let tags = section.lines("tags", MAX_WORDS_IN_A_LIST, NAME);
    let subjects = section.lines("subjects", MAX_WORDS_IN_A_LIST, NAME);
    let grades = section.lines("grades", MAX_WORDS_IN_A_LIST, NAME);
    let roles = section.lines("roles", MAX_WORDS_IN_A_LIST, NAME);
    let students_needed = section.flag("students_needed");
    let video_needed = section.flag("video_needed");
    let window_months = section.number("window_months", 1..=36);
    let valid_for_months = section.optional_number("valid_for_months", 1..=240);
    let ai_use = section.optional_prose("ai_use", PROSE);
    let time = read_time(section, hours);
    let alignments = all(
        section.tables("alignments", 0..=MAX_ENTRIES),
        read_alignment,
    );
    let key_method = section
        .table("key_method")
        .and_then(|method| read_key_method(&method));
    let rationale = all(section.tables("rationale", 1..=MAX_ENTRIES), read_rationale);
    let resources = all(section.tables("resources", 0..=MAX_ENTRIES), read_resource);
    let overview = parts::read_prompts(section, "overview", &links);
    let requirements = parts::read_requirements(section, files, &links);
    let reflection = parts::read_prompts(section, "reflection", &links);
    let rubric = section
        .table("rubric")
        .and_then(|table| rubric::read(&table, &links));
    let plan = section.table("plan").and_then(|plan| plan::read(&plan));
    section.finish();
    links.check(section);
    if let (Some(video_needed), Some(requirements)) = (video_needed, &requirements) {
        check_video(section, video_needed, requirements);
    }
    Some(Content {
        code: code?,
        title: title?,
        competency: competency?,
        summary: summary?,
        for_whom: for_whom?,
        not_for_whom: not_for_whom?,
        level: level?,
        hours: hours?,
        language: language?,
        tags: tags?,
        subjects: subjects?,
        grades: grades?,
        roles: roles?,
        students_needed: students_needed?,
        video_needed: video_needed?,
        window_months: window_months?,
        valid_for_months: valid_for_months?,
        ai_use: ai_use?,
        time: time?,
        alignments: alignments?,
        key_method: key_method?,
        rationale: rationale?,
        resources: resources?,
        overview: overview?,
        requirements: requirements?,
        reflection: reflection?,
        rubric: rubric?,
        plan: plan?,
    })
}

/// Reads every section; `None` if one of them is not sound, after all have been read.
pub(super) fn all<'t, T>(
    sections: Vec<Section<'t>>,
    read: impl Fn(&Section<'t>) -> Option<T>,
) -> Option<Vec<T>> {
    let read_one = |section| {
        let entry = read(&section);
        section.finish();
        entry
    };
    sections
        .into_iter()
        .map(read_one)
        .collect::<Vec<_>>()
        .into_iter()
        .collect()
}

pub(super) fn read_level(section: &Section<'_>, scale: &LevelScale) -> Option<LevelName> {
    let level: LevelName = section.name("level")?;
    if scale.step(&level).is_some() {
        return Some(level);
    }
    let names = scale
        .names()
        .iter()
        .map(LevelName::as_str)
        .collect::<Vec<_>>()
        .join(", ");
    let flaw = Flaw::new(
        FindingKind::UnknownChoice,
        format!("one of the issuer's levels {names}"),
        format!("\"{level}\""),
        "Choose one of these levels.",
    );
    section.flaw_at("level", flaw);
    None
}

fn read_time(section: &Section<'_>, hours: Option<u16>) -> Option<Vec<TimePart>> {
    let read_part = |part: &Section<'_>| {
        let what = part.line("what", characters::NAME);
        let hours = part.number("hours", 1..=200);
        Some(TimePart {
            what: what?,
            hours: hours?,
        })
    };
    let time = all(section.tables("time", 0..=MAX_ENTRIES), read_part)?;
    let sum: u16 = time.iter().map(|part| part.hours).sum();
    if let Some(hours) = hours.filter(|hours| !time.is_empty() && *hours != sum) {
        let flaw = Flaw::new(
            FindingKind::Contradiction,
            format!("parts that add up to {hours} hours"),
            format!("{sum} hours"),
            "Change \"hours\" or the parts.",
        );
        section.flaw_at("time", flaw);
    }
    Some(time)
}

fn read_alignment(section: &Section<'_>) -> Option<Alignment> {
    let framework = section.line("framework", characters::NAME);
    let code = section.optional_line("code", characters::NAME);
    let title = section.line("title", characters::LINE);
    let url = section.address("url");
    Some(Alignment {
        framework: framework?,
        code: code?,
        title: title?,
        url: url?,
    })
}

fn read_key_method(section: &Section<'_>) -> Option<KeyMethod> {
    let name = section.line("name", characters::NAME);
    let description = section.prose("description", characters::PROSE);
    let components = all(section.tables("components", 1..=12), |component| {
        let name = component.line("name", characters::NAME);
        let description = component.prose("description", characters::PROSE);
        Some(Component {
            name: name?,
            description: description?,
        })
    });
    section.finish();
    Some(KeyMethod {
        name: name?,
        description: description?,
        components: components?,
    })
}

fn read_rationale(section: &Section<'_>) -> Option<RationaleParagraph> {
    let text = section.prose("text", characters::PROSE);
    let citations = all(section.tables("citations", 0..=MAX_ENTRIES), |citation| {
        let text = citation.line("text", characters::LINE);
        let url = citation.optional_address("url");
        Some(Citation {
            text: text?,
            url: url?,
        })
    });
    Some(RationaleParagraph {
        text: text?,
        citations: citations?,
    })
}

fn read_resource(section: &Section<'_>) -> Option<Resource> {
    let title = section.line("title", characters::LINE);
    let url = section.optional_address("url");
    let note = section.prose("note", characters::PROSE);
    Some(Resource {
        title: title?,
        url: url?,
        note: note?,
    })
}

fn check_video(section: &Section<'_>, video_needed: bool, requirements: &[Requirement]) {
    let must_film = |requirement: &Requirement| {
        !requirement.is_optional() && requirement.forms.iter().eq([&Form::Video])
    };
    let asks_for_film = requirements.iter().any(must_film);
    if video_needed != asks_for_film {
        let (found, remedy) = if video_needed {
            (
                "no requirement that takes nothing but video",
                "Set \"video_needed\" to false.",
            )
        } else {
            (
                "a requirement that takes nothing but video",
                "Set \"video_needed\" to true, or accept another form.",
            )
        };
        let expected = format!("requirements that fit \"video_needed\" {video_needed}");
        section.flaw_at(
            "video_needed",
            Flaw::new(FindingKind::Contradiction, expected, found, remedy),
        );
    }
}
