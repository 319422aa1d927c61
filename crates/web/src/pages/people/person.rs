use askama::Template;
use axum::http::StatusCode;

use super::HeldLine;
use crate::form::{Field, Mend, error_of};
use crate::page::{Page, Sample};
use crate::pages::part::{Crumb, Note, Pages};
use crate::pages::sample;
use crate::shell::Shell;

/// A person, for whoever looks after them.
#[derive(Debug, Template)]
#[template(path = "people/person.html")]
pub struct Person {
    /// The frame.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// This page.
    pub here: String,
    /// Their name.
    pub name: String,
    /// What they hold where the administrator looks after.
    pub held: Vec<HeldLine>,
    /// Their addresses.
    pub addresses: Vec<PlainLine>,
    /// Where they are signed in.
    pub sessions: Vec<PlainLine>,
    /// What happened to their account, newest first.
    pub history: Vec<PlainLine>,
    /// Where the history goes on.
    pub pages: Pages,
    /// The administrator looks after everything that they hold.
    pub is_within: bool,
    /// Links are mailed.
    pub is_sending: bool,
    /// Accounts that went into this one.
    pub merges: Vec<MergeLine>,
    /// What was typed as another address.
    pub email: String,
    /// What was typed about another account of theirs: its address and why.
    pub merging: (String, String),
    /// A link to set a password, shown this once.
    pub shown: Option<String>,
    /// What has just been done.
    pub done: Option<Note>,
    /// What is to mend.
    pub mends: Vec<Mend>,
}

/// A line of text with a note.
#[derive(Clone, Debug)]
pub struct PlainLine {
    /// What it says.
    pub text: String,
    /// What belongs to it.
    pub note: Option<String>,
}

/// An account that went into another.
#[derive(Clone, Debug)]
pub struct MergeLine {
    /// Whose name it had.
    pub name: String,
    /// When and why.
    pub text: String,
    /// Where the form goes that undoes it, while that is possible.
    pub undo: Option<String>,
}

impl Person {
    fn merged_field(&self) -> Field {
        Field::new("merged", self.shell.say("person-merge-address"))
            .kind("email", "off")
            .limit(254)
            .value(self.merging.0.clone())
            .error(error_of(&self.mends, "merged"))
    }

    fn reason_field(&self) -> Field {
        Field::new("reason", self.shell.say("person-merge-reason"))
            .kind("text", "off")
            .limit(500)
            .value(self.merging.1.clone())
            .error(error_of(&self.mends, "reason"))
    }

    fn email_field(&self) -> Field {
        Field::new("email", self.shell.say("addresses-another"))
            .kind("email", "off")
            .limit(254)
            .value(self.email.clone())
            .error(error_of(&self.mends, "email"))
    }
}

impl Page for Person {
    const NAME: &'static str = "people/person";

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
            path: "/people/1".to_owned(),
            ..sample::administrator(shell)
        };
        let line = |text: &str| PlainLine {
            text: text.to_owned(),
            note: Some("25 Nov 2026, 14:02".to_owned()),
        };
        let page = |lines: Vec<PlainLine>, shown: Option<&str>, mends: Vec<Mend>| Self {
            crumbs: vec![
                Crumb::above("/people", shell.say("people-title")),
                Crumb::here("Mara Delgado-Quinn"),
            ],
            here: "/people/1".to_owned(),
            name: "Mara Delgado-Quinn".to_owned(),
            held: vec![HeldLine {
                role: shell.say("role-educator").to_string(),
                organization: sample::HOSTILE.to_owned(),
                end: Some("/memberships/1/end".to_owned()),
            }],
            addresses: lines.clone(),
            sessions: lines.clone(),
            history: lines,
            pages: Pages {
                first: None,
                next: Some("/people/1?before=1".to_owned()),
            },
            is_within: shown.is_some(),
            is_sending: shown.is_none(),
            merges: vec![MergeLine {
                name: sample::HOSTILE.to_owned(),
                text: sample::HOSTILE.to_owned(),
                undo: shown.map(|_| "/people/1/merges/1/undoing".to_owned()),
            }],
            email: mends.first().map_or("", |_| sample::HOSTILE).to_owned(),
            merging: ("".to_owned(), sample::HOSTILE.to_owned()),
            shown: shown.map(str::to_owned),
            done: None,
            mends,
            shell: shell.clone(),
        };
        let mend = Mend {
            field: "email".to_owned(),
            text: sample::HOSTILE.to_owned(),
        };
        let full = vec![line("mara@example.org"), line(sample::HOSTILE)];
        vec![
            ("empty", page(Vec::new(), None, Vec::new())),
            (
                "link",
                page(full.clone(), Some("https://c.example/links/1"), Vec::new()),
            ),
            (
                "with-errors",
                page(full, Some("https://c.example/links/1"), vec![mend]),
            ),
        ]
    }
}
