//! The workspace: answers, evidence, and what is missing before it can be sent.

use askama::Template;
use axum::http::StatusCode;

use crate::form::{Choice, Choices, Field, HowMany, Mend, error_of};
use crate::icon::Form;
use crate::page::{Page, Sample};
use crate::pages::catalogue::Block;
use crate::pages::evidence::Findings;
use crate::pages::part::{CriterionLine, Crumb, Note, Rubric, State};
use crate::shell::Shell;

/// A text of the draft: one of its fields, with the version that it had when the page was made.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Label, hint, text, count of words; its name is the draft's field, such as `answer/start`.
    pub field: Field,
    /// The version, sent along as `version/<name>`.
    pub version: u64,
    /// Print of the text that the page shows, sent along as `was/<name>`, so that a text that was
    /// not touched is left alone; empty if the text is not saved.
    pub was: String,
    /// What is stored, where that is something else than what is shown.
    pub stored: Option<String>,
    /// Earlier texts of the field, once something was saved.
    pub history: Option<String>,
    /// Rows of the box.
    pub rows: u8,
}

/// One criterion that a piece can be attached to.
#[derive(Clone, Debug)]
pub struct Attach {
    /// Its id, sent as `criteria`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The piece is attached to it.
    pub is_chosen: bool,
}

/// A piece of evidence that is there.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its id in the page and in addresses.
    pub id: String,
    /// Name of the file.
    pub name: String,
    /// What it is made of.
    pub form: Form,
    /// What the educator says it shows.
    pub caption: String,
    /// Size, length, findings.
    pub note: String,
    /// Ready, being checked, look at this.
    pub state: State,
    /// Where it can be opened.
    pub address: String,
    /// The criteria, and which of them it is attached to.
    pub attach: Vec<Attach>,
    /// Where changes are sent: caption and criteria.
    pub action: String,
    /// Where taking it out is sent.
    pub remove: String,
}

/// The form that adds a file.
#[derive(Clone, Debug)]
pub struct Upload {
    /// Where it goes, as `multipart/form-data`: `requirement`, `caption`, `criteria`, then `file`.
    pub action: String,
    /// The requirement that it answers.
    pub requirement: String,
    /// What the file dialog offers, such as `.pdf,image/*`.
    pub accept: String,
    /// Sizes and forms, in words.
    pub hint: String,
    /// The criteria to attach it to.
    pub attach: Vec<Attach>,
    /// Key under which the answer is stored.
    pub key: String,
    /// What is wrong with what was just sent.
    pub error: Option<String>,
}

/// One requirement.
#[derive(Clone, Debug)]
pub struct Task {
    /// Its id in the page.
    pub id: String,
    /// What it is.
    pub title: String,
    /// What to do.
    pub text: Vec<Block>,
    /// Counts and limits, in words.
    pub limits: Vec<String>,
    /// What one can check.
    pub indicators: Vec<String>,
    /// A file to fill in: its address and name.
    pub template: Option<(String, String)>,
    /// Titles of the criteria that rest on it, as a list in words; empty if none does.
    pub shows: String,
    /// Complete, begun, nothing yet.
    pub state: State,
    /// Texts that are written here.
    pub texts: Vec<Answer>,
    /// Links that are written here.
    pub links: Vec<Answer>,
    /// Pieces that are there.
    pub pieces: Vec<Piece>,
    /// The form for one more file; none if no file is taken or all are there.
    pub upload: Option<Upload>,
}

/// What assessors said of a criterion that is open.
#[derive(Clone, Debug)]
pub struct Heard {
    /// Its title.
    pub title: String,
    /// The place in the page where it is worked on.
    pub address: String,
    /// Not yet, with the level.
    pub state: State,
    /// Their words, in an order that tells nothing.
    pub feedback: Vec<String>,
}

