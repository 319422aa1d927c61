//! What assessors say of themselves, and the board, for programs.

use app::review::{
    AcceptReview, AddHoliday, DeclareAbsence, DeclareRelation, DeclineReview, EndAbsence,
    EndRelation, Reassign, RemoveHoliday, SetLoadLimit, TakeBack, accept_review, add_holiday,
    declare_absence, declare_relation, decline_review, end_absence, end_relation, list_holidays,
    list_relations, reassign_review, remove_holiday, set_load_limit, take_back_review, view_board,
    view_board_submission, view_reviewing,
};
use axum::Json;
use axum::extract::{Path, Query, Request, State};
use axum::http::{Method, StatusCode};
use axum::routing::{delete, get, post, put};
use domain::ids::PersonId;
use domain::refusal::Refusal;
use domain::review::Refusal as ReviewRefusal;
use serde::Deserialize;
use serde_json::{Value, json};

use super::board::{Asked, written};
use super::manage::submission_id;
use super::page::id;
use super::{ASSESSORS, RELEASERS};
use crate::asked::{JsonBody, Key, Signed, check_header};
use crate::route::{Route, Who};
use crate::site::Site;
use crate::trouble::Trouble;

pub(super) fn routes() -> Vec<Route> {
    let acceptance = "/api/v1/reviews/{review}/acceptance";
    let declining = "/api/v1/reviews/{review}/declining";
    let limit = "/api/v1/reviewing/load-limit";
    let absences = "/api/v1/reviewing/absences";
    let absence = "/api/v1/reviewing/absences/{absence}";
    let relations = "/api/v1/relations";
    let relation = "/api/v1/relations/{relation}";
    let board = "/api/v1/board";
    let submission = "/api/v1/board/submissions/{submission}";
    let release = "/api/v1/board/reviews/{review}/release";
    let reassignment = "/api/v1/board/reviews/{review}/reassignment";
    let holidays = "/api/v1/board/holidays";
    let holiday = "/api/v1/board/holidays/{issuer}/{day}";
    vec![
        Route::post(acceptance, ASSESSORS, post(accept)),
        Route::post(declining, ASSESSORS, post(decline)),
        Route::get("/api/v1/reviewing", ASSESSORS, get(reviewing)),
        Route::of(Method::PUT, limit, ASSESSORS, put(set_limit)),
        Route::post(absences, ASSESSORS, post(add_absence)),
        Route::of(Method::DELETE, absence, ASSESSORS, delete(drop_absence)),
        Route::get(relations, Who::SignedIn, get(relations_of)),
        Route::post(relations, Who::SignedIn, post(add_relation)),
        Route::of(
            Method::DELETE,
            relation,
            Who::SignedIn,
            delete(drop_relation),
        ),
        Route::get(board, RELEASERS, get(read_board)),
        Route::get(submission, RELEASERS, get(read_submission)),
        Route::post(release, RELEASERS, post(take_back)),
        Route::post(reassignment, RELEASERS, post(reassign)),
        Route::get(holidays, RELEASERS, get(read_holidays)),
        Route::post(holidays, RELEASERS, post(put_holiday)),
        Route::of(Method::DELETE, holiday, RELEASERS, delete(drop_holiday)),
    ]
}

async fn accept(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(review): Path<String>,
    request: Request,
) -> Result<Json<Value>, Trouble> {
    check_header(request.headers(), request.extensions())?;
    let command = AcceptReview {
        review: id(&review)?,
    };
    let done = accept_review(&site.app, &actor, command, key).await?;
    Ok(Json(json!(done)))
}

async fn decline(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(review): Path<String>,
    request: Request,
) -> Result<Json<Value>, Trouble> {
    check_header(request.headers(), request.extensions())?;
    let command = DeclineReview {
        review: id(&review)?,
    };
    let done = decline_review(&site.app, &actor, command, key).await?;
    site.nudge.nudge();
    Ok(Json(json!(done)))
}

async fn reviewing(
    State(site): State<Site>,
    Signed(actor): Signed,
) -> Result<Json<Value>, Trouble> {
    Ok(Json(json!(view_reviewing(&site.app, &actor).await?)))
}

/// A limit as a program sends it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    reviews: u32,
}

