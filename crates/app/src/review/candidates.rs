//! Who comes into question for a seat, and why the others do not.

use std::collections::{BTreeMap, BTreeSet};

use domain::catalogue::SameDistrict;
use domain::ids::PersonId;
use domain::people::OrganizationKind;
use domain::review::Seat;
use domain::review::assignment::{Candidate, Conflict, Qualified, Subject, choose, conflict};
use domain::time::Timestamp;
use serde_json::{Value, json};
use store::assessors::{self as pool, Pool};
use store::review as kept;

use super::target::Target;
use crate::{Outcome, Unit};

/// The most candidates that are looked at in a pool: the least loaded.
const CANDIDATES: u32 = 500;

/// Somebody who could take a seat.
#[derive(Clone)]
pub struct Possible {
    /// Who, and what is known of them.
    pub candidate: Candidate,
    /// Until when the qualification is valid.
    pub valid_until: Timestamp,
}

/// What looking for somebody came to.
pub enum Looked {
    /// This person takes the seat.
    Found(Possible),
    /// Nobody may, for these reasons.
    Nobody(Value),
}

/// Who comes into question for a seat, the first choice first: lead assessors are kept free for
/// what is contested, as long as somebody else can take the other seats.
const fn pools(seat: Seat) -> &'static [Pool] {
    match seat {
        Seat::Third => &[Pool::Leads],
        Seat::First | Seat::Second => &[Pool::Assessors, Pool::Leads],
    }
}

/// Looks for somebody for a seat. Those who judged an earlier attempt are asked only if nobody
/// else is possible, in any pool.
pub fn look(unit: &Unit<'_>, target: &Target, seat: Seat, subject: &Subject) -> Outcome<Looked> {
    let pools: Vec<Vec<Possible>> = pools(seat)
        .iter()
        .map(|pool| possible(unit, target, *pool))
        .collect::<Outcome<_>>()?;
    let is_fresh = |it: &&Possible| !subject.earlier.contains(&it.candidate.person);
    let fresh = pools
        .iter()
        .map(|pool| first(pool.iter().filter(is_fresh), subject));
    let any = pools.iter().map(|pool| first(pool.iter(), subject));
    Ok(match fresh.chain(any).flatten().next() {
        Some(found) => Looked::Found(found),
        None => Looked::Nobody(why(seat, pools.iter().flatten(), subject)),
    })
}

/// The rule's first choice among some.
fn first<'p>(some: impl Iterator<Item = &'p Possible>, subject: &Subject) -> Option<Possible> {
    let some: Vec<_> = some.collect();
    let candidates: Vec<_> = some.iter().map(|it| it.candidate.clone()).collect();
    let chosen = *choose(&candidates, subject, 1).first()?;
    some.into_iter()
        .find(|it| it.candidate.person == chosen)
        .cloned()
}

/// Candidates in random order, so that among equals nobody is always first.
fn possible(unit: &Unit<'_>, target: &Target, pool: Pool) -> Outcome<Vec<Possible>> {
    let rubric = target.submission.rubric_fingerprint.to_string();
    let found = pool::candidates(unit.tx, &rubric, pool, unit.now, CANDIDATES)?;
    let mut places: BTreeMap<PersonId, Vec<pool::Belonging>> = BTreeMap::new();
    for it in pool::belongings(unit.tx, &rubric, unit.now)? {
        places.entry(it.person).or_default().push(it);
    }
    let mut possible: Vec<_> = found
        .into_iter()
        .map(|it| {
            let of = places.remove(&it.person).unwrap_or_default();
            let at = |kind| {
                let those = of.iter().filter(move |place| place.kind == kind);
                those.map(|place| place.organization).collect()
            };
            Possible {
                valid_until: it.valid_until,
                candidate: Candidate {
                    person: it.person,
                    qualified: Qualified::Yes,
                    schools: at(OrganizationKind::School),
                    districts: at(OrganizationKind::District),
                    load: it.load,
                },
            }
        })
        .collect();
    possible.sort_by_cached_key(|_| unit.random::<8>());
    Ok(possible)
}

/// What is known of a submission when somebody has to judge it; `taken` were asked just now.
pub fn subject(unit: &Unit<'_>, target: &Target, taken: &BTreeSet<PersonId>) -> Outcome<Subject> {
    let stored = &target.work.stored;
    let places = store::people::membership::places_of(unit.tx, stored.person, unit.now)?;
    let at = |kind| {
        let those = places.iter().filter(move |place| place.kind == kind);
        those.map(|place| place.organization).collect()
    };
    let mut involved = kept::recused_from(unit.tx, stored.person)?;
    involved.extend(target.reviews.iter().map(|it| it.seated.assessor));
    involved.extend(taken);
    Ok(Subject {
        educator: stored.person,
        schools: at(OrganizationKind::School),
        excluded_districts: match target.work.offer.content.plan.same_district {
            SameDistrict::Conflict => at(OrganizationKind::District),
            SameDistrict::Allowed => BTreeSet::new(),
        },
        involved,
        earlier: kept::earlier_assessors(unit.tx, stored.id, target.submission.attempt)?,
    })
}

/// Which constraints keep how many away from a seat.
fn why<'p>(seat: Seat, possible: impl Iterator<Item = &'p Possible>, subject: &Subject) -> Value {
    let all: BTreeMap<_, _> = possible
        .map(|it| (it.candidate.person, &it.candidate))
        .collect();
    let mut reasons: BTreeMap<Conflict, u32> = BTreeMap::new();
    for reason in all.values().filter_map(|it| conflict(it, subject)) {
        *reasons.entry(reason).or_default() += 1;
    }
    let reasons: BTreeMap<String, u32> = reasons
        .into_iter()
        .filter_map(|(reason, count)| {
            let word = serde_json::to_value(reason).ok()?;
            Some((word.as_str()?.to_owned(), count))
        })
        .collect();
    json!({"seat": seat, "qualified": all.len(), "blocked": reasons})
}
