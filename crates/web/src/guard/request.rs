//! The id of a request: in its span, in the answer's header, on error pages.

use std::fmt;
use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;
use uuid::Uuid;

/// Where the ids of requests come from; the program gives random ones, tests give known ones.
#[derive(Clone)]
pub struct IdSource(Arc<dyn Fn() -> Uuid + Send + Sync>);

impl IdSource {
    /// A source that calls that function.
    pub fn new(make: impl Fn() -> Uuid + Send + Sync + 'static) -> Self {
        Self(Arc::new(make))
    }
}

impl fmt::Debug for IdSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdSource")
    }
}

/// The id of this request, among its extensions.
#[derive(Clone, Copy, Debug)]
pub struct Reference(pub Uuid);

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Layer that gives the request its id and span, and logs its end. An id that the client sends is not taken: a
/// stranger could make the log say what they like.
pub async fn mark(State(ids): State<IdSource>, mut request: Request, next: Next) -> Response {
    let id = (ids.0)();
    let started = Instant::now();
    let span = tracing::info_span!("request", %id, method = %request.method(), path = request.uri().path());
    request.extensions_mut().insert(Reference(id));
    let work = async move {
        let mut answer = next.run(request).await;
        let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        let route = answer
            .extensions()
            .get::<MatchedPath>()
            .map(|it| it.as_str().to_owned());
        tracing::info!(
            status = answer.status().as_u16(),
            milliseconds,
            route,
            "answered"
        );
        if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
            answer.headers_mut().insert(X_REQUEST_ID, value);
        }
        answer
    };
    work.instrument(span).await
}
