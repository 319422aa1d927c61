//! For programs: helping in, addresses, invitations.

use app::people::{
    self, AskSignInLink, InvitationLine, Invite, UseLink, add_address, choose_address,
    end_sessions_of, give_address, list_addresses, list_invitations, make_password_link,
    remove_address, resend_invitation, view_person, withdraw_invitation,
};
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{Extensions, HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Json, Response};
use domain::ids::PersonId;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::forms::id_in;
use super::super::invitations::{Asked, of_program};
use crate::asked::{Frame, JsonBody, Key, Signed, check_header};
use crate::session::Origin;
use crate::site::Site;
use crate::trouble::Trouble;

/// An address.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::people) struct Email {
    email: String,
}

/// A new password, where the link sets one.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::people) struct NewPassword {
    #[serde(default)]
    password: String,
}

/// `POST /api/v1/session/link`: the answer is the same whether somebody has the address or not.
pub(in crate::people) async fn ask_link(
    State(site): State<Site>,
    Frame(shell): Frame,
    origin: Origin,
    JsonBody(it): JsonBody<Email>,
) -> Result<StatusCode, Trouble> {
    let command = AskSignInLink {
        email: it.email,
        network: origin.network,
        language: shell.language.code().to_owned(),
    };
    people::ask_sign_in_link(&site.app, command).await?;
    Ok(StatusCode::ACCEPTED)
}

