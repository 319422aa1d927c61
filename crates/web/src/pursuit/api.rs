//! The room `pursuit` for programs, under `/api/v1/`.

use std::collections::BTreeSet;

use app::Failure;
use app::pursuit::{
    FeedbackView, HomeLine, ReceiptView, Start, Step, Submit, WorkspaceView, start, submit,
    view_feedback, view_home, view_receipt, view_workspace,
};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use domain::catalogue::Slug;
use domain::ids::PursuitId;
use domain::pursuit::prediction::Prediction;
use domain::pursuit::{Attestation, Refusal as PursuitRefusal};
use domain::refusal::{Place, Refusal};
use serde::Deserialize;
use serde_json::{Value, json};

use super::start::named;
use super::workspace::id;
use super::{aside, history, newer, programme, returning, texts};
use crate::asked::{Frame, JsonBody, Key, Signed};
use crate::pursuit::words_of;
use crate::route::{Route, Who::SignedIn};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

pub(super) fn routes() -> Vec<Route> {
    let pursuits = "/api/v1/pursuits";
    let texts = "/api/v1/pursuits/{pursuit}/texts/{*field}";
    let kept = "/api/v1/pursuits/{pursuit}/history/{*field}";
    let restorations = "/api/v1/pursuits/{pursuit}/restorations";
    let taking = "/api/v1/submissions/{code}/taking-back";
    let standing = "/api/v1/pursuits/{pursuit}/standing";
    let newer = "/api/v1/pursuits/{pursuit}/newer-version";
    let by_review = "/api/v1/reviews/{review}/returning";
    let by_code = "/api/v1/submissions/{code}/returning";
    let programme = "/api/v1/programme/pursuits";
    let step = "/api/v1/programme/pursuits/{pursuit}/standing";
    let submissions = "/api/v1/pursuits/{pursuit}/submissions";
    vec![
        Route::get(pursuits, SignedIn, get(list)),
        Route::post(pursuits, SignedIn, post(begin)),
        Route::get("/api/v1/pursuits/{pursuit}", SignedIn, get(read)),
        Route::of(Method::PUT, texts, SignedIn, put(texts::save_one)),
        Route::get(kept, SignedIn, get(history::list)),
        Route::post(restorations, SignedIn, post(history::take_back)),
        Route::post(submissions, SignedIn, post(send)),
        Route::get("/api/v1/submissions/{code}", SignedIn, get(sent)),
        Route::post(taking, SignedIn, post(aside::take_json)),
        Route::post(standing, SignedIn, post(aside::put_json)),
        Route::get(newer, SignedIn, get(newer::read_json)),
        Route::post(newer, SignedIn, post(newer::go_json)),
        Route::post(by_review, super::ASSESSORS, post(returning::assessor_json)),
        Route::post(by_code, super::MANAGERS, post(returning::manager_json)),
        Route::get(programme, super::MANAGERS, get(programme::list_json)),
        Route::post(step, super::MANAGERS, post(programme::step_json)),
    ]
}

/// Where the list goes on.
#[derive(Debug, Deserialize)]
pub struct From {
    before: Option<PursuitId>,
}

async fn list(
    State(site): State<Site>,
    Signed(actor): Signed,
    Query(from): Query<From>,
) -> Result<Json<Value>, Trouble> {
    let view = view_home(&site.app, &actor, from.before).await?;
    let lines: Vec<_> = view.lines.iter().map(line).collect();
    Ok(Json(json!({"pursuits": lines, "next": view.next})))
}

fn line(it: &HomeLine) -> Value {
    let step = match &it.step {
        Step::Draft { begun, saved_at } => {
            json!({"state": "draft", "criteria_begun": begun, "saved_at": saved_at})
        }
        Step::WithAssessors { received } => {
            json!({"state": "with-assessors", "received_at": received})
        }
        Step::NotYet { to_go, decided } => {
            json!({"state": "not-yet", "criteria_to_go": to_go, "decided_at": decided})
        }
        Step::Returned { returned } => json!({"state": "returned", "returned_at": returned}),
        Step::Aside { state, since } => json!({"state": state, "since": since}),
        Step::Awarded { award, decided } => {
            json!({"state": "awarded", "award": award, "decided_at": decided})
        }
    };
    json!({
        "id": it.pursuit,
        "micro_credential": it.slug,
        "title": it.content.title,
        "issuer": it.issuer.name,
        "started_at": it.started_at,
        "attempt": it.attempt,
        "code": it.code,
        "criteria": it.content.rubric.criteria.len(),
        "met": it.met,
        "step": step,
    })
}

/// What to begin.
#[derive(Debug, Deserialize)]
pub struct Begin {
    micro_credential: String,
}

async fn begin(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(body): JsonBody<Begin>,
) -> Result<Response, Trouble> {
    let command = Start {
        micro_credential: named(&body.micro_credential)?,
    };
    let done = start(&site.app, &actor, command, key).await?;
    let location = format!("/api/v1/pursuits/{}", done.pursuit);
    let answer = Json(json!({"id": done.pursuit}));
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], answer).into_response())
}

