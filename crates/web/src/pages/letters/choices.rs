use askama::Template;
use axum::http::StatusCode;

use crate::form::{Choice, Choices, HowMany, Mend};
use crate::page::{Page, Sample};
use crate::pages::part::{Note, Tone};
use crate::pages::sample;
use crate::shell::Shell;

/// What comes by mail, and how often.
#[derive(Debug, Template)]
#[template(path = "letters/choices.html")]
pub struct LetterChoices {
    /// The frame.
    pub shell: Shell,
    /// A choice for each group that leaves one.
    pub groups: Vec<Choices>,
    /// What has just been done.
    pub done: Option<Note>,
    /// What is to mend.
    pub mends: Vec<Mend>,
}

impl Page for LetterChoices {
    const NAME: &'static str = "letters/choices";

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
        let shell = Shell {
            path: "/account/letters".to_owned(),
            ..sample::educator(shell)
        };
        let group = |name: &str, error: Option<&str>| Choices {
            name: name.to_owned(),
            legend: shell.say(&format!("letter-group-{name}")).to_string(),
            hint: Some(shell.say(&format!("letter-group-{name}-hint")).to_string()),
            error: error.map(str::to_owned),
            how_many: HowMany::One,
            options: vec![
                Choice::new("at-once", shell.say("letter-pace-at-once"), true),
                Choice::new("daily", shell.say("letter-pace-daily"), false),
            ],
        };
        let page = |error: Option<&str>, done, mends| Self {
            groups: vec![group("decisions", None), group("comments", error)],
            done,
            mends,
            shell: shell.clone(),
        };
        let note = Note::new(
            Tone::Done,
            shell.say("letter-choices-kept"),
            shell.say("letter-choices-kept-text"),
        );
        let mend = Mend {
            field: "comments".to_owned(),
            text: shell.say("refusal-pace-unknown").to_string(),
        };
        vec![
            ("kept", page(None, Some(note), Vec::new())),
            ("with-errors", page(Some(sample::HOSTILE), None, vec![mend])),
        ]
    }
}

/// Getting fewer letters, by a link in one of them.
#[derive(Debug, Template)]
#[template(path = "letters/stopped.html")]
pub struct Stopped {
    /// The frame.
    pub shell: Shell,
    /// What is to be stopped.
    pub question: String,
    /// Where the form goes.
    pub action: String,
    /// It is stopped.
    pub is_done: bool,
}

impl Stopped {
    fn done(&self) -> Note {
        Note::new(
            Tone::Done,
            self.shell.say("stop-done"),
            self.shell.say("stop-done-text"),
        )
    }
}

impl Page for Stopped {
    const NAME: &'static str = "letters/stopped";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let page = |question: String, is_done| Self {
            shell: sample::stranger(shell, "/unsubscribe/1"),
            question,
            action: "/unsubscribe/1".to_owned(),
            is_done,
        };
        vec![
            (
                "asked",
                page(shell.say("stop-ask-daily").to_string(), false),
            ),
            ("done", page(sample::HOSTILE.to_owned(), true)),
        ]
    }
}
