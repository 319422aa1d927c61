//! Reading texts and short names.

use super::super::finding::{FindingKind, Flaw, is_unsafe, quote};
use super::{Placed, Section, Value, counted, wrong_type};
use crate::catalogue::names::{Name, NameError};
use crate::catalogue::prose;
use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::DeValue;

impl<'t> Section<'t> {
    /// Text on one line.
    pub fn line(&self, key: &'static str, max_characters: usize) -> Option<String> {
        let text = self.text(key, "text on one line")?;
        self.checked_line(
            &self.place_of(key),
            self.offset_of(key),
            text,
            max_characters,
        )
    }

    /// Text on one line, if the key is there.
    pub fn optional_line(
        &self,
        key: &'static str,
        max_characters: usize,
    ) -> Option<Option<String>> {
        if self.has(key) {
            self.line(key, max_characters).map(Some)
        } else {
            Some(None)
        }
    }

    /// Running text.
    pub fn prose(&self, key: &'static str, max_characters: usize) -> Option<String> {
        let text = self.text(key, "text")?;
        self.checked_prose(
            &self.place_of(key),
            self.offset_of(key),
            text,
            max_characters,
        )
    }

    /// Running text, if the key is there.
    pub fn optional_prose(
        &self,
        key: &'static str,
        max_characters: usize,
    ) -> Option<Option<String>> {
        if self.has(key) {
            self.prose(key, max_characters).map(Some)
        } else {
            Some(None)
        }
    }

    /// A short name.
    pub fn name<T: Name>(&self, key: &'static str) -> Option<T> {
        let text = self.text(key, T::EXPECTED)?;
        self.checked_name(
            &self.place_of(key),
            self.offset_of(key),
            text,
            FindingKind::BadName,
        )
    }

    /// A web address, if the key is there.
    pub fn optional_address<T: Name>(&self, key: &'static str) -> Option<Option<T>> {
        if self.has(key) {
            self.address(key).map(Some)
        } else {
            Some(None)
        }
    }

    /// A web address.
    pub fn address<T: Name>(&self, key: &'static str) -> Option<T> {
        let text = self.text(key, T::EXPECTED)?;
        self.checked_name(
            &self.place_of(key),
            self.offset_of(key),
            text,
            FindingKind::BadAddress,
        )
    }

    /// A list of short names, each with its place; those that are not as asked are left out.
    pub fn names<T: Name>(
        &self,
        key: &'static str,
        count: RangeInclusive<usize>,
    ) -> Vec<Placed<T>> {
        let texts = self.texts(key, count).unwrap_or_default();
        let names = texts.into_iter().filter_map(|text| {
            let value =
                self.checked_name(&text.place, text.offset, text.value, FindingKind::BadName)?;
            Some(Placed {
                value,
                place: text.place,
                offset: text.offset,
            })
        });
        names.collect()
    }

    /// A list of texts of one line each; empty if the key is absent.
    pub fn lines(
        &self,
        key: &'static str,
        max_items: usize,
        max_characters: usize,
    ) -> Option<Vec<String>> {
        if !self.has(key) {
            return Some(Vec::new());
        }
        let texts = self.texts(key, 0..=max_items)?;
        let lines: Vec<_> = texts
            .into_iter()
            .map(|text| self.checked_line(&text.place, text.offset, text.value, max_characters))
            .collect();
        lines.into_iter().collect()
    }

    /// The keys of a table that are numbers, such as the descriptors of a criterion, with their
    /// texts as running text.
    pub fn numbered_prose(&self, max_characters: usize) -> Vec<(String, Placed<Option<String>>)> {
        let entry = |(key, value): (&'t Spanned<_>, &'t Value<'t>)| {
            let key: &std::borrow::Cow<'_, str> = key.get_ref();
            let place = self.place_of(&quote(key));
            let offset = value.span().start;
            let prose = match value.get_ref() {
                DeValue::String(text) => {
                    self.checked_prose(&place, offset, text.to_string(), max_characters)
                }
                other => {
                    self.report
                        .record(&place, offset, wrong_type("text", other));
                    None
                }
            };
            (
                key.to_string(),
                Placed {
                    value: prose,
                    place,
                    offset,
                },
            )
        };
        self.table.iter().map(entry).collect()
    }

    pub(super) fn text(&self, key: &'static str, expected: &str) -> Option<String> {
        let value = self.required(key, expected)?;
        match value.get_ref() {
            DeValue::String(text) => Some(text.to_string()),
            _ => self.wrong_type(key, expected, value),
        }
    }

    pub(super) fn texts(
        &self,
        key: &'static str,
        count: RangeInclusive<usize>,
    ) -> Option<Vec<Placed<String>>> {
        let expected = format!("a list of {} texts", counted(&count));
        let entries = self.entries(key, &expected, count)?;
        let texts = entries
            .into_iter()
            .filter_map(|entry| match entry.value.get_ref() {
                DeValue::String(text) => Some(Placed {
                    value: text.to_string(),
                    place: entry.place,
                    offset: entry.offset,
                }),
                other => {
                    self.report
                        .record(&entry.place, entry.offset, wrong_type("text", other));
                    None
                }
            });
        Some(texts.collect())
    }

    fn checked_line(
        &self,
        place: &str,
        offset: usize,
        text: String,
        max_characters: usize,
    ) -> Option<String> {
        let text = text.trim().to_owned();
        let bad = text.chars().find(|c| is_unsafe(*c));
        self.checked_text(place, offset, text, max_characters, bad)
    }

    fn checked_prose(
        &self,
        place: &str,
        offset: usize,
        text: String,
        max_characters: usize,
    ) -> Option<String> {
        let bad = text
            .chars()
            .find(|c| is_unsafe(*c) && !matches!(c, '\n' | '\r' | '\t'));
        self.checked_text(place, offset, prose::normalise(&text), max_characters, bad)
    }

    fn checked_text(
        &self,
        place: &str,
        offset: usize,
        text: String,
        max_characters: usize,
        bad: Option<char>,
    ) -> Option<String> {
        let characters = text.chars().count();
        let flaw = if let Some(c) = bad {
            let found = format!("the character {}", c.escape_unicode());
            Flaw::new(
                FindingKind::BadCharacter,
                "text without control characters or line breaks",
                found,
                "Remove it.",
            )
        } else if text.is_empty() {
            Flaw::new(
                FindingKind::EmptyText,
                "text",
                "an empty text",
                "Write it, or remove the key if it may be absent.",
            )
        } else if characters > max_characters {
            let expected = format!("at most {max_characters} characters");
            Flaw::new(
                FindingKind::TooLong,
                expected,
                characters.to_string(),
                "Shorten it.",
            )
        } else {
            return Some(text);
        };
        self.report.record(place, offset, flaw);
        None
    }

    fn checked_name<T: Name>(
        &self,
        place: &str,
        offset: usize,
        text: String,
        kind: FindingKind,
    ) -> Option<T> {
        match T::try_from(text) {
            Ok(name) => Some(name),
            Err(NameError { expected, found }) => {
                let found = format!("\"{}\"", quote(&found));
                self.report.record(
                    place,
                    offset,
                    Flaw::new(kind, expected, found, "Write it so."),
                );
                None
            }
        }
    }
}
