//! Competencies by name, as needs, goals and self-assessments speak of them.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::read;
use crate::catalogue::Content;
use crate::refusal::Place;

/// The most competencies that one need or goal names.
pub const MAX_COMPETENCIES: usize = 12;
const LIMIT: usize = 120;

/// The name of a competency: one line of 1 to 120 characters. Two that differ only in capital
/// letters and stray space are the same.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Competency {
    key: String,
    name: String,
}

impl Competency {
    /// Reads one name.
    ///
    /// # Errors
    /// The place with what is wrong.
    pub fn parse(field: &str, text: &str) -> Result<Self, Place> {
        let name = read::line(field, text, LIMIT)?;
        Ok(Self {
            key: name.to_lowercase(),
            name,
        })
    }

    /// Reads some names, one a line; at least one and at most [`MAX_COMPETENCIES`].
    ///
    /// # Errors
    /// The place with what is wrong.
    pub fn parse_all(field: &str, text: &str) -> Result<BTreeSet<Self>, Place> {
        let found = Self::parse_any(field, text)?;
        match found.is_empty() {
            true => Err(Place::new(field, "competencies-missing")),
            false => Ok(found),
        }
    }

    /// The same, where none is welcome as well.
    ///
    /// # Errors
    /// The place with what is wrong.
    pub fn parse_any(field: &str, text: &str) -> Result<BTreeSet<Self>, Place> {
        let lines = text.lines().filter(|it| !it.trim().is_empty());
        let found: BTreeSet<_> = lines
            .take(10 * MAX_COMPETENCIES)
            .map(|it| Self::parse(field, it))
            .collect::<Result<_, _>>()?;
        if found.len() > MAX_COMPETENCIES {
            let place = Place::new(field, "too-many-competencies");
            return Err(place.with("limit", MAX_COMPETENCIES));
        }
        Ok(found)
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// What makes it the same as another: the name in small letters.
    pub fn key(&self) -> &str {
        &self.key
    }
}

/// The competencies that a micro-credential answers: its tags, and the entries of frameworks that
/// it is aligned with, by title and by code.
pub fn competencies_of(content: &Content) -> BTreeSet<Competency> {
    let aligned = content.alignments.iter().flat_map(|it| {
        let code = it.code.iter().map(String::as_str);
        code.chain([it.title.as_str()])
    });
    let tags = content.tags.iter().map(String::as_str);
    tags.chain(aligned)
        .filter_map(|it| Competency::parse("competency", it).ok())
        .collect()
}

impl PartialEq for Competency {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Competency {}

impl PartialOrd for Competency {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Competency {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key.cmp(&other.key)
    }
}

impl TryFrom<String> for Competency {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse("competency", &text).map_err(|place| place.code)
    }
}

impl From<Competency> for String {
    fn from(it: Competency) -> Self {
        it.name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_competency_in_other_capitals_is_the_same() {
        let one = Competency::parse("c", " Classroom  management ").unwrap();
        let other = Competency::parse("c", "classroom Management").unwrap();
        assert_eq!(one, other);
        assert_eq!(one.as_str(), "Classroom management");
    }

    #[test]
    fn some_are_read_line_by_line_without_doubles() {
        let found = Competency::parse_all("c", "Questioning\n\nquestioning\nDiscussion").unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!(
            Competency::parse_all("c", " \n").unwrap_err().code,
            "competencies-missing"
        );
        let many: String = (0..13).map(|n| format!("skill {n}\n")).collect();
        assert_eq!(
            Competency::parse_all("c", &many).unwrap_err().code,
            "too-many-competencies"
        );
    }

    #[test]
    fn a_micro_credential_answers_its_tags_and_its_frameworks() {
        let mut content = crate::catalogue::sample::content();
        content.tags = vec!["Questioning".to_owned()];
        let found = competencies_of(&content);
        assert!(found.contains(&Competency::parse("c", "questioning").unwrap()));
        for it in &content.alignments {
            assert!(found.contains(&Competency::parse("c", &it.title).unwrap()));
        }
    }
}
