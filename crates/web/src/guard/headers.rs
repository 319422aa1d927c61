//! Headers that keep a page to itself.

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::cookies::Scheme;

/// Content security policy of pages: only what this site serves, no inline script or style, framed by nobody.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; \
    script-src 'self'; connect-src 'self'; media-src 'self'; \
    object-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; \
    base-uri 'none'";

/// Policy for bytes that people have uploaded: nothing in them runs, whatever they are.
pub const SANDBOX_POLICY: &str = "default-src 'none'; frame-ancestors 'self'; sandbox";

/// Policy for uploaded PDF. A browser's viewer does not start in a sandbox; it is all that may.
pub const VIEWER_POLICY: &str = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; \
    frame-ancestors 'self'; form-action 'none'; base-uri 'none'";

const ALWAYS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, PAGE_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // `no-referrer` would make browsers send `Origin: null` with our own forms.
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("x-permitted-cross-domain-policies"),
        "none",
    ),
];

const TWO_YEARS_OF_HTTPS: HeaderValue =
    HeaderValue::from_static("max-age=63072000; includeSubDomains");

/// Layer that sets them on every answer, unless a handler has set its own.
pub async fn secure(State(scheme): State<Scheme>, request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    let headers = answer.headers_mut();
    for (name, value) in ALWAYS {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    if scheme == Scheme::Https {
        headers
            .entry(header::STRICT_TRANSPORT_SECURITY)
            .or_insert(TWO_YEARS_OF_HTTPS);
    }
    answer
}
