//! The needs that a leader looks after.

use domain::ids::NeedId;
use domain::people::{Actor, Refusal as PeopleRefusal, Role};
use store::growth::need::{self, Kept};
use store::people::organization::{self, Organization};

use super::change_need::led;
use super::day_in;
use crate::people::ORGANIZATIONS_TO_CHOOSE;
use crate::{App, Outcome};

/// Needs a page.
const PAGE: u32 = 50;

/// A need with where it stands today.
#[derive(Clone, Debug, PartialEq)]
pub struct NeedLine {
    /// The need.
    pub kept: Kept,
    /// It counts today.
    pub counts: bool,
    /// It has ended, or its last day has passed.
    pub is_over: bool,
}

/// The needs within a leader's reach.
#[derive(Clone, Debug, PartialEq)]
pub struct NeedsView {
    /// The newest first.
    pub needs: Vec<NeedLine>,
    /// Where the next page begins, if there is one.
    pub next: Option<NeedId>,
    /// The organizations for which the leader may publish.
    pub organizations: Vec<Organization>,
}

/// The needs of the organizations that the actor leads and of all below, before one. Two
/// statements.
///
/// # Errors
/// `not-allowed` for whoever leads nothing.
pub async fn list_needs(app: &App, actor: &Actor, before: Option<NeedId>) -> Outcome<NeedsView> {
    if !actor.holds(Role::Leader) {
        return Err(PeopleRefusal::NotAllowed.into());
    }
    let person = actor.person;
    app.read(move |unit| {
        let reach = need::reach_of(person, unit.now);
        let mut found = need::reached(unit.tx, &reach, before, PAGE + 1)?;
        let is_more = found.len() > PAGE as usize;
        found.truncate(PAGE as usize);
        let next = found.last().filter(|_| is_more).map(|it| it.id);
        let organizations = organization::reached(unit.tx, &reach, None, ORGANIZATIONS_TO_CHOOSE)?;
        let needs = found.into_iter().map(|kept| line(kept, unit.now)).collect();
        Ok(NeedsView {
            needs,
            next,
            organizations,
        })
    })
    .await
}

pub(super) fn line(kept: Kept, now: domain::time::Timestamp) -> NeedLine {
    let today = day_in(&kept.time_zone, now);
    NeedLine {
        counts: kept.ended_at.is_none() && kept.need.counts_on(today),
        is_over: kept.ended_at.is_some() || kept.need.is_over(today),
        kept,
    }
}

/// One need of an organization that the actor leads. Two statements.
///
/// # Errors
/// `no-such-need`.
pub async fn view_need(app: &App, actor: &Actor, id: NeedId) -> Outcome<NeedLine> {
    let actor = actor.clone();
    app.read(move |unit| Ok(line(led(unit, &actor, id)?, unit.now)))
        .await
}