async fn read(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(pursuit): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let view = view_workspace(&site.app, &actor, id(&pursuit)?).await?;
    Ok(Json(workspace(&shell, &view)))
}

fn workspace(shell: &Shell, view: &WorkspaceView) -> Value {
    let draft = &view.draft;
    let texts: serde_json::Map<_, _> = draft
        .draft
        .texts
        .iter()
        .map(|(field, it)| {
            let at = draft.saved_at.get(field);
            let value = json!({"text": it.text, "version": it.version, "saved_at": at});
            (field.to_string(), value)
        })
        .collect();
    let criteria: Vec<_> = view
        .criteria
        .iter()
        .map(|it| {
            json!({"id": it.criterion, "met": it.was_met, "level": it.level, "open": it.is_open, "reopens": it.reopens,
                   "feedback": it.feedback, "files": it.files, "texts": it.texts})
        })
        .collect();
    let earlier = view
        .earlier
        .as_ref()
        .map(|it| json!({"code": it.code, "attempt": it.attempt, "decided_at": it.decided}));
    json!({
        "id": view.pursuit,
        "micro_credential": view.offer.slug,
        "version": view.offer.version,
        "content": view.offer.content,
        "state": view.state,
        "attempt": view.attempt,
        "code": view.code,
        "next_attempt": view.next_attempt.as_ref().ok(),
        "texts": texts,
        "files": draft.draft.items,
        "criteria": criteria,
        "earlier": earlier,
        "returned": view.returned.as_ref().map(|(code, it)| json!({"code": code, "at": it.at, "missing": it.reason})),
        "expires_at": view.expires_at,
        "newer_version": view.has_newer,
        "missing": view.missing.iter().map(|it| missing(shell, it)).collect::<Vec<_>>(),
    })
}

fn missing(shell: &Shell, place: &Place) -> Value {
    let words = words_of(shell, place.code, &place.parameters);
    json!({"field": place.field, "code": place.code, "detail": words})
}

/// What is attested.
#[derive(Debug, Deserialize)]
pub struct Send {
    attestations: Vec<Attestation>,
    #[serde(default)]
    reopens: BTreeSet<Slug>,
}

async fn send(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(pursuit): Path<String>,
    JsonBody(body): JsonBody<Send>,
) -> Result<Response, Trouble> {
    let command = Submit {
        pursuit: id(&pursuit)?,
        attestations: body.attestations.into_iter().collect(),
        reopens: body.reopens,
    };
    let done = submit(&site.app, &actor, command, key).await?;
    site.nudge.nudge();
    let location = format!("/api/v1/submissions/{}", done.code);
    let answer = Json(json!({"id": done.submission, "code": done.code, "attempt": done.attempt}));
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], answer).into_response())
}

async fn sent(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(code): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let receipt = view_receipt(&site.app, &actor, &code).await?;
    let feedback = match view_feedback(&site.app, &actor, &code).await {
        Ok(view) => Some(view),
        Err(Failure::Refused(Refusal::Pursuit(PursuitRefusal::NotPossibleNow))) => None,
        Err(other) => return Err(other.into()),
    };
    Ok(Json(submission(&receipt, feedback.as_ref())))
}

fn submission(receipt: &ReceiptView, feedback: Option<&FeedbackView>) -> Value {
    let sent = &receipt.submission;
    json!({
        "code": sent.code,
        "pursuit": receipt.pursuit,
        "attempt": sent.attempt,
        "state": receipt.state,
        "submitted_at": sent.submitted_at,
        "snapshot": sent.snapshot,
        "snapshot_hash": sent.snapshot_hash,
        "rubric_fingerprint": sent.rubric_fingerprint,
        "open_criteria": sent.open_criteria,
        "decided_at": receipt.decided,
        "expected": receipt.expected.map(expected),
        "can_be_taken_back": receipt.can_take_back,
        "opens_at": sent.opens_at,
        "ended": sent.ended.as_ref().map(|it| json!({"how": it.how, "at": it.at, "missing": it.reason})),
        "award": receipt.award,
        "criteria": feedback.map(judged),
    })
}

/// From the queue, or from the plan where too few were decided to go by.
fn expected(it: Prediction) -> Value {
    match it {
        Prediction::Queue { median, late } => {
            json!({"from": "queue", "median": median, "ninety_percent": late})
        }
        Prediction::Plan(at) => json!({"from": "plan", "by": at}),
    }
}

fn judged(view: &FeedbackView) -> Vec<Value> {
    let all = view.criteria.iter();
    all.map(|it| {
        json!({"id": it.criterion, "title": it.title, "met": it.met, "judged_now": it.judged_now,
               "level": it.level, "passing_level": it.passing_level, "found": it.found,
               "passes": it.passes, "feedback": it.feedback, "pins": it.pins})
    })
    .collect()
}
