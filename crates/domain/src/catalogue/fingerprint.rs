//! Fingerprints: what ties a score to the text it was made with.
//!
//! A fingerprint is the SHA-256, in small hexadecimal digits, of this serialisation (UTF-8):
//!
//! ```text
//! rubric    = "testamur rubric 1" LF levels count("criteria") criterion*
//! criterion = "testamur criterion 1" LF levels row          (a fingerprint of its own)
//! levels    = count("levels") ( item("level", number) item("name", text) item("leading", "yes" | "no") )*
//! row       = item("criterion", id) item("title", text) item("passing", number)
//!             count("descriptors") ( item("level", number) item("descriptor", text) )*    by level
//!             count("sources") item("source", id)*                                        by id
//! item(tag, text) = tag ":" length of text in bytes ":" text LF
//! count(tag)      = tag ":" number of entries LF
//! ```
//!
//! The `criterion*` of a rubric are rows. Lengths and counts make it unambiguous: two rubrics have
//! the same serialisation only if they are the same. The order of sources has no meaning and is
//! taken out; the order of criteria is the order in which assessors meet them and stays.

use super::names::{Name, NameError, name};
use super::{Criterion, Rubric};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::{self, Write};

name!(
    /// The SHA-256 of a rubric or criterion in its canonical form.
    Fingerprint,
    "64 hexadecimal digits 0 to 9 and a to f",
    |text| text.len() == 64 && text.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'))
);

impl Rubric {
    /// The fingerprint of the whole rubric. It changes with any change of its texts, levels,
    /// passing levels or sources, and with nothing else.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let mut canonical = Canonical::new("testamur rubric 1");
        canonical.levels(self);
        canonical.count("criteria", self.criteria.len());
        for criterion in &self.criteria {
            canonical.row(criterion);
        }
        canonical.fingerprint()
    }

    /// The fingerprint of one criterion within this rubric. Where it is the same in two versions,
    /// an outcome can be carried from one to the other.
    #[must_use]
    pub fn criterion_fingerprint(&self, criterion: &Criterion) -> Fingerprint {
        let mut canonical = Canonical::new("testamur criterion 1");
        canonical.levels(self);
        canonical.row(criterion);
        canonical.fingerprint()
    }
}

struct Canonical(String);

impl Canonical {
    fn new(heading: &str) -> Self {
        Self(format!("{heading}\n"))
    }

    fn levels(&mut self, rubric: &Rubric) {
        self.count("levels", rubric.levels.len());
        for level in &rubric.levels {
            self.item("level", level.number);
            self.item("name", &level.name);
            self.item("leading", if level.leading { "yes" } else { "no" });
        }
    }

    fn row(&mut self, criterion: &Criterion) {
        self.item("criterion", &criterion.id);
        self.item("title", &criterion.title);
        self.item("passing", criterion.passing_level);
        self.count("descriptors", criterion.descriptors.len());
        for (level, descriptor) in &criterion.descriptors {
            self.item("level", level);
            self.item("descriptor", descriptor);
        }
        self.count("sources", criterion.sources.len());
        for source in &criterion.sources {
            self.item("source", source);
        }
    }

    fn item(&mut self, tag: &str, value: impl fmt::Display) {
        let text = value.to_string();
        self.push(format_args!("{tag}:{}:{text}\n", text.len()));
    }

    fn count(&mut self, tag: &str, entries: usize) {
        self.push(format_args!("{tag}:{entries}\n"));
    }

    fn push(&mut self, text: fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.0.write_fmt(text);
    }

    fn fingerprint(self) -> Fingerprint {
        let mut hex = Self(String::with_capacity(64));
        for byte in Sha256::digest(self.0.as_bytes()) {
            hex.push(format_args!("{byte:02x}"));
        }
        Fingerprint(hex.0)
    }
}

#[cfg(test)]
mod tests;
