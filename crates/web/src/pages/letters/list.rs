use askama::Template;

use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{Empty, Note, Pages, State, Tone};
use crate::pages::sample;
use crate::shell::Shell;

/// Letters, newest first: one's own, or all of the installation.
#[derive(Debug, Template)]
#[template(path = "letters/list.html")]
pub struct LetterList {
    /// The frame.
    pub shell: Shell,
    /// A page of them.
    pub lines: Vec<LetterLine>,
    /// The next page.
    pub pages: Pages,
    /// Every letter of the installation.
    pub is_outbox: bool,
    /// Letters leave the house.
    pub is_sending: bool,
}

/// A letter in a list.
#[derive(Clone, Debug)]
pub struct LetterLine {
    /// Its page.
    pub address: String,
    /// What it says in one line.
    pub subject: String,
    /// To whom.
    pub to: String,
    /// When it was written.
    pub written: String,
    /// What became of it.
    pub state: State,
}

impl LetterList {
    fn word(&self, outbox: &str, own: &str) -> String {
        let id = if self.is_outbox { outbox } else { own };
        self.shell.say(id).to_string()
    }

    fn title(&self) -> String {
        self.word("outbox-title", "letters-title")
    }

    fn lede(&self) -> String {
        self.word("outbox-lede", "letters-lede")
    }

    fn empty(&self) -> Empty {
        Empty {
            title: self.word("outbox-none", "letters-none"),
            text: self.word("outbox-none-text", "letters-none-text"),
            way: None,
        }
    }

    fn quiet(&self) -> Note {
        Note::new(
            Tone::Plain,
            self.shell.say("outbox-quiet"),
            self.shell.say("outbox-quiet-text"),
        )
    }
}

impl Page for LetterList {
    const NAME: &'static str = "letters/list";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let page = |shell: Shell, lines, is_outbox| Self {
            shell,
            lines,
            pages: Pages {
                first: None,
                next: Some("/outbox?before=1".to_owned()),
            },
            is_outbox,
            is_sending: !is_outbox,
        };
        let line = |subject: &str, state: State| LetterLine {
            address: "/outbox/1".to_owned(),
            subject: subject.to_owned(),
            to: "Mara Delgado-Quinn".to_owned(),
            written: "25 Nov 2026, 14:02".to_owned(),
            state,
        };
        let kept = State::new(Mark::Todo, shell.say("letter-state-kept"));
        let failed = State::new(Mark::NotYet, sample::HOSTILE);
        let lines = vec![
            line("Awarded: Wait Time", kept),
            line(sample::HOSTILE, failed),
        ];
        let outbox = Shell {
            path: "/outbox".to_owned(),
            ..sample::administrator(shell)
        };
        let own = Shell {
            path: "/letters".to_owned(),
            ..sample::educator(shell)
        };
        vec![
            ("empty", page(own, Vec::new(), false)),
            ("full", page(outbox, lines, true)),
        ]
    }
}
