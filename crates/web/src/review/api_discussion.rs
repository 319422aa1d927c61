//! The discussion of two assessors, for programs.

use app::review::{
    AgreeToMark, LeaveToLead, ProposeMark, SayInDiscussion, agree_to_mark, leave_to_lead,
    propose_mark, say_in_discussion, view_discussion,
};
use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{Method, StatusCode};
use axum::routing::{get, post, put};
use serde::Deserialize;
use serde_json::{Value, json};

use super::ASSESSORS;
use super::page::id;
use crate::asked::{JsonBody, Key, Signed, check_header};
use crate::route::Route;
use crate::site::Site;
use crate::trouble::Trouble;

pub(super) fn routes() -> Vec<Route> {
    let one = "/api/v1/reviews/{review}/discussion";
    let messages = "/api/v1/reviews/{review}/discussion/messages";
    let proposal = "/api/v1/reviews/{review}/discussion/proposals/{criterion}";
    let agreement = "/api/v1/reviews/{review}/discussion/agreements/{criterion}";
    let lead = "/api/v1/reviews/{review}/discussion/lead";
    vec![
        Route::get(one, ASSESSORS, get(read)),
        Route::post(messages, ASSESSORS, post(say)),
        Route::of(Method::PUT, proposal, ASSESSORS, put(propose)),
        Route::of(Method::PUT, agreement, ASSESSORS, put(agree)),
        Route::post(lead, ASSESSORS, post(leave)),
    ]
}

async fn read(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(review): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let found = view_discussion(&site.app, &actor, id(&review)?).await?;
    Ok(Json(json!(found)))
}

/// A message as a program sends it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    message: String,
}

async fn say(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(review): Path<String>,
    JsonBody(sent): JsonBody<Message>,
) -> Result<StatusCode, Trouble> {
    let command = SayInDiscussion {
        review: id(&review)?,
        message: sent.message,
    };
    say_in_discussion(&site.app, &actor, command, key).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A proposal as a program sends it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    level: Option<u8>,
    #[serde(default)]
    feedback: String,
    #[serde(default)]
    version: u64,
}

async fn propose(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path((review, criterion)): Path<(String, String)>,
    JsonBody(sent): JsonBody<Proposal>,
) -> Result<Json<Value>, Trouble> {
    let command = ProposeMark {
        review: id(&review)?,
        criterion,
        level: sent.level,
        feedback: sent.feedback,
        version: sent.version,
    };
    let version = propose_mark(&site.app, &actor, command, key).await?;
    Ok(Json(json!({"version": version})))
}

/// The version that is agreed to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    version: u64,
}

async fn agree(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path((review, criterion)): Path<(String, String)>,
    JsonBody(sent): JsonBody<Agreement>,
) -> Result<StatusCode, Trouble> {
    let command = AgreeToMark {
        review: id(&review)?,
        criterion,
        version: sent.version,
    };
    agree_to_mark(&site.app, &actor, command, key).await?;
    site.nudge.nudge();
    Ok(StatusCode::NO_CONTENT)
}

async fn leave(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(review): Path<String>,
    request: Request,
) -> Result<StatusCode, Trouble> {
    check_header(request.headers(), request.extensions())?;
    let command = LeaveToLead {
        review: id(&review)?,
    };
    leave_to_lead(&site.app, &actor, command, key).await?;
    site.nudge.nudge();
    Ok(StatusCode::NO_CONTENT)
}
