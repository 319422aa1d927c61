//! Reading what people fill in: each answer is a value, or the place with what is wrong.

use jiff::civil::Date;

use super::Refusal;
use crate::refusal::Place;

/// One line: trimmed, not empty, within the limit of characters, without control characters.
pub(super) fn line(field: &str, text: &str, limit: usize) -> Result<String, Place> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    kept(field, text, limit)
}

/// Some lines: the same, with their breaks.
pub(super) fn text(field: &str, text: &str, limit: usize) -> Result<String, Place> {
    kept(field, text.trim().replace("\r\n", "\n"), limit)
}

/// The same, where nothing is welcome as well.
pub(super) fn optional(field: &str, words: &str, limit: usize) -> Result<String, Place> {
    match words.trim().is_empty() {
        true => Ok(String::new()),
        false => text(field, words, limit),
    }
}

fn kept(field: &str, text: String, limit: usize) -> Result<String, Place> {
    if text.is_empty() {
        return Err(Place::new(field, "words-missing"));
    }
    if text.chars().count() > limit {
        return Err(Place::new(field, "words-too-many").with("limit", limit));
    }
    if text.chars().any(|it| it.is_control() && it != '\n') {
        return Err(Place::new(field, "words-unusable"));
    }
    Ok(text)
}

/// A day such as `2026-11-25`; nothing if the field is empty. Years 2000 to 2199.
pub(super) fn day(field: &str, text: &str) -> Result<Option<Date>, Place> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let day: Result<Date, _> = text.parse();
    let day = day.ok().filter(|_| text.len() == 10);
    day.filter(|it| (2000..2200).contains(&it.year()))
        .map(Some)
        .ok_or_else(|| Place::new(field, "day-unusable"))
}

/// Collects what is wrong, so that all of it is said at once.
#[derive(Debug, Default)]
pub(super) struct Reading(Vec<Place>);

impl Reading {
    /// The value, or its place is kept.
    pub(super) fn keep<T>(&mut self, it: Result<T, Place>) -> Option<T> {
        it.map_err(|place| self.0.push(place)).ok()
    }

    /// What was read, if nothing is wrong.
    pub(super) fn done<T>(self, it: Option<T>) -> Result<T, Refusal> {
        it.filter(|_| self.0.is_empty())
            .ok_or(Refusal::Fields(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_a_real_day() {
        assert_eq!(day("d", " ").unwrap(), None);
        assert!(day("d", "2026-02-28").unwrap().is_some());
        for bad in ["2026-02-30", "tomorrow", "0001-01-01", "2026-02-28T10:00"] {
            assert_eq!(day("d", bad).unwrap_err().code, "day-unusable", "{bad}");
        }
    }

    #[test]
    fn text_keeps_its_lines_and_has_a_limit() {
        assert_eq!(text("t", " a\r\nb ", 9).unwrap(), "a\nb");
        assert_eq!(line("t", " a\r\nb ", 9).unwrap(), "a b");
        assert_eq!(line("t", "", 9).unwrap_err().code, "words-missing");
        assert_eq!(
            text("t", "0123456789", 9).unwrap_err().code,
            "words-too-many"
        );
        assert_eq!(text("t", "a\u{7}b", 9).unwrap_err().code, "words-unusable");
        assert_eq!(optional("t", " ", 9).unwrap(), "");
    }
}
