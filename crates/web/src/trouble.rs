//! Whatever goes wrong, as a page that helps or as `application/problem+json` (RFC 9457).
//!
//! A handler answers with [`Trouble`]; so does nobody in particular when an address does not exist, a body is too
//! large or something panics. [`explain`] stands around all routes and gives every such answer its words: what
//! happened, what to do, the way back, and the reference under which the log has it.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use serde_json::{Map, Value, json};

use crate::negotiation::{self, Format};
use crate::page::Shown;
use crate::pages::error::{Error, Mend};
use crate::shell::Shell;
use crate::words;

/// A named value of a sentence.
pub type Parameter = (&'static str, String);

/// One thing to mend, at one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Name of the form field or JSON member.
    pub field: String,
    /// Code of the sentence, `refusal-<code>`.
    pub code: String,
    /// Values that the sentence needs.
    pub parameters: Vec<Parameter>,
}

/// What went wrong, before it has words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The status of the answer.
    pub status: StatusCode,
    /// Code of the sentences `refusal-<code>` (what happened) and `refusal-<code>-fix` (what to do).
    pub code: String,
    /// Values that the sentences need.
    pub parameters: Vec<Parameter>,
    /// Everything to mend, all at once.
    pub spots: Vec<Spot>,
    /// For 429 and 503: seconds after which it is worth trying again.
    pub retry_after: Option<u64>,
}

/// Mark of an answer that already has its words.
#[derive(Clone, Copy, Debug)]
pub struct Explained;

impl Trouble {
    /// A trouble whose sentences need no values.
    pub fn new(status: StatusCode, code: impl Into<String>) -> Self {
        Self {
            status,
            code: code.into(),
            parameters: Vec::new(),
            spots: Vec::new(),
            retry_after: None,
        }
    }

    /// The trouble that a bare status means.
    pub fn of_status(status: StatusCode) -> Self {
        let code = match status {
            StatusCode::UNAUTHORIZED => "sign-in-first",
            StatusCode::FORBIDDEN => "not-allowed",
            StatusCode::NOT_FOUND => "no-such-page",
            StatusCode::METHOD_NOT_ALLOWED => "method-not-allowed",
            StatusCode::CONFLICT => "moved-on",
            StatusCode::PAYLOAD_TOO_LARGE => "too-large",
            StatusCode::UNSUPPORTED_MEDIA_TYPE => "form-unknown",
            StatusCode::TOO_MANY_REQUESTS => "too-many-requests",
            StatusCode::REQUEST_TIMEOUT
            | StatusCode::GATEWAY_TIMEOUT
            | StatusCode::SERVICE_UNAVAILABLE => "busy",
            it if it.is_client_error() => "unreadable-request",
            _ => "unexpected",
        };
        Self::new(status, code)
    }

    /// What happened, in the words of the frame's language; the general sentence if the code has none of its own.
    pub fn what(&self, shell: &Shell) -> String {
        sentence(shell, &format!("refusal-{}", self.code), &self.parameters)
            .unwrap_or_else(|| shell.say("refusal-unexpected").to_string())
    }

    /// What to do.
    pub fn fix(&self, shell: &Shell) -> String {
        sentence(
            shell,
            &format!("refusal-{}-fix", self.code),
            &self.parameters,
        )
        .unwrap_or_else(|| shell.say("refusal-unexpected-fix").to_string())
    }

    /// Everything to mend, in the words of the frame's language.
    pub fn mends(&self, shell: &Shell) -> Vec<Mend> {
        let mend = |spot: &Spot| Mend {
            field: spot.field.clone(),
            text: sentence(shell, &format!("refusal-{}", spot.code), &spot.parameters)
                .unwrap_or_else(|| shell.say("refusal-unreadable-request").to_string()),
        };
        self.spots.iter().map(mend).collect()
    }

