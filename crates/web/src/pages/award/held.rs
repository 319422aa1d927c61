use askama::Template;

use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{Empty, Link, Pages, State};
use crate::pages::sample;
use crate::shell::Shell;

/// The awards that a person holds.
#[derive(Debug, Template)]
#[template(path = "award/held.html")]
pub struct MyAwards {
    /// The frame.
    pub shell: Shell,
    /// A page of them, newest first.
    pub lines: Vec<AwardLine>,
    /// The other pages.
    pub pages: Pages,
}

/// One award.
#[derive(Clone, Debug)]
pub struct AwardLine {
    /// Its page.
    pub address: String,
    /// Title of the micro-credential.
    pub title: String,
    /// Name of the level.
    pub level: String,
    /// Who awarded it.
    pub issuer: String,
    /// When.
    pub awarded: String,
    /// Whether it counts.
    pub state: State,
    /// Who may see it, in words.
    pub visibility: String,
}

impl MyAwards {
    fn empty(&self) -> Empty {
        Empty {
            title: self.shell.say("my-awards-none").to_string(),
            text: self.shell.say("my-awards-none-text").to_string(),
            way: Some(Link::new("/catalogue", self.shell.say("my-awards-way"))),
        }
    }
}

impl Page for MyAwards {
    const NAME: &'static str = "award/held";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = Shell {
            path: "/my-awards".to_owned(),
            ..sample::educator(shell)
        };
        let line = |title: &str, state: &str| AwardLine {
            address: "/awards/1".to_owned(),
            title: title.to_owned(),
            level: "foundation".to_owned(),
            issuer: sample::ISSUER.to_owned(),
            awarded: "4 December 2026".to_owned(),
            state: State::new(Mark::Met, shell.say(&format!("my-awards-state-{state}"))),
            visibility: shell.say("visibility-private").to_string(),
        };
        let full = Self {
            shell: shell.clone(),
            lines: vec![
                line(sample::TITLE, "valid"),
                line(sample::HOSTILE, "signing"),
            ],
            pages: Pages {
                first: Some("/my-awards".to_owned()),
                next: Some("/my-awards?after=1".to_owned()),
            },
        };
        let empty = Self {
            shell: shell.clone(),
            lines: Vec::new(),
            pages: Pages::default(),
        };
        vec![("full", full), ("empty", empty)]
    }
}
