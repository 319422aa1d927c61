//! What a line of the catalogue says: the little of a content that a list shows.

use serde::{Deserialize, Serialize};

use super::{Code, Content, Language, LevelName};

/// The little of a content that a list shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Its code.
    pub code: Code,
    /// Its title.
    pub title: String,
    /// The competency in one sentence.
    pub competency: String,
    /// Its level.
    pub level: LevelName,
    /// Typical hours.
    pub hours: u16,
    /// The language it is written in.
    pub language: Language,
    /// Are students needed?
    pub students_needed: bool,
    /// Is a film needed?
    pub video_needed: bool,
    /// For each criterion, whether it describes leading practice: its seal is drawn from it.
    pub leading: Vec<bool>,
}

impl Card {
    /// The card of a content.
    #[must_use]
    pub fn of(content: &Content) -> Self {
        let rubric = &content.rubric;
        let leads = |criterion| rubric.levels_of(criterion).any(|level| level.leading);
        Self {
            code: content.code.clone(),
            title: content.title.clone(),
            competency: content.competency.clone(),
            level: content.level.clone(),
            hours: content.hours,
            language: content.language.clone(),
            students_needed: content.students_needed,
            video_needed: content.video_needed,
            leading: rubric.criteria.iter().map(leads).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_card_knows_which_criteria_have_leading_practice() {
        let card = Card::of(&sample::content());
        assert_eq!(card.leading, [false, true]);
        assert_eq!(card.title, "Wait Time");
    }
}
