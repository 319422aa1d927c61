//! A refusal on the page of the form that was sent.

use app::Failure;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::refusal::{Kind, Refuse};

use crate::form::Mend;
use crate::page::{Page, Shown};
use crate::shell::Shell;
use crate::trouble::Trouble;

/// What is to mend in a form.
pub(crate) struct Refused {
    status: StatusCode,
    retry_after: Option<u64>,
    /// What is to mend, field by field.
    pub mends: Vec<Mend>,
}

impl Refused {
    /// What a failure means for the form; whatever the form cannot mend goes on as trouble.
    pub(crate) fn of(failure: Failure, shell: &Shell) -> Result<Self, Trouble> {
        let mendable = match &failure {
            Failure::Refused(it) => {
                matches!(it.kind(), Kind::Invalid | Kind::Conflict | Kind::TooMany)
                    || field_of(it.code()).is_some()
            }
            Failure::Broken(_) => false,
        };
        let trouble = Trouble::from(failure);
        if !mendable {
            return Err(trouble);
        }
        let mut mends = trouble.mends(shell);
        if mends.is_empty() {
            mends.push(Mend {
                field: field_of(&trouble.code).unwrap_or_default().to_owned(),
                text: format!("{} {}", trouble.what(shell), trouble.fix(shell)),
            });
        }
        Ok(Self {
            status: trouble.status,
            retry_after: trouble.retry_after,
            mends,
        })
    }

    /// The same, where the form calls a field otherwise.
    pub(super) fn renamed(mut self, from: &str, to: &str) -> Self {
        for it in self.mends.iter_mut().filter(|it| it.field == from) {
            it.field = to.to_owned();
        }
        self
    }

    /// The page with the form as the answer.
    pub(crate) fn answer(
        status: StatusCode,
        retry_after: Option<u64>,
        page: impl Page,
    ) -> Response {
        let mut answer = Shown(page).into_response();
        *answer.status_mut() = status;
        if let Some(seconds) = retry_after {
            answer
                .headers_mut()
                .insert(header::RETRY_AFTER, seconds.into());
        }
        answer
    }

    /// The page that a function makes of what is to mend, as the answer.
    pub(crate) fn on<P: Page>(self, page: impl FnOnce(Vec<Mend>) -> P) -> Response {
        Self::answer(self.status, self.retry_after, page(self.mends))
    }
}

/// The field to which a refusal without places belongs.
fn field_of(code: &str) -> Option<&'static str> {
    match code {
        "address-taken" | "already-merged" | "no-such-person" | "last-address"
        | "too-many-addresses" | "no-mail" | "beyond-reach" => Some("email"),
        "slug-taken" => Some("slug"),
        "no-such-organization" | "organization-closed" | "organization-circle" => {
            Some("organization")
        }
        "setup-token-unusable" => Some("token"),
        "own-address" | "already-invited" => Some("email"),
        "need-ended" | "too-many-of-them" => Some(""),
        _ => None,
    }
}
