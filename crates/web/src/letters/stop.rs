//! Getting fewer letters, signed in or not. Mail programs post to the same address by themselves
//! (RFC 8058): no field of the form is read, and no page of ours has to be open.

use app::letters::{Fewer, stop as stop_them};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::letters::Pace;

use crate::asked::Frame;
use crate::page::Shown;
use crate::pages::letters::Stopped;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// The longest token that is looked at, in bytes.
const LONGEST: usize = 200;

/// `GET /unsubscribe/{token}`: asks, since mail programs open links ahead of their readers.
pub(super) async fn ask(
    State(site): State<Site>,
    Frame(shell): Frame,
    Path(token): Path<String>,
) -> Result<Response, Trouble> {
    let fewer = stop_them(&site.app, short(&token), false).await?;
    Ok(page(shell, token, fewer, false))
}

/// `POST /unsubscribe/{token}`.
pub(super) async fn stop(
    State(site): State<Site>,
    Frame(shell): Frame,
    Path(token): Path<String>,
) -> Result<Response, Trouble> {
    let fewer = stop_them(&site.app, short(&token), true).await?;
    Ok(page(shell, token, fewer, true))
}

fn short(token: &str) -> &str {
    token.get(..LONGEST).unwrap_or(token)
}

fn page(shell: Shell, token: String, fewer: Fewer, is_done: bool) -> Response {
    let question = match fewer {
        Fewer::OfGroup(group) => {
            let group = shell.say(&format!("letter-group-{}", group.as_str()));
            shell.say("stop-ask-group").put("group", group).to_string()
        }
        Fewer::OfPace(Pace::Weekly) => shell.say("stop-ask-weekly").to_string(),
        Fewer::OfPace(_) => shell.say("stop-ask-daily").to_string(),
    };
    let page = Stopped {
        shell,
        question,
        action: format!("/unsubscribe/{token}"),
        is_done,
    };
    Shown(page).into_response()
}
