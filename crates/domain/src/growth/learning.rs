//! The learning log: what somebody did to learn. It is kept and discussed, and never counted.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Refusal;
use super::read::{Reading, day, text};
use crate::refusal::Place;

/// The most lines of one log.
pub const MAX_LOGGED: usize = 300;
/// The longest that one line lasts, in minutes: a week of days and nights.
const MAX_MINUTES: u16 = 7 * 24 * 60;

/// What sort of learning it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Learned {
    /// A course or workshop.
    Course,
    /// A meeting with a mentor.
    MentorMeeting,
    /// Work in a grade or subject team.
    TeamWork,
    /// Reading, watching, listening.
    Reading,
}

impl Learned {
    /// Every sort.
    pub const ALL: [Self; 4] = [
        Self::Course,
        Self::MentorMeeting,
        Self::TeamWork,
        Self::Reading,
    ];

    /// The word used in storage, the API and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Course => "course",
            Self::MentorMeeting => "mentor-meeting",
            Self::TeamWork => "team-work",
            Self::Reading => "reading",
        }
    }

    /// The sort of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }
}

/// What an educator fills in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedLearning {
    /// The day, such as `2026-11-25`.
    pub on: String,
    /// A word of [`Learned`].
    pub kind: String,
    /// What it was, at most 1000 characters.
    pub what: String,
    /// How long, in minutes; may stay empty.
    #[serde(default)]
    pub minutes: String,
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learning {
    /// The day.
    pub on: Date,
    /// What sort it was.
    pub kind: Learned,
    /// What it was.
    pub what: String,
    /// How long, in minutes; shown, never counted.
    pub minutes: Option<u16>,
}

impl Learning {
    /// Reads what was filled in.
    ///
    /// # Errors
    /// [`Refusal::Fields`].
    pub fn read(asked: &AskedLearning) -> Result<Self, Refusal> {
        let mut reading = Reading::default();
        let on =
            day("on", &asked.on).and_then(|it| it.ok_or_else(|| Place::new("on", "day-missing")));
        let on = reading.keep(on);
        let kind = Learned::parse(&asked.kind).ok_or_else(|| Place::new("kind", "choice-unknown"));
        let kind = reading.keep(kind);
        let what = reading.keep(text("what", &asked.what, 1000));
        let minutes = match asked.minutes.trim() {
            "" => Ok(None),
            text => match text.parse() {
                Ok(minutes) if (1..=MAX_MINUTES).contains(&minutes) => Ok(Some(minutes)),
                _ => Err(Place::new("minutes", "hours-unusable").with("limit", MAX_MINUTES)),
            },
        };
        let minutes = reading.keep(minutes);
        let line = (|| {
            Some(Self {
                on: on?,
                kind: kind?,
                what: what?,
                minutes: minutes?,
            })
        })();
        reading.done(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::Refuse;

    #[test]
    fn a_line_says_when_what_and_perhaps_how_long() {
        let mut asked = AskedLearning {
            on: "2026-03-02".to_owned(),
            kind: "course".to_owned(),
            what: "A workshop on questions".to_owned(),
            minutes: String::new(),
        };
        assert_eq!(Learning::read(&asked).unwrap().minutes, None);
        asked.minutes = "90".to_owned();
        assert_eq!(Learning::read(&asked).unwrap().minutes, Some(90));
        let wrong = AskedLearning {
            minutes: "long".to_owned(),
            ..AskedLearning::default()
        };
        assert_eq!(Learning::read(&wrong).unwrap_err().places().len(), 4);
    }
}
