//! The package: a micro-credential as a folder that a designer can write by hand.
//!
//! A package is a set of files, known by their paths:
//! - `micro-credential.toml`, UTF-8, at most 256 KiB: everything that is said. Its keys are those
//!   of [`Content`], with two differences: running text may be wrapped freely (an empty line parts
//!   paragraphs, a line that starts with `- ` is a list item), and a requirement's `template` is
//!   the name of a file;
//! - the template files that it names, UTF-8, at most 64 KiB each.
//!
//! [`parse`] answers with the content or with every finding at once. It refuses what it does not
//! know: a key or file that would be ignored is more likely a mistake than a wish. There are no
//! warnings. Work that is asked for and never judged is refused too, since nobody should be made
//! to hand in what no criterion rests on.

mod document;
mod finding;
mod links;
mod parts;
mod plan;
mod reader;
mod rubric;
mod stack;
mod template;
#[cfg(test)]
mod tests;
mod write;

use super::{Content, LevelScale};
use finding::{Flaw, Report};
use reader::Section;
use std::collections::BTreeMap;
use toml::de::DeTable;

pub use finding::{Finding, FindingKind};
pub use stack::{STACK_DOCUMENT, parse_stack};
pub use write::write;

/// The files of a package, by their paths within it.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The file that every package has.
pub const DOCUMENT: &str = "micro-credential.toml";

/// The most files in a package.
pub const MAX_FILES: usize = 20;

/// The largest document, in bytes.
pub const MAX_DOCUMENT_BYTES: usize = 256 * 1024;

/// The largest template, in bytes.
pub const MAX_TEMPLATE_BYTES: usize = 64 * 1024;

/// Reads a package whose level is one of the default scale.
///
/// # Errors
/// Everything that is wrong with it, in the order of the document; at most 200 findings.
pub fn parse(files: &Files) -> Result<Content, Vec<Finding>> {
    parse_in(files, &LevelScale::default())
}

/// Reads a package of an issuer with its own scale of levels.
///
/// # Errors
/// As [`parse`].
pub fn parse_in(files: &Files, scale: &LevelScale) -> Result<Content, Vec<Finding>> {
    let text = document_text(files)?;
    let report = Report::new(DOCUMENT, text);
    let (root, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        let section = Section::new(&report, root.get_ref(), String::new(), root.span());
        let content = document::read(&section, files, scale);
        match (content, report.into_findings()) {
            (Some(content), findings) if findings.is_empty() => Ok(content),
            (_, findings) => Err(findings),
        }
    } else {
        for error in errors {
            let offset = error.span().map_or(0, |span| span.start);
            report.record("", offset, not_toml(error.message()));
        }
        Err(report.into_findings())
    }
}

/// Reads a package that is one document without templates.
///
/// # Errors
/// As [`parse`].
pub fn parse_text(text: &str) -> Result<Content, Vec<Finding>> {
    parse(&BTreeMap::from([(
        DOCUMENT.to_owned(),
        text.as_bytes().to_vec(),
    )]))
}

fn document_text(files: &Files) -> Result<&str, Vec<Finding>> {
    if files.len() > MAX_FILES {
        let expected = format!("at most {MAX_FILES} files");
        let flaw = Flaw::new(
            FindingKind::TooMany,
            expected,
            files.len().to_string(),
            "Remove what no requirement names.",
        );
        return Err(vec![flaw.in_file("")]);
    }
    let Some(bytes) = files.get(DOCUMENT) else {
        let flaw = Flaw::new(
            FindingKind::MissingFile,
            "this file",
            "nothing",
            "Add it at the top of the package.",
        );
        return Err(vec![flaw.in_file(DOCUMENT)]);
    };
    file_text(bytes, MAX_DOCUMENT_BYTES).map_err(|flaw| vec![flaw.in_file(DOCUMENT)])
}

fn file_text(bytes: &[u8], max_bytes: usize) -> Result<&str, Flaw> {
    if bytes.len() > max_bytes {
        let expected = format!("at most {max_bytes} bytes");
        return Err(Flaw::new(
            FindingKind::TooLarge,
            expected,
            bytes.len().to_string(),
            "Shorten the file.",
        ));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let found = format!("something else at byte {}", error.valid_up_to() + 1);
        Flaw::new(
            FindingKind::NotText,
            "UTF-8 text",
            found,
            "Save the file as UTF-8.",
        )
    })
}

fn not_toml(message: &str) -> Flaw {
    let remedy = "Correct this first; the rest is read once the document is sound.";
    Flaw::new(
        FindingKind::NotToml,
        "a TOML document",
        message.replace('\n', " "),
        remedy,
    )
}