/// The attempt before this draft.
#[derive(Clone, Debug)]
pub struct EarlierAttempt {
    /// Its whole feedback.
    pub address: String,
    /// When it was decided, in words.
    pub decided: String,
    /// The criteria that it left open.
    pub heard: Vec<Heard>,
    /// After several attempts: that a mentor may help.
    pub mentor: Option<String>,
}

/// Something that is kept although the version does not ask for it.
#[derive(Clone, Debug)]
pub struct LeftOver {
    /// What it is.
    pub name: String,
    /// What was written.
    pub text: Option<String>,
    /// Where the file can be opened.
    pub address: Option<String>,
}

/// Ways to put the pursuit aside.
#[derive(Clone, Debug, Default)]
pub struct Aside {
    /// Until when a first attempt has to be sent, in a sentence.
    pub until: Option<String>,
    /// It can be paused.
    pub can_pause: bool,
    /// It is paused and can go on.
    pub can_resume: bool,
    /// It can be given up.
    pub can_withdraw: bool,
    /// What is wrong with giving it up.
    pub error: Option<String>,
    /// Key under which the answer is stored.
    pub key: String,
}

/// The workspace of a pursuit.
#[derive(Debug, Template)]
#[template(path = "pursuit/workspace.html")]
pub struct Workspace {
    /// The frame, in the issuer's colour.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// Title of the micro-credential.
    pub title: String,
    /// Address of the pursuit; `/texts` and `/submission` below it take the forms.
    pub address: String,
    /// Of the answer.
    pub status: StatusCode,
    /// From 1.
    pub attempt: u32,
    /// Such as `Saved 14:02`.
    pub saved: Option<String>,
    /// What happened just now.
    pub note: Option<Note>,
    /// The criteria with their state, each leading to its first source.
    pub criteria: Vec<CriterionLine>,
    /// The rubric.
    pub rubric: Rubric,
    /// The attempt before, once it is decided.
    pub earlier: Option<EarlierAttempt>,
    /// Part 1.
    pub overview: Vec<Answer>,
    /// Part 2.
    pub tasks: Vec<Task>,
    /// Part 3, with the use of AI.
    pub reflection: Vec<Answer>,
    /// From the second attempt: what changed.
    pub change: Option<Answer>,
    /// What it may tell of whoever made it.
    pub findings: Findings,
    /// What is missing before it can be sent: the field it is about, in words.
    pub missing: Vec<Mend>,
    /// It can be sent: no attempt is with the assessors, and it is not awarded.
    pub can_send: bool,
    /// Met criteria that open again if it is sent as it is.
    pub reopens: Vec<Choice>,
    /// What an earlier version asked for and this one does not.
    pub left_over: Vec<LeftOver>,
    /// Where a newer version can be looked at.
    pub newer: Option<String>,
    /// Ways to put it aside.
    pub aside: Aside,
    /// Values and words of the statements.
    pub statements: Vec<Choice>,
    /// What was refused when it was sent.
    pub mends: Vec<Mend>,
    /// Key under which the answer to sending is stored.
    pub key: String,
}

impl Workspace {
    fn statement_choices(&self) -> Choices {
        Choices {
            name: "attest".to_owned(),
            legend: self.shell.say("submit-statements").to_string(),
            hint: None,
            error: error_of(&self.mends, "attest"),
            how_many: HowMany::Any,
            options: self.statements.clone(),
        }
    }
}

impl Workspace {
    fn reopen_choices(&self) -> Choices {
        Choices {
            name: "reopen".to_owned(),
            legend: self.shell.say("submit-reopens").to_string(),
            hint: Some(self.shell.say("submit-reopens-hint").to_string()),
            error: error_of(&self.mends, "reopen"),
            how_many: HowMany::Any,
            options: self.reopens.clone(),
        }
    }
}

impl Page for Workspace {
    const NAME: &'static str = "pursuit/workspace";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn status(&self) -> StatusCode {
        self.status
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        super::workspace_sample::samples(shell)
    }
}
