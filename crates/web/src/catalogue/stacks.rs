//! Stacks: their list, the way through one, and the same for programs.

use app::catalogue::{
    MemberShown, PublishStack, StackLooked, StackShown, list_stacks, look_stack, publish_stack,
};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use domain::catalogue::stack::{GroupProgress, Member};
use jiff::tz::TimeZone;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::accent::Accent;
use crate::asked::{Frame, JsonBody, Key, Perhaps, Signed};
use crate::dates::Dates;
use crate::icon::Mark;
use crate::page::Shown;
use crate::pages::catalogue::{Stack, StackLine, StackMember, StackStep, Stacks};
use crate::pages::part::{Crumb, Fact, Link, Pages, State as Standing};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// The page of a stack.
pub fn address(slug: &str) -> String {
    format!("/stacks/{slug}")
}

/// Where the list goes on.
#[derive(Debug, Default, Deserialize)]
pub struct From {
    after: Option<String>,
}

/// `GET /stacks`
pub async fn list(
    State(site): State<Site>,
    Frame(shell): Frame,
    Query(from): Query<From>,
) -> Result<Shown<Stacks>, Trouble> {
    let is_first = from.after.is_none();
    let page = list_stacks(&site.app, from.after).await?;
    let next = |it: String| {
        let place = percent_encoding::utf8_percent_encode(&it, percent_encoding::NON_ALPHANUMERIC);
        format!("/stacks?after={place}")
    };
    Ok(Shown(Stacks {
        lines: page.stacks.iter().map(|it| line(&shell, it)).collect(),
        pages: Pages {
            first: (!is_first).then(|| "/stacks".to_owned()),
            next: page.next.map(next),
        },
        shell,
    }))
}

fn line(shell: &Shell, it: &StackShown) -> StackLine {
    let count = it.content.members().count();
    StackLine {
        address: address(&it.slug),
        title: it.content.title.clone(),
        summary: it.content.summary.clone(),
        issuer: it.issuer.clone(),
        level: it.content.level.to_string(),
        count: shell.say("stack-members").put("count", count).to_string(),
    }
}

/// `GET /stacks/{slug}`
pub async fn one(
    State(site): State<Site>,
    Frame(shell): Frame,
    Perhaps(visitor): Perhaps,
    Path(slug): Path<String>,
) -> Result<Shown<Stack>, Trouble> {
    let looked = look_stack(&site.app, visitor.map(|it| it.person), slug).await?;
    Ok(Shown(page(shell, &looked)))
}

fn page(shell: Shell, looked: &StackLooked) -> Stack {
    let (stack, content) = (&looked.stack, &looked.stack.content);
    let zone = TimeZone::get(&stack.time_zone).unwrap_or(TimeZone::UTC);
    let published = Dates::new(shell.language, zone).day(stack.published_at);
    let issuer = format!("/issuers/{}", stack.organization);
    let hours: u32 = looked
        .members
        .iter()
        .filter_map(|it| it.hours)
        .map(u32::from)
        .sum();
    let mut facts = vec![
        Fact::new(shell.say("fact-level"), &content.level),
        Fact::new(
            shell.say("fact-hours"),
            shell.say("hours").put("count", hours),
        ),
        Fact::linked(shell.say("fact-issuer"), &stack.issuer, issuer),
        Fact::new(
            shell.say("stack-version"),
            shell
                .say("stack-version-of")
                .put("number", stack.number)
                .put("day", published),
        ),
    ];
    if let Some(months) = content.valid_for_months {
        let ends = shell.say("award-ends").put("months", months);
        facts.push(Fact::new(shell.say("stack-ends"), ends));
    }
    let groups = content.groups.iter().zip(&looked.progress);
    let steps = groups.map(|(group, progress)| StackStep {
        title: group.title.clone(),
        rule: rule(&shell, group.needed, group.members.len()),
        progress: shell.visitor.is_some().then(|| how_far(&shell, progress)),
        members: group
            .members
            .iter()
            .filter_map(|it| looked.member(it))
            .map(|it| member(&shell, it))
            .collect(),
    });
    Stack {
        crumbs: vec![
            Crumb::above("/catalogue", shell.say("nav-catalogue")),
            Crumb::above("/stacks", shell.say("stacks-title")),
            Crumb::here(&content.title),
        ],
        title: content.title.clone(),
        summary: super::blocks(&content.summary),
        facts,
        steps: steps.collect(),
        award: looked
            .award
            .map(|it| Link::new(format!("/stack-awards/{it}"), shell.say("see-the-award"))),
        shell: shell.clone().in_accent(Accent::named(&stack.accent)),
    }
}

