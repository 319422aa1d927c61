//! Accepting an invitation.

use app::people::{AcceptAnew, OpenInvitation, accept_anew, accept_invitation, open_invitation};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::tz::TimeZone;

use super::choices::role_word;
use super::entry::enter;
use super::refusal::Refused;
use crate::asked::{Fields, Frame, Perhaps};
use crate::dates::Dates;
use crate::form::Mend;
use crate::page::Shown;
use crate::pages::people::InvitationPage;
use crate::session::Origin;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;
use crate::ways::home_of;

/// `GET /join/{token}`.
pub(super) async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
    Path(token): Path<String>,
) -> Result<Response, Trouble> {
    let found = open_invitation(&site.app, &token).await?;
    Ok(Shown(page(shell, &token, found, "", Vec::new())).into_response())
}

fn page(
    shell: Shell,
    token: &str,
    it: OpenInvitation,
    name: &str,
    mends: Vec<Mend>,
) -> InvitationPage {
    let dates = Dates::new(shell.language, TimeZone::UTC);
    InvitationPage {
        organization: it.organization,
        role: role_word(&shell, it.role),
        address: it.address,
        until: dates.day(it.expires_at),
        action: format!("/join/{token}"),
        is_known: it.is_known,
        name: name.to_owned(),
        mends,
        shell,
    }
}

/// `POST /join/{token}`: with the account that is signed in, or with a new one.
pub(super) async fn accept(
    State(site): State<Site>,
    Frame(shell): Frame,
    Perhaps(actor): Perhaps,
    origin: Origin,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    if let Some(actor) = actor {
        accept_invitation(&site.app, &actor, &token).await?;
        return Ok(Redirect::to(home_of(&actor)).into_response());
    }
    let name: String = fields.text("name").chars().take(300).collect();
    let command = AcceptAnew {
        token: token.clone(),
        name: name.clone(),
        password: fields.text("password").to_owned(),
        device: origin.device,
        language: shell.language.code().to_owned(),
    };
    match accept_anew(&site.app, command).await {
        Ok(signed_in) => Ok(enter(&site, &signed_in, "")),
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?;
            let found = open_invitation(&site.app, &token).await?;
            Ok(refused.on(|mends| page(shell, &token, found, &name, mends)))
        }
    }
}
