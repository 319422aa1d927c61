//! Reads one table of the document key by key and records everything that is not as asked.
//!
//! A reading method answers `None` if and only if it has recorded a finding, so that a caller can
//! read all keys first and put the result together afterwards.

mod text;
mod value;

use super::finding::{FindingKind, Flaw, Report, quote};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value together with where it stands.
#[derive(Clone)]
pub(super) struct Placed<T> {
    pub value: T,
    pub place: String,
    pub offset: usize,
}

/// One table of the document.
pub(super) struct Section<'t> {
    report: &'t Report<'t>,
    table: &'t DeTable<'t>,
    place: String,
    offset: usize,
    known: RefCell<BTreeSet<&'static str>>,
}

type Value<'t> = Spanned<DeValue<'t>>;

impl<'t> Section<'t> {
    pub fn new(
        report: &'t Report<'t>,
        table: &'t DeTable<'t>,
        place: String,
        span: Range<usize>,
    ) -> Self {
        Self {
            report,
            table,
            place,
            offset: span.start,
            known: RefCell::default(),
        }
    }

    /// Records a flaw of the table as a whole.
    pub fn flaw(&self, flaw: Flaw) {
        self.report.record(&self.place, self.offset, flaw);
    }

    /// Records a flaw of one key, or of the table if the key is absent.
    pub fn flaw_at(&self, key: &str, flaw: Flaw) {
        let offset = self
            .table
            .get(key)
            .map_or(self.offset, |value| value.span().start);
        self.report.record(&self.place_of(key), offset, flaw);
    }

    /// Records every key that nobody asked for. Call it last.
    pub fn finish(&self) {
        let known = self.known.borrow();
        for (key, value) in self.table {
            if !known.contains(key.get_ref().as_ref()) {
                let names = known.iter().copied().collect::<Vec<_>>().join(", ");
                let flaw = Flaw::new(
                    FindingKind::UnknownKey,
                    format!("only the keys {names}"),
                    format!("the key \"{}\"", quote(key.get_ref())),
                    "Correct the spelling, or remove it.",
                );
                self.report.record(
                    &self.place_of(&quote(key.get_ref())),
                    key.span().start.min(value.span().start),
                    flaw,
                );
            }
        }
    }

    /// Takes keys as known that cannot be read, since what they depend on is not sound.
    pub fn expect(&self, keys: &[&'static str]) {
        self.known.borrow_mut().extend(keys);
    }

    /// Is the key there?
    pub fn has(&self, key: &'static str) -> bool {
        self.optional(key).is_some()
    }

    /// A table.
    pub fn table(&self, key: &'static str) -> Option<Section<'t>> {
        let value = self.required(key, &format!("a table [{}]", self.place_of(key)))?;
        let DeValue::Table(table) = value.get_ref() else {
            return self.wrong_type(key, "a table", value);
        };
        Some(Section::new(
            self.report,
            table,
            self.place_of(key),
            value.span(),
        ))
    }

    /// A list of tables. Absence is a finding only if at least one is asked.
    pub fn tables(&self, key: &'static str, count: RangeInclusive<usize>) -> Vec<Section<'t>> {
        let expected = format!("{} tables [[{}]]", counted(&count), self.place_of(key));
        if *count.start() == 0 && !self.has(key) {
            return Vec::new();
        }
        let entries = self.entries(key, &expected, count).unwrap_or_default();
        let sections = entries
            .into_iter()
            .filter_map(|entry| match entry.value.get_ref() {
                DeValue::Table(table) => Some(Section::new(
                    self.report,
                    table,
                    entry.place,
                    entry.value.span(),
                )),
                other => {
                    self.report
                        .record(&entry.place, entry.offset, wrong_type("a table", other));
                    None
                }
            });
        sections.collect()
    }

    /// Where the table itself stands.
    pub fn placed<T>(&self, key: &'static str, value: T) -> Placed<T> {
        Placed {
            value,
            place: self.place_of(key),
            offset: self.offset_of(key),
        }
    }

    /// Records a flaw at a place that was kept.
    pub fn flaw_of<T>(&self, placed: &Placed<T>, flaw: Flaw) {
        self.report.record(&placed.place, placed.offset, flaw);
    }

    fn optional(&self, key: &'static str) -> Option<&'t Value<'t>> {
        self.known.borrow_mut().insert(key);
        self.table.get(key)
    }

    fn required(&self, key: &'static str, expected: &str) -> Option<&'t Value<'t>> {
        let value = self.optional(key);
        if value.is_none() {
            let flaw = Flaw::new(
                FindingKind::MissingKey,
                expected,
                "nothing",
                format!("Add the key \"{key}\"."),
            );
            self.flaw_at(key, flaw);
        }
        value
    }

    fn entries(
        &self,
        key: &'static str,
        expected: &str,
        count: RangeInclusive<usize>,
    ) -> Option<Vec<Placed<&'t Value<'t>>>> {
        let value = self.required(key, expected)?;
        let DeValue::Array(array) = value.get_ref() else {
            return self.wrong_type(key, expected, value);
        };
        if !count.contains(&array.len()) {
            let (kind, remedy) = if array.len() > *count.end() {
                (FindingKind::TooMany, "Remove some.")
            } else {
                (FindingKind::TooFew, "Add what is missing.")
            };
            self.flaw_at(
                key,
                Flaw::new(kind, expected, array.len().to_string(), remedy),
            );
        }
        let place = |index: usize| format!("{}[{}]", self.place_of(key), index + 1);
        let entries = array
            .iter()
            .take(*count.end())
            .enumerate()
            .map(|(index, value)| Placed {
                value,
                place: place(index),
                offset: value.span().start,
            });
        Some(entries.collect())
    }

    fn wrong_type<T>(&self, key: &str, expected: &str, value: &Value<'_>) -> Option<T> {
        self.flaw_at(key, wrong_type(expected, value.get_ref()));
        None
    }

    fn place_of(&self, key: &str) -> String {
        if self.place.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.place)
        }
    }

    fn offset_of(&self, key: &str) -> usize {
        self.table
            .get(key)
            .map_or(self.offset, |value| value.span().start)
    }
}

fn wrong_type(expected: &str, value: &DeValue<'_>) -> Flaw {
    let found = match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    Flaw::new(
        FindingKind::WrongType,
        expected,
        found,
        "Write the value in the expected form.",
    )
}

fn counted(count: &RangeInclusive<usize>) -> String {
    format!("{} to {}", count.start(), count.end())
}
