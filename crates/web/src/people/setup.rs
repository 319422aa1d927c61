//! The first administrator.

use app::people::{BecomeFirstAdministrator, become_first_administrator, setup_is_open};
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::people::Role;
use domain::refusal::{Refusal, Request};
use serde::Deserialize;

use super::entry::enter;
use super::refusal::Refused;
use crate::asked::{Fields, Frame, Perhaps};
use crate::page::Shown;
use crate::pages::setup::FirstAdministrator;
use crate::session::Origin;
use crate::site::Site;
use crate::trouble::Trouble;

/// The token may come with the address that the program prints.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Brought {
    #[serde(default)]
    token: String,
}

/// `GET /setup`: the form while nobody administers anything; afterwards there is no such page.
pub(super) async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
    Perhaps(actor): Perhaps,
    Query(brought): Query<Brought>,
) -> Result<Response, Trouble> {
    if setup_is_open(&site.app).await? {
        let token = brought.token.chars().take(200).collect();
        let page = FirstAdministrator {
            shell,
            token,
            ..FirstAdministrator::default()
        };
        return Ok(Shown(page).into_response());
    }
    match actor {
        Some(actor) if actor.holds(Role::Administrator) => {
            Ok(Redirect::to("/people").into_response())
        }
        _ => Err(Refusal::from(Request::NoSuchPage).into()),
    }
}

/// `POST /setup`.
pub(super) async fn begin(
    State(site): State<Site>,
    Frame(shell): Frame,
    origin: Origin,
    fields: Fields,
) -> Result<Response, Trouble> {
    let text = |name: &str| fields.text(name).to_owned();
    let command = BecomeFirstAdministrator {
        token: text("token"),
        name: text("name"),
        email: text("email"),
        password: text("password"),
        organization: text("organization"),
        kind: text("kind"),
        time_zone: text("time_zone"),
        device: origin.device,
    };
    match become_first_administrator(&site.app, command).await {
        Ok(signed_in) => Ok(enter(&site, &signed_in, "")),
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?;
            Ok(refused.on(|mends| FirstAdministrator {
                token: text("token"),
                name: text("name"),
                email: text("email"),
                organization: text("organization"),
                kind: text("kind"),
                time_zone: text("time_zone"),
                mends,
                shell,
            }))
        }
    }
}
