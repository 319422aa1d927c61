//! Being anybody of the demo people. When serving, none of these addresses exists.

use app::people::{DemoPerson as Known, list_demo_people, sign_in_to_demo};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Json, Response};
use domain::people::Role;
use serde::Serialize;

use super::entry::enter;
use super::forms::id_in;
use crate::asked::Frame;
use crate::page::Shown;
use crate::pages::people::{DemoPeople, DemoPerson};
use crate::session::Origin;
use crate::site::Site;
use crate::trouble::Trouble;

/// Somebody of the demo, for programs.
#[derive(Debug, Serialize)]
struct Line {
    id: String,
    name: String,
    roles: Vec<Role>,
    organization: String,
    signin: String,
}

/// `GET /demo`.
pub(super) async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
) -> Result<Response, Trouble> {
    let people = list_demo_people(&site.app).await?;
    let person = |it: Known| DemoPerson {
        signin: address(&it),
        roles: it
            .roles
            .iter()
            .map(|role| shell.say(&format!("role-{}", role.as_str())).to_string())
            .collect(),
        name: it.name,
        organization: it.organization,
        about: None,
    };
    let people = people.into_iter().map(person).collect();
    Ok(Shown(DemoPeople { shell, people }).into_response())
}

/// `GET /demo/people.json`.
pub(super) async fn list(State(site): State<Site>) -> Result<Response, Trouble> {
    let people = list_demo_people(&site.app).await?;
    let line = |it: Known| Line {
        signin: address(&it),
        id: it.person.to_string(),
        name: it.name,
        roles: it.roles,
        organization: it.organization,
    };
    Ok(Json(people.into_iter().map(line).collect::<Vec<_>>()).into_response())
}

fn address(it: &Known) -> String {
    format!("/demo/people/{}/session", it.person)
}

/// `POST /demo/people/{person}/session`: signs in with one click.
pub(super) async fn sign_in(
    State(site): State<Site>,
    Path(person): Path<String>,
    origin: Origin,
) -> Result<Response, Trouble> {
    let person = id_in(&person)?;
    let signed_in = sign_in_to_demo(&site.app, person, origin.device, origin.replaces).await?;
    Ok(enter(&site, &signed_in, ""))
}
