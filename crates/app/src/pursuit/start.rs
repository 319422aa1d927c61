//! Beginning a micro-credential.

use domain::audit::Fact;
use domain::catalogue::{Refusal as CatalogueRefusal, Slug};
use domain::ids::PursuitId;
use domain::people::Actor;
use domain::pursuit::Refusal;
use domain::pursuit::deadline::window;
use serde::{Deserialize, Serialize};
use store::pursuit::NewPursuit;

use super::deadline::{watch, zone_of};
use crate::{App, Failure, IdempotencyKey, Outcome, Unit};

/// Begin the published version of a micro-credential.
#[derive(Clone, Debug, Serialize)]
pub struct Start {
    /// The micro-credential's name in addresses.
    pub micro_credential: Slug,
}

/// A pursuit that was begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartDone {
    /// Its id.
    pub pursuit: PursuitId,
}

/// Begins a pursuit; its version is fixed from now on.
///
/// # Errors
/// `no-such-micro-credential`, `already-pursuing`.
pub async fn start(
    app: &App,
    actor: &Actor,
    command: Start,
    key: Option<IdempotencyKey>,
) -> Outcome<StartDone> {
    let (person, slug) = (actor.person, command.micro_credential.clone());
    app.once(Some(person), "pursuit/start", key, &command, move |unit| {
        let offer = store::pursuit::offer(unit.tx, &slug)?
            .ok_or(CatalogueRefusal::NoSuchMicroCredential)?;
        let new = NewPursuit {
            id: unit.id(),
            person,
            micro_credential: offer.micro_credential,
            version: offer.version,
            now: unit.now,
            expires_at: window(
                unit.now,
                offer.content.window_months,
                &zone_of(&offer.issuer),
            ),
        };
        if !store::pursuit::start(unit.tx, new)? {
            return Err(already(unit, new)?);
        }
        let detail = serde_json::json!({"version": offer.version});
        let fact = Fact::of("pursuit-started", "pursuit", new.id).by(person, None);
        unit.record(fact.with(detail), &("started", 0))?;
        watch(unit, new.id, new.expires_at)?;
        Ok(StartDone { pursuit: new.id })
    })
    .await
}

fn already(unit: &Unit<'_>, new: NewPursuit) -> Outcome<Failure> {
    let open = store::pursuit::find_open(unit.tx, new.person, new.micro_credential)?;
    let pursuit = open.ok_or_else(|| Failure::broken("an open pursuit is there and is not"))?;
    Ok(Refusal::AlreadyPursuing { pursuit }.into())
}
