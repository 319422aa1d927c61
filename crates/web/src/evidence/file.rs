//! `/files/{id}`: the bytes of a piece, whole or in part. Whatever is in them, nothing of it runs.

use app::evidence::{Opened, open_evidence};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::change::evidence_id;
use crate::asked::Signed;
use crate::guard::{SANDBOX_POLICY, VIEWER_POLICY};
use crate::range::Span;
use crate::site::Site;
use crate::trouble::Trouble;

const PDF: &str = "application/pdf";

pub(super) async fn send(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(evidence): Path<String>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    let opened = open_evidence(&site.app, &actor, evidence_id(&evidence)?).await?;
    let tag = format!("\"{}\"", opened.tag());
    if is_known(&headers, &tag) {
        let mut answer = StatusCode::NOT_MODIFIED.into_response();
        put(&mut answer, header::ETAG, &tag);
        return Ok(answer);
    }
    let span = Span::of(&headers, opened.bytes, &tag);
    let body = match span.bytes(opened.bytes) {
        Some((first, count)) if method != Method::HEAD && count > 0 => {
            let content = opened.read(Some(first..first + count)).await?;
            Body::from_stream(content.bytes)
        }
        _ => Body::empty(),
    };
    let mut answer = (span.status(), body).into_response();
    let length = span.bytes(opened.bytes).map_or(0, |(_, count)| count);
    describe(&mut answer, &opened, &tag);
    put(&mut answer, header::CONTENT_LENGTH, &length.to_string());
    if let Some(range) = span.content_range(opened.bytes) {
        put(&mut answer, header::CONTENT_RANGE, &range);
    }
    Ok(answer)
}

/// Has the browser this very content already (RFC 9110 section 13.1.2)?
fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let known = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|it| it.to_str().ok());
    known.is_some_and(|it| {
        it.split(',')
            .any(|one| one.trim().trim_start_matches("W/") == tag)
    })
}

fn describe(answer: &mut Response, opened: &Opened, tag: &str) {
    let media_type = match opened.media_type.as_str() {
        text if text.starts_with("text/") => format!("{text}; charset=utf-8"),
        other => other.to_owned(),
    };
    let way = if is_shown_in_place(&opened.media_type) {
        "inline"
    } else {
        "attachment"
    };
    let disposition = format!("{way}; filename=\"{}\"", opened.shown_name);
    put(answer, header::CONTENT_TYPE, &media_type);
    put(answer, header::CONTENT_DISPOSITION, &disposition);
    put(answer, header::ETAG, tag);
    put(answer, header::ACCEPT_RANGES, "bytes");
    put(answer, header::CACHE_CONTROL, "private, no-cache");
    put(answer, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    let policy = match opened.media_type.as_str() {
        PDF => VIEWER_POLICY,
        _ => SANDBOX_POLICY,
    };
    put(answer, header::CONTENT_SECURITY_POLICY, policy);
    // Keeps the layer that compresses away: a part of a file must stay a part of that file.
    put(answer, header::CONTENT_ENCODING, "identity");
}

/// Pictures, sound and film carry no script; what a PDF carries stays in the browser's viewer.
fn is_shown_in_place(media_type: &str) -> bool {
    media_type == PDF
        || ["image/", "audio/", "video/"]
            .iter()
            .any(|it| media_type.starts_with(it))
}

/// Shown names, types and tags are made by us from letters, digits and a few marks.
fn put(answer: &mut Response, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
}
