//! Who may read a draft besides its educator: those who accompany it.

use domain::ids::PursuitId;
use domain::people::Actor;
use domain::people::permission::{Question, may};
use domain::pursuit::Refusal as PursuitRefusal;
use store::growth::companion::{self, Companion};
use store::pursuit::Work;

use crate::{Outcome, Unit};

/// A pursuit with those who accompany it, for somebody who may read its draft. For everybody else
/// it does not exist; for those who assess it least of all. Two statements.
pub(super) fn accompanied(
    unit: &Unit<'_>,
    actor: &Actor,
    pursuit: PursuitId,
) -> Outcome<(Work, Vec<Companion>)> {
    let work = store::pursuit::work(unit.tx, pursuit)?.ok_or(PursuitRefusal::NoSuchPursuit)?;
    let companions = companion::of_pursuit(unit.tx, pursuit)?;
    let people: Vec<_> = companions.iter().map(|it| it.person).collect();
    let question = Question::Accompany {
        educator: work.stored.person,
        companions: &people,
    };
    match may(actor, question) {
        true => Ok((work, companions)),
        false => Err(PursuitRefusal::NoSuchPursuit.into()),
    }
}
