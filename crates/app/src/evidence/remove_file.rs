//! Taking a piece out of the draft. What was submitted keeps it.

use domain::audit::Fact;
use domain::evidence::Refusal;
use domain::ids::{EvidenceId, PursuitId};
use domain::people::{Actor, Role};

use crate::pursuit::own_work;
use crate::{App, Outcome};

/// Takes a piece out of one's own draft. Sending it twice changes nothing the second time.
///
/// # Errors
/// `no-such-pursuit`, `no-such-evidence`, `already-awarded`.
pub async fn remove_file(
    app: &App,
    actor: &Actor,
    pursuit: PursuitId,
    evidence: EvidenceId,
) -> Outcome<()> {
    let actor = actor.clone();
    app.write(move |unit| {
        let work = own_work(unit, &actor, pursuit)?;
        work.stored.pursuit.may_draft()?;
        let piece = store::evidence::find(unit.tx, evidence)?
            .filter(|it| it.pursuit == pursuit)
            .ok_or(Refusal::NoSuchEvidence)?;
        if !store::evidence::remove(unit.tx, piece.id, unit.now)? {
            return Ok(());
        }
        let fact = Fact::of("evidence-removed", "evidence", piece.id)
            .by(actor.person, Some(Role::Educator));
        unit.record(fact, &"removed")
    })
    .await
}
