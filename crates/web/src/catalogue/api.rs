//! The catalogue for programs.

use app::catalogue::{
    Looked, Publish, Retire, look, publish as publish_package, retire as retire_version,
};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::asked::{JsonBody, Key, Signed};
use crate::site::Site;
use crate::trouble::Trouble;

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

/// Why it is retired.
#[derive(Debug, Deserialize)]
pub struct Why {
    reason: String,
}

/// `POST /api/v1/micro-credentials/{slug}/retirement`
pub async fn retire(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(slug): Path<String>,
    Key(key): Key,
    JsonBody(why): JsonBody<Why>,
) -> Result<StatusCode, Trouble> {
    let command = Retire {
        slug,
        reason: why.reason,
    };
    retire_version(&site.app, &actor, command, key).await?;
    Ok(StatusCode::NO_CONTENT)
}
