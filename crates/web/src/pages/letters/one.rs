use askama::Template;

use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{Crumb, Fact, State};
use crate::pages::sample;
use crate::shell::Shell;

/// A letter as its receiver gets it: as text, and as HTML in a frame in which nothing acts.
#[derive(Debug, Template)]
#[template(path = "letters/one.html")]
pub struct LetterPage {
    /// The frame.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// What it says in one line.
    pub subject: String,
    /// To whom, where, when.
    pub facts: Vec<Fact>,
    /// What became of it.
    pub state: State,
    /// As plain text.
    pub text: String,
    /// Address of the HTML.
    pub html: String,
    /// The language of the letter, as a BCP 47 tag.
    pub letter_language: String,
}

impl Page for LetterPage {
    const NAME: &'static str = "letters/one";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = Shell {
            path: "/outbox/1".to_owned(),
            ..sample::administrator(shell)
        };
        let page = |subject: &str| Self {
            crumbs: vec![
                Crumb::above("/outbox", shell.say("outbox-title")),
                Crumb::here(subject),
            ],
            subject: subject.to_owned(),
            facts: vec![
                Fact::new(shell.say("letter-to"), sample::HOSTILE),
                Fact::new(shell.say("letter-address"), "mara@example.org"),
            ],
            state: State::new(Mark::Todo, shell.say("letter-state-kept")),
            text: format!("Hello Mara,\n\n{subject}"),
            html: "/outbox/1/html".to_owned(),
            letter_language: "es".to_owned(),
            shell: shell.clone(),
        };
        vec![
            ("full", page("Awarded: Wait Time")),
            ("hostile", page(sample::HOSTILE)),
        ]
    }
}
