//! Signing in and out, by page.

use app::people::{SignIn as Command, SignedIn};
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::refusal::Refused;
use crate::asked::{Fields, Frame, Perhaps};
use crate::page::Shown;
use crate::pages::people::SignIn;
use crate::preferences::local_path;
use crate::session::{self, Carried, Origin};
use crate::site::Site;
use crate::trouble::Trouble;
use crate::ways;

/// Where to go afterwards.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Wish {
    #[serde(default)]
    to: String,
}

/// `GET /sign-in`. Whoever is signed in goes on.
pub(super) async fn show(
    Frame(shell): Frame,
    Perhaps(actor): Perhaps,
    Query(wish): Query<Wish>,
) -> Response {
    if let Some(actor) = actor {
        return Redirect::to(goal(&wish.to, ways::home_of(&actor))).into_response();
    }
    let to = goal(&wish.to, "").to_owned();
    Shown(SignIn {
        shell,
        email: String::new(),
        to,
        mends: Vec::new(),
    })
    .into_response()
}

/// `POST /sign-in`.
pub(super) async fn sign_in(
    State(site): State<Site>,
    Frame(shell): Frame,
    origin: Origin,
    fields: Fields,
) -> Result<Response, Trouble> {
    let command = Command {
        email: fields.text("email").to_owned(),
        password: fields.text("password").to_owned(),
        network: origin.network,
        device: origin.device,
        replaces: origin.replaces,
    };
    match app::people::sign_in(&site.app, command).await {
        Ok(signed_in) => Ok(enter(&site, &signed_in, fields.text("to"))),
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?;
            let email = fields.text("email").chars().take(254).collect();
            let to = goal(fields.text("to"), "").to_owned();
            Ok(refused.on(|mends| SignIn {
                shell,
                email,
                to,
                mends,
            }))
        }
    }
}

/// The way in: the cookie, and the page that was wanted or the person's own.
pub(super) fn enter(site: &Site, signed_in: &SignedIn, wish: &str) -> Response {
    let goal = goal(wish, ways::home_of(&signed_in.actor));
    let mut answer = Redirect::to(goal).into_response();
    if let Some(cookie) = session::cookie_of(site.guard.scheme, signed_in) {
        answer.headers_mut().append(header::SET_COOKIE, cookie);
    }
    answer
}

/// A path of this site that was asked for, but the front page; otherwise the other.
fn goal<'a>(wish: &'a str, otherwise: &'a str) -> &'a str {
    match local_path(wish) {
        "/" => otherwise,
        path => path,
    }
}

/// `POST /sign-out`. Whoever is not signed in is out already.
pub(super) async fn sign_out(
    State(site): State<Site>,
    Perhaps(actor): Perhaps,
    carried: Option<axum::Extension<Carried>>,
    _checked: Fields,
) -> Result<Response, Trouble> {
    if let (Some(actor), Some(axum::Extension(Carried(secret)))) = (actor, carried) {
        app::people::sign_out(&site.app, &actor, &secret).await?;
    }
    let answer = Redirect::to("/").into_response();
    Ok(session::without_cookie(answer, site.guard.scheme))
}
