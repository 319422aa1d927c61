//! Goals: what an educator wants to get better at, for themselves.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::read::{Reading, day, text};
use super::{Competency, Refusal};

/// The most goals that one educator has.
pub const MAX_GOALS: usize = 30;

/// What an educator fills in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedGoal {
    /// The goal, at most 500 characters.
    pub text: String,
    /// Names of competencies, one a line; none is welcome.
    #[serde(default)]
    pub competencies: String,
    /// Until when, such as `2027-05-31`; empty if there is no hurry.
    #[serde(default)]
    pub by: String,
}

/// A goal of an educator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// In their words.
    pub text: String,
    /// What it is about.
    pub competencies: BTreeSet<Competency>,
    /// Until when.
    pub by: Option<Date>,
}

impl Goal {
    /// Reads what was filled in; the refusal lists everything to mend.
    ///
    /// # Errors
    /// [`Refusal::Fields`].
    pub fn read(asked: &AskedGoal) -> Result<Self, Refusal> {
        let mut reading = Reading::default();
        let text = reading.keep(text("text", &asked.text, 500));
        let competencies = reading.keep(Competency::parse_any("competencies", &asked.competencies));
        let by = reading.keep(day("by", &asked.by));
        let goal = (|| {
            Some(Self {
                text: text?,
                competencies: competencies?,
                by: by?,
            })
        })();
        reading.done(goal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_needs_only_words() {
        let asked = AskedGoal {
            text: "Hear everybody.".to_owned(),
            ..AskedGoal::default()
        };
        let goal = Goal::read(&asked).unwrap();
        assert!(goal.competencies.is_empty() && goal.by.is_none());
        assert!(Goal::read(&AskedGoal::default()).is_err());
    }
}
