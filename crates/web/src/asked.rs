//! What a request brings, read with limits: who asks, the fields of a form, JSON, an idempotency
//! key. Handlers take these as arguments.

use app::IdempotencyKey;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, StatusCode, header};
use domain::people::{Actor, Refusal as PeopleRefusal};
use domain::refusal::{Refusal, Request as RequestRefusal};
use percent_encoding::percent_decode;
use serde::de::DeserializeOwned;

use crate::guard::csrf::{self, Standing};
use crate::shell::Shell;
use crate::trouble::Trouble;

/// The most fields of one form.
pub const MAX_FIELDS: usize = 2_000;
/// The header with the token, for scripts that send no form.
pub const CSRF_HEADER: &str = "x-csrf-token";
/// The header with the idempotency key.
pub const KEY_HEADER: &str = "idempotency-key";

/// The secret of the cookie's session, among a request's extensions. Absent for strangers and for
/// programs that come with a token of their own, which no foreign page can make a browser send.
#[derive(Clone)]
pub struct SessionSecret(pub String);

/// Whoever is signed in; others are asked to sign in.
#[derive(Clone, Debug)]
pub struct Signed(pub Actor);

/// Whoever is signed in, or nobody.
#[derive(Clone, Debug)]
pub struct Perhaps(pub Option<Actor>);

/// The frame of the page that answers.
#[derive(Clone, Debug)]
pub struct Frame(pub Shell);

impl<S: Sync> FromRequestParts<S> for Signed {
    type Rejection = Trouble;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Trouble> {
        let actor = parts.extensions.get::<Actor>().cloned();
        actor
            .map(Self)
            .ok_or_else(|| Refusal::from(PeopleRefusal::SignInFirst).into())
    }
}

impl<S: Sync> FromRequestParts<S> for Perhaps {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(parts.extensions.get::<Actor>().cloned()))
    }
}

impl<S: Sync> FromRequestParts<S> for Frame {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(
            parts.extensions.get::<Shell>().cloned().unwrap_or_default(),
        ))
    }
}

/// The idempotency key of a request that is no form.
#[derive(Clone, Debug)]
pub struct Key(pub Option<IdempotencyKey>);

impl<S: Sync> FromRequestParts<S> for Key {
    type Rejection = Trouble;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Trouble> {
        let Some(value) = parts.headers.get(KEY_HEADER) else {
            return Ok(Self(None));
        };
        let key = value.to_str().ok().and_then(IdempotencyKey::parse);
        let detail = "expected 8 to 100 letters, digits, - or _";
        key.map(|key| Self(Some(key)))
            .ok_or_else(|| unreadable(KEY_HEADER, detail))
    }
}

/// The fields of a form, each checked to be text; the page's token is checked where it is needed.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// The first value of a field; empty if the form has none.
    pub fn text(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(it, _)| it == name)
            .map_or("", |(_, value)| value)
    }

    /// Every value of a field, such as of checkboxes.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.0
            .iter()
            .filter(move |(it, _)| it == name)
            .map(|(_, value)| value.as_str())
    }

    /// Every field whose name starts so, with the rest of its name.
    pub fn starting<'f>(&'f self, prefix: &'f str) -> impl Iterator<Item = (&'f str, &'f str)> {
        self.0
            .iter()
            .filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value.as_str())))
    }

    /// Did the form send this field at all?
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(it, _)| it == name)
    }

    /// The idempotency key of the form.
    pub fn key(&self) -> Option<IdempotencyKey> {
        IdempotencyKey::parse(self.text("key"))
    }

    /// Reads the body of a form. Line ends come as CRLF and are kept as LF.
    pub fn parse(body: &[u8]) -> Result<Self, Trouble> {
        let pairs = body
            .split(|byte| *byte == b'&')
            .filter(|pair| !pair.is_empty());
        let mut fields = Vec::new();
        for pair in pairs {
            if fields.len() == MAX_FIELDS {
                return Err(unreadable(
                    "body",
                    &format!("expected at most {MAX_FIELDS} fields"),
                ));
            }
            let at = pair
                .iter()
                .position(|byte| *byte == b'=')
                .unwrap_or(pair.len());
            let name = decoded(&pair[..at])
                .ok_or_else(|| unreadable("body", "a field name is not UTF-8"))?;
            let value = decoded(pair.get(at + 1..).unwrap_or_default());
            let value =
                value.ok_or_else(|| unreadable(&name, "expected text in UTF-8 without NUL"))?;
            fields.push((name, value));
        }
        Ok(Self(fields))
    }
}

