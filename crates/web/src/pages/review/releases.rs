//! Decisions that wait until somebody releases them.

use askama::Template;

use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{Note, State, Tone};
use crate::pages::sample;
use crate::shell::Shell;

/// A decision that its educator does not know of.
#[derive(Clone, Debug)]
pub struct Release {
    /// Id of the submission, sent along.
    pub submission: String,
    /// Code of the submission.
    pub code: String,
    /// Title of the micro-credential.
    pub title: String,
    /// Awarded, or not yet.
    pub state: State,
    /// When it was decided, in words.
    pub decided: String,
    /// Key under which the answer is stored.
    pub key: String,
}

/// Decisions to release.
#[derive(Debug, Template)]
#[template(path = "review/releases.html")]
pub struct Releases {
    /// The frame.
    pub shell: Shell,
    /// What happened just now.
    pub note: Option<Note>,
    /// Oldest first.
    pub waiting: Vec<Release>,
}

impl Page for Releases {
    const NAME: &'static str = "review/releases";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/releases".to_owned(),
            ..sample::lead(shell)
        };
        let release = Release {
            submission: "1".to_owned(),
            code: "W-4417".to_owned(),
            title: sample::TITLE.to_owned(),
            state: State::new(Mark::Met, shell.say("releases-awarded")),
            decided: shell
                .say("releases-decided")
                .put("day", "25 Nov 2026")
                .to_string(),
            key: "019ab1c2-0000-7000-8000-000000000009".to_owned(),
        };
        let page = |waiting, note| Self {
            shell: shell.clone(),
            note,
            waiting,
        };
        let done = Note::new(Tone::Done, shell.say("releases-done"), "");
        vec![
            ("empty", page(Vec::new(), Some(done))),
            ("full", page(vec![release], None)),
        ]
    }
}
