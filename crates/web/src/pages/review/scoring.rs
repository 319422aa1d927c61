//! One review: the evidence, blind, and the open criteria.

use askama::Template;
use axum::http::StatusCode;

use crate::form::{Choice, Choices, Field, HowMany, Mend, error_of};
use crate::icon::Form;
use crate::page::{Page, Sample};
use crate::pages::part::State;
use crate::pages::sample;
use crate::shell::Shell;

/// A piece of evidence, blind.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Its id in the page.
    pub id: String,
    /// Its name, without anything of the educator's.
    pub name: String,
    /// What it is made of; decides how it is shown.
    pub form: Form,
    /// What the educator says it shows.
    pub caption: String,
    /// Size, words, length.
    pub note: String,
    /// Where its bytes are; none for texts.
    pub address: Option<String>,
    /// The text, for texts.
    pub text: Option<String>,
}

/// The evidence for one prompt or requirement.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// Its id in the page.
    pub id: String,
    /// The prompt or the requirement.
    pub title: String,
    /// Titles of the criteria that rest on it.
    pub shows: String,
    /// What was handed in.
    pub pieces: Vec<Shown>,
    /// What had been handed in with the attempt before, if that was something else.
    pub before: Vec<Shown>,
}

/// A level that can be chosen.
#[derive(Clone, Debug)]
pub struct LevelChoice {
    /// Its number.
    pub number: u8,
    /// Its name.
    pub name: String,
    /// What it looks like.
    pub text: String,
}

/// A place that the assessor points at.
#[derive(Clone, Debug)]
pub struct PinLine {
    /// Its id.
    pub id: String,
    /// What and where, in words.
    pub text: String,
    /// Where it opens; none for texts, which stand beside it.
    pub address: Option<String>,
}

/// The fields of one more place. Their names are `pin-<field>/<criterion>`.
#[derive(Clone, Debug, Default)]
pub struct PinFields {
    /// What can be pointed at.
    pub pieces: Vec<Choice>,
    /// From which time of a recording.
    pub from: String,
    /// Until which time.
    pub to: String,
    /// Which page of a document.
    pub page: String,
    /// Which part of a picture or page.
    pub region: String,
    /// Which words of a text.
    pub quotation: String,
    /// What is wrong, in the order of the fields.
    pub errors: [Option<String>; 6],
}

/// One criterion to score. Its fields are `level/<id>`, `feedback/<id>`, `confidence/<id>`.
#[derive(Clone, Debug)]
pub struct Score {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The levels that it has.
    pub levels: Vec<LevelChoice>,
    /// The version of the mark, sent along as `version/<id>`.
    pub version: u64,
    /// The level that is chosen.
    pub chosen: Option<u8>,
    /// The feedback so far.
    pub feedback: String,
    /// The assessor is not sure.
    pub is_unsure: bool,
    /// Places that the assessor points at.
    pub pins: Vec<PinLine>,
    /// The fields of one more.
    pub pin: PinFields,
    /// What is wrong with the level.
    pub error: Option<String>,
    /// What is wrong with the feedback.
    pub feedback_error: Option<String>,
}

/// One review.
#[derive(Debug, Template)]
#[template(path = "review/review.html")]
pub struct Review {
    /// The frame, in the issuer's colour.
    pub shell: Shell,
    /// Title of the micro-credential.
    pub title: String,
    /// Code of the submission.
    pub code: String,
    /// When it is due.
    pub due: State,
    /// How many criteria the rubric has; only the open ones are scored.
    pub criteria: usize,
    /// What the educator says has changed since the last attempt.
    pub change: Option<String>,
    /// How AI was used.
    pub ai_use: Option<String>,
    /// The evidence.
    pub shelves: Vec<Shelf>,
    /// The open criteria.
    pub scores: Vec<Score>,
    /// Address of the review; `/draft`, `/scorecard` and `/recusal` below it take the forms.
    pub address: String,
    /// Key under which the answer to sending is stored.
    pub key: String,
    /// What the assessor notes for themselves.
    pub private_note: String,
    /// The version of that.
    pub private_note_version: u64,
    /// Such as `Saved 14:02`.
    pub saved: Option<String>,
    /// The status of the answer.
    pub status: StatusCode,
    /// What was refused.
    pub mends: Vec<Mend>,
}

