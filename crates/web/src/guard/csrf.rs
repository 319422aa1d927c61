//! Posts that another site's page makes in a visitor's name are refused.
//!
//! Browsers say where a request comes from (`Sec-Fetch-Site`, else `Origin`). Where both are missing, the hidden
//! field with the token decides. The token is derived from the session's secret and masked anew for every page, so
//! that compression of the page tells nothing about it.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::trouble::Trouble;

const SEC_FETCH_SITE: &str = "sec-fetch-site";
const BYTES: usize = 32;

/// What is known of where a request comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It changes nothing, or comes from a page of ours.
    Ours,
    /// It would change something, and the browser does not say where it comes from: the token has to show it.
    TokenNeeded,
    /// It would change something, and comes from elsewhere.
    Foreign,
}

/// Where a request comes from. `origin` is ours, such as `https://credentials.example`.
pub fn standing(method: &Method, headers: &HeaderMap, origin: &str) -> Standing {
    if method.is_safe() {
        return Standing::Ours;
    }
    if let Some(site) = headers.get(SEC_FETCH_SITE) {
        return if site == "same-origin" || site == "none" {
            Standing::Ours
        } else {
            Standing::Foreign
        };
    }
    match headers.get(header::ORIGIN) {
        Some(it) if it.as_bytes().eq_ignore_ascii_case(origin.as_bytes()) => Standing::Ours,
        Some(_) => Standing::Foreign,
        None => Standing::TokenNeeded,
    }
}

/// Layer that refuses foreign requests and leaves the [`Standing`] of the others among their extensions, where a
/// handler of a signed-in form finds whether it has to look at the token.
pub async fn refuse_foreign(
    State(origin): State<Arc<str>>,
    mut request: Request,
    next: Next,
) -> Response {
    match standing(request.method(), request.headers(), &origin) {
        Standing::Foreign => Trouble::new(StatusCode::FORBIDDEN, "foreign-origin").into_response(),
        standing => {
            request.extensions_mut().insert(standing);
            next.run(request).await
        }
    }
}

/// The token for the hidden field `csrf` of a page: `salt` is different for every page, such as the request's id.
pub fn token(secret: &[u8], salt: &[u8]) -> String {
    let mask = digest(b"testamur csrf mask", salt);
    let mut bytes = [0; 2 * BYTES];
    let (front, back) = bytes.split_at_mut(BYTES);
    front.copy_from_slice(&mask);
    for (place, (a, b)) in back.iter_mut().zip(mask.iter().zip(tag(secret))) {
        *place = a ^ b;
    }
    bytes.iter().map(|it| format!("{it:02x}")).collect()
}

/// Was this token made for the session with that secret? Takes as long whether it is nearly right or quite wrong.
pub fn matches(secret: &[u8], token: &str) -> bool {
    let Some(bytes) = unhex(token) else {
        return false;
    };
    let (mask, masked) = bytes.split_at(BYTES);
    let given: Vec<u8> = mask.iter().zip(masked).map(|(a, b)| a ^ b).collect();
    given.ct_eq(&tag(secret)).into()
}

fn tag(secret: &[u8]) -> [u8; BYTES] {
    digest(b"testamur csrf token", secret)
}

fn digest(label: &[u8], of: &[u8]) -> [u8; BYTES] {
    Sha256::new()
        .chain_update(label)
        .chain_update([0])
        .chain_update(of)
        .finalize()
        .into()
}

fn unhex(text: &str) -> Option<[u8; 2 * BYTES]> {
    if text.len() != 4 * BYTES || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; 2 * BYTES];
    for (at, place) in bytes.iter_mut().enumerate() {
        *place = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    const ORIGIN: &str = "https://credentials.example";

    fn of(method: Method, headers: &[(&'static str, &'static str)]) -> Standing {
        let pairs = headers
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value)));
        standing(&method, &pairs.collect(), ORIGIN)
    }

    #[test]
    fn reading_is_open_to_links_from_everywhere() {
        assert_eq!(
            of(Method::GET, &[("sec-fetch-site", "cross-site")]),
            Standing::Ours
        );
    }

    #[test]
    fn a_post_from_our_own_page_is_ours() {
        assert_eq!(
            of(Method::POST, &[("sec-fetch-site", "same-origin")]),
            Standing::Ours
        );
        assert_eq!(
            of(Method::POST, &[("sec-fetch-site", "none")]),
            Standing::Ours
        );
        assert_eq!(
            of(Method::POST, &[("origin", "https://credentials.example")]),
            Standing::Ours
        );
    }

    #[test]
    fn a_post_from_elsewhere_is_foreign() {
        assert_eq!(
            of(Method::POST, &[("sec-fetch-site", "cross-site")]),
            Standing::Foreign
        );
        assert_eq!(
            of(Method::DELETE, &[("sec-fetch-site", "same-site")]),
            Standing::Foreign
        );
        assert_eq!(
            of(Method::POST, &[("origin", "https://evil.example")]),
            Standing::Foreign
        );
        assert_eq!(of(Method::POST, &[("origin", "null")]), Standing::Foreign);
        assert_eq!(
            of(Method::POST, &[("origin", "http://credentials.example")]),
            Standing::Foreign
        );
    }

    #[test]
    fn an_origin_that_looks_right_does_not_help_a_request_that_says_it_is_foreign() {
        let headers = [("sec-fetch-site", "cross-site"), ("origin", ORIGIN)];
        assert_eq!(of(Method::POST, &headers), Standing::Foreign);
    }

    #[test]
    fn a_post_that_says_nothing_needs_the_token() {
        assert_eq!(of(Method::POST, &[]), Standing::TokenNeeded);
    }

    #[test]
    fn a_token_fits_its_session_alone() {
        let token = token(b"secret of Mara", b"page 1");
        assert!(matches(b"secret of Mara", &token));
        assert!(!matches(b"secret of Joel", &token));
    }

    #[test]
    fn a_token_looks_different_on_every_page() {
        let (one, two) = (token(b"secret", b"page 1"), token(b"secret", b"page 2"));
        assert_ne!(one, two);
        assert_ne!(one[64..], two[64..]);
        assert!(matches(b"secret", &one) && matches(b"secret", &two));
    }

    #[test]
    fn a_broken_token_is_no_token() {
        let mut token = token(b"secret", b"page");
        assert!(!matches(b"secret", ""));
        assert!(!matches(b"secret", &token[1..]));
        token.replace_range(127..128, if token.ends_with('0') { "1" } else { "0" });
        assert!(!matches(b"secret", &token));
        assert!(!matches(b"secret", &"ü".repeat(64)));
    }
}
