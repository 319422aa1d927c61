//! Saving what is written: a whole page by its form, one field by the script.

use std::collections::BTreeMap;

use app::Failure;
use app::pursuit::{SaveText, Saved, TextIn, save_text, save_texts};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::audit::sha256_hex;
use domain::ids::PursuitId;
use domain::people::Actor;
use domain::pursuit::Refusal as PursuitRefusal;
use domain::pursuit::history::Sitting;
use domain::refusal::{Refusal, Refuse};
use serde::Deserialize;
use serde_json::{Value, json};

use super::fill::words_of;
use super::workspace::{Retry, Typed, id, show};
use crate::asked::{Fields, Frame, JsonBody, Signed};
use crate::form::Mend;
use crate::negotiation::{Format, asked_for};
use crate::refused::status_of;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::{Explained, Trouble};

/// What tells that a text of a form was not touched; long enough that no two texts of a person
/// share it by chance.
pub(super) fn print_of(text: &str) -> String {
    sha256_hex(text)[..16].to_owned()
}

/// Saves every text of a form that was changed; what cannot be saved comes back. The script gets
/// its answer as JSON.
pub(super) async fn save_all(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(pursuit): Path<String>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Trouble> {
    let pursuit = id(&pursuit)?;
    if asked_for(&headers) == Some(Format::Json) {
        let answers = save_texts(&site.app, &actor, pursuit, changed(&fields)).await?;
        return Ok(told(&shell, &answers));
    }
    let retry = save(&site, &actor, &shell, pursuit, &fields).await?;
    if retry.typed.is_empty() {
        return Ok(Redirect::to(&format!("/pursuits/{pursuit}?done=saved")).into_response());
    }
    let page = show(&site, &actor, shell, pursuit, retry).await?;
    Ok(page.into_response())
}

/// Saves the texts of a form; answers what could not be saved.
pub(super) async fn save(
    site: &Site,
    actor: &Actor,
    shell: &Shell,
    pursuit: PursuitId,
    fields: &Fields,
) -> Result<Retry, Trouble> {
    let changed = changed(fields);
    let typed: BTreeMap<_, _> = changed
        .iter()
        .map(|it| (it.field.clone(), it.text.clone()))
        .collect();
    let answers = save_texts(&site.app, actor, pursuit, changed).await?;
    let mut retry = Retry::default();
    for (field, answer) in answers {
        if let Err(refusal) = answer {
            let text = typed.get(&field).cloned().unwrap_or_default();
            keep(&mut retry, shell, field, text, refusal);
        }
    }
    Ok(retry)
}

/// The texts of a form that differ from what its page showed. Of a text that stood beside another
/// one, `take` names the field that keeps what is stored, and `join` the field that gets both.
fn changed(fields: &Fields) -> Vec<TextIn> {
    let versions = fields.starting("version/");
    let sitting = Sitting::named(fields.text("sitting"));
    let touched = versions.filter_map(|(field, version)| {
        let text = fields.text(field);
        let was = fields.text(&format!("was/{field}"));
        let is_there = fields.has(field) && was != print_of(text) && fields.text("take") != field;
        is_there.then(|| TextIn {
            field: field.to_owned(),
            text: joined(fields, field, text),
            based_on: version.parse().unwrap_or(0),
            sitting: sitting.clone(),
        })
    });
    touched.collect()
}

/// What was typed, after what was stored if both are wanted.
fn joined(fields: &Fields, field: &str, typed: &str) -> String {
    match fields.text(&format!("stored/{field}")) {
        stored if fields.text("join") == field && !stored.is_empty() => {
            format!("{stored}\n\n{typed}")
        }
        _ => typed.to_owned(),
    }
}

fn keep(retry: &mut Retry, shell: &Shell, field: String, text: String, refusal: PursuitRefusal) {
    let stored = match &refusal {
        PursuitRefusal::StaleField { current, .. } => Some(current.text.clone()),
        _ => None,
    };
    let status = status_of(refusal.kind());
    let first = retry.status.is_none_or(|it| it != StatusCode::CONFLICT);
    if first {
        retry.status = Some(status);
    }
    retry.mends.push(Mend {
        field: field.clone(),
        text: words_of(shell, refusal.code(), &refusal.parameters()),
    });
    retry.typed.insert(field, Typed { text, stored });
}

type Answers = [(String, Result<Saved, PursuitRefusal>)];

/// Every version that is stored now, and every text that is in the way.
fn told(shell: &Shell, answers: &Answers) -> Response {
    let saved = answers
        .iter()
        .filter_map(|(field, it)| Some((field, it.as_ref().ok()?)));
    let versions: BTreeMap<_, _> = saved
        .clone()
        .map(|(field, it)| (field, it.version))
        .collect();
    let refusals = answers
        .iter()
        .filter_map(|(field, it)| Some((field, it.as_ref().err()?)));
    let conflicts: BTreeMap<_, _> = refusals
        .clone()
        .filter_map(|(field, it)| Some((field, stored_of(it)?)))
        .collect();
    if let Some((_, refusal)) = refusals.clone().next() {
        let mut problem = problem(shell, refusal);
        problem["versions"] = json!(versions);
        problem["conflicts"] = json!(conflicts);
        return answer(status_of(refusal.kind()), &problem);
    }
    let at = saved.map(|(_, it)| it.at).max();
    Json(json!({"saved_at": at, "versions": versions})).into_response()
}

fn stored_of(refusal: &PursuitRefusal) -> Option<Value> {
    match refusal {
        PursuitRefusal::StaleField { current, .. } => {
            Some(json!({"text": current.text, "version": current.version}))
        }
        _ => None,
    }
}

/// One field, as the script and programs send it.
#[derive(Debug, Deserialize)]
pub struct OneText {
    text: String,
    based_on: u64,
    #[serde(default)]
    sitting: String,
}

/// Saves one field: `{"version", "saved_at"}`, or 409 with what is stored.
pub(super) async fn save_one(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path((pursuit, field)): Path<(String, String)>,
    JsonBody(body): JsonBody<OneText>,
) -> Result<Response, Trouble> {
    let text = TextIn {
        field,
        text: body.text,
        based_on: body.based_on,
        sitting: Sitting::named(&body.sitting),
    };
    let pursuit = id(&pursuit)?;
    match save_text(&site.app, &actor, SaveText { pursuit, text }).await {
        Ok(saved) => Ok(stored(saved)),
        Err(Failure::Refused(Refusal::Pursuit(refusal @ PursuitRefusal::StaleField { .. }))) => {
            Ok(stale(&shell, &refusal))
        }
        Err(other) => Err(other.into()),
    }
}

/// The version that is stored now.
pub(super) fn stored(saved: Saved) -> Response {
    Json(json!({"version": saved.version, "saved_at": saved.at})).into_response()
}

/// Problem details (RFC 9457) that carry what is stored, so that both texts can be shown.
pub(super) fn stale(shell: &Shell, refusal: &PursuitRefusal) -> Response {
    let mut problem = problem(shell, refusal);
    problem["current"] = json!(stored_of(refusal));
    answer(StatusCode::CONFLICT, &problem)
}

fn problem(shell: &Shell, refusal: &PursuitRefusal) -> Value {
    let code = refusal.code();
    let fix = format!("{code}-fix");
    json!({
        "type": format!("urn:testamur:refusal:{code}"),
        "title": words_of(shell, code, &refusal.parameters()),
        "detail": words_of(shell, &fix, &refusal.parameters()),
        "status": status_of(refusal.kind()).as_u16(),
        "instance": format!("urn:uuid:{}", shell.reference),
        "code": code,
    })
}

fn answer(status: StatusCode, problem: &Value) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/problem+json"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    let mut answer = (status, headers, problem.to_string()).into_response();
    answer.extensions_mut().insert(Explained);
    answer
}
