//! `/stack-awards/{id}`: the award of a stack, a page for people, the signed file for programs.

use app::award::{StackAwardShown, set_stack_visibility, view_stack_award, view_stack_credential};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::award::{Refusal, Visibility};
use domain::catalogue::LevelScale;
use domain::catalogue::stack::Member;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::answer::{CREDENTIAL, Keep, open};
use super::show::{self, Served};
use crate::accent::Accent;
use crate::asked::{Fields, Frame, JsonBody, Perhaps, Signed};
use crate::dates::Dates;
use crate::negotiation::{Format, credential_or_page};
use crate::page::Shown;
use crate::pages::award::Award;
use crate::pages::part::{Fact, Link};
use crate::seal::{Criterion, SealData, Variant};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// The ending of the address under which the file is saved.
const FILE: &str = ".json";

/// `GET /stack-awards/{id}`
pub(super) async fn one(
    State(site): State<Site>,
    Perhaps(visitor): Perhaps,
    Frame(shell): Frame,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    let asker = visitor.map(|it| it.person);
    if let Some(id) = id.strip_suffix(FILE) {
        let id = super::award_id(id)?;
        let credential = view_stack_credential(&site.app, asker, id).await?;
        let mut answer = open("application/json", Keep::AskAgain, credential);
        let name = format!("attachment; filename=\"{}\"", super::page::file_name(id));
        if let Ok(name) = HeaderValue::from_str(&name) {
            answer
                .headers_mut()
                .insert(header::CONTENT_DISPOSITION, name);
        }
        return Ok(answer);
    }
    let id = super::award_id(&id)?;
    if credential_or_page(&headers) == Format::Json {
        let credential = view_stack_credential(&site.app, asker, id).await?;
        return Ok(open(CREDENTIAL, Keep::AskAgain, credential));
    }
    let shown = view_stack_award(&site.app, asker, id).await?;
    let key = site.fresh_key();
    Ok(Shown(page(shell, &shown, key)).into_response())
}

fn page(shell: Shell, shown: &StackAwardShown, key: String) -> Award {
    let award = &shown.award;
    let content = &award.content;
    let zone = TimeZone::get(&award.time_zone).unwrap_or(TimeZone::UTC);
    let dates = Dates::new(shell.language, zone);
    let served = Served {
        award: award.award,
        path: "/stack-awards",
        did: &shown.did,
        did_document: &shown.did_document,
        status_list: &shown.status_list,
    };
    let report = shown.verification.as_ref().map(|it| &it.report);
    let ends = award.signed.as_deref().and_then(show::end);
    let ends = ends.map_or_else(|| shell.say("never").to_string(), |at| dates.day(at));
    let issuer = format!("/issuers/{}", award.organization);
    let checked = shown.verification.as_ref().map(|it| dates.moment(it.at));
    Award {
        verdict: show::verdict(&shell, report),
        title: content.title.clone(),
        level: content.level.to_string(),
        holder: award.holder_name.clone(),
        competency: content.summary.clone(),
        facts: vec![
            Fact::linked(shell.say("fact-issuer"), &award.issuer, issuer),
            Fact::new(shell.say("fact-awarded"), dates.day(award.awarded_at)),
            Fact::new(shell.say("fact-ends"), ends),
            Fact::new(shell.say("fact-credential-number"), award.credential),
        ],
        seal: seal(&shell, shown).draw(Variant::Full),
        assessors: 0,
        results: Vec::new(),
        revoked: None,
        counted: shown
            .counted
            .iter()
            .map(|it| Link::new(member(&it.member), &it.title))
            .collect(),
        checks: report.map_or_else(Vec::new, |report| show::checks(&shell, report)),
        checked: checked.unwrap_or_default(),
        note: (!shown.is_reachable).then(|| show::local(&shell, &served)),
        address: shown.address.clone(),
        edition: award.credential.to_string(),
        file: report.map(|_| format!("/stack-awards/{}.json", award.award)),
        commands: show::commands(&served),
        documents: vec![
            Link::new(&shown.did_document, shell.say("award-did")),
            Link::new(&shown.status_list, shell.say("award-list")),
        ],
        offer: Link::new(format!("/stacks/{}", award.slug), shell.say("stack-see")),
        visibility: shown
            .is_mine
            .then(|| show::visibility(&shell, &served, award.visibility, key)),
        shell: shell.clone().in_accent(Accent::named(&award.accent)),
    }
}

