//! Putting one's own pursuit aside, going on with it, or giving it up.

use domain::audit::Fact;
use domain::ids::PursuitId;
use domain::people::Actor;
use domain::pursuit::deadline::after_pause;
use domain::pursuit::{Pursuit, StateName};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::pursuit::Work;

use super::deadline::watch;
use super::own::own_work;
use crate::{App, IdempotencyKey, Outcome, Unit};

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aside {
    /// Put it aside: its time stands still.
    Pause,
    /// Go on with it.
    Resume,
    /// Give it up for good. What was written stays readable; it can be begun anew.
    Withdraw,
}

impl Aside {
    /// The way of that word.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "pause" => Some(Self::Pause),
            "resume" => Some(Self::Resume),
            "withdraw" => Some(Self::Withdraw),
            _ => None,
        }
    }
}

/// Put one's own pursuit aside, or go on with it.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct PutAside {
    /// Which.
    pub pursuit: PursuitId,
    /// Which way.
    pub way: Aside,
}

/// Where it stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Which.
    pub pursuit: PursuitId,
    /// Its state.
    pub state: StateName,
    /// When its time ends, if it has an end.
    pub expires_at: Option<Timestamp>,
}

/// Pauses, resumes or gives up one's own pursuit.
///
/// # Errors
/// `no-such-pursuit`; `already-submitted` for what is with the assessors: take it back first; others
/// by its state.
pub async fn put_aside(
    app: &App,
    actor: &Actor,
    command: PutAside,
    key: Option<IdempotencyKey>,
) -> Outcome<Standing> {
    let by = actor.clone();
    app.once(
        Some(actor.person),
        "pursuit/aside",
        key,
        &command,
        move |unit| {
            let work = own_work(unit, &by, command.pursuit)?;
            let stored = &work.stored;
            let pursuit = stored.pursuit.clone();
            let (next, kind) = match command.way {
                Aside::Pause => (Pursuit::Paused(pursuit.pause()?), "pursuit-paused"),
                Aside::Resume => (pursuit.resume()?.into(), "pursuit-resumed"),
                Aside::Withdraw => (Pursuit::Withdrawn(pursuit.withdraw()?), "pursuit-withdrawn"),
            };
            store::pursuit::save(unit.tx, stored, &next, unit.now)?;
            let fact = Fact::of(kind, "pursuit", stored.id).by(by.person, None);
            unit.record(fact, &json!({"state": next.name()}))?;
            let expires_at = match command.way {
                Aside::Resume => end_after(unit, &work),
                Aside::Pause | Aside::Withdraw => stored.expires_at,
            };
            if let (Aside::Resume, Some(end)) = (command.way, expires_at) {
                store::pursuit::set_expiry(unit.tx, stored.id, Some(end), None)?;
                watch(unit, stored.id, end)?;
            }
            Ok(Standing {
                pursuit: stored.id,
                state: next.name(),
                expires_at,
            })
        },
    )
    .await
}

/// When the time of a pursuit ends that stood still since its last change of state.
pub(super) fn end_after(unit: &Unit<'_>, work: &Work) -> Option<Timestamp> {
    let end = work.stored.expires_at?;
    Some(after_pause(end, work.stored.changed_at, unit.now))
}
