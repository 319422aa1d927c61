//! Designs for programs: begin, write, import and export a package, ask for a review, publish.

use std::collections::BTreeMap;

use app::Failure;
use app::catalogue::{
    BeginDesign, DesignView, DesigningFor, SaveDesign, Step, begin_design, import_design,
    list_designs, save_design, set_publishing_rule, step_design, view_design,
};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use domain::catalogue::Refusal;
use domain::catalogue::design::{TwoPeople, Typed};
use domain::ids::{DesignId, OrganizationId};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::asked::{JsonBody, Key, Signed};
use crate::site::Site;
use crate::trouble::Trouble;

fn design_id(text: &str) -> Result<DesignId, Trouble> {
    let id = text.parse();
    id.map_err(|_| Failure::from(Refusal::NoSuchDesign).into())
}

/// `GET /api/v1/designs`
pub async fn list(State(site): State<Site>, Signed(actor): Signed) -> Result<Json<Value>, Trouble> {
    let issuers = list_designs(&site.app, &actor).await?;
    let items: Vec<Value> = issuers.iter().map(issuer).collect();
    Ok(Json(json!({"issuers": items})))
}

fn issuer(it: &DesigningFor) -> Value {
    let designs = it.designs.iter().map(|it| {
        json!({
            "id": it.id,
            "title": it.title,
            "standing": it.standing,
            "written_at": it.written_at,
        })
    });
    json!({
        "organization": it.organization,
        "name": it.name,
        "two_people": it.rule,
        "designs": designs.collect::<Vec<_>>(),
    })
}

/// `POST /api/v1/designs`
pub async fn begin(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(command): JsonBody<BeginDesign>,
) -> Result<(StatusCode, Json<Value>), Trouble> {
    let id = begin_design(&site.app, &actor, command, key).await?;
    Ok((StatusCode::CREATED, Json(json!({"id": id}))))
}

/// `GET /api/v1/designs/{id}`: with its package as it is now, and everything that is missing.
pub async fn one(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let view = view_design(&site.app, &actor, design_id(&id)?).await?;
    Ok(Json(shown(&view)))
}

fn shown(view: &DesignView) -> Value {
    let kept = &view.kept;
    let files = kept.design.files();
    let files: BTreeMap<_, _> = files
        .into_iter()
        .filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?)))
        .collect();
    json!({
        "id": kept.id,
        "organization": kept.organization,
        "next_of": kept.micro_credential.as_ref().map(|it| &it.1),
        "standing": kept.standing,
        "edit": kept.edit,
        "written_at": kept.written_at,
        "two_people": view.rule,
        "files": files,
        "document": kept.design,
        "missing": view.checked.as_ref().err(),
        "changes": view.changes,
    })
}

/// What was typed, on which edit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    edit: u32,
    #[serde(default)]
    typed: Typed,
    act: Option<String>,
}

/// `POST /api/v1/designs/{id}/edits`: fields by place, and one act on a list.
pub async fn write(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    JsonBody(written): JsonBody<Written>,
) -> Result<Json<Value>, Trouble> {
    let command = SaveDesign {
        design: design_id(&id)?,
        edit: written.edit,
        typed: written.typed,
        act: written.act,
    };
    let edit = save_design(&site.app, &actor, command).await?;
    Ok(Json(json!({"edit": edit})))
}

/// A package in the place of what was written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Imported {
    edit: u32,
    files: BTreeMap<String, String>,
}

/// `PUT /api/v1/designs/{id}/package`
pub async fn import(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    JsonBody(it): JsonBody<Imported>,
) -> Result<Json<Value>, Trouble> {
    let edit = import_design(&site.app, &actor, design_id(&id)?, it.edit, it.files).await?;
    Ok(Json(json!({"edit": edit})))
}

/// A step to take.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taken {
    step: Step,
}

/// `POST /api/v1/designs/{id}/steps`: `ask-for-review`, `take-back` or `publish`.
pub async fn step(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    Key(key): Key,
    JsonBody(taken): JsonBody<Taken>,
) -> Result<Json<Value>, Trouble> {
    let published = step_design(&site.app, &actor, design_id(&id)?, taken.step, key).await?;
    Ok(Json(json!({"published": published})))
}

/// How an issuer publishes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    two_people: TwoPeople,
}

/// `PUT /api/v1/organizations/{id}/publishing-rule`
pub async fn rule(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    JsonBody(rule): JsonBody<Rule>,
) -> Result<StatusCode, Trouble> {
    let organization: OrganizationId = id
        .parse()
        .map_err(|_| Failure::from(domain::people::Refusal::NoSuchOrganization))?;
    set_publishing_rule(&site.app, &actor, organization, rule.two_people).await?;
    Ok(StatusCode::NO_CONTENT)
}
