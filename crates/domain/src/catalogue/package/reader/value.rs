//! Reading numbers, flags and choices.

use super::super::finding::{FindingKind, Flaw, quote};
use super::Section;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use toml::de::{DeInteger, DeValue};

impl Section<'_> {
    /// A whole number.
    pub fn number<T: TryFrom<i64>>(
        &self,
        key: &'static str,
        range: RangeInclusive<i64>,
    ) -> Option<T> {
        let expected = format!("a whole number from {} to {}", range.start(), range.end());
        let value = self.required(key, &expected)?;
        let DeValue::Integer(integer) = value.get_ref() else {
            return self.wrong_type(key, &expected, value);
        };
        let number = as_number(integer).filter(|number| range.contains(number));
        let converted = number.and_then(|number| T::try_from(number).ok());
        if converted.is_none() {
            let found = quote(integer.as_str());
            self.flaw_at(
                key,
                Flaw::new(
                    FindingKind::OutOfRange,
                    expected,
                    found,
                    "Choose a number in this range.",
                ),
            );
        }
        converted
    }

    /// A whole number, if the key is there.
    pub fn optional_number<T: TryFrom<i64>>(
        &self,
        key: &'static str,
        range: RangeInclusive<i64>,
    ) -> Option<Option<T>> {
        if self.has(key) {
            self.number(key, range).map(Some)
        } else {
            Some(None)
        }
    }

    /// true or false.
    pub fn flag(&self, key: &'static str) -> Option<bool> {
        let value = self.required(key, "true or false")?;
        match value.get_ref() {
            DeValue::Boolean(flag) => Some(*flag),
            _ => self.wrong_type(key, "true or false", value),
        }
    }

    /// true or false; false if the key is absent.
    pub fn optional_flag(&self, key: &'static str) -> Option<bool> {
        if self.has(key) {
            self.flag(key)
        } else {
            Some(false)
        }
    }

    /// One of several words.
    pub fn choice<T: Copy>(
        &self,
        key: &'static str,
        choices: &[T],
        word: fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.text(key, &listed(choices, word))?;
        self.checked_choice(
            &self.place_of(key),
            self.offset_of(key),
            &text,
            choices,
            word,
        )
    }

    /// One of several words, or the first of them if the key is absent.
    pub fn choice_or_first<T: Copy>(
        &self,
        key: &'static str,
        choices: &[T],
        word: fn(T) -> &'static str,
    ) -> Option<T> {
        if self.has(key) {
            self.choice(key, choices, word)
        } else {
            choices.first().copied()
        }
    }

    /// One of several words, if the key is there.
    pub fn optional_choice<T: Copy>(
        &self,
        key: &'static str,
        choices: &[T],
        word: fn(T) -> &'static str,
    ) -> Option<Option<T>> {
        if self.has(key) {
            self.choice(key, choices, word).map(Some)
        } else {
            Some(None)
        }
    }

    /// A list of words, each at most once.
    pub fn choices<T: Copy + Ord>(
        &self,
        key: &'static str,
        choices: &[T],
        word: fn(T) -> &'static str,
    ) -> Option<BTreeSet<T>> {
        let mut chosen = BTreeSet::new();
        let texts = self.texts(key, 1..=choices.len())?;
        let mut sound = !texts.is_empty();
        for text in texts {
            match self.checked_choice(&text.place, text.offset, &text.value, choices, word) {
                Some(choice) if chosen.insert(choice) => {}
                Some(choice) => {
                    sound = false;
                    let found = format!("\"{}\" twice", word(choice));
                    let flaw = Flaw::new(
                        FindingKind::Duplicate,
                        "each word once",
                        found,
                        "Remove one of them.",
                    );
                    self.report.record(&text.place, text.offset, flaw);
                }
                None => sound = false,
            }
        }
        sound.then_some(chosen)
    }

    fn checked_choice<T: Copy>(
        &self,
        place: &str,
        offset: usize,
        text: &str,
        choices: &[T],
        word: fn(T) -> &'static str,
    ) -> Option<T> {
        let choice = choices.iter().copied().find(|choice| word(*choice) == text);
        if choice.is_none() {
            let found = format!("\"{}\"", quote(text));
            let flaw = Flaw::new(
                FindingKind::UnknownChoice,
                listed(choices, word),
                found,
                "Choose one of these words.",
            );
            self.report.record(place, offset, flaw);
        }
        choice
    }
}

fn as_number(integer: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

fn listed<T: Copy>(choices: &[T], word: fn(T) -> &'static str) -> String {
    choices
        .iter()
        .map(|choice| format!("\"{}\"", word(*choice)))
        .collect::<Vec<_>>()
        .join(" or ")
}