/// `POST /api/v1/links/{token}`: a token of a session, where the link begins one.
pub(in crate::people) async fn follow(
    State(site): State<Site>,
    origin: Origin,
    Path(token): Path<String>,
    JsonBody(it): JsonBody<NewPassword>,
) -> Result<Response, Trouble> {
    let command = UseLink {
        token,
        password: it.password,
        device: origin.device,
        replaces: None,
    };
    let Some(signed_in) = people::use_link(&site.app, command).await? else {
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    let answer = json!({ "token": signed_in.secret, "expires_at": signed_in.expires_at });
    let headers = [(header::CACHE_CONTROL, "no-store")];
    Ok((StatusCode::CREATED, headers, Json(answer)).into_response())
}

/// `GET /api/v1/me/addresses`.
pub(in crate::people) async fn addresses(
    State(site): State<Site>,
    Signed(actor): Signed,
) -> Result<Json<Value>, Trouble> {
    let found = list_addresses(&site.app, &actor).await?;
    Ok(Json(json!({ "addresses": lines(&found) })))
}

fn lines(of: &[people::Address]) -> Vec<Value> {
    let line = |(at, it): (usize, &people::Address)| json!({ "email": it.address, "verified_at": it.verified_at, "for_letters": at == 0 });
    of.iter().enumerate().map(line).collect()
}

/// `POST /api/v1/me/addresses`: a link is sent to it.
pub(in crate::people) async fn add(
    State(site): State<Site>,
    Signed(actor): Signed,
    JsonBody(it): JsonBody<Email>,
) -> Result<StatusCode, Trouble> {
    add_address(&site.app, &actor, &it.email).await?;
    Ok(StatusCode::ACCEPTED)
}

/// `PUT /api/v1/me/addresses/first`.
pub(in crate::people) async fn choose(
    State(site): State<Site>,
    Signed(actor): Signed,
    JsonBody(it): JsonBody<Email>,
) -> Result<StatusCode, Trouble> {
    choose_address(&site.app, &actor, &it.email).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `DELETE /api/v1/me/addresses/{email}`.
pub(in crate::people) async fn remove(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(email): Path<String>,
    headers: HeaderMap,
    extensions: Extensions,
) -> Result<StatusCode, Trouble> {
    check_header(&headers, &extensions)?;
    remove_address(&site.app, &actor, &email).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `GET /api/v1/people/{person}`.
pub(in crate::people) async fn person(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let it = view_person(&site.app, &actor, id_in(&id)?, None).await?;
    let held: Vec<Value> = it
        .held
        .iter()
        .map(|held| {
            json!({ "id": held.membership, "organization": held.organization, "role": held.role })
        })
        .collect();
    Ok(Json(json!({
        "id": it.person,
        "name": it.name,
        "addresses": lines(&it.addresses),
        "memberships": held,
        "sessions": it.sessions.len(),
    })))
}

/// `POST /api/v1/people/{person}/password-link`: the link itself only where it could not be mailed.
pub(in crate::people) async fn help_in(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    headers: HeaderMap,
    extensions: Extensions,
) -> Result<Response, Trouble> {
    check_header(&headers, &extensions)?;
    let person: PersonId = id_in(&id)?;
    let made = make_password_link(&site.app, &actor, person).await?;
    let answer = json!({ "link": made.shown, "expires_at": made.expires_at });
    let headers = [(header::CACHE_CONTROL, "no-store")];
    Ok((StatusCode::CREATED, headers, Json(answer)).into_response())
}

/// `POST /api/v1/people/{person}/addresses`.
pub(in crate::people) async fn give(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    JsonBody(it): JsonBody<Email>,
) -> Result<StatusCode, Trouble> {
    give_address(&site.app, &actor, id_in(&id)?, &it.email).await?;
    Ok(StatusCode::CREATED)
}

/// `DELETE /api/v1/people/{person}/sessions`.
pub(in crate::people) async fn end_sessions(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    headers: HeaderMap,
    extensions: Extensions,
) -> Result<Json<Value>, Trouble> {
    check_header(&headers, &extensions)?;
    let ended = end_sessions_of(&site.app, &actor, id_in(&id)?).await?;
    Ok(Json(json!({ "ended": ended })))
}

/// `GET /api/v1/invitations?before=`.
pub(in crate::people) async fn invitations(
    State(site): State<Site>,
    Signed(actor): Signed,
    Query(asked): Query<Asked>,
) -> Result<Json<Value>, Trouble> {
    let (found, next) = list_invitations(&site.app, &actor, asked.before.parse().ok()).await?;
    let line = |it: &InvitationLine| {
        let one = &it.invitation;
        json!({
            "id": one.id,
            "email": one.address,
            "organization": one.organization,
            "role": one.role,
            "state": it.state.as_str(),
            "expires_at": one.expires_at,
            "link": it.link,
        })
    };
    let lines: Vec<Value> = found.iter().map(line).collect();
    Ok(Json(json!({ "invitations": lines, "next": next })))
}

/// `POST /api/v1/invitations`.
pub(in crate::people) async fn invite(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(command): JsonBody<Invite>,
) -> Result<Response, Trouble> {
    let done = people::invite(&site.app, &actor, command, key).await?;
    Ok((StatusCode::CREATED, Json(done)).into_response())
}

/// Whether a table is only looked at.
#[derive(Deserialize)]
pub(in crate::people) struct Way {
    #[serde(default)]
    dry_run: bool,
}

/// `POST /api/v1/invitations/table?dry_run=true`, the body a table as `text/csv`.
pub(in crate::people) async fn invite_many(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Query(way): Query<Way>,
    headers: HeaderMap,
    extensions: Extensions,
    table: Bytes,
) -> Result<Response, Trouble> {
    check_header(&headers, &extensions)?;
    let done = of_program(&site, &actor, table.to_vec(), !way.dry_run, key).await?;
    let status = match (done.get("faults"), way.dry_run) {
        (Some(_), false) => StatusCode::UNPROCESSABLE_ENTITY,
        (Some(_), true) => StatusCode::OK,
        (None, _) => StatusCode::CREATED,
    };
    Ok((status, Json(done)).into_response())
}

/// `POST /api/v1/invitations/{invitation}/sending`.
pub(in crate::people) async fn resend(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    headers: HeaderMap,
    extensions: Extensions,
) -> Result<StatusCode, Trouble> {
    check_header(&headers, &extensions)?;
    resend_invitation(&site.app, &actor, id_in(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `DELETE /api/v1/invitations/{invitation}`.
pub(in crate::people) async fn withdraw(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    headers: HeaderMap,
    extensions: Extensions,
) -> Result<StatusCode, Trouble> {
    check_header(&headers, &extensions)?;
    withdraw_invitation(&site.app, &actor, id_in(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `PUT /api/v1/organizations/{organization}`.
pub(in crate::people) async fn edit_organization(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    JsonBody(command): JsonBody<people::EditOrganization>,
) -> Result<StatusCode, Trouble> {
    people::edit_organization(&site.app, &actor, id_in(&id)?, command).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Which organization looks after what a closed one leaves.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::people) struct Custodian {
    custodian: domain::ids::OrganizationId,
}

/// `POST /api/v1/organizations/{organization}/closing`.
pub(in crate::people) async fn close_organization(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    JsonBody(it): JsonBody<Custodian>,
) -> Result<StatusCode, Trouble> {
    people::close_organization(&site.app, &actor, id_in(&id)?, it.custodian).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /api/v1/merges`.
pub(in crate::people) async fn merge(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(command): JsonBody<people::MergePeople>,
) -> Result<Response, Trouble> {
    let done = people::merge_people(&site.app, &actor, command, key).await?;
    Ok((StatusCode::CREATED, Json(done)).into_response())
}

/// `DELETE /api/v1/merges/{merge}`.
pub(in crate::people) async fn unmerge(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    headers: HeaderMap,
    extensions: Extensions,
) -> Result<StatusCode, Trouble> {
    check_header(&headers, &extensions)?;
    people::undo_merge(&site.app, &actor, id_in(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}
