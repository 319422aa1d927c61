//! What was sent: the receipt of a submission, and where it stands.

use askama::Template;

use crate::icon::{Form, Mark};
use crate::page::{Page, Sample};
use crate::pages::part::{Crumb, Fact, Link, Note, State, Tone};
use crate::pages::sample;
use crate::shell::Shell;

/// A piece as it was sent.
#[derive(Clone, Debug)]
pub struct SentPiece {
    /// What it is made of.
    pub form: Form,
    /// Its name, or the prompt that it answers.
    pub name: String,
    /// Size, words, criteria.
    pub note: String,
    /// Where it can be opened.
    pub address: Option<String>,
    /// What was written.
    pub text: Option<String>,
}

/// The form that takes it back.
#[derive(Clone, Debug)]
pub struct TakeBack {
    /// Where it goes.
    pub action: String,
    /// Key under which the answer is stored.
    pub key: String,
    /// Until when, in a sentence.
    pub note: String,
}

/// A submission that is with the assessors, was returned, or waits for its signature.
#[derive(Debug, Template)]
#[template(path = "pursuit/receipt.html")]
pub struct Receipt {
    /// The frame, in the issuer's colour.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// Title of the micro-credential.
    pub title: String,
    /// Where it stands.
    pub state: State,
    /// What that means for the educator, in a sentence or two.
    pub text: String,
    /// What happened just now.
    pub note: Option<Note>,
    /// Attempt, code, received, expected.
    pub facts: Vec<Fact>,
    /// The one thing to do, if there is one.
    pub way: Option<Link>,
    /// While it can be taken back.
    pub take_back: Option<TakeBack>,
    /// What was sent.
    pub pieces: Vec<SentPiece>,
}

impl Page for Receipt {
    const NAME: &'static str = "pursuit/receipt";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/submissions/W441-7X2K".to_owned(),
            ..sample::educator(shell)
        };
        let sent = || Self {
            crumbs: vec![
                Crumb::above("/home", shell.say("nav-home")),
                Crumb::here(sample::TITLE),
            ],
            title: sample::TITLE.to_owned(),
            state: State::new(Mark::Waiting, shell.say("state-with-assessors")),
            text: shell
                .say("receipt-with-assessors")
                .put("assessors", 2)
                .to_string(),
            note: Some(Note::new(
                Tone::Done,
                shell.say("receipt-sent").put("time", "14:05"),
                "",
            )),
            facts: vec![
                Fact::new(shell.say("fact-attempt"), 1),
                Fact::new(shell.say("fact-code"), "W441-7X2K"),
                Fact::new(shell.say("fact-received"), "25 Nov 2026, 14:05"),
                Fact::new(shell.say("fact-expected"), "Tuesday 1 December"),
            ],
            way: None,
            take_back: Some(TakeBack {
                action: "/submissions/W441-7X2K/taking-back".to_owned(),
                key: "019ab1c2-0000-7000-8000-000000000004".to_owned(),
                note: shell
                    .say("receipt-take-back-until")
                    .put("until", "14:35")
                    .to_string(),
            }),
            pieces: vec![
                SentPiece {
                    form: Form::Text,
                    name: sample::HOSTILE.to_owned(),
                    note: "110 words".to_owned(),
                    address: None,
                    text: Some(sample::HOSTILE.to_owned()),
                },
                SentPiece {
                    form: Form::Document,
                    name: "turn-log-after.pdf".to_owned(),
                    note: "240 kB".to_owned(),
                    address: Some("/files/e1".to_owned()),
                    text: None,
                },
            ],
            shell: shell.clone(),
        };
        let signing = Self {
            state: State::new(Mark::Met, shell.say("state-earned")),
            text: shell.say("receipt-signing").to_string(),
            way: Some(Link::new("/pursuits/1", shell.say("receipt-look-again"))),
            note: None,
            take_back: None,
            pieces: Vec::new(),
            ..sent()
        };
        let returned = Self {
            state: State::new(Mark::NotYet, shell.say("state-returned")),
            text: shell.say("receipt-returned").to_string(),
            note: Some(Note::new(
                Tone::Look,
                shell.say("returned-missing"),
                sample::HOSTILE,
            )),
            way: Some(Link::new("/pursuits/1", shell.say("home-next-draft-way"))),
            take_back: None,
            ..sent()
        };
        vec![
            ("full", sent()),
            ("signing", signing),
            ("returned", returned),
        ]
    }
}
