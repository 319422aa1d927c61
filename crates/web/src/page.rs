//! A page: a struct, its template, its status, and samples of itself.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::shell::Shell;
use crate::trouble::Explained;

/// A page with a name for what it shows, such as `empty`, `full` or `with-errors`.
pub type Sample<P> = (&'static str, P);

/// A page of the product. `#[derive(Template)]` gives it its HTML.
pub trait Page: Template + Sized {
    /// Where its template is, without the ending, such as `catalogue/list`; names its samples too.
    const NAME: &'static str;

    /// The frame.
    fn shell(&self) -> &Shell;

    /// The status of the answer.
    fn status(&self) -> StatusCode {
        StatusCode::OK
    }

    /// Pages as they can be, with that frame: empty, full, with errors. Tests render them in every language.
    fn samples(shell: &Shell) -> Vec<Sample<Self>>;
}

/// A page as an answer: handlers return `Shown(page)`.
#[derive(Debug)]
pub struct Shown<P>(pub P);

impl<P: Page> IntoResponse for Shown<P> {
    fn into_response(self) -> Response {
        let page = self.0;
        match page.render() {
            Ok(html) => {
                let mut answer = (page.status(), html_headers(page.shell()), html).into_response();
                answer.extensions_mut().insert(Explained);
                answer
            }
            Err(error) => {
                tracing::error!(page = P::NAME, %error, "a page that cannot be written");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}

type Headers = [(header::HeaderName, HeaderValue); 4];

/// Pages are for one person, in one language, at one moment: nobody may keep them but the browser's own history.
fn html_headers(shell: &Shell) -> Headers {
    [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        ),
        (
            header::CONTENT_LANGUAGE,
            HeaderValue::from_static(shell.language.code()),
        ),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, no-cache"),
        ),
        (
            header::VARY,
            HeaderValue::from_static("Accept, Accept-Language, Cookie"),
        ),
    ]
}