fn member(member: &Member) -> String {
    match member {
        Member::MicroCredential(slug) => crate::catalogue::address(slug.as_str()),
        Member::Stack(slug) => format!("/stacks/{slug}"),
    }
}

/// The seal of a stack: a tick for each award that counted.
fn seal(shell: &Shell, shown: &StackAwardShown) -> SealData {
    let award = &shown.award;
    let tick = |_: &app::award::Counted| Criterion {
        met: true,
        leading: false,
    };
    SealData {
        title: award.content.title.clone(),
        issuer: award.issuer.clone(),
        year: award.awarded_at.to_zoned_datetime(TimeZone::UTC).year(),
        code: award.content.code.to_string(),
        level: award.content.level.to_string(),
        step: LevelScale::default()
            .step(&award.content.level)
            .unwrap_or(1),
        criteria: shown.counted.iter().map(tick).collect(),
        accent: Accent::named(&award.accent),
        language: shell.language,
    }
}

/// `POST /stack-awards/{id}/visibility`
pub(super) async fn set_visibility(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let id = super::award_id(&id)?;
    let Some(visibility) = Visibility::parse(fields.text("visibility")) else {
        let shown = view_stack_award(&site.app, Some(actor.person), id).await?;
        let mut page = page(shell, &shown, site.fresh_key());
        if page.visibility.is_none() {
            return Err(super::refused(Refusal::NoSuchAward));
        }
        page.choose();
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Shown(page)).into_response());
    };
    set_stack_visibility(&site.app, &actor, id, visibility).await?;
    Ok(Redirect::to(&format!("/stack-awards/{id}")).into_response())
}

/// `GET /api/v1/stack-awards/{id}`
pub(super) async fn api_one(
    State(site): State<Site>,
    Perhaps(visitor): Perhaps,
    Path(id): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let asker = visitor.map(|it| it.person);
    let shown = view_stack_award(&site.app, asker, super::award_id(&id)?).await?;
    let award = &shown.award;
    let mut answer = json!({
        "id": award.award,
        "address": shown.address,
        "file": format!("{}.json", shown.address),
        "credential": award.credential,
        "state": award.state,
        "holder": award.holder_name,
        "title": award.content.title,
        "level": award.content.level,
        "stack": {"slug": award.slug, "version": award.version},
        "counted": shown.counted.iter().map(|it| json!({"member": it.member, "title": it.title})).collect::<Vec<_>>(),
        "issuer": {"id": award.organization, "name": award.issuer, "did": shown.did},
        "awarded_at": award.awarded_at,
        "signed_at": award.signed_at,
        "verified": shown.verification.as_ref().map(|it| it.report.verified),
    });
    if shown.is_mine {
        answer["visibility"] = json!(award.visibility);
    }
    Ok(Json(answer))
}

/// `PUT /api/v1/stack-awards/{id}/visibility`
pub(super) async fn api_visibility(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    JsonBody(wanted): JsonBody<super::api::Wanted>,
) -> Result<Json<Value>, Trouble> {
    let id = super::award_id(&id)?;
    let visibility = Visibility::parse(&wanted.visibility)
        .ok_or_else(|| super::refused(Refusal::VisibilityUnknown))?;
    let visibility = set_stack_visibility(&site.app, &actor, id, visibility).await?;
    Ok(Json(json!({"id": id, "visibility": visibility})))
}
