//! Giving a submission back as incomplete.

use askama::Template;
use axum::http::StatusCode;

use crate::form::{Field, Mend};
use crate::page::{Page, Sample};
use crate::pages::part::Crumb;
use crate::pages::sample;
use crate::shell::Shell;

/// The form that says what is missing.
#[derive(Debug, Template)]
#[template(path = "pursuit/returning.html")]
pub struct Returning {
    /// The frame.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// Of the answer.
    pub status: StatusCode,
    /// Where it goes.
    pub action: String,
    /// Where to go instead.
    pub back: String,
    /// What is missing, as it was typed.
    pub missing: Field,
    /// What was refused.
    pub mends: Vec<Mend>,
    /// Key under which the answer is stored.
    pub key: String,
}

impl Page for Returning {
    const NAME: &'static str = "pursuit/returning";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn status(&self) -> StatusCode {
        self.status
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/reviews/1/returning".to_owned(),
            ..sample::lead(shell)
        };
        let field = || {
            Field::new("missing", shell.say("returning-missing"))
                .hint(shell.say("returning-missing-hint"))
                .limit(2_000)
        };
        let empty = || Self {
            crumbs: vec![Crumb::here(shell.say("returning-title"))],
            status: StatusCode::OK,
            action: "/reviews/1/returning".to_owned(),
            back: "/reviews/1".to_owned(),
            missing: field(),
            mends: Vec::new(),
            key: "019ab1c2-0000-7000-8000-000000000005".to_owned(),
            shell: shell.clone(),
        };
        let error = shell.say("refusal-pursuit-reason-missing").to_string();
        let errors = Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            missing: field().value(sample::HOSTILE).error(Some(error.clone())),
            mends: vec![Mend {
                field: "missing".to_owned(),
                text: error,
            }],
            ..empty()
        };
        vec![("empty", empty()), ("with-errors", errors)]
    }
}
