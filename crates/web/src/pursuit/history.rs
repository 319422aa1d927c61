//! `/pursuits/{id}/history/{field}`: earlier texts of a field, and taking one back.

use app::Failure;
use app::pursuit::{HistoryView, KeptText, RestoreText, restore_text, view_history};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::catalogue::count_words;
use domain::ids::PursuitId;
use domain::people::Actor;
use domain::pursuit::{FieldText, Refusal as PursuitRefusal};
use domain::refusal::{Refusal, Refuse};
use domain::time::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use super::fill::words_of;
use super::receipt::label;
use super::texts::stale;
use super::workspace::id;
use super::{frame, texts};
use crate::asked::{Fields, Frame, JsonBody, Signed};
use crate::form::Mend;
use crate::page::Shown;
use crate::pages::part::{Crumb, Pages};
use crate::pages::pursuit::{EarlierText, History};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// Where the list goes on.
#[derive(Debug, Deserialize)]
pub(super) struct Before {
    before: Option<u64>,
}

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path((pursuit, field)): Path<(String, String)>,
    Query(from): Query<Before>,
) -> Result<Shown<History>, Trouble> {
    let pursuit = id(&pursuit)?;
    let view = view_history(&site.app, &actor, pursuit, &field, from.before).await?;
    Ok(Shown(history(shell, &view, from.before.is_some())))
}

fn history(shell: Shell, view: &HistoryView, is_later: bool) -> History {
    let shell = frame::in_colour(shell, &view.offer.issuer);
    let dates = frame::dates(shell.language, &view.offer.issuer);
    let content = &view.offer.content;
    let workspace = format!("/pursuits/{}", view.pursuit);
    let here = format!("{workspace}/history/{}", view.field);
    let text = |of: &FieldText, at: Timestamp| EarlierText {
        version: of.version,
        saved: dates.moment(at),
        words: shell
            .say("words-count")
            .put("count", count_words(&of.text))
            .to_string(),
        text: of.text.clone(),
    };
    History {
        crumbs: vec![
            Crumb::above("/home", shell.say("nav-home")),
            Crumb::above(workspace.clone(), &content.title),
            Crumb::here(shell.say("history-title")),
        ],
        status: StatusCode::OK,
        label: label(&shell, content, &view.field),
        field: view.field.to_string(),
        action: view
            .may_draft
            .is_ok()
            .then(|| format!("{workspace}/restorations")),
        now: view.now.1.map(|at| text(&view.now.0, at)),
        kept: view
            .kept
            .iter()
            .map(|it| text(&it.text, it.saved_at))
            .collect(),
        pages: Pages {
            first: is_later.then(|| here.clone()),
            next: view.next.map(|before| format!("{here}?before={before}")),
        },
        mends: Vec::new(),
        shell,
    }
}

/// Takes a text back and leads to its field.
pub(super) async fn restore(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(pursuit): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let pursuit = id(&pursuit)?;
    let number = |name: &str| fields.text(name).parse().unwrap_or(0);
    let command = RestoreText {
        pursuit,
        field: fields.text("field").to_owned(),
        version: number("version"),
        based_on: number("based-on"),
    };
    let field = command.field.clone();
    match restore_text(&site.app, &actor, command).await {
        Ok(_) => {
            let text = String::new();
            let place = Mend { field, text }.id();
            let there = format!("/pursuits/{pursuit}?done=saved#{place}");
            Ok(Redirect::to(&there).into_response())
        }
        Err(Failure::Refused(Refusal::Pursuit(it @ PursuitRefusal::StaleField { .. }))) => {
            again(&site, &actor, shell, pursuit, &field, &it).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The field has moved on since its history was read: the history as it is now, and why.
async fn again(
    site: &Site,
    actor: &Actor,
    shell: Shell,
    pursuit: PursuitId,
    field: &str,
    why: &PursuitRefusal,
) -> Result<Response, Trouble> {
    let view = view_history(&site.app, actor, pursuit, field, None).await?;
    let mut page = history(shell, &view, false);
    page.status = StatusCode::CONFLICT;
    page.mends.push(Mend {
        field: String::new(),
        text: words_of(&page.shell, why.code(), &why.parameters()),
    });
    Ok(Shown(page).into_response())
}

/// The history for programs.
pub(super) async fn list(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path((pursuit, field)): Path<(String, String)>,
    Query(from): Query<Before>,
) -> Result<Json<Value>, Trouble> {
    let view = view_history(&site.app, &actor, id(&pursuit)?, &field, from.before).await?;
    let kept = |it: &KeptText| json!({"version": it.text.version, "text": it.text.text, "saved_at": it.saved_at});
    Ok(Json(json!({
        "field": view.field.to_string(),
        "version": view.now.0.version,
        "text": view.now.0.text,
        "saved_at": view.now.1,
        "kept": view.kept.iter().map(kept).collect::<Vec<_>>(),
        "next": view.next,
    })))
}

/// What to take back.
#[derive(Debug, Deserialize)]
pub(super) struct Restoration {
    field: String,
    version: u64,
    based_on: u64,
}

/// Taking a text back, for programs.
pub(super) async fn take_back(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(pursuit): Path<String>,
    JsonBody(body): JsonBody<Restoration>,
) -> Result<Response, Trouble> {
    let command = RestoreText {
        pursuit: id(&pursuit)?,
        field: body.field,
        version: body.version,
        based_on: body.based_on,
    };
    match restore_text(&site.app, &actor, command).await {
        Ok(saved) => Ok(texts::stored(saved)),
        Err(Failure::Refused(Refusal::Pursuit(it @ PursuitRefusal::StaleField { .. }))) => {
            Ok(stale(&shell, &it))
        }
        Err(other) => Err(other.into()),
    }
}
