//! Days on which issuers do not work.

use askama::Template;
use axum::http::StatusCode;

use crate::form::{Choice, Choices, Field, HowMany, Mend, error_of};
use crate::page::{Page, Sample};
use crate::pages::part::Crumb;
use crate::pages::sample;
use crate::shell::Shell;

/// A holiday.
#[derive(Clone, Debug)]
pub struct HolidayLine {
    /// The day in words.
    pub day: String,
    /// The day as it is sent.
    pub value: String,
    /// What it is called.
    pub name: String,
    /// Key under which the answer is stored.
    pub key: String,
}

/// An issuer and its holidays.
#[derive(Clone, Debug)]
pub struct IssuerDays {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its days, soonest first.
    pub days: Vec<HolidayLine>,
}

/// Holidays of the issuers that somebody manages.
#[derive(Debug, Template)]
#[template(path = "review/holidays.html")]
pub struct Holidays {
    /// The frame.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// By name.
    pub issuers: Vec<IssuerDays>,
    /// The issuer that was chosen.
    pub issuer: String,
    /// The day as typed.
    pub day: String,
    /// The name as typed.
    pub name: String,
    /// What is to mend.
    pub mends: Vec<Mend>,
    /// Key under which the answer is stored.
    pub key: String,
}

impl Holidays {
    fn issuer_choices(&self) -> Choices {
        let choice = |it: &IssuerDays| Choice::new(&it.id, &it.name, it.id == self.issuer);
        Choices {
            name: "issuer".to_owned(),
            legend: self.shell.say("holidays-issuer").to_string(),
            hint: None,
            error: error_of(&self.mends, "issuer"),
            how_many: HowMany::One,
            options: self.issuers.iter().map(choice).collect(),
        }
    }

    fn day_field(&self) -> Field {
        let mut field = Field::new("day", self.shell.say("holidays-day"))
            .value(self.day.clone())
            .error(error_of(&self.mends, "day"))
            .kind("date", "off");
        field.is_short = true;
        field
    }

    fn name_field(&self) -> Field {
        Field::new("name", self.shell.say("holidays-name"))
            .value(self.name.clone())
            .limit(80)
            .error(error_of(&self.mends, "name"))
    }
}

impl Page for Holidays {
    const NAME: &'static str = "review/holidays";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn status(&self) -> StatusCode {
        if self.mends.is_empty() {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        }
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/board/holidays".to_owned(),
            ..sample::lead(shell)
        };
        let page = |days, mends: Vec<Mend>| Self {
            crumbs: vec![
                Crumb::above("/board", shell.say("board-title")),
                Crumb::here(shell.say("holidays-title")),
            ],
            issuers: vec![IssuerDays {
                id: "1".to_owned(),
                name: sample::ISSUER.to_owned(),
                days,
            }],
            issuer: "1".to_owned(),
            day: String::new(),
            name: if mends.is_empty() {
                ""
            } else {
                sample::HOSTILE
            }
            .to_owned(),
            mends,
            key: "sample-key-1".to_owned(),
            shell: shell.clone(),
        };
        let day = HolidayLine {
            day: "26 Nov 2026".to_owned(),
            value: "2026-11-26".to_owned(),
            name: "Thanksgiving".to_owned(),
            key: "sample-key-2".to_owned(),
        };
        let mend = Mend {
            field: "day".to_owned(),
            text: sample::HOSTILE.to_owned(),
        };
        vec![
            ("empty", page(Vec::new(), Vec::new())),
            ("full", page(vec![day], Vec::new())),
            ("with-errors", page(Vec::new(), vec![mend])),
        ]
    }
}
