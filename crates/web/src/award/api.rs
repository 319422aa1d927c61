//! Awards for programs.

use app::award::{
    AwardShown, Held, SetVisibility, Verification, list_awards, view_award, view_verification,
};
use axum::Json;
use axum::extract::{Path, Query, State};
use domain::award::{Refusal, Visibility};
use serde::Deserialize;
use serde_json::{Value, json};

use super::held::{Asked, after};
use crate::asked::{JsonBody, Key, Perhaps, Signed};
use crate::site::Site;
use crate::trouble::Trouble;

/// `GET /api/v1/awards`: one's own.
pub(super) async fn list(
    State(site): State<Site>,
    Signed(actor): Signed,
    Query(asked): Query<Asked>,
) -> Result<Json<Value>, Trouble> {
    let page = list_awards(&site.app, actor.person, asked.position()?).await?;
    let items: Vec<Value> = page.awards.iter().map(line).collect();
    Ok(Json(json!({"items": items, "next": page.next.map(after)})))
}

fn line(held: &Held) -> Value {
    json!({
        "id": held.award,
        "title": held.title,
        "level": held.level,
        "issuer": held.issuer,
        "awarded_at": held.awarded_at,
        "signed_at": held.signed_at,
        "state": held.state,
        "visibility": held.visibility,
    })
}

/// `GET /api/v1/awards/{id}`
pub(super) async fn one(
    State(site): State<Site>,
    Perhaps(visitor): Perhaps,
    Path(id): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let asker = visitor.map(|it| it.person);
    let shown = view_award(&site.app, asker, super::award_id(&id)?).await?;
    Ok(Json(award(&shown)))
}

fn award(shown: &AwardShown) -> Value {
    let award = &shown.award;
    let criteria: Vec<Value> = award
        .outcome
        .criteria
        .iter()
        .map(|it| json!({"criterion": it.criterion, "met": it.met, "level": it.level}))
        .collect();
    let mut answer = json!({
        "id": award.award,
        "address": shown.address,
        "file": format!("{}.json", shown.address),
        "credential": award.credential,
        "state": award.state,
        "holder": award.holder_name,
        "title": award.content.title,
        "level": award.content.level,
        "micro_credential": {"slug": award.slug, "version": award.version},
        "issuer": {
            "id": award.organization,
            "name": award.issuer,
            "did": shown.did,
            "document": shown.did_document,
        },
        "status_list": shown.status_list,
        "criteria": criteria,
        "awarded_at": award.awarded_at,
        "signed_at": award.signed_at,
        "verified": shown.verification.as_ref().map(|it| it.report.verified),
    });
    if shown.is_mine {
        answer["visibility"] = json!(award.visibility);
    }
    answer
}

/// `GET /api/v1/awards/{id}/verification`: the signed file checked now.
pub(super) async fn verification(
    State(site): State<Site>,
    Perhaps(visitor): Perhaps,
    Path(id): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let asker = visitor.map(|it| it.person);
    let Verification { at, report } =
        view_verification(&site.app, asker, super::award_id(&id)?).await?;
    Ok(Json(
        json!({"at": at, "verified": report.verified, "checks": report.checks}),
    ))
}

/// Who may see an award from now on.
#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    pub(super) visibility: String,
}

/// `PUT /api/v1/awards/{id}/visibility`
pub(super) async fn set_visibility(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    Key(key): Key,
    JsonBody(wanted): JsonBody<Wanted>,
) -> Result<Json<Value>, Trouble> {
    let award = super::award_id(&id)?;
    let visibility = Visibility::parse(&wanted.visibility)
        .ok_or_else(|| super::refused(Refusal::VisibilityUnknown))?;
    let command = SetVisibility { award, visibility };
    let visibility = app::award::set_visibility(&site.app, &actor, command, key).await?;
    Ok(Json(json!({"id": award, "visibility": visibility})))
}
