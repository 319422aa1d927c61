//! What is wrong with a package: where, what was expected, what was found, what to do.

use serde::Serialize;
use std::cell::RefCell;
use std::fmt;

/// What a finding is about, for programs; the sentence for people is the finding itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// A file that the package must have, or that it names, is absent.
    MissingFile,
    /// A file that nothing in the package names.
    UnknownFile,
    /// A file or the whole package is too large.
    TooLarge,
    /// A file is not UTF-8 text.
    NotText,
    /// The document breaks the rules of TOML.
    NotToml,
    /// A key that the format does not have.
    UnknownKey,
    /// A key that must be there is absent.
    MissingKey,
    /// A value of another type than asked.
    WrongType,
    /// A text with nothing in it.
    EmptyText,
    /// A text that is too long.
    TooLong,
    /// A control character, or a line break where one line is asked.
    BadCharacter,
    /// A short name, code or language that is not written as asked.
    BadName,
    /// An address that is not a safe web address.
    BadAddress,
    /// A word that is none of the choices.
    UnknownChoice,
    /// A number outside its range.
    OutOfRange,
    /// Too few entries in a list.
    TooFew,
    /// Too many entries in a list.
    TooMany,
    /// Two values that cannot both be true.
    Contradiction,
    /// An id or entry that stands there twice.
    Duplicate,
    /// A criterion rests on something that does not exist.
    UnknownSource,
    /// A prompt or requirement that no criterion rests on.
    Unused,
    /// A criterion that does not describe a level of the rubric.
    MissingDescriptor,
    /// A descriptor for a level that the rubric does not have.
    UnknownLevel,
    /// A passing level that cannot be one.
    BadPassingLevel,
}

/// One thing that is wrong with a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it is about.
    pub kind: FindingKind,
    /// The file, by its path in the package.
    pub file: String,
    /// The place in the file: keys joined by dots, list entries counted from 1, as in
    /// `rubric.criteria[2].passing_level`. Empty for the whole file.
    pub place: String,
    /// The line in the file, counted from 1.
    pub line: Option<u32>,
    /// What was expected there.
    pub expected: String,
    /// What was found instead.
    pub found: String,
    /// What to do about it.
    pub remedy: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if !self.place.is_empty() {
            write!(f, " {}", self.place)?;
        }
        write!(
            f,
            ": expected {}, found {}. {}",
            self.expected, self.found, self.remedy
        )
    }
}

/// What is wrong at some place, before the place is known.
#[derive(Debug)]
pub(super) struct Flaw {
    pub kind: FindingKind,
    pub expected: String,
    pub found: String,
    pub remedy: String,
}

impl Flaw {
    pub fn new(
        kind: FindingKind,
        expected: impl Into<String>,
        found: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            expected: expected.into(),
            found: found.into(),
            remedy: remedy.into(),
        }
    }

    /// The flaw as a finding about a whole file.
    pub fn in_file(self, file: &str) -> Finding {
        self.at(file, "", None)
    }

    pub fn at(self, file: &str, place: &str, line: Option<u32>) -> Finding {
        let Self {
            kind,
            expected,
            found,
            remedy,
        } = self;
        Finding {
            kind,
            file: quote(file),
            place: place.to_owned(),
            line,
            expected,
            found,
            remedy,
        }
    }
}

/// A value as it is shown in a finding: short, on one line, without control characters.
pub(super) fn quote(text: &str) -> String {
    const SHOWN_CHARACTERS: usize = 60;
    let mut shown: String = text
        .chars()
        .take(SHOWN_CHARACTERS)
        .flat_map(|c| {
            if is_unsafe(c) {
                c.escape_unicode().collect::<Vec<_>>()
            } else {
                vec![c]
            }
        })
        .collect();
    if text.chars().nth(SHOWN_CHARACTERS).is_some() {
        shown.push('…');
    }
    shown
}

/// Characters that have no place in content: controls, and those that turn the direction of
/// writing or hide, with which a text could show something else than it says.
pub(super) fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Collects the findings of one document.
pub(super) struct Report<'t> {
    file: &'t str,
    line_starts: Vec<usize>,
    findings: RefCell<Vec<Finding>>,
}

impl<'t> Report<'t> {
    /// A package with more findings than this is not worth listing further.
    pub const MAX_FINDINGS: usize = 200;

    pub fn new(file: &'t str, text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0)
            .chain(breaks.map(|(offset, _)| offset + 1))
            .collect();
        Self {
            file,
            line_starts,
            findings: RefCell::new(Vec::new()),
        }
    }

    /// Records a flaw at a place; `offset` counts bytes from the start of the document.
    pub fn record(&self, place: &str, offset: usize, flaw: Flaw) {
        let mut findings = self.findings.borrow_mut();
        if findings.len() < Self::MAX_FINDINGS {
            findings.push(flaw.at(self.file, place, self.line(offset)));
        }
    }

    fn line(&self, offset: usize) -> Option<u32> {
        u32::try_from(self.line_starts.partition_point(|start| *start <= offset)).ok()
    }

    /// All findings, in the order of the document.
    pub fn into_findings(self) -> Vec<Finding> {
        let mut findings = self.findings.into_inner();
        findings.sort_by_key(|finding| finding.line);
        findings
    }
}
