//! How an assessor reviews: how many at once, and when not.

use askama::Template;
use axum::http::StatusCode;

use crate::form::{Field, Mend, error_of};
use crate::page::{Page, Sample};
use crate::pages::part::{Note, Tone};
use crate::pages::sample;
use crate::shell::Shell;

/// A time in which the assessor takes no reviews.
#[derive(Clone, Debug)]
pub struct AbsenceLine {
    /// Its first and last day, in words.
    pub days: String,
    /// Where the form goes that takes it back.
    pub end: String,
    /// Key under which the answer is stored.
    pub key: String,
}

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The most reviews at once.
    pub reviews: String,
    /// The first day of an absence.
    pub first_day: String,
    /// Its last day.
    pub last_day: String,
}

/// How an assessor reviews.
#[derive(Debug, Template)]
#[template(path = "review/reviewing.html")]
pub struct Reviewing {
    /// The frame.
    pub shell: Shell,
    /// What happened just now.
    pub note: Option<Note>,
    /// What stands in the fields.
    pub typed: Typed,
    /// Absences that are not over.
    pub absences: Vec<AbsenceLine>,
    /// What is to mend.
    pub mends: Vec<Mend>,
    /// Keys under which the answers to the two forms are stored.
    pub keys: [String; 2],
}

impl Reviewing {
    fn limit_field(&self) -> Field {
        let mut field = Field::new("reviews", self.shell.say("reviewing-limit"))
            .hint(self.shell.say("reviewing-limit-hint"))
            .value(self.typed.reviews.clone())
            .error(error_of(&self.mends, "reviews"))
            .kind("number", "off");
        field.is_short = true;
        field
    }

    fn day_field(&self, name: &'static str, word: &str, value: &str) -> Field {
        let mut field = Field::new(name, self.shell.say(word))
            .value(value)
            .error(error_of(&self.mends, name))
            .kind("date", "off");
        field.is_short = true;
        field
    }

    fn first_field(&self) -> Field {
        self.day_field("first_day", "reviewing-first-day", &self.typed.first_day)
    }

    fn last_field(&self) -> Field {
        self.day_field("last_day", "reviewing-last-day", &self.typed.last_day)
    }
}

impl Page for Reviewing {
    const NAME: &'static str = "review/reviewing";

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
            path: "/desk/reviewing".to_owned(),
            ..sample::assessor(shell)
        };
        let page = |absences, mends: Vec<Mend>, note| Self {
            note,
            typed: Typed {
                reviews: "12".to_owned(),
                first_day: if mends.is_empty() {
                    ""
                } else {
                    sample::HOSTILE
                }
                .to_owned(),
                last_day: String::new(),
            },
            absences,
            mends,
            keys: ["sample-key-1".to_owned(), "sample-key-2".to_owned()],
            shell: shell.clone(),
        };
        let absence = AbsenceLine {
            days: "21 Dec 2026 – 4 Jan 2027".to_owned(),
            end: "/desk/absences/1/end".to_owned(),
            key: "sample-key-3".to_owned(),
        };
        let done = Note::new(Tone::Done, shell.say("reviewing-absence-noted"), "");
        let mend = Mend {
            field: "first_day".to_owned(),
            text: sample::HOSTILE.to_owned(),
        };
        vec![
            ("empty", page(Vec::new(), Vec::new(), None)),
            ("full", page(vec![absence], Vec::new(), Some(done))),
            ("with-errors", page(Vec::new(), vec![mend], None)),
        ]
    }
}
