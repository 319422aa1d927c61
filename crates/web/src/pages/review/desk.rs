//! An assessor's desk.

use askama::Template;

use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{Link, Note, Pages, State, Tone};
use crate::pages::sample;
use crate::shell::Shell;

/// A review that waits, or one that is done.
#[derive(Clone, Debug)]
pub struct ReviewLine {
    /// Where it is.
    pub address: String,
    /// Title of the micro-credential.
    pub title: String,
    /// Code of the submission.
    pub code: String,
    /// When it is due, or that it is done.
    pub state: State,
    /// How many criteria are to be judged.
    pub note: String,
}

/// What the assessor is qualified for.
#[derive(Clone, Debug)]
pub struct Qualified {
    /// Title of the micro-credential.
    pub title: String,
    /// Until when, in words.
    pub until: String,
}

/// An assessor's desk.
#[derive(Debug, Template)]
#[template(path = "review/desk.html")]
pub struct Desk {
    /// The frame.
    pub shell: Shell,
    /// What happened just now.
    pub note: Option<Note>,
    /// What waits, soonest first.
    pub waiting: Vec<ReviewLine>,
    /// Where the rest of them is.
    pub pages: Pages,
    /// Discussions with another assessor that are open.
    pub discussions: Vec<Link>,
    /// What else waits for a lead assessor or programme manager.
    pub ways: Vec<Link>,
    /// What was done last.
    pub done: Vec<ReviewLine>,
    /// What they may assess.
    pub qualified: Vec<Qualified>,
}

impl Page for Desk {
    const NAME: &'static str = "review/desk";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &sample::assessor(shell);
        let line = |code: &str, state: State| ReviewLine {
            address: format!("/reviews/{code}"),
            title: sample::TITLE.to_owned(),
            code: code.to_owned(),
            state,
            note: shell.say("desk-criteria").put("count", 4).to_string(),
        };
        let empty = Self {
            shell: shell.clone(),
            note: None,
            waiting: Vec::new(),
            pages: Pages::default(),
            discussions: Vec::new(),
            ways: Vec::new(),
            done: Vec::new(),
            qualified: Vec::new(),
        };
        let full = Self {
            note: Some(Note::new(Tone::Done, shell.say("review-sent"), "")),
            waiting: vec![
                line(
                    "W-4409",
                    State::new(
                        Mark::Late,
                        shell.say("due-late").put("day", "Monday 23 November"),
                    ),
                ),
                line(
                    "W-4417",
                    State::new(
                        Mark::Waiting,
                        shell.say("due").put("day", "Tuesday 1 December"),
                    ),
                ),
            ],
            pages: Pages {
                first: None,
                next: Some("/desk?after=1".to_owned()),
            },
            discussions: vec![Link::new("/reviews/1/discussion", sample::TITLE)],
            ways: vec![
                Link::new("/desk/reviewing", shell.say("reviewing-title")),
                Link::new("/releases", shell.say("releases-title")),
            ],
            done: vec![line(
                "W-4302",
                State::new(
                    Mark::Ready,
                    shell.say("review-done").put("day", "20 Nov 2026"),
                ),
            )],
            qualified: vec![Qualified {
                title: sample::TITLE.to_owned(),
                until: "25 May 2027".to_owned(),
            }],
            shell: shell.clone(),
        };
        vec![("empty", empty), ("full", full)]
    }
}
