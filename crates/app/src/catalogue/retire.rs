//! Takes a micro-credential out of the catalogue. Whoever has begun it finishes; awards stay.

use domain::audit::Fact;
use domain::catalogue::Refusal;
use domain::people::Actor;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::catalogue::{current, retire as keep, unlist};

use super::publish::ask;
use crate::{App, IdempotencyKey, Outcome};

/// The longest reason, in characters.
const MAX_REASON: usize = 1_000;

/// What to retire, and why.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retire {
    /// Its name in addresses.
    pub slug: String,
    /// Why, for the record.
    pub reason: String,
}

/// Retires the published version; those who may not publish it are told that it is not theirs.
///
/// # Errors
/// `no-such-micro-credential`, `not-allowed`, `retirement-reason-missing`.
pub async fn retire(
    app: &App,
    actor: &Actor,
    command: Retire,
    key: Option<IdempotencyKey>,
) -> Outcome<()> {
    let actor = actor.clone();
    let (slug, reason) = (command.slug.clone(), command.reason.trim().to_owned());
    app.once(Some(actor.person), "retire", key, &command, move |unit| {
        let version = current(unit.tx, &slug)?.ok_or(Refusal::NoSuchMicroCredential)?;
        let issuer = ask(unit, &actor, version.organization)?;
        if version.state != "published" {
            return Err(Refusal::NoSuchMicroCredential.into());
        }
        if reason.is_empty() || reason.chars().count() > MAX_REASON {
            return Err(Refusal::ReasonMissing.into());
        }
        keep(unit.tx, version.micro_credential, unit.now)?;
        unlist(unit.tx, version.id)?;
        let fact = Fact::of(
            "version-retired",
            "micro-credential",
            version.micro_credential,
        )
        .by(actor.person, issuer.role)
        .with(json!({"version": version.id, "number": version.number, "reason": reason}));
        unit.record(fact, &json!({"state": "retired"}))
    })
    .await
}
