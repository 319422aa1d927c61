//! Earlier texts of one field, each of which can be taken back.

use askama::Template;
use axum::http::StatusCode;

use crate::form::Mend;
use crate::page::{Page, Sample};
use crate::pages::part::{Crumb, Pages};
use crate::pages::sample;
use crate::shell::Shell;

/// A text as it was at some time.
#[derive(Clone, Debug)]
pub struct EarlierText {
    /// Its version.
    pub version: u64,
    /// When it was saved, in words.
    pub saved: String,
    /// How long it is, in words.
    pub words: String,
    /// What it says.
    pub text: String,
}

/// The history of one field.
#[derive(Debug, Template)]
#[template(path = "pursuit/history.html")]
pub struct History {
    /// The frame, in the issuer's colour.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// Of the answer.
    pub status: StatusCode,
    /// What the field asks for.
    pub label: String,
    /// Its name.
    pub field: String,
    /// Where taking a text back is sent; nothing once the draft is closed.
    pub action: Option<String>,
    /// What it says now; nothing before the first save.
    pub now: Option<EarlierText>,
    /// What was kept, newest first.
    pub kept: Vec<EarlierText>,
    /// Older ones.
    pub pages: Pages,
    /// What was refused.
    pub mends: Vec<Mend>,
}

impl History {
    fn version(&self) -> u64 {
        self.now.as_ref().map_or(0, |it| it.version)
    }
}

impl Page for History {
    const NAME: &'static str = "pursuit/history";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn status(&self) -> StatusCode {
        self.status
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/pursuits/1/history/answer/start".to_owned(),
            ..sample::educator(shell)
        };
        let text = |version, text: &str| EarlierText {
            version,
            saved: "25 Nov 2026, 14:02".to_owned(),
            words: shell.say("words-count").put("count", 8).to_string(),
            text: text.to_owned(),
        };
        let empty = || Self {
            crumbs: vec![
                Crumb::above("/home", shell.say("nav-home")),
                Crumb::above("/pursuits/1", sample::TITLE),
                Crumb::here(shell.say("history-title")),
            ],
            status: StatusCode::OK,
            label: "Whom do you teach?".to_owned(),
            field: "answer/start".to_owned(),
            action: Some("/pursuits/1/restorations".to_owned()),
            now: None,
            kept: Vec::new(),
            pages: Pages::default(),
            mends: Vec::new(),
            shell: shell.clone(),
        };
        let full = || Self {
            now: Some(text(5, "I start from turn 4, the shortest pause.")),
            kept: vec![text(4, sample::HOSTILE), text(2, "I start.")],
            pages: Pages {
                first: Some("/pursuits/1/history/answer/start".to_owned()),
                next: Some("/pursuits/1/history/answer/start?before=2".to_owned()),
            },
            ..empty()
        };
        let errors = Self {
            status: StatusCode::CONFLICT,
            mends: vec![Mend {
                field: String::new(),
                text: shell.say("refusal-stale-field").to_string(),
            }],
            ..full()
        };
        let closed = Self {
            action: None,
            ..full()
        };
        vec![
            ("empty", empty()),
            ("full", full()),
            ("with-errors", errors),
            ("closed", closed),
        ]
    }
}
