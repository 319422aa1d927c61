//! What stands around all routes: request ids and spans, security headers, the frame of pages, refusal of foreign
//! posts, words for every error, time limits, panics, compression.
//!
//! `outside(sessions(inside(routes)))`: the layer that knows the visitor stands between the two, so that it finds the
//! [`Shell`] of [`frame`] in the request and error pages find the visitor.

pub mod csrf;
mod headers;
mod request;

pub use headers::{SANDBOX_POLICY, VIEWER_POLICY, secure};
pub use request::{IdSource, mark};

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::{Router, body::Body};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use crate::cookies::{self, Scheme};
use crate::preferences;
use crate::shell::{Shell, Theme};
use crate::trouble::{Trouble, explain};
use crate::words::Language;

/// What the layers need to know of the installation.
#[derive(Clone)]
pub struct Guard {
    /// Of the public address.
    pub scheme: Scheme,
    /// The public address as an origin, such as `https://credentials.example` or `http://localhost:8080`.
    pub origin: Arc<str>,
    /// Makes the id of each request.
    pub ids: IdSource,
    /// A demonstration.
    pub is_demo: bool,
}

/// The inner layers; `limit` is the longest that a request of these routes may take.
pub fn inside(routes: Router, guard: &Guard, limit: Duration) -> Router {
    routes
        .layer(CatchPanicLayer::custom(panicked))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            limit,
        ))
        .layer(from_fn_with_state(
            Arc::clone(&guard.origin),
            csrf::refuse_foreign,
        ))
        .layer(from_fn(explain))
}

/// The outer layers.
pub fn outside(routes: Router, guard: &Guard) -> Router {
    routes
        .layer(from_fn_with_state(guard.clone(), frame))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(guard.scheme, secure))
        .layer(from_fn_with_state(guard.ids.clone(), mark))
}

/// Layer that puts the [`Shell`] of a stranger into the request: language, theme, path, reference.
pub async fn frame(State(guard): State<Guard>, mut request: Request, next: Next) -> Response {
    let headers = request.headers();
    let cookie = |name| cookies::get(headers, guard.scheme, name);
    let accept = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|it| it.to_str().ok());
    let path = request.uri().path_and_query().map_or("/", |it| it.as_str());
    let shell = Shell {
        language: Language::choose(None, cookie(preferences::LANGUAGE), accept),
        theme: cookie(preferences::THEME)
            .and_then(Theme::parse)
            .unwrap_or_default(),
        path: preferences::local_path(path).to_owned(),
        is_demo: guard.is_demo,
        reference: request
            .extensions()
            .get::<request::Reference>()
            .map(|it| it.0.to_string())
            .unwrap_or_default(),
        ..Shell::default()
    };
    request.extensions_mut().insert(shell);
    next.run(request).await
}

/// Answers a panic: the reason goes to the log, the person gets the page that helps.
fn panicked(reason: Box<dyn std::any::Any + Send>) -> Response<Body> {
    let text = reason
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| reason.downcast_ref::<&str>().copied())
        .unwrap_or("unknown");
    tracing::error!(reason = text, "a request panicked");
    Trouble::of_status(StatusCode::INTERNAL_SERVER_ERROR).into_response()
}

#[cfg(test)]
mod tests;
