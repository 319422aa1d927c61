//! What a newer version would change, before a pursuit moves to it.

use askama::Template;

use crate::page::{Page, Sample};
use crate::pages::part::{Crumb, Note, Tone};
use crate::pages::sample;
use crate::shell::Shell;

/// One thing that differs.
#[derive(Clone, Debug)]
pub struct Difference {
    /// How: new, gone, or changed.
    pub how: String,
    /// What it is called.
    pub title: String,
    /// What that means, if anything.
    pub note: Option<String>,
}

/// Differences of one kind.
#[derive(Clone, Debug)]
pub struct Group {
    /// What they are about.
    pub title: String,
    /// The differences.
    pub lines: Vec<Difference>,
}

/// What a newer version would change.
#[derive(Debug, Template)]
#[template(path = "pursuit/newer.html")]
pub struct Newer {
    /// The frame, in the issuer's colour.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// Why it cannot be moved now.
    pub note: Option<Note>,
    /// What differs.
    pub groups: Vec<Group>,
    /// Where moving is sent; nothing if it cannot be moved now.
    pub action: Option<String>,
    /// Where the new version can be read.
    pub read: String,
    /// The version, sent along.
    pub version: String,
    /// Key under which the answer is stored.
    pub key: String,
}

impl Page for Newer {
    const NAME: &'static str = "pursuit/newer";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/pursuits/1/newer-version".to_owned(),
            ..sample::educator(shell)
        };
        let aspects = shell.say("newer-aspect-text").to_string();
        let line = |how: &str, note: Option<&str>| Difference {
            how: shell.say(how).to_string(),
            title: sample::HOSTILE.to_owned(),
            note: note.map(|it| shell.say(it).put("aspects", &aspects).to_string()),
        };
        let full = || Self {
            crumbs: vec![
                Crumb::above("/pursuits/1", sample::TITLE),
                Crumb::here(shell.say("newer-title")),
            ],
            note: None,
            groups: vec![Group {
                title: shell.say("newer-criteria").to_string(),
                lines: vec![
                    line("newer-same", Some("newer-carried")),
                    line("newer-changed", Some("newer-judged-anew")),
                ],
            }],
            action: Some("/pursuits/1/newer-version".to_owned()),
            read: "/micro-credentials/wait-time".to_owned(),
            version: "1".to_owned(),
            key: "019ab1c2-0000-7000-8000-000000000008".to_owned(),
            shell: shell.clone(),
        };
        let waiting = Self {
            note: Some(Note::new(Tone::Look, shell.say("newer-not-now"), "")),
            groups: Vec::new(),
            action: None,
            ..full()
        };
        vec![("full", full()), ("waiting", waiting)]
    }
}
