//! What a person looks after themselves.

use app::people::{
    ChangePassword, OwnSession, end_other_sessions, list_own_sessions, revoke_session,
};
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::device;
use super::refusal::Refused;
use crate::asked::{Fields, Frame, Signed};
use crate::dates::Dates;
use crate::form::Mend;
use crate::page::Shown;
use crate::pages::part::{Note, Tone};
use crate::pages::people::{Account, SessionLine};
use crate::session::Carried;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// What has just been done.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Done {
    #[serde(default)]
    done: String,
}

/// `GET /account`.
pub(super) async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Extension(Carried(secret)): Extension<Carried>,
    Query(done): Query<Done>,
) -> Result<Response, Trouble> {
    let sessions = list_own_sessions(&site.app, &actor, &secret).await?;
    let mut page = page(shell, &sessions, Vec::new());
    page.done = note(&page.shell, &done.done);
    Ok(Shown(page).into_response())
}

fn note(shell: &Shell, done: &str) -> Option<Note> {
    let (title, text) = match done {
        "password" => ("account-password-changed", "account-password-changed-text"),
        "session" => ("account-session-ended", "account-session-ended-text"),
        _ => return None,
    };
    Some(Note::new(Tone::Done, shell.say(title), shell.say(text)))
}

fn page(shell: Shell, sessions: &[OwnSession], mends: Vec<Mend>) -> Account {
    let dates = Dates::new(shell.language, TimeZone::UTC);
    let line = |it: &OwnSession| SessionLine {
        device: device::named(&shell, &it.device),
        times: shell
            .say("account-session-times")
            .put("since", dates.moment(it.created_at))
            .put("seen", dates.moment(it.seen_at))
            .to_string(),
        is_this: it.is_this,
        end: format!("/account/sessions/{}/end", it.id),
    };
    let sessions = sessions.iter().map(line).collect();
    Account {
        sessions,
        done: None,
        mends,
        shell,
    }
}

/// `POST /account/password`.
pub(super) async fn change_password(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Extension(Carried(secret)): Extension<Carried>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let command = ChangePassword {
        old: fields.text("old").to_owned(),
        new: fields.text("new").to_owned(),
        session: secret.clone(),
    };
    match app::people::change_password(&site.app, &actor, command).await {
        Ok(()) => Ok(Redirect::to("/account?done=password").into_response()),
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?;
            let sessions = list_own_sessions(&site.app, &actor, &secret).await?;
            Ok(refused.on(|mends| page(shell, &sessions, mends)))
        }
    }
}

/// `POST /account/sessions/{session}/end`.
pub(super) async fn end_session(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(session): Path<String>,
    _checked: Fields,
) -> Result<Response, Trouble> {
    revoke_session(&site.app, &actor, &session).await?;
    Ok(Redirect::to("/account?done=session").into_response())
}

/// `POST /account/sessions/others/end`.
pub(super) async fn end_others(
    State(site): State<Site>,
    Signed(actor): Signed,
    Extension(Carried(secret)): Extension<Carried>,
    _checked: Fields,
) -> Result<Response, Trouble> {
    end_other_sessions(&site.app, &actor, &secret).await?;
    Ok(Redirect::to("/account?done=session").into_response())
}