fn rule(shell: &Shell, needed: Option<u8>, of: usize) -> String {
    match needed {
        None => shell.say("stack-all").put("count", of).to_string(),
        Some(needed) => shell
            .say("stack-some")
            .put("needed", needed)
            .put("count", of)
            .to_string(),
    }
}

fn how_far(shell: &Shell, progress: &GroupProgress) -> Standing {
    match progress.missing {
        0 => Standing::new(Mark::Met, shell.say("stack-step-done")),
        missing => Standing::new(
            Mark::Draft,
            shell.say("stack-step-missing").put("count", missing),
        ),
    }
}

fn member(shell: &Shell, it: &MemberShown) -> StackMember {
    let (address, award) = match &it.member {
        Member::MicroCredential(slug) => (super::address(slug.as_str()), "/awards/"),
        Member::Stack(slug) => (address(slug.as_str()), "/stack-awards/"),
    };
    let standing = match (&it.award, &it.pursuit) {
        (Some(id), _) => Some((
            Standing::new(Mark::Met, shell.say("stack-held")),
            Some(format!("{award}{id}")),
        )),
        (None, Some(id)) => Some((
            Standing::new(Mark::Draft, shell.say("standing-working")),
            Some(format!("/pursuits/{id}")),
        )),
        (None, None) => None,
    };
    let (standing, way) = standing.map_or((None, None), |it| (Some(it.0), it.1));
    StackMember {
        address,
        title: it.title.clone(),
        level: it.level.clone(),
        hours: it.hours,
        standing,
        way,
    }
}

/// `GET /api/v1/stacks`
pub async fn api_list(
    State(site): State<Site>,
    Query(from): Query<From>,
) -> Result<Json<Value>, Trouble> {
    let page = list_stacks(&site.app, from.after).await?;
    let items: Vec<Value> = page.stacks.iter().map(about).collect();
    Ok(Json(json!({"items": items, "next": page.next})))
}

fn about(it: &StackShown) -> Value {
    json!({
        "slug": it.slug,
        "version": it.number,
        "issuer": {"id": it.organization, "name": it.issuer},
        "published_at": it.published_at,
        "content": it.content,
    })
}

/// `GET /api/v1/stacks/{slug}`, with the visitor's own progress.
pub async fn api_one(
    State(site): State<Site>,
    Perhaps(visitor): Perhaps,
    Path(slug): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let looked = look_stack(&site.app, visitor.map(|it| it.person), slug).await?;
    let mut answer = about(&looked.stack);
    let steps = looked
        .progress
        .iter()
        .map(|it| json!({"held": it.held, "open": it.open, "missing": it.missing}));
    answer["progress"] = json!(steps.collect::<Vec<_>>());
    answer["award"] = json!(looked.award);
    Ok(Json(answer))
}

/// `POST /api/v1/stacks`: publishes a stack.
pub async fn api_publish(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(command): JsonBody<PublishStack>,
) -> Result<(StatusCode, Json<Value>), Trouble> {
    let published = publish_stack(&site.app, &actor, command, key).await?;
    Ok((StatusCode::CREATED, Json(json!(published))))
}
