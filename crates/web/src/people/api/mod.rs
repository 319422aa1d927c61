//! The same for programs: JSON under `/api/v1/`.

pub(super) mod entry;

use app::people::{
    self, AddOrganization, AddPerson, AskedMembership, GrantMembership, Held, Known, Organization,
    SignIn,
};
use axum::extract::{Path, Query, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Json, Response};
use axum::{Extension, http::HeaderValue};
use domain::people::{Actor, Membership, Slug};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::forms::{self, Onward, id_in};
use crate::asked::{Frame, JsonBody, Key, Signed, check_header};
use crate::session::{Carried, Origin};
use crate::site::Site;
use crate::trouble::Trouble;

/// Address and password.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Credentials {
    email: String,
    password: String,
}

/// `POST /api/v1/session`: a token to be sent as `Authorization: Bearer`. The session of a cookie goes on.
pub(super) async fn sign_in(
    State(site): State<Site>,
    origin: Origin,
    JsonBody(it): JsonBody<Credentials>,
) -> Result<Response, Trouble> {
    let command = SignIn {
        email: it.email,
        password: it.password,
        network: origin.network,
        device: origin.device,
        replaces: None,
    };
    let signed_in = people::sign_in(&site.app, command).await?;
    let answer = json!({
        "token": signed_in.secret,
        "expires_at": signed_in.expires_at,
        "person": person(&signed_in.actor, &signed_in.name),
    });
    let mut answer = (StatusCode::CREATED, Json(answer)).into_response();
    let no_store = HeaderValue::from_static("no-store");
    answer.headers_mut().insert(header::CACHE_CONTROL, no_store);
    Ok(answer)
}

fn person(actor: &Actor, name: &str) -> Value {
    let membership = |it: &Membership| json!({ "organization": it.organization, "role": it.role });
    let memberships: Vec<Value> = actor.memberships.iter().map(membership).collect();
    json!({ "id": actor.person, "name": name, "memberships": memberships })
}

/// `DELETE /api/v1/session`.
pub(super) async fn sign_out(
    State(site): State<Site>,
    Signed(actor): Signed,
    Extension(Carried(secret)): Extension<Carried>,
    request: Request,
) -> Result<Response, Trouble> {
    check_header(request.headers(), request.extensions())?;
    people::sign_out(&site.app, &actor, &secret).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `GET /api/v1/me`.
pub(super) async fn me(Signed(actor): Signed, Frame(shell): Frame) -> Json<Value> {
    let name = shell.visitor.map(|it| it.name).unwrap_or_default();
    let mut answer = person(&actor, &name);
    answer["language"] = json!(shell.language.code());
    Json(answer)
}

/// What is looked for, and where the list goes on.
#[derive(Deserialize)]
pub(super) struct Search {
    #[serde(default)]
    q: String,
    #[serde(default)]
    after: String,
}

/// `GET /api/v1/people?q=&after=`.
pub(super) async fn people(
    State(site): State<Site>,
    Signed(actor): Signed,
    Query(onward): Query<Search>,
) -> Result<Json<Value>, Trouble> {
    let after = forms::read(&onward.after);
    let found = people::search_people(&site.app, &actor, &onward.q, after).await?;
    let lines: Vec<Value> = found.people.iter().map(known).collect();
    let next = found.next.as_ref().map(forms::written);
    Ok(Json(json!({ "people": lines, "next": next })))
}

fn known(it: &Known) -> Value {
    let held = |it: &Held| {
        json!({
            "id": it.membership,
            "organization": it.organization,
            "organization_name": it.name,
            "role": it.role,
        })
    };
    let held: Vec<Value> = it.held.iter().map(held).collect();
    json!({ "id": it.person, "name": it.name, "email": it.address, "memberships": held })
}

/// A person to be added.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPerson {
    name: String,
    email: String,
    memberships: Vec<AskedMembership>,
    #[serde(default)]
    password: String,
}

/// `POST /api/v1/people`.
pub(super) async fn add_person(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(it): JsonBody<NewPerson>,
) -> Result<Response, Trouble> {
    let command = AddPerson {
        name: it.name,
        email: it.email,
        memberships: it.memberships,
        password: it.password,
    };
    let done = people::add_person(&site.app, &actor, command, key).await?;
    Ok(created(&json!({ "id": done.person })))
}

/// `GET /api/v1/organizations?after=`.
pub(super) async fn organizations(
    State(site): State<Site>,
    Signed(actor): Signed,
    Query(onward): Query<Onward>,
) -> Result<Json<Value>, Trouble> {
    let after = Slug::parse("after", &onward.after).ok();
    let (found, next) = people::list_organizations(&site.app, &actor, after).await?;
    let lines: Vec<Value> = found.iter().map(organization).collect();
    Ok(Json(json!({ "organizations": lines, "next": next })))
}

fn organization(it: &Organization) -> Value {
    json!({
        "id": it.id,
        "parent": it.parent,
        "slug": it.slug,
        "name": it.name,
        "kind": it.kind,
        "time_zone": it.time_zone,
        "issues": it.issues,
        "accent": it.accent,
    })
}

/// `POST /api/v1/organizations`.
pub(super) async fn add_organization(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(command): JsonBody<AddOrganization>,
) -> Result<Response, Trouble> {
    let done = people::add_organization(&site.app, &actor, command, key).await?;
    Ok(created(&json!({ "id": done.organization })))
}

/// `POST /api/v1/memberships`.
pub(super) async fn grant_membership(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(command): JsonBody<GrantMembership>,
) -> Result<Response, Trouble> {
    let done = people::grant_membership(&site.app, &actor, command, key).await?;
    Ok(created(
        &json!({ "id": done.membership, "person": done.person }),
    ))
}

/// `DELETE /api/v1/memberships/{membership}`.
pub(super) async fn end_membership(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(membership): Path<String>,
    request: Request,
) -> Result<Response, Trouble> {
    check_header(request.headers(), request.extensions())?;
    people::end_membership(&site.app, &actor, id_in(&membership)?).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn created(it: &impl Serialize) -> Response {
    (StatusCode::CREATED, Json(it)).into_response()
}
