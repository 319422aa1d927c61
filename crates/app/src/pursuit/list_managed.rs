//! Pursuits of one's own issuers, as a programme manager sees them: without names and drafts.

use domain::ids::PursuitId;
use domain::people::{Actor, Refusal as PeopleRefusal, Role};
use domain::pursuit::{Concern, StateName};

use super::managed::managed;
use crate::{App, Outcome};

pub use store::pursuit::ManagedLine;

/// Pursuits of one page.
const PAGE: u32 = 50;

/// One page of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManagedList {
    /// The pursuits.
    pub lines: Vec<ManagedLine>,
    /// Where the next page begins, if there is one.
    pub next: Option<PursuitId>,
}

/// Pursuits in one state, newest first, before one of them; one statement.
///
/// # Errors
/// Refuses those who are no programme manager.
pub async fn list_managed(
    app: &App,
    actor: &Actor,
    state: StateName,
    before: Option<PursuitId>,
) -> Outcome<ManagedList> {
    if !actor.holds(Role::ProgrammeManager) {
        return Err(PeopleRefusal::NotAllowed.into());
    }
    let person = actor.person;
    app.read(move |unit| {
        let tx = unit.tx;
        let mut lines = store::pursuit::managed(tx, person, state, unit.now, before, PAGE + 1)?;
        let more = lines.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
        if more {
            lines.pop();
        }
        let next = lines.last().filter(|_| more).map(|it| it.id);
        Ok(ManagedList { lines, next })
    })
    .await
}

/// One pursuit with the state beneath, and what can be done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManagedView {
    /// Its line.
    pub line: ManagedLine,
    /// What it goes back to.
    pub beneath: Option<StateName>,
    /// It can be put on hold.
    pub can_hold: bool,
    /// It can be given back as incomplete.
    pub can_give_back: bool,
}

/// One pursuit of the own issuers; two statements.
///
/// # Errors
/// `no-such-pursuit`.
pub async fn view_managed(app: &App, actor: &Actor, pursuit: PursuitId) -> Outcome<ManagedView> {
    let by = actor.clone();
    app.read(move |unit| {
        let work = managed(unit, &by, pursuit)?;
        let stored = &work.stored;
        Ok(ManagedView {
            beneath: stored.pursuit.beneath(),
            can_hold: stored.pursuit.clone().hold(Concern::Privacy).is_ok(),
            can_give_back: stored.pursuit.clone().give_back().is_ok(),
            line: ManagedLine {
                id: stored.id,
                state: stored.pursuit.name(),
                attempt: stored.pursuit.attempt(),
                since: stored.changed_at,
                expires_at: stored.expires_at,
                concern: stored.pursuit.concern(),
                title: work.offer.content.title.clone(),
                time_zone: work.offer.issuer.time_zone.clone(),
                code: work.code.clone(),
                submitted_at: None,
            },
        })
    })
    .await
}
