//! A file on its way in, as `multipart/form-data`. The file is the last part: everything about it
//! is known, and may be refused, before its first byte is read. Parts behind it are not read.

use std::collections::BTreeSet;

use app::evidence::{AddFile, FileAdded, add_file};
use app::{Failure, IdempotencyKey};
use axum::Json;
use axum::extract::FromRequest;
use axum::extract::multipart::Field;
use axum::extract::{Multipart, Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use domain::catalogue::Slug;
use domain::evidence::Refusal as EvidenceRefusal;
use domain::ids::PursuitId;
use domain::people::Actor;
use domain::pursuit::Refusal as PursuitRefusal;
use domain::refusal::{Refusal, Refuse};

use crate::asked::{Frame, KEY_HEADER, Signed, check_header, check_token, unreadable};
use crate::form::Mend;
use crate::negotiation::{Format, asked_for};
use crate::pursuit::{Retry, pursuit_id, show, words_of};
use crate::refused::status_of;
use crate::site::Site;
use crate::trouble::Trouble;

/// The most bytes of one part that is not the file.
const PART_BYTES: usize = 16 * 1024;
/// The most parts before the file.
const PARTS: usize = 100;

/// What came before the file.
#[derive(Debug, Default)]
struct Before {
    csrf: Option<String>,
    key: Option<IdempotencyKey>,
    requirement: String,
    caption: String,
    criteria: BTreeSet<Slug>,
}

/// From a page: back to the requirement, or to the form with what is wrong.
pub(super) async fn from_form(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(pursuit): Path<String>,
    request: Request,
) -> Result<Response, Trouble> {
    let pursuit = pursuit_id(&pursuit)?;
    let is_json = asked_for(request.headers()) == Some(Format::Json);
    let mut requirement = String::new();
    let failure = match receive(&site, &actor, pursuit, request, &mut requirement).await? {
        Ok(added) if is_json => return Ok(created(&added)),
        Ok(added) => {
            let at = format!("/pursuits/{pursuit}#piece-{}", added.item.id);
            return Ok(Redirect::to(&at).into_response());
        }
        Err(failure) => failure,
    };
    let Failure::Refused(refusal @ Refusal::Evidence(_)) = failure else {
        return Err(failure.into());
    };
    if is_json || matches!(refusal, Refusal::Evidence(EvidenceRefusal::NoSuchEvidence)) {
        return Err(refusal.into());
    }
    let words = words_of(&shell, refusal.code(), &refusal.parameters());
    let retry = Retry {
        status: Some(status_of(refusal.kind())),
        mends: vec![Mend {
            field: format!("requirement/{requirement}"),
            text: words.clone(),
        }],
        upload: Some((requirement, words)),
        ..Retry::default()
    };
    let page = show(&site, &actor, shell, pursuit, retry).await?;
    Ok(page.into_response())
}

/// From a program.
pub(super) async fn from_program(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(pursuit): Path<String>,
    request: Request,
) -> Result<Response, Trouble> {
    let pursuit = pursuit_id(&pursuit)?;
    let mut requirement = String::new();
    let added = receive(&site, &actor, pursuit, request, &mut requirement).await??;
    Ok(created(&added))
}

fn created(added: &FileAdded) -> Response {
    (StatusCode::CREATED, Json(added)).into_response()
}

/// Reads the parts before the file, then lets the use case read the file.
async fn receive(
    site: &Site,
    actor: &Actor,
    pursuit: PursuitId,
    request: Request,
    requirement: &mut String,
) -> Result<Result<FileAdded, Failure>, Trouble> {
    let (headers, extensions) = (request.headers().clone(), request.extensions().clone());
    let mut parts = Multipart::from_request(request, &())
        .await
        .map_err(|it| Trouble::of_status(it.status()))?;
    let mut before = Before {
        key: key_of(&headers)?,
        ..Before::default()
    };
    for _ in 0..PARTS {
        let part = parts.next_field().await.map_err(|_| broken())?;
        let Some(part) = part else { break };
        if part.name() == Some("file") {
            match &before.csrf {
                Some(token) => check_token(&extensions, token)?,
                None => check_header(&headers, &extensions)?,
            }
            requirement.clone_from(&before.requirement);
            return Ok(take(site, actor, pursuit, before, part).await);
        }
        note(&mut before, part).await?;
    }
    requirement.clone_from(&before.requirement);
    Ok(Err(EvidenceRefusal::NoFile.into()))
}

async fn take(
    site: &Site,
    actor: &Actor,
    pursuit: PursuitId,
    before: Before,
    file: Field<'_>,
) -> Result<FileAdded, Failure> {
    let name = file.file_name().unwrap_or_default().to_owned();
    let requirement = before
        .requirement
        .parse()
        .map_err(|_| PursuitRefusal::UnknownField)?;
    let command = AddFile {
        pursuit,
        requirement,
        uploaded_name: name.clone(),
        caption: before.caption,
        criteria: before.criteria,
    };
    let added = add_file(&site.app, actor, command, before.key, file).await;
    match added {
        // A browser sends a part without a name for a field that was left empty.
        Err(Failure::Refused(Refusal::Evidence(EvidenceRefusal::FileEmpty))) if name.is_empty() => {
            Err(EvidenceRefusal::NoFile.into())
        }
        other => other,
    }
}

async fn note(before: &mut Before, part: Field<'_>) -> Result<(), Trouble> {
    let name = part.name().unwrap_or_default().to_owned();
    let value = text(&name, part).await?;
    match name.as_str() {
        "csrf" => before.csrf = Some(value),
        "key" => before.key = IdempotencyKey::parse(&value),
        "requirement" => before.requirement = value,
        "caption" => before.caption = value,
        "criteria" => {
            let criterion = value
                .parse()
                .map_err(|_| unreadable("criteria", "expected the id of a criterion"))?;
            before.criteria.insert(criterion);
        }
        _ => {}
    }
    Ok(())
}

async fn text(name: &str, mut part: Field<'_>) -> Result<String, Trouble> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await.map_err(|_| broken())? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > PART_BYTES {
            return Err(unreadable(name, "expected at most 16 kB of text"));
        }
    }
    String::from_utf8(bytes).map_err(|_| unreadable(name, "expected text in UTF-8"))
}

fn key_of(headers: &HeaderMap) -> Result<Option<IdempotencyKey>, Trouble> {
    let Some(value) = headers.get(KEY_HEADER) else {
        return Ok(None);
    };
    let key = value.to_str().ok().and_then(IdempotencyKey::parse);
    let detail = "expected 8 to 100 letters, digits, - or _";
    key.map(Some).ok_or_else(|| unreadable(KEY_HEADER, detail))
}

fn broken() -> Trouble {
    unreadable(
        "body",
        "expected multipart/form-data with the part `file` at the end",
    )
}
