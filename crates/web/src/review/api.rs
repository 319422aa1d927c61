//! The room `review` for programs, under `/api/v1/`.

use app::Failure;
use app::review::{
    MarkDraft, OpenReview, Recuse, ReleaseDecision, SaveMarks, SubmitScorecard, list_unreleased,
    open_review, recuse, release_decision, save_marks, submit_scorecard, view_desk, view_review,
};
use axum::Json;
use axum::extract::{Path, Query, Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use domain::refusal::{Refusal, Refuse};
use domain::review::{Confidence, Refusal as ReviewRefusal};
use serde::Deserialize;
use serde_json::{Value, json};

use super::desk::{place, written};
use super::page::id;
use super::{ASSESSORS, RELEASERS};
use crate::asked::{Frame, JsonBody, Key, Signed, check_header};
use crate::pursuit::words_of;
use crate::route::Route;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::{Explained, Trouble};

pub(super) fn routes() -> Vec<Route> {
    let one = "/api/v1/reviews/{review}";
    let mark = "/api/v1/reviews/{review}/marks/{criterion}";
    let opening = "/api/v1/reviews/{review}/opening";
    let scorecard = "/api/v1/reviews/{review}/scorecard";
    let recusal = "/api/v1/reviews/{review}/recusal";
    vec![
        Route::get("/api/v1/reviews", ASSESSORS, get(list)),
        Route::get(one, ASSESSORS, get(read)),
        Route::of(Method::PUT, mark, ASSESSORS, put(save)),
        Route::post(opening, ASSESSORS, post(open)),
        Route::post(scorecard, ASSESSORS, post(submit)),
        Route::post(recusal, ASSESSORS, post(give_back)),
        Route::get("/api/v1/releases", RELEASERS, get(unreleased)),
        Route::post("/api/v1/releases", RELEASERS, post(release)),
    ]
}

/// Where the list goes on.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    after: Option<String>,
}

async fn list(
    State(site): State<Site>,
    Signed(actor): Signed,
    Query(asked): Query<Asked>,
) -> Result<Json<Value>, Trouble> {
    let after = asked.after.as_deref().map(place).transpose()?;
    let desk = view_desk(&site.app, &actor, after).await?;
    Ok(Json(json!({
        "reviews": desk.reviews,
        "next": desk.next.map(written),
        "discussions": desk.discussions,
        "done": desk.done,
        "qualifications": desk.qualifications,
    })))
}

async fn read(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(review): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let view = view_review(&site.app, &actor, id(&review)?).await?;
    Ok(Json(json!(view)))
}

/// A mark as a program sends it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sent {
    level: Option<u8>,
    confidence: Option<Confidence>,
    #[serde(default)]
    feedback: String,
    #[serde(default)]
    version: u64,
}

async fn save(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path((review, criterion)): Path<(String, String)>,
    JsonBody(sent): JsonBody<Sent>,
) -> Result<Response, Trouble> {
    let mark = MarkDraft {
        criterion,
        level: sent.level,
        confidence: sent.confidence,
        feedback: sent.feedback,
        version: sent.version,
    };
    let command = SaveMarks {
        review: id(&review)?,
        marks: vec![mark],
    };
    match save_marks(&site.app, &actor, command).await {
        Ok(saved) => Ok(Json(json!(saved.first())).into_response()),
        Err(Failure::Refused(Refusal::Review(it @ ReviewRefusal::StaleMark { .. }))) => {
            Ok(stale(&shell, &it))
        }
        Err(failure) => Err(failure.into()),
    }
}

/// Problem details (RFC 9457) that carry what is stored.
fn stale(shell: &Shell, refusal: &ReviewRefusal) -> Response {
    let ReviewRefusal::StaleMark {
        current, stored, ..
    } = refusal
    else {
        return StatusCode::CONFLICT.into_response();
    };
    let code = refusal.code();
    let problem = json!({
        "type": format!("urn:testamur:refusal:{code}"),
        "title": words_of(shell, code, &refusal.parameters()),
        "detail": words_of(shell, &format!("{code}-fix"), &refusal.parameters()),
        "status": StatusCode::CONFLICT.as_u16(),
        "instance": format!("urn:uuid:{}", shell.reference),
        "code": code,
        "current": {
            "level": stored.level,
            "confidence": stored.confidence,
            "feedback": stored.feedback,
            "version": current,
        },
    });
    let headers = [
        (header::CONTENT_TYPE, "application/problem+json"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    let mut answer = (StatusCode::CONFLICT, headers, problem.to_string()).into_response();
    answer.extensions_mut().insert(Explained);
    answer
}

async fn open(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(review): Path<String>,
    request: Request,
) -> Result<Json<Value>, Trouble> {
    check_header(request.headers(), request.extensions())?;
    let review = id(&review)?;
    let done = open_review(&site.app, &actor, OpenReview { review }, key).await?;
    Ok(Json(json!(done)))
}

async fn submit(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(review): Path<String>,
    request: Request,
) -> Result<Json<Value>, Trouble> {
    check_header(request.headers(), request.extensions())?;
    let review = id(&review)?;
    let done = submit_scorecard(&site.app, &actor, SubmitScorecard { review }, key).await?;
    site.nudge.nudge();
    Ok(Json(json!(done)))
}

async fn give_back(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(review): Path<String>,
    request: Request,
) -> Result<Json<Value>, Trouble> {
    check_header(request.headers(), request.extensions())?;
    let review = id(&review)?;
    let done = recuse(&site.app, &actor, Recuse { review }, key).await?;
    site.nudge.nudge();
    Ok(Json(json!(done)))
}

async fn unreleased(
    State(site): State<Site>,
    Signed(actor): Signed,
) -> Result<Json<Value>, Trouble> {
    let found = list_unreleased(&site.app, &actor).await?;
    Ok(Json(json!({"decisions": found})))
}

async fn release(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(command): JsonBody<ReleaseDecision>,
) -> Result<Json<Value>, Trouble> {
    let done = release_decision(&site.app, &actor, command, key).await?;
    site.nudge.nudge();
    Ok(Json(json!(done)))
}
