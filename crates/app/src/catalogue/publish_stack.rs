//! Publishes a stack, or its next version.

use std::collections::BTreeSet;

use domain::audit::{Fact, sha256_hex};
use domain::catalogue::stack::{Member, Stack};
use domain::catalogue::{Refusal, Slug, package};
use domain::ids::{OrganizationId, StackId};
use domain::people::Actor;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::catalogue::{
    NewStackVersion, current_stack, insert_stack, publish_stack as keep_version, published_by_slug,
    stack_by_code,
};

use super::publish::{Issuer, ask, free_slug};
use crate::jobs::AWARD_STACK_HOLDERS;
use crate::{App, Failure, IdempotencyKey, Outcome, Unit};

/// What to publish, and as whose.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishStack {
    /// The issuer.
    pub organization: OrganizationId,
    /// The document `stack.toml`.
    pub document: String,
}

/// A stack that is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedStack {
    /// Its short name, in addresses.
    pub slug: String,
    /// The version's number, from 1.
    pub number: u32,
}

/// What the job [`AWARD_STACK_HOLDERS`] needs to know.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct StackHolders {
    /// The stack that was published.
    pub stack: StackId,
    /// After this person.
    pub after: Option<domain::ids::PersonId>,
}

/// Publishes. The same code of the same issuer is the next version. Its members must be published;
/// those who hold enough of them already get its award by a job.
pub async fn publish_stack(
    app: &App,
    actor: &Actor,
    command: PublishStack,
    key: Option<IdempotencyKey>,
) -> Outcome<PublishedStack> {
    let stack = package::parse_stack(&command.document).map_err(Refusal::Package)?;
    let (actor, organization) = (actor.clone(), command.organization);
    let published = app
        .once(
            Some(actor.person),
            "publish-stack",
            key,
            &command,
            move |unit| {
                let issuer = ask(unit, &actor, organization)?;
                keep(unit, &actor, &issuer, &stack)
            },
        )
        .await?;
    crate::award::ensure_issuer_key(app, organization).await?;
    Ok(published)
}

fn keep(unit: &Unit<'_>, actor: &Actor, issuer: &Issuer, stack: &Stack) -> Outcome<PublishedStack> {
    let kept = stack_by_code(unit.tx, issuer.id, stack.code.as_str())?;
    let own = kept.as_ref().and_then(|it| it.slug.parse::<Slug>().ok());
    stack.refuse_circle(own.as_ref(), |slug: &Slug| -> Outcome<Vec<Member>> {
        let below = current_stack(unit.tx, slug.as_str())?;
        Ok(below.map_or_else(Vec::new, |it| it.content.members().cloned().collect()))
    })?;
    let members = members(unit, stack)?;
    let json = serde_json::to_string(stack).map_err(Failure::broken)?;
    let hash = sha256_hex(&json);
    let (id, slug, number) = match kept {
        Some(kept) if kept.content_hash.as_ref() == Some(&hash) => {
            return Err(Refusal::Unchanged.into());
        }
        Some(kept) => (kept.id, kept.slug, kept.number.unwrap_or(0) + 1),
        None => {
            let id = unit.id();
            let code = stack.code.as_str();
            let slug = free_slug(&stack.title, "stack", |slug| {
                Ok(insert_stack(
                    unit.tx,
                    id,
                    issuer.id,
                    (slug, code),
                    unit.now,
                )?)
            })?;
            (id, slug, 1)
        }
    };
    let version = NewStackVersion {
        id: unit.id(),
        stack: id,
        number,
        title: &stack.title,
        content: &json,
        content_hash: &hash,
        now: unit.now,
    };
    keep_version(unit.tx, &version, &members)?;
    let fact = Fact::of("stack-published", "stack", id)
        .by(actor.person, issuer.role)
        .with(json!({"version": version.id, "number": number}));
    unit.record(fact, stack)?;
    let job = StackHolders {
        stack: id,
        after: None,
    };
    unit.ask(AWARD_STACK_HOLDERS, &job, None)?;
    Ok(PublishedStack { slug, number })
}

/// Kind and id of every member.
fn members(unit: &Unit<'_>, stack: &Stack) -> Outcome<Vec<(&'static str, String)>> {
    let (mut found, mut unknown) = (Vec::new(), Vec::new());
    for member in stack.members().collect::<BTreeSet<_>>() {
        let slug = member.slug().as_str();
        let id = match member {
            Member::MicroCredential(_) => published_by_slug(unit.tx, slug)?,
            Member::Stack(_) => current_stack(unit.tx, slug)?.map(|it| it.id.to_string()),
        };
        match id {
            Some(id) => found.push((member.kind(), id)),
            None => unknown.push(slug.to_owned()),
        }
    }
    if unknown.is_empty() {
        Ok(found)
    } else {
        Err(Refusal::UnknownMembers(unknown).into())
    }
}
