//! Moving a pursuit to the version that is published now.

use domain::audit::Fact;
use domain::catalogue::Content;
use domain::ids::{PursuitId, VersionId};
use domain::people::Actor;
use domain::pursuit::Refusal;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::pursuit::{Offer, Work};

use super::own::own_work;
use crate::{App, IdempotencyKey, Outcome, Unit};

/// Move one's own pursuit.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct MoveVersion {
    /// Which.
    pub pursuit: PursuitId,
    /// The version that its educator has read about.
    pub to: VersionId,
}

/// It works on that version now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Which.
    pub pursuit: PursuitId,
    /// The version.
    pub version: VersionId,
}

/// What a move would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewerVersion {
    /// The pursuit.
    pub pursuit: PursuitId,
    /// What is worked on now.
    pub now: Offer,
    /// What is published.
    pub newer: VersionId,
    /// What that says.
    pub content: Content,
    /// Why it cannot be moved at this point.
    pub may_move: Result<(), Refusal>,
}

/// Moves a pursuit. Texts and evidence stay, also those that are not asked for any more; criteria
/// that are word for word the same keep their outcome.
///
/// # Errors
/// `no-such-pursuit`; `no-newer-version` if the pursuit works on what is published, or something
/// else was published since; `already-submitted` and others by the state of the pursuit.
pub async fn move_version(
    app: &App,
    actor: &Actor,
    command: MoveVersion,
    key: Option<IdempotencyKey>,
) -> Outcome<Moved> {
    let by = actor.clone();
    app.once(
        Some(actor.person),
        "pursuit/move-version",
        key,
        &command,
        move |unit| {
            let work = own_work(unit, &by, command.pursuit)?;
            let newer = newer(unit, &work)?;
            if newer.version != command.to {
                return Err(Refusal::NoNewerVersion.into());
            }
            work.stored.pursuit.clone().drafting()?;
            store::pursuit::set_version(unit.tx, &work.stored, newer.version, unit.now)?;
            let detail = json!({"from": work.offer.version, "to": newer.version});
            let fact = Fact::of("pursuit-moved", "pursuit", command.pursuit).by(by.person, None);
            unit.record(fact.with(detail), &json!({"version": newer.version}))?;
            Ok(Moved {
                pursuit: command.pursuit,
                version: newer.version,
            })
        },
    )
    .await
}

/// What moving one's own pursuit would change; two statements.
///
/// # Errors
/// `no-such-pursuit`, `no-newer-version`.
pub async fn view_newer(app: &App, actor: &Actor, pursuit: PursuitId) -> Outcome<NewerVersion> {
    let by = actor.clone();
    app.read(move |unit| {
        let work = own_work(unit, &by, pursuit)?;
        let newer = newer(unit, &work)?;
        Ok(NewerVersion {
            pursuit,
            may_move: work.stored.pursuit.clone().drafting().map(|_| ()),
            now: work.offer,
            newer: newer.version,
            content: newer.content,
        })
    })
    .await
}

fn newer(unit: &Unit<'_>, work: &Work) -> Outcome<Offer> {
    let published = store::pursuit::offer(unit.tx, &work.offer.slug)?;
    let newer = published.filter(|it| it.version != work.offer.version);
    Ok(newer.ok_or(Refusal::NoNewerVersion)?)
}
