//! The room `assessors` for programs, under `/api/v1/`.

use app::assessors::{GrantQualification, grant_qualification, list_qualifications};
use app::review::list_waiting;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post};
use serde_json::{Value, json};

use super::LEADS;
use crate::asked::{JsonBody, Key, Signed};
use crate::route::Route;
use crate::site::Site;
use crate::trouble::Trouble;

pub(super) fn routes() -> Vec<Route> {
    let qualifications = "/api/v1/qualifications";
    vec![
        Route::get(qualifications, LEADS, get(list)),
        Route::post(qualifications, LEADS, post(grant)),
        Route::get("/api/v1/waiting-submissions", LEADS, get(waiting)),
    ]
}

async fn list(State(site): State<Site>, Signed(actor): Signed) -> Result<Json<Value>, Trouble> {
    let standing = list_qualifications(&site.app, &actor).await?;
    Ok(Json(json!(standing)))
}

async fn grant(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(command): JsonBody<GrantQualification>,
) -> Result<(StatusCode, Json<Value>), Trouble> {
    let done = grant_qualification(&site.app, &actor, command, key).await?;
    Ok((StatusCode::CREATED, Json(json!(done))))
}

async fn waiting(State(site): State<Site>, Signed(actor): Signed) -> Result<Json<Value>, Trouble> {
    let found = list_waiting(&site.app, &actor).await?;
    Ok(Json(json!({"submissions": found})))
}
