//! Brings in a package and publishes it as the next version of its micro-credential.

use std::collections::BTreeMap;

use domain::audit::{Fact, sha256_hex};
use domain::catalogue::change::Changes;
use domain::catalogue::{Content, Refusal, package};
use domain::ids::{MicroCredentialId, OrganizationId, VersionId};
use domain::people::permission::{Question, may};
use domain::people::{Actor, Refusal as PeopleRefusal, Role};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::catalogue::{MicroCredential, NewVersion};
use store::people::organization;

use crate::{App, Failure, IdempotencyKey, Outcome, Unit};

/// What to publish, and as whose.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publish {
    /// The issuer.
    pub organization: OrganizationId,
    /// The package: texts by path.
    pub files: BTreeMap<String, String>,
}

/// A version that is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The micro-credential.
    pub micro_credential: MicroCredentialId,
    /// Its short name, in addresses.
    pub slug: String,
    /// The version.
    pub version: VersionId,
    /// Its number, from 1.
    pub number: u32,
    /// Fingerprint of its rubric.
    pub rubric: String,
}

/// Publishes. The same code of the same issuer is the next version; the same content is refused.
pub async fn publish(
    app: &App,
    actor: &Actor,
    command: Publish,
    key: Option<IdempotencyKey>,
) -> Outcome<Published> {
    let files = command
        .files
        .iter()
        .map(|(path, text)| (path.clone(), text.clone().into_bytes()));
    let content = package::parse(&files.collect()).map_err(Refusal::Package)?;
    let (actor, organization) = (actor.clone(), command.organization);
    let published = app
        .once(Some(actor.person), "publish", key, &command, move |unit| {
            let issuer = ask(unit, &actor, organization)?;
            keep(unit, &actor, &issuer, &content)
        })
        .await?;
    crate::award::ensure_issuer_key(app, organization).await?;
    Ok(published)
}

/// Who issues, and as what the actor may publish for them.
pub(super) struct Issuer {
    pub(super) id: OrganizationId,
    pub(super) name: String,
    pub(super) role: Option<Role>,
}

pub(super) fn ask(unit: &Unit<'_>, actor: &Actor, issuer: OrganizationId) -> Outcome<Issuer> {
    let path = organization::path_of(unit.tx, issuer)?;
    let Some(own) = organization::find(unit.tx, issuer)? else {
        return Err(PeopleRefusal::NoSuchOrganization.into());
    };
    if !may(actor, Question::PublishMicroCredential { issuer: &path }) {
        return Err(PeopleRefusal::NotAllowed.into());
    }
    if !own.issues {
        return Err(Refusal::NotAnIssuer.into());
    }
    Ok(Issuer {
        id: issuer,
        name: own.name.as_str().to_owned(),
        role: actor.acts_as(&[Role::Designer, Role::Administrator], &path),
    })
}

pub(super) fn keep(
    unit: &Unit<'_>,
    actor: &Actor,
    issuer: &Issuer,
    content: &Content,
) -> Outcome<Published> {
    let json = serde_json::to_string(content).map_err(Failure::broken)?;
    let content_hash = sha256_hex(&json);
    let (micro_credential, slug, number, before) =
        match store::catalogue::by_code(unit.tx, issuer.id, content.code.as_str())? {
            Some(kept) if kept.content_hash.as_deref() == Some(content_hash.as_str()) => {
                return Err(Refusal::Unchanged.into());
            }
            Some(kept) => {
                let number = kept.number.unwrap_or(0) + 1;
                (kept.id, kept.slug, number, kept.current)
            }
            None => {
                let (id, slug) = begin(unit, issuer.id, content)?;
                (id, slug, 1, None)
            }
        };
    let changes = match before {
        Some(before) => Some(changes_since(unit, before, content)?),
        None => None,
    };
    let rubric = content.rubric.fingerprint().to_string();
    let version = NewVersion {
        id: unit.id(),
        micro_credential,
        number,
        title: &content.title,
        competency: &content.competency,
        level: content.level.as_str(),
        hours: content.hours,
        rubric: &rubric,
        content: &json,
        content_hash: &content_hash,
        changes: changes.as_deref(),
        created_at: unit.now,
    };
    store::catalogue::insert_version(unit.tx, &version)?;
    store::catalogue::publish(unit.tx, micro_credential, version.id, unit.now)?;
    crate::growth::keep_offer(unit, micro_credential, version.id, content)?;
    let shown = (issuer.id, issuer.name.as_str());
    super::shelf::put(unit.tx, version.id, before, content, shown)?;
    let fact = Fact::of("version-published", "micro-credential", micro_credential)
        .by(actor.person, issuer.role)
        .with(json!({"version": version.id, "number": number, "rubric": rubric}));
    unit.record(fact, content)?;
    Ok(Published {
        micro_credential,
        slug,
        version: version.id,
        number,
        rubric,
    })
}

/// What a content changes in an earlier version, as JSON.
fn changes_since(unit: &Unit<'_>, before: VersionId, content: &Content) -> Outcome<String> {
    let earlier = super::content(&store::catalogue::content_of(unit.tx, before)?)?;
    serde_json::to_string(&Changes::between(&earlier, content)).map_err(Failure::broken)
}

/// A micro-credential that is new here, under the first free short name made of its title.
fn begin(
    unit: &Unit<'_>,
    issuer: OrganizationId,
    content: &Content,
) -> Outcome<(MicroCredentialId, String)> {
    let id = unit.id();
    let slug = free_slug(&content.title, "micro-credential", |slug| {
        let it = MicroCredential {
            id,
            organization: issuer,
            slug,
            code: content.code.as_str(),
            created_at: unit.now,
        };
        Ok(store::catalogue::insert(unit.tx, &it)?)
    })?;
    Ok((id, slug))
}

/// The first short name made of a title that can be taken; `take` answers whether it was free.
pub(super) fn free_slug(
    title: &str,
    otherwise: &str,
    take: impl Fn(&str) -> Outcome<bool>,
) -> Outcome<String> {
    let plain = slug_of(title, otherwise);
    for n in 1..=99 {
        let slug = match n {
            1 => plain.clone(),
            n => format!("{plain}-{n}"),
        };
        if take(&slug)? {
            return Ok(slug);
        }
    }
    Err(Failure::broken(format!("no free short name for {plain}")))
}

/// A title as a part of an address: at most 36 of `a-z`, `0-9` and single hyphens, so that with a
/// number it is still a [`domain::catalogue::Slug`].
fn slug_of(title: &str, otherwise: &str) -> String {
    let words = title
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if slug.len() + word.len() >= 36 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word.to_ascii_lowercase());
    }
    if slug.is_empty() {
        otherwise.to_owned()
    } else {
        slug
    }
}

#[cfg(test)]
mod tests {
    use super::slug_of;

    #[test]
    fn a_title_becomes_an_address() {
        assert_eq!(slug_of("Wait Time That Works", "x"), "wait-time-that-works");
        assert_eq!(slug_of("¿Qué?", "x"), "qu");
        assert_eq!(slug_of("…", "stack"), "stack");
        assert!(slug_of(&"long word ".repeat(30), "x").len() <= 36);
    }
}
