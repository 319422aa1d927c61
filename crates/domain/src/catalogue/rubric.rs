//! The rubric: criteria by levels. Every criterion must reach its own passing level; nothing makes
//! up for another.

use super::Slug;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One column of a rubric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RubricLevel {
    /// From 1, without gaps.
    pub number: u8,
    /// Such as "Demonstrated".
    pub name: String,
    /// Leading practice: above every passing level, never needed, described only by the criteria
    /// that have it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub leading: bool,
}

/// One row of a rubric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Unique within the rubric, kept from version to version.
    pub id: Slug,
    /// What is judged, in a few words.
    pub title: String,
    /// What work at a level looks like, by level number. Every level is described; a leading level
    /// only where the criterion has it.
    pub descriptors: BTreeMap<u8, String>,
    /// The lowest level at which the criterion is met.
    pub passing_level: u8,
    /// The requirements and prompts that it rests on.
    pub sources: BTreeSet<Slug>,
}

impl Criterion {
    /// What work at a level looks like; nothing if the criterion does not have the level, in which
    /// case it cannot be scored there.
    #[must_use]
    pub fn descriptor(&self, level: u8) -> Option<&str> {
        self.descriptors.get(&level).map(String::as_str)
    }

    /// Is the criterion met at this level?
    #[must_use]
    pub fn is_met_at(&self, level: u8) -> bool {
        level >= self.passing_level
    }
}

/// The criteria and levels that a submission is judged by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rubric {
    /// Lowest first.
    pub levels: Vec<RubricLevel>,
    /// In the order in which they are shown.
    pub criteria: Vec<Criterion>,
}

impl Rubric {
    /// The level with this number.
    #[must_use]
    pub fn level(&self, number: u8) -> Option<&RubricLevel> {
        self.levels.iter().find(|level| level.number == number)
    }

    /// The criterion with this id.
    #[must_use]
    pub fn criterion(&self, id: &Slug) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.id == *id)
    }

    /// The levels at which a criterion can be scored, lowest first.
    pub fn levels_of<'r>(
        &'r self,
        criterion: &'r Criterion,
    ) -> impl Iterator<Item = &'r RubricLevel> {
        self.levels
            .iter()
            .filter(|level| criterion.descriptors.contains_key(&level.number))
    }

    /// Is this the leading level of the rubric?
    #[must_use]
    pub fn is_leading(&self, number: u8) -> bool {
        self.level(number).is_some_and(|level| level.leading)
    }
}
