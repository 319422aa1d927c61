//! What an educator can give at the moment: time, and students to work with.

use serde::{Deserialize, Serialize};

use super::Refusal;
use super::read::Reading;
use crate::refusal::Place;

/// Are there students to work with?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Students {
    /// Nothing was said.
    #[default]
    Unsaid,
    /// There are.
    Available,
    /// There are none, such as in the summer or in an office.
    NotAvailable,
}

impl Students {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Unsaid, Self::Available, Self::NotAvailable];

    /// The word used in storage, the API and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unsaid => "unsaid",
            Self::Available => "available",
            Self::NotAvailable => "not-available",
        }
    }

    /// The answer of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }
}

/// What an educator fills in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedWishes {
    /// Hours that they have, 1 to 500; empty if it does not matter.
    #[serde(default)]
    pub hours: String,
    /// A word of [`Students`].
    #[serde(default)]
    pub students: String,
}

/// What an educator can give.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wishes {
    /// Hours that they have.
    pub hours: Option<u16>,
    /// Students to work with.
    pub students: Students,
}

impl Wishes {
    /// Reads what was filled in.
    ///
    /// # Errors
    /// [`Refusal::Fields`].
    pub fn read(asked: &AskedWishes) -> Result<Self, Refusal> {
        let mut reading = Reading::default();
        let hours = match asked.hours.trim() {
            "" => Ok(None),
            text => match text.parse() {
                Ok(hours @ 1..=500) => Ok(Some(hours)),
                _ => Err(Place::new("hours", "hours-unusable").with("limit", 500)),
            },
        };
        let hours = reading.keep(hours);
        let students = match asked.students.as_str() {
            "" => Some(Students::Unsaid),
            word => Students::parse(word),
        };
        let students =
            reading.keep(students.ok_or_else(|| Place::new("students", "choice-unknown")));
        let wishes = hours.zip(students);
        reading.done(wishes.map(|(hours, students)| Self { hours, students }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_and_students_may_stay_unsaid() {
        assert_eq!(
            Wishes::read(&AskedWishes::default()).unwrap(),
            Wishes::default()
        );
        let asked = |hours: &str, students: &str| AskedWishes {
            hours: hours.to_owned(),
            students: students.to_owned(),
        };
        let said = Wishes::read(&asked("12", "not-available")).unwrap();
        assert_eq!(
            (said.hours, said.students),
            (Some(12), Students::NotAvailable)
        );
        for bad in [asked("0", ""), asked("many", ""), asked("", "some")] {
            assert!(Wishes::read(&bad).is_err(), "{bad:?}");
        }
    }
}
