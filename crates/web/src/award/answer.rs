//! Answers for programs elsewhere: readable from every site, since verifiers run in pages too.

use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};

/// A credential (VC Data Model 2.0, section C; Open Badges 3.0 names this form).
pub const CREDENTIAL: &str = "application/vc+ld+json";
/// A DID document (DID Core 1.0, section 6).
pub const DID_DOCUMENT: &str = "application/did+json";

/// For how long others may keep an answer.
#[derive(Clone, Copy, Debug)]
pub enum Keep {
    /// They ask again each time: who may see it can change at any moment.
    AskAgain,
    /// That many seconds.
    Seconds(&'static str),
}

/// Bytes of a type, for every site.
pub fn open(media_type: &'static str, keep: Keep, body: String) -> Response {
    let cache = match keep {
        Keep::AskAgain => "private, no-cache".to_owned(),
        Keep::Seconds(seconds) => format!("public, max-age={seconds}"),
    };
    let headers = [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CACHE_CONTROL, cache),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*".to_owned()),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "cross-origin".to_owned(),
        ),
        (header::VARY, "Accept, Cookie".to_owned()),
    ];
    (headers, body).into_response()
}
