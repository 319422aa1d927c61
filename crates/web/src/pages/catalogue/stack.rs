//! Stacks: their list, and the way through one.

use askama::Template;

use super::Block;
use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{Crumb, Empty, Fact, Link, Pages, State};
use crate::pages::sample;
use crate::shell::Shell;

/// One stack as a line.
#[derive(Clone, Debug)]
pub struct StackLine {
    /// Its page.
    pub address: String,
    /// Its title.
    pub title: String,
    /// What somebody can do who has it.
    pub summary: String,
    /// Who issues it.
    pub issuer: String,
    /// Name of its level.
    pub level: String,
    /// How many belong to it, in words.
    pub count: String,
}

/// The list of stacks.
#[derive(Debug, Template)]
#[template(path = "catalogue/stacks.html")]
pub struct Stacks {
    /// The frame.
    pub shell: Shell,
    /// By title.
    pub lines: Vec<StackLine>,
    /// The other pages.
    pub pages: Pages,
}

impl Stacks {
    fn empty(&self) -> Empty {
        Empty {
            title: self.shell.say("stacks-none").to_string(),
            text: self.shell.say("stacks-none-text").to_string(),
            way: Some(Link::new("/catalogue", self.shell.say("error-catalogue"))),
        }
    }
}

impl Page for Stacks {
    const NAME: &'static str = "catalogue/stacks";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = sample::stranger(shell, "/stacks");
        let line = StackLine {
            address: "/stacks/warm".to_owned(),
            title: sample::HOSTILE.to_owned(),
            summary: "A class that knows how things go.".to_owned(),
            issuer: sample::ISSUER.to_owned(),
            level: "foundation".to_owned(),
            count: shell.say("stack-members").put("count", 2).to_string(),
        };
        let page = |lines: Vec<StackLine>, next: Option<&str>| Self {
            shell: shell.clone(),
            lines,
            pages: Pages {
                first: None,
                next: next.map(str::to_owned),
            },
        };
        vec![
            ("empty", page(Vec::new(), None)),
            ("full", page(vec![line], Some("/stacks?after=x"))),
        ]
    }
}

/// A member of a step.
#[derive(Clone, Debug)]
pub struct StackMember {
    /// Its page.
    pub address: String,
    /// Its title.
    pub title: String,
    /// Name of its level.
    pub level: String,
    /// Typical hours; nothing for a stack.
    pub hours: Option<u16>,
    /// How the visitor stands with it.
    pub standing: Option<State>,
    /// Where that leads.
    pub way: Option<String>,
}

/// A step of the way.
#[derive(Clone, Debug)]
pub struct StackStep {
    /// What it is about.
    pub title: String,
    /// How many are needed, in words.
    pub rule: String,
    /// How far the visitor is.
    pub progress: Option<State>,
    /// In the order in which they are best taken.
    pub members: Vec<StackMember>,
}

/// The way through a stack.
#[derive(Debug, Template)]
#[template(path = "catalogue/stack.html")]
pub struct Stack {
    /// The frame, in the issuer's colour.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// Its title.
    pub title: String,
    /// What somebody can do who has it.
    pub summary: Vec<Block>,
    /// Level, time, issuer, version.
    pub facts: Vec<Fact>,
    /// The way.
    pub steps: Vec<StackStep>,
    /// The award, if the visitor has it.
    pub award: Option<Link>,
}

impl Page for Stack {
    const NAME: &'static str = "catalogue/stack";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let stranger = Self::sample(&sample::stranger(shell, "/stacks/warm"));
        let mut mine = Self::sample(&sample::educator(shell));
        for step in &mut mine.steps {
            step.progress = Some(State::new(Mark::Met, shell.say("stack-step-done")));
            for member in &mut step.members {
                member.standing = Some(State::new(Mark::Met, shell.say("stack-held")));
                member.way = Some("/awards/1".to_owned());
            }
        }
        mine.award = Some(Link::new("/stack-awards/1", shell.say("see-the-award")));
        vec![("stranger", stranger), ("held", mine)]
    }
}

impl Stack {
    fn sample(shell: &Shell) -> Self {
        let member = |title: &str, hours| StackMember {
            address: "/micro-credentials/wait-time".to_owned(),
            title: title.to_owned(),
            level: "foundation".to_owned(),
            hours,
            standing: None,
            way: None,
        };
        let step = |title: &str, rule: String| StackStep {
            title: title.to_owned(),
            rule,
            progress: None,
            members: vec![
                member(sample::TITLE, Some(6)),
                member(sample::HOSTILE, None),
            ],
        };
        Self {
            crumbs: vec![
                Crumb::above("/stacks", shell.say("stacks-title")),
                Crumb::here("Orderly and Warm"),
            ],
            title: "Orderly and Warm".to_owned(),
            summary: vec![Block::Paragraph("A class that knows how.".to_owned())],
            facts: vec![Fact::new(shell.say("fact-level"), "foundation")],
            steps: vec![
                step("First", shell.say("stack-all").put("count", 2).to_string()),
                step(
                    "Then one of these",
                    shell
                        .say("stack-some")
                        .put("needed", 1)
                        .put("count", 2)
                        .to_string(),
                ),
            ],
            award: None,
            shell: shell.clone(),
        }
    }
}
