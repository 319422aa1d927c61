//! Who is behind a request: the layer between [`crate::guard::inside`] and [`crate::guard::outside`].
//!
//! Browsers carry the session's secret in a cookie; programs send it to the API as `Authorization: Bearer`. Whoever
//! is found stands among the request's extensions as [`Actor`], and the frame of the page greets them.

use std::net::{IpAddr, SocketAddr};

use app::people::{Device, SignedIn, Visitor};
use axum::Router;
use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use domain::people::SESSION_LIFE_DAYS;

use crate::asked::SessionSecret;
use crate::cookies::{self, Scheme, Stay};
use crate::guard::csrf;
use crate::shell::{self, Shell};
use crate::site::Site;
use crate::trouble::{Trouble, explain};
use crate::ways;
use crate::words::Language;

/// Name of the cookie with the session's secret.
pub const COOKIE: &str = "session";

/// The secret with which a request came, from wherever: to end its session, and to replace it.
#[derive(Clone)]
pub struct Carried(pub String);

/// Puts the layer around routes.
pub fn sessions(routes: Router, site: &Site) -> Router {
    routes
        .layer(from_fn_with_state(site.clone(), recognise))
        .layer(from_fn(explain))
}

/// Layer that finds out who is behind a request. A secret that no longer counts is taken from the browser.
pub async fn recognise(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let scheme = site.guard.scheme;
    let Some((secret, source)) = secret_of(&request, scheme) else {
        return next.run(request).await;
    };
    match app::people::visitor(&site.app, &secret).await {
        Err(failure) => Trouble::from(failure).into_response(),
        Ok(Some(visitor)) => {
            welcome(&mut request, visitor, secret, source);
            next.run(request).await
        }
        Ok(None) => {
            let answer = next.run(request).await;
            match source {
                Source::Cookie => without_cookie(answer, scheme),
                Source::Bearer => answer,
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    Cookie,
    Bearer,
}

/// Addresses that are the same for everybody: nobody is looked up for them.
const FOR_EVERYBODY: [&str; 4] = ["/static/", "/healthz", "/readyz", "/metrics"];

fn secret_of(request: &Request, scheme: Scheme) -> Option<(String, Source)> {
    let path = request.uri().path();
    if FOR_EVERYBODY.iter().any(|it| path.starts_with(it)) {
        return None;
    }
    if let Some(secret) = bearer(request.headers()).filter(|_| path.starts_with("/api/")) {
        return Some((secret.to_owned(), Source::Bearer));
    }
    let secret = cookies::get(request.headers(), scheme, COOKIE)?;
    Some((secret.to_owned(), Source::Cookie))
}

/// What stands behind `Bearer` in `Authorization`.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (kind, secret) = value.split_once(' ')?;
    kind.eq_ignore_ascii_case("bearer").then(|| secret.trim())
}

fn welcome(request: &mut Request, visitor: Visitor, secret: String, source: Source) {
    let extensions = request.extensions_mut();
    if let Some(shell) = extensions.get_mut::<Shell>() {
        let chosen = visitor.language.as_deref().and_then(Language::parse);
        shell.language = chosen.unwrap_or(shell.language);
        shell.csrf = csrf::token(secret.as_bytes(), shell.reference.as_bytes());
        shell.visitor = Some(shell::Visitor {
            name: visitor.name,
            ways: ways::open_to(Some(&visitor.actor)),
        });
    }
    extensions.insert(visitor.actor);
    extensions.insert(Carried(secret.clone()));
    if source == Source::Cookie {
        extensions.insert(SessionSecret(secret));
    }
}

/// The header that gives a browser its session.
pub fn cookie_of(scheme: Scheme, signed_in: &SignedIn) -> Option<HeaderValue> {
    let seconds = u64::from(SESSION_LIFE_DAYS) * 24 * 60 * 60;
    cookies::set(scheme, COOKIE, &signed_in.secret, Stay::Seconds(seconds))
}

/// The answer with the header that takes the session from the browser, unless it gives a new one.
pub fn without_cookie(mut answer: Response, scheme: Scheme) -> Response {
    let name = cookies::name(scheme, COOKIE);
    let is_set = answer
        .headers()
        .get_all(header::SET_COOKIE)
        .iter()
        .any(|it| it.as_bytes().starts_with(format!("{name}=").as_bytes()));
    if let Some(gone) = cookies::set(scheme, COOKIE, "", Stay::Gone).filter(|_| !is_set) {
        answer.headers_mut().append(header::SET_COOKIE, gone);
    }
    answer
}

/// From where and with what a request comes.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The network address, if the server knows it.
    pub network: Option<IpAddr>,
    /// What browser or program says that it is.
    pub device: Device,
    /// The session that it came with; it ends when another begins.
    pub replaces: Option<String>,
}

impl<S: Sync> FromRequestParts<S> for Origin {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let agent = parts.headers.get(header::USER_AGENT);
        let agent = agent.and_then(|it| it.to_str().ok()).unwrap_or_default();
        Ok(Self {
            network: network(parts),
            device: Device::named(agent),
            replaces: parts.extensions.get::<Carried>().map(|it| it.0.clone()),
        })
    }
}

/// The peer's address. A peer on this machine is a proxy: the address that it saw is the last of `X-Forwarded-For`,
/// and what stands before it may be anybody's invention.
fn network(parts: &Parts) -> Option<IpAddr> {
    let ConnectInfo(peer) = parts.extensions.get::<ConnectInfo<SocketAddr>>()?;
    let forwarded = parts.headers.get_all("x-forwarded-for").iter().next_back();
    let seen = forwarded
        .and_then(|it| it.to_str().ok())
        .and_then(|it| it.rsplit(',').next())
        .and_then(|it| it.trim().parse().ok());
    match seen {
        Some(address) if peer.ip().is_loopback() => Some(address),
        _ => Some(peer.ip()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_bearer_may_be_written_anyhow_and_nothing_else_counts() {
        let sent = |value: &'static str| {
            HeaderMap::from_iter([(header::AUTHORIZATION, HeaderValue::from_static(value))])
        };
        assert_eq!(bearer(&sent("bearer abc")), Some("abc"));
        assert_eq!(bearer(&sent("Basic abc")), None);
        assert_eq!(bearer(&sent("Bearer")), None);
    }
}
