//! The page that helps when something went wrong.

use askama::Template;
use axum::http::StatusCode;

pub use crate::form::Mend;
use crate::page::{Page, Sample};
use crate::shell::Shell;

/// What happened, what to do, the way back, the reference.
#[derive(Debug, Template)]
#[template(path = "error.html")]
pub struct Error {
    /// The frame; its reference is shown.
    pub shell: Shell,
    /// Of the answer.
    pub status: StatusCode,
    /// What happened.
    pub what: String,
    /// What to do.
    pub fix: String,
    /// What to mend, one by one.
    pub mends: Vec<Mend>,
}

impl Page for Error {
    const NAME: &'static str = "error";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn status(&self) -> StatusCode {
        self.status
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let page = |status, code: &str, mends| Self {
            status,
            what: shell.say(&format!("refusal-{code}")).to_string(),
            fix: shell.say(&format!("refusal-{code}-fix")).to_string(),
            mends,
            shell: Shell {
                reference: "019ab1c2-77aa-7000-8000-0a1b2c3d4e5f".to_owned(),
                ..shell.clone()
            },
        };
        let mend = Mend {
            field: "title".to_owned(),
            text: shell.say("refusal-unreadable-request").to_string(),
        };
        vec![
            (
                "not-found",
                page(StatusCode::NOT_FOUND, "no-such-page", Vec::new()),
            ),
            (
                "sign-in",
                page(StatusCode::UNAUTHORIZED, "sign-in-first", Vec::new()),
            ),
            (
                "with-errors",
                page(
                    StatusCode::UNPROCESSABLE_ENTITY,
                    "unreadable-request",
                    vec![mend],
                ),
            ),
            (
                "unexpected",
                page(StatusCode::INTERNAL_SERVER_ERROR, "unexpected", Vec::new()),
            ),
        ]
    }
}
