//! Reads a stack: one document, `stack.toml`, whose keys are those of [`Stack`]. A member is a table
//! with one key, `micro_credential` or `stack`, and its name in addresses.

use std::collections::BTreeSet;

use toml::de::DeTable;

use super::document::{all, characters, read_level};
use super::finding::{Finding, FindingKind, Flaw, Report};
use super::reader::Section;
use super::{MAX_DOCUMENT_BYTES, file_text, not_toml};
use crate::catalogue::LevelScale;
use crate::catalogue::stack::{Group, Member, Stack};

/// The file of a stack.
pub const STACK_DOCUMENT: &str = "stack.toml";

const MAX_GROUPS: usize = 12;
const MAX_MEMBERS: usize = 30;

/// Reads a stack whose level is one of the default scale.
///
/// # Errors
/// Everything that is wrong with it, in the order of the document.
pub fn parse_stack(text: &str) -> Result<Stack, Vec<Finding>> {
    let text = file_text(text.as_bytes(), MAX_DOCUMENT_BYTES)
        .map_err(|flaw| vec![flaw.in_file(STACK_DOCUMENT)])?;
    let report = Report::new(STACK_DOCUMENT, text);
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let offset = error.span().map_or(0, |span| span.start);
        report.record("", offset, not_toml(error.message()));
    }
    if !errors.is_empty() {
        return Err(report.into_findings());
    }
    let section = Section::new(&report, root.get_ref(), String::new(), root.span());
    let stack = read(&section);
    match (stack, report.into_findings()) {
        (Some(stack), findings) if findings.is_empty() => Ok(stack),
        (_, findings) => Err(findings),
    }
}

fn read(section: &Section<'_>) -> Option<Stack> {
    let code = section.name("code");
    let title = section.line("title", characters::NAME);
    let summary = section.prose("summary", characters::PROSE);
    let level = read_level(section, &LevelScale::default());
    let language = section.name("language");
    let valid_for_months = section.optional_number("valid_for_months", 1..=240);
    let groups = all(section.tables("groups", 1..=MAX_GROUPS), read_group);
    section.finish();
    let groups = groups?;
    check_members(section, &groups);
    Some(Stack {
        code: code?,
        title: title?,
        summary: summary?,
        level: level?,
        language: language?,
        valid_for_months: valid_for_months?,
        groups,
    })
}

fn read_group(section: &Section<'_>) -> Option<Group> {
    let title = section.line("title", characters::NAME);
    let needed: Option<Option<u8>> = section.optional_number("needed", 1..=30);
    let members = all(section.tables("members", 1..=MAX_MEMBERS), read_member);
    let (needed, members) = (needed?, members?);
    if let Some(needed) = needed.filter(|it| usize::from(*it) > members.len()) {
        let flaw = Flaw::new(
            FindingKind::Contradiction,
            format!("at most {}, the number of members", members.len()),
            needed.to_string(),
            "Lower the number, or add members.",
        );
        section.flaw_at("needed", flaw);
    }
    Some(Group {
        title: title?,
        needed,
        members,
    })
}

fn read_member(section: &Section<'_>) -> Option<Member> {
    if section.has("stack") {
        return section.name("stack").map(Member::Stack);
    }
    section
        .name("micro_credential")
        .map(Member::MicroCredential)
}

/// Nothing counts twice.
fn check_members(section: &Section<'_>, groups: &[Group]) {
    let mut seen = BTreeSet::new();
    let members = groups.iter().flat_map(|it| &it.members);
    for member in members.filter(|it| !seen.insert(*it)) {
        let flaw = Flaw::new(
            FindingKind::Duplicate,
            "each micro-credential or stack once",
            format!("\"{}\" a second time", member.slug()),
            "Remove one of them.",
        );
        section.flaw_at("groups", flaw);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = r#"
code = "OWC"
title = "Orderly and Warm Classrooms"
summary = "A class that knows how things go."
level = "foundation"
language = "en"

[[groups]]
title = "First"
members = [{ micro_credential = "teach-your-routines" }, { micro_credential = "wait-time" }]

[[groups]]
title = "Then one of these"
needed = 1
members = [{ stack = "talk" }, { micro_credential = "praise" }]
"#;

    fn kinds(text: &str) -> Vec<FindingKind> {
        let findings = parse_stack(text).unwrap_err();
        findings.into_iter().map(|it| it.kind).collect()
    }

    #[test]
    fn a_sound_stack_is_read() {
        let stack = parse_stack(SOUND).unwrap();
        assert_eq!(stack.groups[1].needs(), 1);
        assert_eq!(stack.members().count(), 4);
        let written = toml::to_string(&stack).unwrap();
        assert_eq!(parse_stack(&written).unwrap(), stack);
    }

    #[test]
    fn what_contradicts_itself_is_refused() {
        let twice = SOUND.replace("\"praise\"", "\"wait-time\"");
        assert_eq!(kinds(&twice), [FindingKind::Duplicate]);
        let more = SOUND.replace("needed = 1", "needed = 3");
        assert_eq!(kinds(&more), [FindingKind::Contradiction]);
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let it = SOUND
            .replace("code = \"OWC\"", "code = \"owc\"")
            .replace("level = \"foundation\"", "level = \"master\"")
            .replace("title = \"First\"", "tittle = \"First\"");
        let found = kinds(&it);
        for kind in [
            FindingKind::BadName,
            FindingKind::UnknownChoice,
            FindingKind::MissingKey,
            FindingKind::UnknownKey,
        ] {
            assert!(found.contains(&kind), "{kind:?} in {found:?}");
        }
        assert_eq!(kinds("code = "), [FindingKind::NotToml]);
    }
}
