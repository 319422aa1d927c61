//! Needs: the dated priorities of an organization.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::read::{Reading, day, line, text};
use super::{Competency, Refusal};
use crate::refusal::Place;

/// What a leader fills in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedNeed {
    /// The priority in one line, at most 160 characters.
    pub title: String,
    /// Why, at most 2000 characters.
    pub reason: String,
    /// Names of competencies, one a line.
    pub competencies: String,
    /// The first day, such as `2026-08-01`.
    pub from: String,
    /// The last day; empty if it is open.
    #[serde(default)]
    pub until: String,
}

/// A priority: what, why, which competencies, from which day until which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// The priority in one line.
    pub title: String,
    /// Why.
    pub reason: String,
    /// What it asks educators to be good at; never empty.
    pub competencies: BTreeSet<Competency>,
    /// Its first day.
    pub from: Date,
    /// Its last day; open if nothing.
    pub until: Option<Date>,
}

impl Need {
    /// Reads what was filled in; the refusal lists everything to mend.
    ///
    /// # Errors
    /// [`Refusal::Fields`].
    pub fn read(asked: &AskedNeed) -> Result<Self, Refusal> {
        let mut reading = Reading::default();
        let title = reading.keep(line("title", &asked.title, 160));
        let reason = reading.keep(text("reason", &asked.reason, 2000));
        let competencies = reading.keep(Competency::parse_all("competencies", &asked.competencies));
        let from = day("from", &asked.from)
            .and_then(|it| it.ok_or_else(|| Place::new("from", "day-missing")));
        let from = reading.keep(from);
        let until = reading.keep(day("until", &asked.until).and_then(|until| {
            let is_reversed = from.zip(until).is_some_and(|(from, until)| until < from);
            match is_reversed {
                true => Err(Place::new("until", "days-reversed")),
                false => Ok(until),
            }
        }));
        let need = (|| {
            Some(Self {
                title: title?,
                reason: reason?,
                competencies: competencies?,
                from: from?,
                until: until?,
            })
        })();
        reading.done(need)
    }

    /// Does it count on that day of its organization?
    pub fn counts_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Has its last day passed?
    pub fn is_over(&self, day: Date) -> bool {
        self.until.is_some_and(|until| until < day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::Refuse;

    fn asked() -> AskedNeed {
        AskedNeed {
            title: "Every student speaks".to_owned(),
            reason: "Our walkthroughs show five voices a lesson.".to_owned(),
            competencies: "Discussion\nQuestioning".to_owned(),
            from: "2026-08-17".to_owned(),
            until: "2027-06-11".to_owned(),
        }
    }

    #[test]
    fn a_need_counts_from_its_first_day_to_its_last() {
        let need = Need::read(&asked()).unwrap();
        let on = |text: &str| need.counts_on(text.parse().unwrap());
        assert!(!on("2026-08-16") && on("2026-08-17"));
        assert!(on("2027-06-11") && !on("2027-06-12"));
        assert!(need.is_over("2027-06-12".parse().unwrap()));
        let open = AskedNeed {
            until: String::new(),
            ..asked()
        };
        let open = Need::read(&open).unwrap();
        assert!(open.counts_on("2199-01-01".parse().unwrap()));
    }

    #[test]
    fn everything_to_mend_in_a_need_is_said_at_once() {
        let refusal = Need::read(&AskedNeed::default()).unwrap_err();
        let places = refusal.places();
        let fields: Vec<_> = places.iter().map(|it| it.field.as_str()).collect();
        assert_eq!(fields, ["title", "reason", "competencies", "from"]);
        let reversed = AskedNeed {
            until: "2026-08-16".to_owned(),
            ..asked()
        };
        let refusal = Need::read(&reversed).unwrap_err();
        assert_eq!(refusal.places()[0].code, "days-reversed");
    }
}
