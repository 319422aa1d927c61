//! A lead assessor's page: who may assess what.

use askama::Template;
use axum::http::StatusCode;

use crate::form::{Choice, Choices, Field, HowMany, Mend, error_of};
use crate::page::{Page, Sample};
use crate::pages::part::{Note, Tone};
use crate::pages::sample;
use crate::shell::Shell;

/// A qualification that holds.
#[derive(Clone, Debug)]
pub struct Granted {
    /// The assessor.
    pub assessor: String,
    /// The micro-credential.
    pub title: String,
    /// When and by whom it was granted, in words.
    pub granted: String,
    /// Until when, in words.
    pub until: String,
    /// Why.
    pub reason: String,
}

/// A submission that nobody may judge.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Its code.
    pub code: String,
    /// The micro-credential.
    pub title: String,
    /// Since when, in words.
    pub since: String,
    /// Why, one line a seat.
    pub reasons: Vec<String>,
}

/// Granting qualifications, with the recorded reason.
#[derive(Debug, Template)]
#[template(path = "assessors/qualifications.html")]
pub struct Qualifications {
    /// The frame.
    pub shell: Shell,
    /// What happened just now.
    pub note: Option<Note>,
    /// Assessors to choose from: id, name.
    pub assessors: Vec<Choice>,
    /// Micro-credentials to choose from: id, title.
    pub rubrics: Vec<Choice>,
    /// The reason as typed.
    pub reason: String,
    /// What is to mend.
    pub mends: Vec<Mend>,
    /// Key under which the answer is stored.
    pub key: String,
    /// What holds.
    pub granted: Vec<Granted>,
    /// Submissions that wait for assessors.
    pub waiting: Vec<Waiting>,
}

impl Qualifications {
    fn choices(&self, name: &str, word: &str, options: &[Choice]) -> Choices {
        Choices {
            name: name.to_owned(),
            legend: self.shell.say(word).to_string(),
            hint: None,
            error: error_of(&self.mends, name),
            how_many: HowMany::One,
            options: options.to_vec(),
        }
    }

    fn assessor_choices(&self) -> Choices {
        self.choices("person", "qualify-assessor", &self.assessors)
    }

    fn rubric_choices(&self) -> Choices {
        self.choices("micro_credential", "qualify-rubric", &self.rubrics)
    }

    fn reason_field(&self) -> Field {
        Field::new("reason", self.shell.say("qualify-reason"))
            .hint(self.shell.say("qualify-reason-hint"))
            .value(self.reason.clone())
            .limit(600)
            .error(error_of(&self.mends, "reason"))
    }
}

impl Page for Qualifications {
    const NAME: &'static str = "assessors/qualifications";

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
        let shell = &sample::lead(shell);
        let page = |assessors, granted, mends: Vec<Mend>| Self {
            note: None,
            assessors,
            rubrics: vec![Choice::new("v1", sample::TITLE, false)],
            reason: if mends.is_empty() {
                String::new()
            } else {
                sample::HOSTILE.to_owned()
            },
            mends,
            key: "019ab1c2-0000-7000-8000-000000000007".to_owned(),
            granted,
            waiting: Vec::new(),
            shell: shell.clone(),
        };
        let joel = || vec![Choice::new("p1", "Joel Haverford", true)];
        let granted = vec![Granted {
            assessor: "Joel Haverford".to_owned(),
            title: sample::TITLE.to_owned(),
            granted: "25 Nov 2026, Amina Sorel".to_owned(),
            until: "25 May 2027".to_owned(),
            reason: "Scored the eight anchors with us in October.".to_owned(),
        }];
        let mut full = page(joel(), granted, Vec::new());
        full.waiting = vec![Waiting {
            code: "W-4417".to_owned(),
            title: sample::TITLE.to_owned(),
            since: "25 Nov 2026, 14:02".to_owned(),
            reasons: vec![
                shell
                    .say("waiting-seat")
                    .put("seat", 2)
                    .put("qualified", 3)
                    .put(
                        "blocked",
                        shell
                            .say("conflict-same-school")
                            .put("count", 2)
                            .to_string(),
                    )
                    .to_string(),
            ],
        }];
        full.note = Some(Note::new(
            Tone::Done,
            shell.say("qualify-done").put("name", "Joel Haverford"),
            "",
        ));
        let mend = Mend {
            field: "reason".to_owned(),
            text: sample::HOSTILE.to_owned(),
        };
        vec![
            ("empty", page(Vec::new(), Vec::new(), Vec::new())),
            ("full", full),
            ("with-errors", page(joel(), Vec::new(), vec![mend])),
        ]
    }
}
