//! Everybody sees and changes their own pursuits only.

use domain::ids::{PersonId, PursuitId};
use domain::people::Actor;
use domain::people::permission::{Question, may};
use domain::pursuit::{Refusal, StateName};
use store::pursuit::{Submission, Work};

use crate::{Outcome, Unit};

/// Refuses, as if it did not exist, what belongs to somebody else.
pub(super) fn own(actor: &Actor, educator: PersonId) -> Result<(), Refusal> {
    if may(actor, Question::WorkOnPursuit { educator }) {
        Ok(())
    } else {
        Err(Refusal::NoSuchPursuit)
    }
}

/// One's own pursuit with its version, in one statement.
pub(crate) fn own_work(unit: &Unit<'_>, actor: &Actor, pursuit: PursuitId) -> Outcome<Work> {
    let work = store::pursuit::work(unit.tx, pursuit)?.ok_or(Refusal::NoSuchPursuit)?;
    own(actor, work.stored.person)?;
    Ok(work)
}

/// Puts what the version of a submission says in the place of what is worked on now; one statement
/// if they differ.
pub(super) fn as_sent(unit: &Unit<'_>, work: &mut Work, sent: &Submission) -> Outcome<()> {
    let version = sent.snapshot.version;
    if version != work.offer.version {
        work.offer.content = store::pursuit::content_of(unit.tx, version)?;
        work.offer.version = version;
    }
    Ok(())
}

/// The state as its educator may know it: a decision is nobody's business before its release.
pub(crate) fn as_known(state: StateName) -> StateName {
    match state {
        StateName::DecisionReady => StateName::UnderReview,
        known => known,
    }
}
