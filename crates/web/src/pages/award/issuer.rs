use askama::Template;

use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{Empty, Fact, Link, State};
use crate::pages::sample;
use crate::shell::Shell;

/// An issuer, for everybody.
#[derive(Debug, Template)]
#[template(path = "award/issuer.html")]
pub struct Issuer {
    /// The frame, in the issuer's colour.
    pub shell: Shell,
    /// Its name.
    pub name: String,
    /// What it has published.
    pub offers: Vec<Link>,
    /// Its identifier and its document.
    pub facts: Vec<Fact>,
    /// Every key that it ever had, newest first.
    pub keys: Vec<IssuerKey>,
}

/// A key of an issuer.
#[derive(Clone, Debug)]
pub struct IssuerKey {
    /// The public half.
    pub key: String,
    /// Since when it signs.
    pub since: String,
    /// Whether it vouches for what it signed.
    pub state: State,
}

impl Issuer {
    fn empty(&self) -> Empty {
        Empty {
            title: self.shell.say("issuer-none").to_string(),
            text: self.shell.say("issuer-none-text").to_string(),
            way: Some(Link::new("/catalogue", self.shell.say("my-awards-way"))),
        }
    }
}

impl Page for Issuer {
    const NAME: &'static str = "award/issuer";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = sample::stranger(shell, "/issuers/1");
        let key = |state: State| IssuerKey {
            key: "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK".to_owned(),
            since: "4 December 2026".to_owned(),
            state,
        };
        let revoked = shell
            .say("issuer-key-revoked")
            .put("date", "5 December 2026");
        let full = Self {
            shell: shell.clone(),
            name: sample::ISSUER.to_owned(),
            offers: vec![
                Link::new("/micro-credentials/wait-time", sample::TITLE),
                Link::new("/micro-credentials/other", sample::HOSTILE),
            ],
            facts: vec![
                Fact::new(
                    shell.say("issuer-did"),
                    "did:web:localhost%3A8080:issuers:1",
                ),
                Fact::linked(
                    shell.say("issuer-document"),
                    "did.json",
                    "/issuers/1/did.json",
                ),
            ],
            keys: vec![
                key(State::new(Mark::Met, shell.say("issuer-key-good"))),
                key(State::new(Mark::Gone, revoked)),
            ],
        };
        let empty = Self {
            shell: shell.clone(),
            name: sample::HOSTILE.to_owned(),
            offers: Vec::new(),
            facts: Vec::new(),
            keys: Vec::new(),
        };
        vec![("full", full), ("empty", empty)]
    }
}
