//! Taking a submission back, putting a pursuit aside, going on with it, giving it up.

use app::pursuit::{Aside, PutAside, TakeBack, put_aside, take_back};
use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::pursuit::Refusal as PursuitRefusal;
use domain::refusal::Refusal;
use serde::Deserialize;
use serde_json::{Value, json};

use super::workspace::{Retry, id, show};
use crate::asked::{Fields, Frame, JsonBody, Key, Signed, check_header};
use crate::form::Mend;
use crate::site::Site;
use crate::trouble::Trouble;

/// The attempt is a draft again.
pub(super) async fn take(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(code): Path<String>,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let command = TakeBack { code };
    let done = take_back(&site.app, &actor, command, fields.key()).await?;
    Ok(Redirect::to(&format!(
        "/pursuits/{}?done=taken-back",
        done.pursuit
    )))
}

pub(super) async fn take_json(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(code): Path<String>,
    request: Request,
) -> Result<Json<Value>, Trouble> {
    check_header(request.headers(), request.extensions())?;
    let done = take_back(&site.app, &actor, TakeBack { code }, key).await?;
    Ok(Json(json!({"pursuit": done.pursuit})))
}

/// Puts a pursuit aside. Giving it up is for good and wants a second word.
pub(super) async fn put(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(pursuit): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let pursuit = id(&pursuit)?;
    let way = Aside::parse(fields.text("way"));
    let way = way.ok_or_else(|| Trouble::from(Refusal::from(PursuitRefusal::UnknownField)))?;
    if way == Aside::Withdraw && !fields.has("sure") {
        let retry = Retry {
            status: Some(StatusCode::UNPROCESSABLE_ENTITY),
            mends: vec![Mend {
                field: "sure".to_owned(),
                text: shell.say("aside-sure-missing").to_string(),
            }],
            ..Retry::default()
        };
        let page = show(&site, &actor, shell, pursuit, retry).await?;
        return Ok(page.into_response());
    }
    put_aside(&site.app, &actor, PutAside { pursuit, way }, fields.key()).await?;
    let there = match way {
        Aside::Withdraw => "/home".to_owned(),
        Aside::Pause | Aside::Resume => format!("/pursuits/{pursuit}"),
    };
    Ok(Redirect::to(&there).into_response())
}

/// Which way, for programs.
#[derive(Debug, Deserialize)]
pub(super) struct Way {
    way: Aside,
}

pub(super) async fn put_json(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(pursuit): Path<String>,
    JsonBody(body): JsonBody<Way>,
) -> Result<Json<Value>, Trouble> {
    let command = PutAside {
        pursuit: id(&pursuit)?,
        way: body.way,
    };
    let now = put_aside(&site.app, &actor, command, key).await?;
    Ok(Json(
        json!({"id": now.pursuit, "state": now.state, "expires_at": now.expires_at}),
    ))
}