    fn page(&self, shell: Shell) -> Response {
        let page = Error {
            status: self.status,
            what: self.what(&shell),
            fix: self.fix(&shell),
            mends: self.mends(&shell),
            shell,
        };
        Shown(page).into_response()
    }

    fn problem(&self, shell: &Shell) -> Response {
        let mut problem = Map::new();
        problem.insert(
            "type".to_owned(),
            json!(format!("urn:testamur:refusal:{}", self.code)),
        );
        problem.insert("title".to_owned(), json!(self.what(shell)));
        problem.insert("status".to_owned(), json!(self.status.as_u16()));
        problem.insert("detail".to_owned(), json!(self.fix(shell)));
        problem.insert(
            "instance".to_owned(),
            json!(format!("urn:uuid:{}", shell.reference)),
        );
        problem.insert("code".to_owned(), json!(self.code));
        let errors: Vec<Value> = self
            .spots
            .iter()
            .zip(self.mends(shell))
            .map(
                |(spot, mend)| json!({"field": spot.field, "code": spot.code, "detail": mend.text}),
            )
            .collect();
        if !errors.is_empty() {
            problem.insert("errors".to_owned(), Value::Array(errors));
        }
        let headers = [
            (header::CONTENT_TYPE, "application/problem+json"),
            (header::CACHE_CONTROL, "no-store"),
        ];
        let mut answer = (self.status, headers, Value::Object(problem).to_string()).into_response();
        answer.extensions_mut().insert(Explained);
        answer
    }
}

fn sentence(shell: &Shell, id: &str, parameters: &[Parameter]) -> Option<String> {
    words::knows(id).then(|| {
        let start = shell.say(id);
        parameters
            .iter()
            .fold(start, |phrase, (name, value)| phrase.put(name, value))
            .to_string()
    })
}

/// The bare status, with what [`explain`] needs to give it words.
impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let mut answer = self.status.into_response();
        if let Some(seconds) = self.retry_after {
            answer
                .headers_mut()
                .insert(header::RETRY_AFTER, seconds.into());
        }
        answer.extensions_mut().insert(self);
        answer
    }
}

/// Layer (`axum::middleware::from_fn`) that gives words to every answer of a client or server error without any.
///
/// It takes the frame from the request, so it stands inside the layers that make the frame and know the visitor, and
/// outside those that limit, time out and catch panics.
pub async fn explain(request: Request, next: Next) -> Response {
    let (method, headers, path) = (
        request.method().clone(),
        request.headers().clone(),
        request.uri().path().to_owned(),
    );
    let shell = request
        .extensions()
        .get::<Shell>()
        .cloned()
        .unwrap_or_default();
    let answer = next.run(request).await;
    let status = answer.status();
    if !(status.is_client_error() || status.is_server_error())
        || answer.extensions().get::<Explained>().is_some()
    {
        return answer;
    }
    let trouble = answer
        .extensions()
        .get::<Trouble>()
        .cloned()
        .unwrap_or_else(|| Trouble::of_status(status));
    let mut explained = trouble.respond(&method, &headers, &path, shell);
    for name in [
        header::ALLOW,
        header::RETRY_AFTER,
        header::WWW_AUTHENTICATE,
        header::SET_COOKIE,
    ] {
        for value in answer.headers().get_all(&name) {
            explained.headers_mut().append(name.clone(), value.clone());
        }
    }
    explained
}

impl Trouble {
    /// Problem details for programs, a page for people; who is only not signed in is sent to sign in and back.
    fn respond(&self, method: &Method, headers: &HeaderMap, path: &str, shell: Shell) -> Response {
        if path.starts_with("/api/") || negotiation::asked_for(headers) == Some(Format::Json) {
            return self.problem(&shell);
        }
        if self.status == StatusCode::UNAUTHORIZED && method == Method::GET {
            return Redirect::to(&format!(
                "/sign-in?to={}",
                crate::preferences::in_query(&shell.path)
            ))
            .into_response();
        }
        self.page(shell)
    }
}

#[cfg(test)]
mod tests;
