//! Reads the files that requirements name.

use super::document::characters;
use super::finding::{FindingKind, Flaw, is_unsafe, quote};
use super::reader::Section;
use super::{DOCUMENT, Files, MAX_TEMPLATE_BYTES, file_text};
use crate::catalogue::Template;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// The files of a package, and which of them have been named so far.
pub(super) struct Templates<'f> {
    files: &'f Files,
    named: RefCell<BTreeSet<String>>,
}

impl<'f> Templates<'f> {
    pub fn new(files: &'f Files) -> Self {
        let named = RefCell::new(BTreeSet::from([DOCUMENT.to_owned()]));
        Self { files, named }
    }

    /// The template of a requirement, if it names one.
    pub fn read(&self, section: &Section<'_>) -> Option<Option<Template>> {
        let Some(file) = section.optional_line("template", characters::NAME)? else {
            return Some(None);
        };
        self.named.borrow_mut().insert(file.clone());
        match template_text(&file, self.files) {
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

    /// Records every file that no requirement has named. Call it after the last.
    pub fn refuse_unknown(&self, section: &Section<'_>) {
        let named = self.named.borrow();
        for file in self.files.keys().filter(|file| !named.contains(*file)) {
            section.flaw(Flaw::new(
                FindingKind::UnknownFile,
                "only files that a requirement names",
                format!("the file \"{}\"", quote(file)),
                "Name it as the template of a requirement, or remove it.",
            ));
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
