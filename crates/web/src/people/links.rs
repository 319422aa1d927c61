//! Links that count once: asking for one to sign in, opening one, using it.

use app::Failure;
use app::people::{AskSignInLink, OpenLink, UseLink, ask_sign_in_link, open_link, use_link};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::people::LinkPurpose;
use domain::refusal::Refuse;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::entry::enter;
use super::refusal::Refused;
use crate::asked::{Fields, Frame};
use crate::dates::Dates;
use crate::form::Mend;
use crate::page::Shown;
use crate::pages::people::{LinkPage, SignInLink};
use crate::session::Origin;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// What has just been done.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Done {
    #[serde(default)]
    done: String,
}

/// `GET /sign-in/link`.
pub(super) async fn form(
    State(site): State<Site>,
    Frame(shell): Frame,
    Query(done): Query<Done>,
) -> Response {
    Shown(SignInLink {
        email: String::new(),
        is_sending: site.app.post.sends(),
        is_sent: done.done == "sent",
        mends: Vec::new(),
        shell,
    })
    .into_response()
}

/// `POST /sign-in/link`: the answer is the same whether somebody has the address or not.
pub(super) async fn ask(
    State(site): State<Site>,
    Frame(shell): Frame,
    origin: Origin,
    fields: Fields,
) -> Result<Response, Trouble> {
    let command = AskSignInLink {
        email: fields.text("email").chars().take(300).collect(),
        network: origin.network,
        language: shell.language.code().to_owned(),
    };
    let email = command.email.clone();
    match ask_sign_in_link(&site.app, command).await {
        Ok(()) => Ok(Redirect::to("/sign-in/link?done=sent").into_response()),
        Err(failure) => {
            let is_sending = site.app.post.sends();
            let refused = Refused::of(failure, &shell)?;
            Ok(refused.on(|mends| SignInLink {
                email,
                is_sending,
                is_sent: false,
                mends,
                shell,
            }))
        }
    }
}

/// `GET /links/{token}`: asks, since mail programs open links ahead of their readers.
pub(super) async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
    Path(token): Path<String>,
) -> Result<Response, Trouble> {
    let found = open_link(&site.app, &token).await?;
    Ok(Shown(page(shell, &token, found, Vec::new())).into_response())
}

fn page(shell: Shell, token: &str, it: OpenLink, mends: Vec<Mend>) -> LinkPage {
    let dates = Dates::new(shell.language, TimeZone::UTC);
    let (title, text, button) = match it.purpose {
        LinkPurpose::SetPassword => (
            "link-password",
            "link-password-text",
            "link-password-button",
        ),
        LinkPurpose::SignIn => ("link-sign-in", "link-sign-in-text", "link-sign-in-button"),
        LinkPurpose::ProveAddress => ("link-address", "link-address-text", "link-address-button"),
    };
    LinkPage {
        title: shell.say(title).to_string(),
        text: shell
            .say(text)
            .put("name", &it.name)
            .put("address", it.address.unwrap_or_default())
            .to_string(),
        until: shell
            .say("link-until")
            .put("at", dates.moment(it.expires_at))
            .to_string(),
        button: shell.say(button).to_string(),
        action: format!("/links/{token}"),
        asks_password: it.purpose == LinkPurpose::SetPassword,
        mends,
        shell,
    }
}

/// `POST /links/{token}`.
pub(super) async fn follow(
    State(site): State<Site>,
    Frame(shell): Frame,
    origin: Origin,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let command = UseLink {
        token: token.clone(),
        password: fields.text("password").to_owned(),
        device: origin.device,
        replaces: origin.replaces,
    };
    match use_link(&site.app, command).await {
        Ok(Some(signed_in)) => Ok(enter(&site, &signed_in, "")),
        Ok(None) => Ok(Redirect::to("/account/addresses?done=added").into_response()),
        Err(Failure::Refused(refusal)) if refusal.code() == "people-fields" => {
            let refused = Refused::of(Failure::Refused(refusal), &shell)?;
            let found = open_link(&site.app, &token).await?;
            Ok(refused.on(|mends| page(shell, &token, found, mends)))
        }
        Err(failure) => Err(failure.into()),
    }
}
