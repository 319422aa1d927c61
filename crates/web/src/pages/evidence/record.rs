//! The blindness record of a submission.

use askama::Template;

use super::FindingLine;
use crate::page::{Page, Sample};
use crate::pages::part::{Crumb, Fact};
use crate::pages::sample;
use crate::shell::Shell;

/// A file that was checked.
#[derive(Clone, Debug)]
pub struct RecordPiece {
    /// The name that assessors see.
    pub name: String,
    /// Prints, recipe, what was left behind.
    pub facts: Vec<Fact>,
}

/// What was checked before a submission.
#[derive(Debug, Template)]
#[template(path = "evidence/record.html")]
pub struct Record {
    /// The frame.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// What this is, and for whom.
    pub intro: String,
    /// Every place that was found.
    pub lines: Vec<FindingLine>,
    /// What the educator said of them.
    pub why: Option<String>,
    /// Files.
    pub pieces: Vec<RecordPiece>,
    /// Version of the rules and print of the record.
    pub prints: Vec<String>,
}

impl Page for Record {
    const NAME: &'static str = "evidence/record";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/submissions/K7QF-2M9X/blindness".to_owned(),
            ..sample::lead(shell)
        };
        let page = |lines, why| Self {
            crumbs: vec![
                Crumb::above("/home", shell.say("nav-home")),
                Crumb::here(shell.say("record-title")),
            ],
            intro: shell
                .say("record-intro")
                .put("code", "K7QF-2M9X")
                .to_string(),
            lines,
            why,
            pieces: vec![RecordPiece {
                name: "turn-log-after.pdf".to_owned(),
                facts: vec![Fact::new(
                    shell.say("record-removed"),
                    shell.say("removed-authors"),
                )],
            }],
            prints: vec![
                shell
                    .say("record-hash")
                    .put("hash", "ab".repeat(32))
                    .to_string(),
            ],
            shell: shell.clone(),
        };
        vec![
            ("empty", page(Vec::new(), None)),
            (
                "full",
                page(
                    vec![FindingLine {
                        address: "/files/e1".to_owned(),
                        ..FindingLine::sample(shell)
                    }],
                    Some(sample::HOSTILE.to_owned()),
                ),
            ),
        ]
    }
}