async fn set_limit(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(sent): JsonBody<Limit>,
) -> Result<Json<Value>, Trouble> {
    let command = SetLoadLimit {
        reviews: sent.reviews.to_string(),
    };
    let reviews = set_load_limit(&site.app, &actor, command, key).await?;
    site.nudge.nudge();
    Ok(Json(json!({"reviews": reviews})))
}

async fn add_absence(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(command): JsonBody<DeclareAbsence>,
) -> Result<(StatusCode, Json<Value>), Trouble> {
    let done = declare_absence(&site.app, &actor, command, key).await?;
    site.nudge.nudge();
    Ok((StatusCode::CREATED, Json(json!(done))))
}

async fn drop_absence(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(absence): Path<String>,
    request: Request,
) -> Result<StatusCode, Trouble> {
    check_header(request.headers(), request.extensions())?;
    let absence = absence.parse().map_err(|_| no_entry())?;
    end_absence(&site.app, &actor, EndAbsence { absence }, key).await?;
    site.nudge.nudge();
    Ok(StatusCode::NO_CONTENT)
}

fn no_entry() -> Trouble {
    Refusal::from(ReviewRefusal::NoSuchEntry).into()
}

async fn relations_of(
    State(site): State<Site>,
    Signed(actor): Signed,
) -> Result<Json<Value>, Trouble> {
    let found = list_relations(&site.app, &actor).await?;
    Ok(Json(json!({"relations": found})))
}

/// Answers the same whether the address is known here or not.
async fn add_relation(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(command): JsonBody<DeclareRelation>,
) -> Result<StatusCode, Trouble> {
    declare_relation(&site.app, &actor, command, key).await?;
    site.nudge.nudge();
    Ok(StatusCode::NO_CONTENT)
}

async fn drop_relation(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(relation): Path<String>,
    request: Request,
) -> Result<StatusCode, Trouble> {
    check_header(request.headers(), request.extensions())?;
    let relation = relation.parse().map_err(|_| no_entry())?;
    end_relation(&site.app, &actor, EndRelation { relation }, key).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn read_board(
    State(site): State<Site>,
    Signed(actor): Signed,
    Query(asked): Query<Asked>,
) -> Result<Json<Value>, Trouble> {
    let found = view_board(&site.app, &actor, asked.read()?).await?;
    Ok(Json(json!({
        "counts": found.counts,
        "submissions": found.submissions,
        "next": found.next.map(written),
        "assessors": found.assessors,
    })))
}

async fn read_submission(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(submission): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let id = submission_id(&submission)?;
    Ok(Json(json!(
        view_board_submission(&site.app, &actor, id).await?
    )))
}

async fn take_back(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(review): Path<String>,
    request: Request,
) -> Result<StatusCode, Trouble> {
    check_header(request.headers(), request.extensions())?;
    let command = TakeBack {
        review: id(&review)?,
    };
    take_back_review(&site.app, &actor, command, key).await?;
    site.nudge.nudge();
    Ok(StatusCode::NO_CONTENT)
}

/// Who takes a review.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct To {
    to: PersonId,
}

async fn reassign(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(review): Path<String>,
    JsonBody(sent): JsonBody<To>,
) -> Result<StatusCode, Trouble> {
    let command = Reassign {
        review: id(&review)?,
        to: sent.to,
    };
    reassign_review(&site.app, &actor, command, key).await?;
    site.nudge.nudge();
    Ok(StatusCode::NO_CONTENT)
}

async fn read_holidays(
    State(site): State<Site>,
    Signed(actor): Signed,
) -> Result<Json<Value>, Trouble> {
    let found = list_holidays(&site.app, &actor).await?;
    Ok(Json(json!({"issuers": found})))
}

async fn put_holiday(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(command): JsonBody<AddHoliday>,
) -> Result<StatusCode, Trouble> {
    add_holiday(&site.app, &actor, command, key).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn drop_holiday(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path((issuer, day)): Path<(String, String)>,
    request: Request,
) -> Result<StatusCode, Trouble> {
    check_header(request.headers(), request.extensions())?;
    let issuer = issuer.parse().map_err(|_| no_entry())?;
    let command = RemoveHoliday { issuer, day };
    remove_holiday(&site.app, &actor, command, key).await?;
    Ok(StatusCode::NO_CONTENT)
}