fn decoded(text: &[u8]) -> Option<String> {
    let spaced: Vec<u8> = text
        .iter()
        .map(|byte| if *byte == b'+' { b' ' } else { *byte })
        .collect();
    let bytes: Vec<u8> = percent_decode(&spaced).collect();
    let text = String::from_utf8(bytes).ok()?;
    (!text.contains('\0')).then(|| text.replace("\r\n", "\n"))
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Trouble;
    async fn from_request(request: Request, state: &S) -> Result<Self, Trouble> {
        let (headers, extensions) = (request.headers().clone(), request.extensions().clone());
        let kind = headers
            .get(header::CONTENT_TYPE)
            .and_then(|it| it.to_str().ok())
            .unwrap_or_default();
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(Trouble::of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
        }
        let fields = Self::parse(&body(request, state).await?)?;
        check_token(&extensions, fields.text("csrf"))?;
        Ok(fields)
    }
}

/// A JSON body.
#[derive(Clone, Debug)]
pub struct JsonBody<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for JsonBody<T> {
    type Rejection = Trouble;
    async fn from_request(request: Request, state: &S) -> Result<Self, Trouble> {
        check_header(request.headers(), request.extensions())?;
        let bytes = body(request, state).await?;
        serde_json::from_slice(&bytes)
            .map(Self)
            .map_err(|error| unreadable("body", &error.to_string()))
    }
}

/// For requests that change something and carry no body that is read here: a multipart form whose
/// first field is the token calls [`check_token`] by itself.
pub fn check_header(headers: &HeaderMap, extensions: &Extensions) -> Result<(), Trouble> {
    let token = headers
        .get(CSRF_HEADER)
        .and_then(|it| it.to_str().ok())
        .unwrap_or_default();
    check_token(extensions, token)
}

/// Refuses a request that may come from a foreign page: the browser did not say where it comes
/// from, and the token is not that of the session.
pub fn check_token(extensions: &Extensions, token: &str) -> Result<(), Trouble> {
    let doubtful = extensions.get::<Standing>() == Some(&Standing::TokenNeeded);
    match extensions.get::<SessionSecret>() {
        Some(secret) if doubtful && !csrf::matches(secret.0.as_bytes(), token) => {
            Err(Refusal::from(RequestRefusal::ForeignOrigin).into())
        }
        _ => Ok(()),
    }
}

async fn body<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Trouble> {
    Bytes::from_request(request, state)
        .await
        .map_err(|rejection| Trouble::of_status(rejection.status()))
}

/// The refusal of something that cannot be read.
pub fn unreadable(place: &str, detail: &str) -> Trouble {
    let place: String = place.chars().take(80).collect();
    Refusal::from(RequestRefusal::Unreadable {
        place,
        detail: detail.to_owned(),
    })
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_keep_their_text_and_their_order() {
        let it = Fields::parse(b"a=1&b=x+y%26z&a=2&line=one%0D%0Atwo&flag").unwrap();
        assert_eq!(it.text("b"), "x y&z");
        assert_eq!(it.all("a").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(it.text("line"), "one\ntwo");
        assert!(it.has("flag") && !it.has("none"));
        assert_eq!(it.starting("fl").collect::<Vec<_>>(), [("ag", "")]);
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_place() {
        let it = Fields::parse(b"name=%FF").unwrap_err();
        assert_eq!(it.parameters[0], ("place", "name".to_owned()));
        assert!(Fields::parse(b"name=%00").is_err());
    }

    #[test]
    fn a_form_of_a_hundred_thousand_fields_is_refused() {
        assert!(Fields::parse("a=1&".repeat(100_000).as_bytes()).is_err());
        assert!(Fields::parse("a=1&".repeat(MAX_FIELDS).as_bytes()).is_ok());
    }

    #[test]
    fn a_doubtful_form_needs_the_token_of_its_session() {
        let mut extensions = Extensions::new();
        extensions.insert(Standing::TokenNeeded);
        assert!(
            check_token(&extensions, "").is_ok(),
            "a stranger has nothing to lose"
        );
        extensions.insert(SessionSecret("secret".to_owned()));
        assert!(check_token(&extensions, "").is_err());
        assert!(check_token(&extensions, &csrf::token(b"other", b"salt")).is_err());
        assert!(check_token(&extensions, &csrf::token(b"secret", b"salt")).is_ok());
    }
}
