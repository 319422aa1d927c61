//! One micro-credential: everything that one is told before starting.

use askama::Template;

use crate::page::{Page, Sample};
use crate::pages::part::{Crumb, Fact, Note, Rubric, Tone};
use crate::pages::sample;
use crate::seal::Seal;
use crate::shell::Shell;

/// What the visitor can do with a micro-credential.
#[derive(Clone, Debug)]
pub enum Start {
    /// Nobody is signed in.
    SignIn,
    /// An educator may start: a form is sent to that address, with that key.
    Open {
        /// Where the form goes.
        action: String,
        /// Key under which the answer is stored.
        key: String,
    },
    /// They are working on it: leads there.
    GoOn {
        /// The pursuit.
        address: String,
    },
    /// They have it: leads to the award.
    Earned {
        /// The award.
        address: String,
    },
    /// They are signed in, without the role of an educator.
    Look,
}

impl Start {
    /// The visitor has not begun, and could.
    pub const fn is_new(&self) -> bool {
        matches!(self, Self::SignIn | Self::Open { .. })
    }
}

/// One thing to hand in.
#[derive(Clone, Debug)]
pub struct HandIn {
    /// What it is.
    pub title: String,
    /// What to do.
    pub text: Vec<Block>,
    /// What it is evidence of, or that it is written.
    pub kind: String,
    /// Forms, counts and limits, in words.
    pub limits: Vec<String>,
    /// What one can check before handing it in.
    pub indicators: Vec<String>,
    /// A file to fill in: its address and name.
    pub template: Option<(String, String)>,
}

/// A block of running text.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Paragraph(String),
    /// A list.
    List(Vec<String>),
}

/// One paragraph of the rationale.
#[derive(Clone, Debug)]
pub struct Reason {
    /// The paragraph.
    pub text: String,
    /// Works, each with its address if it has one.
    pub works: Vec<(String, Option<String>)>,
}

/// Something to read or watch.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Its title.
    pub title: String,
    /// Where it is.
    pub address: Option<String>,
    /// What it is good for.
    pub note: String,
}

/// One version.
#[derive(Clone, Debug)]
pub struct VersionLine {
    /// From 1.
    pub number: u32,
    /// When it was published, as written on the page.
    pub published: String,
    /// What changed, each as a sentence.
    pub changes: Vec<String>,
    /// Fingerprint of its rubric, shortened.
    pub rubric: String,
    /// Its page.
    pub address: String,
    /// It is the one on this page.
    pub is_here: bool,
}

/// Everything that one is told before starting.
#[derive(Debug, Template)]
#[template(path = "catalogue/micro-credential.html")]
pub struct MicroCredential {
    /// The frame, in the issuer's colour.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// The title.
    pub title: String,
    /// The competency in one sentence.
    pub competency: String,
    /// What it is about.
    pub summary: Vec<Block>,
    /// Level, time, students, film, issuer.
    pub facts: Vec<Fact>,
    /// Who gains most.
    pub for_whom: String,
    /// Who should choose something else.
    pub not_for_whom: Option<String>,
    /// What happened just now, if anything.
    pub note: Option<Note>,
    /// What the visitor can do.
    pub start: Start,
    /// The seal, in the full form.
    pub seal: Seal,
    /// What one needs to have: students, film, consent, time until the first submission.
    pub needs: Vec<String>,
    /// Prompts and requirements in their order.
    pub hand_ins: Vec<HandIn>,
    /// What the issuer says on the use of AI.
    pub ai_use: Option<String>,
    /// How it is judged.
    pub rubric: Rubric,
    /// How many assessors judge it.
    pub assessors: u8,
    /// From submission to decision, in business days.
    pub turnaround: u8,
    /// Typical time in hours.
    pub hours: u16,
    /// Where the hours go: what, hours.
    pub time: Vec<(String, u16)>,
    /// Name of the key method.
    pub method: String,
    /// What the method is.
    pub method_text: Vec<Block>,
    /// Its steps: name, what to do.
    pub steps: Vec<(String, String)>,
    /// Why it works.
    pub reasons: Vec<Reason>,
    /// What to read or watch.
    pub resources: Vec<Resource>,
    /// Entries of frameworks: title with code, address.
    pub alignments: Vec<(String, String)>,
    /// Newest first.
    pub versions: Vec<VersionLine>,
}

impl Page for MicroCredential {
    const NAME: &'static str = "catalogue/micro-credential";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let path = "/catalogue/wait-time";
        let stranger = Self::sample(&sample::stranger(shell, path), Start::SignIn);
        let (action, key) = (
            "/catalogue/wait-time/pursuits".to_owned(),
            "019ab1c2-0000-7000-8000-000000000001".to_owned(),
        );
        let mine = Shell {
            path: path.to_owned(),
            ..sample::educator(shell)
        };
        let mut open = Self::sample(&mine, Start::Open { action, key });
        open.note = Some(Note::new(Tone::Look, sample::HOSTILE, sample::HOSTILE));
        let go_on = Self::sample(
            &mine,
            Start::GoOn {
                address: "/pursuits/1".to_owned(),
            },
        );
        let earned = Self::sample(
            &mine,
            Start::Earned {
                address: "/awards/1".to_owned(),
            },
        );
        let mut bare = Self::sample(&sample::assessor(shell), Start::Look);
        (bare.resources, bare.alignments, bare.reasons, bare.time) = Default::default();
        (bare.ai_use, bare.not_for_whom) = (None, None);
        bare.facts = vec![Fact::new(
            shell.say("fact-students"),
            shell.say("students-not-needed"),
        )];
        vec![
            ("stranger", stranger),
            ("full", open),
            ("going-on", go_on),
            ("earned", earned),
            ("bare", bare),
        ]
    }
}
