//! Merging two accounts that are one person's, and undoing it.

use domain::audit::Fact;
use domain::ids::{PersonId, PersonMergeId};
use domain::people::{Actor, EmailAddress, Refusal, Role, may_be_unmerged};
use domain::refusal::Place;
use domain::review::ReviewState;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::people::merging::{self, Merge, NewMerge};
use store::people::{address, session};

use super::administered::{self, Within};
use crate::jobs::AssignAssessors;
use crate::{App, IdempotencyKey, Outcome, Unit};

/// The most characters of a reason.
const MOST_REASON: usize = 500;

/// Another account is to go into one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MergePeople {
    /// The account that goes on.
    pub kept: PersonId,
    /// An address of the account that goes into it.
    pub email: String,
    /// Why both are one person's.
    pub reason: String,
}

/// They are one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleMerged {
    /// Names the merge, to undo it.
    pub merge: PersonMergeId,
    /// Reviews that were given back, since nobody judges their own work.
    pub recused: usize,
}

/// Merges an account into another: addresses, roles, pursuits, awards, qualifications and waiting
/// reviews go over, and its sessions end. A waiting review of what is now one's own work is given
/// back. Only whoever looks after everything that both hold may do so, and nobody with their own
/// account.
///
/// # Errors
/// [`Refusal::NoSuchPerson`], [`Refusal::BeyondReach`], [`Refusal::NotAllowed`],
/// [`Refusal::Fields`], [`Refusal::AlreadyMerged`].
pub async fn merge_people(
    app: &App,
    actor: &Actor,
    command: MergePeople,
    key: Option<IdempotencyKey>,
) -> Outcome<PeopleMerged> {
    administered::of_something(actor)?;
    let email = EmailAddress::parse("email", &command.email);
    let reason = command.reason.trim().to_owned();
    let missing = || Place::new("reason", "merge-reason-missing");
    let reason = match reason.chars().count() {
        1..=MOST_REASON => Ok(reason),
        0 => Err(missing()),
        _ => Err(Place::new("reason", "merge-reason-too-long").with("limit", MOST_REASON)),
    };
    let (email, reason) = match (email, reason) {
        (Ok(email), Ok(reason)) => (email, reason),
        (email, reason) => {
            let places = [email.err(), reason.err()].into_iter().flatten();
            return Err(Refusal::Fields(places.collect()).into());
        }
    };
    let (actor, by, kept) = (actor.clone(), Some(actor.person), command.kept);
    app.once(by, "merge_people", key, &command, move |unit| {
        let merged = address::owner(unit.tx, &email)?.ok_or(Refusal::NoSuchPerson)?;
        ask(unit, &actor, [kept, merged])?;
        let moved = merging::move_all(unit.tx, merged, kept, unit.now)?;
        let new = NewMerge {
            id: unit.id(),
            kept,
            merged,
            by: actor.person,
            reason: &reason,
            moved: &moved,
        };
        if !merging::insert(unit.tx, &new, unit.now)? {
            return Err(Refusal::AlreadyMerged.into());
        }
        session::remove_others(unit.tx, merged, "")?;
        let recused = give_back(unit, kept, merged)?;
        let fact = Fact::of("people-merged", "person", kept)
            .by(actor.person, Some(Role::Administrator))
            .with(json!({ "merge": new.id, "merged": merged, "recused": recused }));
        unit.record(fact, &moved)?;
        Ok(PeopleMerged {
            merge: new.id,
            recused,
        })
    })
    .await
}

fn ask(unit: &Unit<'_>, actor: &Actor, both: [PersonId; 2]) -> Outcome<()> {
    let [kept, merged] = both;
    if both.contains(&actor.person) {
        return Err(Refusal::NotAllowed.into());
    }
    if kept == merged {
        return Err(Refusal::AlreadyMerged.into());
    }
    for person in both {
        if !Within::of(unit, actor, person)?.is_everything() {
            return Err(Refusal::BeyondReach.into());
        }
        if merging::merged_into(unit.tx, person)?.is_some() {
            return Err(Refusal::AlreadyMerged.into());
        }
    }
    Ok(())
}

/// Gives back waiting reviews that may not be: somebody else is looked for.
fn give_back(unit: &Unit<'_>, kept: PersonId, merged: PersonId) -> Outcome<usize> {
    let those = merging::in_conflict(unit.tx, kept, merged)?;
    for (review, submission) in &those {
        store::review::recuse(unit.tx, *review, unit.now)?;
        let fact = Fact::of("review-recused", "review", review)
            .with(json!({ "submission": submission, "because": "people-merged" }));
        unit.record(fact, &json!({ "state": ReviewState::Recused }))?;
        crate::review::look_for_assessors(unit, AssignAssessors::of(*submission))?;
    }
    Ok(those.len())
}

/// Undoes a merge: what went over goes back, as far as it is still there. Reviews that were given
/// back stay so.
///
/// # Errors
/// [`Refusal::NoSuchMerge`]; [`Refusal::MergeSettled`] after thirty days, or if it is undone.
pub async fn undo_merge(app: &App, actor: &Actor, id: PersonMergeId) -> Outcome<()> {
    administered::of_something(actor)?;
    let actor = actor.clone();
    app.write(move |unit| {
        let it = merging::find(unit.tx, id)?.ok_or(Refusal::NoSuchMerge)?;
        match Within::of(unit, &actor, it.kept) {
            Ok(within) if within.is_everything() => {}
            Ok(_) => return Err(Refusal::BeyondReach.into()),
            Err(_) => return Err(Refusal::NoSuchMerge.into()),
        }
        let in_time = may_be_unmerged(it.merged_at, unit.now);
        if !in_time || !merging::undo(unit.tx, id, actor.person, unit.now)? {
            return Err(Refusal::MergeSettled.into());
        }
        merging::move_back(unit.tx, &it)?;
        session::remove_others(unit.tx, it.kept, "")?;
        let fact = Fact::of("people-unmerged", "person", it.kept)
            .by(actor.person, Some(Role::Administrator))
            .with(json!({ "merge": id, "merged": it.merged }));
        unit.record(fact, &json!({ "undone_at": unit.now }))
    })
    .await
}

/// Can this merge still be undone?
pub(super) fn is_undoable(it: &Merge, now: domain::time::Timestamp) -> bool {
    it.undone_at.is_none() && may_be_unmerged(it.merged_at, now)
}
