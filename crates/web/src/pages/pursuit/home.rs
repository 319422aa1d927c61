//! An educator's home: what is next, what is under way, what is earned.

use askama::Template;

use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{Link, Pages, State};
use crate::pages::sample;
use crate::seal::{Seal, Variant};
use crate::shell::Shell;

/// The one thing to do next.
#[derive(Clone, Debug)]
pub struct Next {
    /// One sentence: the heading of the page.
    pub sentence: String,
    /// A little more.
    pub text: String,
    /// The button.
    pub way: Link,
    /// Another way, as a plain link.
    pub other: Option<Link>,
    /// The seal of what it is about, in the full form.
    pub seal: Option<Seal>,
}

/// One pursuit as a line.
#[derive(Clone, Debug)]
pub struct PursuitLine {
    /// Where it is.
    pub address: String,
    /// Title of the micro-credential.
    pub title: String,
    /// Its state.
    pub state: State,
    /// Dates and what comes next.
    pub note: String,
    /// Its seal, in a small form.
    pub seal: Seal,
}

/// An educator's home.
#[derive(Debug, Template)]
#[template(path = "pursuit/home.html")]
pub struct Home {
    /// The frame.
    pub shell: Shell,
    /// What is next; the first step into the catalogue if there is nothing under way.
    pub next: Next,
    /// What is under way.
    pub under_way: Vec<PursuitLine>,
    /// What is earned.
    pub earned: Vec<PursuitLine>,
    /// Older ones.
    pub pages: Pages,
}

impl Page for Home {
    const NAME: &'static str = "pursuit/home";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &sample::educator(shell);
        let line = |address: &str, state: State, note: &str, met, variant| PursuitLine {
            address: address.to_owned(),
            title: sample::TITLE.to_owned(),
            state,
            note: note.to_owned(),
            seal: sample::seal_data(shell, met).draw(variant),
        };
        let not_yet = State::new(Mark::NotYet, shell.say("state-not-yet").put("count", 1));
        let waiting = State::new(Mark::Waiting, shell.say("state-with-assessors"));
        let earned = State::new(Mark::Met, shell.say("state-earned"));
        let empty = Self {
            next: Next {
                sentence: shell.say("home-next-choose").to_string(),
                text: shell.say("home-next-choose-text").to_string(),
                way: Link::new("/catalogue", shell.say("home-next-choose-way")),
                other: None,
                seal: None,
            },
            under_way: Vec::new(),
            earned: Vec::new(),
            pages: Pages::default(),
            shell: shell.clone(),
        };
        let full = Self {
            next: Next {
                sentence: shell
                    .say("home-next-feedback")
                    .put("title", sample::TITLE)
                    .put("count", 1)
                    .to_string(),
                text: shell
                    .say("home-next-feedback-text")
                    .put("met", 3)
                    .to_string(),
                way: Link::new("/pursuits/1", shell.say("home-next-feedback-way")),
                other: None,
                seal: Some(sample::seal_data(shell, 3).draw(Variant::OnTheWay)),
            },
            under_way: vec![
                line(
                    "/pursuits/1",
                    not_yet,
                    "Decided Friday 20 November.",
                    3,
                    Variant::SmallOnTheWay,
                ),
                line(
                    "/pursuits/2",
                    waiting,
                    "Received Friday 20 November.",
                    0,
                    Variant::SmallOnTheWay,
                ),
            ],
            earned: vec![line("/awards/3", earned, "14 May 2026", 4, Variant::Small)],
            pages: Pages {
                first: Some("/home".to_owned()),
                next: Some("/home?before=1".to_owned()),
            },
            shell: shell.clone(),
        };
        vec![("empty", empty), ("full", full)]
    }
}
