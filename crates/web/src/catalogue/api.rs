//! The catalogue for programs.

use app::catalogue::{
    ListAsked, Looked, Offer, Publish, list as list_offers, look, publish as publish_package,
};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::asked::{JsonBody, Key, Signed};
use crate::site::Site;
use crate::trouble::Trouble;

/// What the list is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
    after: Option<String>,
}

/// `GET /api/v1/micro-credentials`
pub async fn list(
    State(site): State<Site>,
    Query(asked): Query<Asked>,
) -> Result<Json<Value>, Trouble> {
    let page = list_offers(
        &site.app,
        ListAsked {
            words: asked.q,
            after: asked.after,
        },
    )
    .await?;
    let items: Vec<_> = page.offers.iter().map(line).collect();
    Ok(Json(
        json!({"items": items, "total": page.total, "next": page.next}),
    ))
}

fn line(it: &Offer) -> Value {
    json!({
        "slug": it.slug,
        "code": it.content.code,
        "title": it.content.title,
        "competency": it.content.competency,
        "level": it.content.level,
        "hours": it.content.hours,
        "issuer": it.issuer,
        "published_at": it.published_at,
    })
}

/// Which version is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Numbered {
    version: Option<u32>,
}

/// `GET /api/v1/micro-credentials/{slug}`
pub async fn one(
    State(site): State<Site>,
    Path(slug): Path<String>,
    Query(asked): Query<Numbered>,
) -> Result<Json<Value>, Trouble> {
    let Looked {
        version, content, ..
    } = look(&site.app, None, slug, asked.version).await?;
    Ok(Json(json!({
        "slug": version.slug,
        "version": version.number,
        "state": version.state,
        "issuer": {"id": version.organization, "name": version.issuer},
        "rubric_fingerprint": version.rubric,
        "published_at": version.published_at,
        "content": content,
    })))
}

/// `POST /api/v1/micro-credentials`: brings in a package and publishes it.
pub async fn publish(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(command): JsonBody<Publish>,
) -> Result<(StatusCode, Json<Value>), Trouble> {
    let published = publish_package(&site.app, &actor, command, key).await?;
    Ok((StatusCode::CREATED, Json(json!(published))))
}
