//! What a refused form has to mend.

use app::Failure;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::refusal::{Kind, Refuse};

use crate::form::Mend;
use crate::page::{Page, Shown};
use crate::shell::Shell;
use crate::trouble::Trouble;

/// A refusal that the page of the form answers.
pub(super) struct Mended {
    status: StatusCode,
    /// Field by field; one without a field where the whole is refused.
    pub mends: Vec<Mend>,
}

impl Mended {
    /// What a failure means for the form; whatever a form cannot mend goes on as trouble.
    pub(super) fn of(failure: Failure, shell: &Shell) -> Result<Self, Trouble> {
        let is_mendable = matches!(&failure, Failure::Refused(it) if matches!(it.kind(), Kind::Invalid | Kind::Conflict));
        let trouble = Trouble::from(failure);
        if !is_mendable {
            return Err(trouble);
        }
        let mut mends = trouble.mends(shell);
        if mends.is_empty() {
            mends.push(Mend {
                field: String::new(),
                text: format!("{} {}", trouble.what(shell), trouble.fix(shell)),
            });
        }
        Ok(Self {
            status: trouble.status,
            mends,
        })
    }

    /// The page that a function makes of it, as the answer.
    pub(super) fn on<P: Page>(self, page: impl FnOnce(Vec<Mend>) -> P) -> Response {
        let status = self.status;
        let mut answer = Shown(page(self.mends)).into_response();
        *answer.status_mut() = status;
        answer
    }
}
