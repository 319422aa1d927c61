//! The room `evidence` for programs, under `/api/v1/`.

use app::evidence::{DescribeFile, describe_file, remove_file};
use axum::extract::{Path, State};
use axum::http::{Extensions, HeaderMap, Method, StatusCode};
use axum::routing::{delete, get, post, put};
use serde::Deserialize;

use super::change::{criteria, evidence_id};
use super::{file, record, upload};
use crate::asked::{JsonBody, Signed, check_header};
use crate::pursuit::pursuit_id;
use crate::route::{Route, Who::SignedIn};
use crate::site::Site;
use crate::trouble::Trouble;

pub(super) fn routes() -> Vec<Route> {
    let files = "/api/v1/pursuits/{pursuit}/files";
    let one = "/api/v1/pursuits/{pursuit}/files/{evidence}";
    vec![
        Route::post(files, SignedIn, post(upload::from_program)).counting_itself(),
        Route::of(Method::PUT, one, SignedIn, put(describe)),
        Route::of(Method::DELETE, one, SignedIn, delete(remove)),
        Route::get(
            "/api/v1/pursuits/{pursuit}/blindness",
            SignedIn,
            get(record::check_for_program),
        ),
        Route::get(
            "/api/v1/submissions/{code}/blindness",
            SignedIn,
            get(record::for_program),
        ),
        Route::get("/api/v1/files/{evidence}", SignedIn, get(file::send)),
    ]
}

/// New words for a piece.
#[derive(Debug, Deserialize)]
pub struct Words {
    caption: String,
    criteria: Vec<String>,
}

async fn describe(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path((pursuit, evidence)): Path<(String, String)>,
    JsonBody(words): JsonBody<Words>,
) -> Result<StatusCode, Trouble> {
    let command = DescribeFile {
        pursuit: pursuit_id(&pursuit)?,
        evidence: evidence_id(&evidence)?,
        caption: words.caption,
        criteria: criteria(words.criteria.iter().map(String::as_str))?,
    };
    describe_file(&site.app, &actor, command).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn remove(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path((pursuit, evidence)): Path<(String, String)>,
    headers: HeaderMap,
    request: axum::extract::Request,
) -> Result<StatusCode, Trouble> {
    let extensions: &Extensions = request.extensions();
    check_header(&headers, extensions)?;
    let (pursuit, evidence) = (pursuit_id(&pursuit)?, evidence_id(&evidence)?);
    remove_file(&site.app, &actor, pursuit, evidence).await?;
    Ok(StatusCode::NO_CONTENT)
}
