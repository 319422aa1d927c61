//! Awards that somebody proposes to take back.

use askama::Template;
use axum::http::StatusCode;

use crate::form::{Field, Mend, error_of};
use crate::page::{Page, Sample};
use crate::pages::part::{Note, Tone};
use crate::pages::sample;
use crate::shell::Shell;

/// A proposal that waits.
#[derive(Clone, Debug)]
pub struct ProposalLine {
    /// Title of the micro-credential.
    pub title: String,
    /// The holder's name.
    pub holder: String,
    /// When it was awarded, in words.
    pub awarded: String,
    /// Why.
    pub reason: String,
    /// Who proposed it and when, in words.
    pub proposed: String,
    /// Where confirming goes; nothing for whoever proposed it.
    pub confirm: Option<String>,
    /// Where dropping goes.
    pub drop: String,
    /// Keys under which the answers are stored: confirming, dropping.
    pub keys: [String; 2],
}

/// Awards that somebody proposes to take back.
#[derive(Debug, Template)]
#[template(path = "award/revocations.html")]
pub struct Revocations {
    /// The frame.
    pub shell: Shell,
    /// What happened just now.
    pub note: Option<Note>,
    /// Oldest first.
    pub waiting: Vec<ProposalLine>,
    /// The award as typed.
    pub award: String,
    /// The reason as typed.
    pub reason: String,
    /// What is to mend.
    pub mends: Vec<Mend>,
    /// Key under which the answer is stored.
    pub key: String,
}

impl Revocations {
    fn award_field(&self) -> Field {
        Field::new("award", self.shell.say("revocations-award"))
            .hint(self.shell.say("revocations-award-hint"))
            .value(self.award.clone())
            .limit(300)
            .error(error_of(&self.mends, "award"))
    }

    fn reason_field(&self) -> Field {
        Field::new("reason", self.shell.say("revocations-reason"))
            .hint(self.shell.say("revocations-reason-hint"))
            .value(self.reason.clone())
            .limit(2_000)
            .error(error_of(&self.mends, "reason"))
    }
}

impl Page for Revocations {
    const NAME: &'static str = "award/revocations";

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
            path: "/revocations".to_owned(),
            ..sample::lead(shell)
        };
        let line = |confirm: Option<&str>| ProposalLine {
            title: sample::TITLE.to_owned(),
            holder: "Mara Delgado".to_owned(),
            awarded: "25 Nov 2026".to_owned(),
            reason: sample::HOSTILE.to_owned(),
            proposed: "25 Nov 2026, Amina Sorel".to_owned(),
            confirm: confirm.map(str::to_owned),
            drop: "/revocations/1/end".to_owned(),
            keys: ["sample-key-1".to_owned(), "sample-key-2".to_owned()],
        };
        let page = |waiting, mends: Vec<Mend>, note| Self {
            note,
            waiting,
            award: String::new(),
            reason: if mends.is_empty() {
                ""
            } else {
                sample::HOSTILE
            }
            .to_owned(),
            mends,
            key: "sample-key-3".to_owned(),
            shell: shell.clone(),
        };
        let done = Note::new(Tone::Done, shell.say("revocations-proposed"), "");
        let mend = Mend {
            field: "reason".to_owned(),
            text: sample::HOSTILE.to_owned(),
        };
        let full = vec![line(Some("/revocations/1/confirmation")), line(None)];
        vec![
            ("empty", page(Vec::new(), Vec::new(), None)),
            ("full", page(full, Vec::new(), Some(done))),
            ("with-errors", page(Vec::new(), vec![mend], None)),
        ]
    }
}