impl Score {
    fn feedback_field(&self, shell: &Shell) -> Field {
        let hint = shell.say("review-feedback-hint");
        Field::new(
            format!("feedback/{}", self.id),
            shell.say("review-feedback"),
        )
        .hint(hint)
        .value(self.feedback.clone())
        .limit(4_000)
        .error(self.feedback_error.clone())
        .conditional()
    }

    fn confidence(&self, shell: &Shell) -> Choices {
        Choices {
            name: format!("confidence/{}", self.id),
            legend: shell.say("review-sure").to_string(),
            hint: None,
            error: None,
            how_many: HowMany::One,
            options: vec![
                Choice::new("sure", shell.say("confidence-sure"), !self.is_unsure),
                Choice::new("low", shell.say("confidence-low"), self.is_unsure),
            ],
        }
    }
}

impl Score {
    fn pieces(&self, shell: &Shell) -> Choices {
        Choices {
            name: format!("pin-piece/{}", self.id),
            legend: shell.say("pin-piece").to_string(),
            hint: None,
            error: self.pin.errors[0].clone(),
            how_many: HowMany::One,
            options: self.pin.pieces.clone(),
        }
    }

    fn pin_lines(&self, shell: &Shell) -> [Field; 5] {
        let pin = &self.pin;
        let field = |name: &str, value: &str, error: &Option<String>| {
            let mut field = Field::new(
                format!("pin-{name}/{}", self.id),
                shell.say(&format!("pin-{name}")),
            )
            .value(value)
            .error(error.clone())
            .limit(500)
            .conditional();
            field.is_short = name != "quotation";
            field
        };
        let [_, from, to, page, region, quotation] = &pin.errors;
        [
            field("from", &pin.from, from),
            field("to", &pin.to, to),
            field("page", &pin.page, page),
            field("region", &pin.region, region),
            field("quotation", &pin.quotation, quotation),
        ]
    }

    fn has_pin_error(&self) -> bool {
        self.pin.errors.iter().any(Option::is_some)
    }
}

impl Review {
    fn note_field(&self) -> Field {
        Field::new("note/private", self.shell.say("review-private-note"))
            .hint(self.shell.say("review-private-note-hint"))
            .value(self.private_note.clone())
            .limit(4_000)
            .error(error_of(&self.mends, "note/private"))
            .conditional()
    }

    fn scored(&self) -> usize {
        self.scores.iter().filter(|it| it.chosen.is_some()).count()
    }
}

impl Page for Review {
    const NAME: &'static str = "review/review";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn status(&self) -> StatusCode {
        self.status
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/reviews/1".to_owned(),
            ..sample::assessor(shell)
        };
        let fresh = Self::sample(shell);
        let mut full = Self::sample(shell);
        full.saved = Some(shell.say("saved-at").put("time", "14:02").to_string());
        for score in &mut full.scores {
            score.chosen = Some(3);
        }
        let mut errors = Self::sample(shell);
        errors.status = StatusCode::UNPROCESSABLE_ENTITY;
        errors.mends = vec![
            Mend {
                field: "level/c1".to_owned(),
                text: sample::HOSTILE.to_owned(),
            },
            Mend {
                field: "feedback/c0".to_owned(),
                text: sample::HOSTILE.to_owned(),
            },
        ];
        for score in &mut errors.scores {
            score.error = error_of(&errors.mends, &format!("level/{}", score.id));
            score.feedback_error = error_of(&errors.mends, &format!("feedback/{}", score.id));
            score.feedback = sample::HOSTILE.to_owned();
        }
        let mut second = Self::sample(shell);
        second.scores.truncate(1);
        second.with_what_was_before();
        second.change = Some(sample::HOSTILE.to_owned());
        vec![
            ("fresh", fresh),
            ("full", full),
            ("with-errors", errors),
            ("second-attempt", second),
        ]
    }
}
