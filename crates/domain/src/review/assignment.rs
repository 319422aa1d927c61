//! Assignment: who may judge a submission, and whom to ask.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::ids::{OrganizationId, PersonId};

/// An assessor who could be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// Is qualified for the rubric now.
    pub qualified: Qualified,
    /// Schools that the person belongs to.
    pub schools: BTreeSet<OrganizationId>,
    /// Districts that the person belongs to.
    pub districts: BTreeSet<OrganizationId>,
    /// Reviews that wait for this person.
    pub load: u32,
}

/// Whether a qualification covers the rubric at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualified {
    /// It does.
    Yes,
    /// None does.
    No,
}

/// What is known of a submission when somebody has to judge it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Whose work it is.
    pub educator: PersonId,
    /// Schools of the educator.
    pub schools: BTreeSet<OrganizationId>,
    /// Districts of the educator that the plan excludes; empty unless it does.
    pub excluded_districts: BTreeSet<OrganizationId>,
    /// Persons who hold or held a review of this submission.
    pub involved: BTreeSet<PersonId>,
    /// Persons who judged an earlier attempt: asked only if nobody else is possible.
    pub earlier: BTreeSet<PersonId>,
}

/// Why somebody may not judge a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Conflict {
    /// No valid qualification for the rubric.
    NotQualified,
    /// It is their own work.
    Self_,
    /// Same school as the educator.
    SameSchool,
    /// Same district, and the plan excludes that.
    SameDistrict,
    /// Already holds, held or gave back a review of this submission.
    Involved,
    /// At their limit of open reviews.
    AtLoadLimit,
}

/// The most reviews that wait for one person.
pub const LOAD_LIMIT: u32 = 12;

/// Why the candidate may not judge, if so.
pub fn conflict(candidate: &Candidate, subject: &Subject) -> Option<Conflict> {
    if candidate.person == subject.educator {
        Some(Conflict::Self_)
    } else if candidate.qualified == Qualified::No {
        Some(Conflict::NotQualified)
    } else if subject.involved.contains(&candidate.person) {
        Some(Conflict::Involved)
    } else if !candidate.schools.is_disjoint(&subject.schools) {
        Some(Conflict::SameSchool)
    } else if !candidate.districts.is_disjoint(&subject.excluded_districts) {
        Some(Conflict::SameDistrict)
    } else if candidate.load >= LOAD_LIMIT {
        Some(Conflict::AtLoadLimit)
    } else {
        None
    }
}

/// Picks up to `need` assessors: those of no earlier attempt first, then the least loaded, then
/// the order that the caller gave (shuffled, so that nobody is always first).
pub fn choose(candidates: &[Candidate], subject: &Subject, need: usize) -> Vec<PersonId> {
    let mut possible: Vec<_> = candidates
        .iter()
        .filter(|it| conflict(it, subject).is_none())
        .collect();
    possible.sort_by_key(|it| (subject.earlier.contains(&it.person), it.load));
    possible
        .into_iter()
        .take(need)
        .map(|it| it.person)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(n: u128) -> PersonId {
        PersonId::from_u128(n)
    }

    fn school(n: u128) -> BTreeSet<OrganizationId> {
        BTreeSet::from([OrganizationId::from_u128(n)])
    }

    fn candidate(n: u128, load: u32) -> Candidate {
        Candidate {
            person: person(n),
            qualified: Qualified::Yes,
            schools: school(n),
            districts: school(900),
            load,
        }
    }

    fn subject() -> Subject {
        Subject {
            educator: person(1),
            schools: school(1),
            excluded_districts: BTreeSet::new(),
            involved: BTreeSet::new(),
            earlier: BTreeSet::new(),
        }
    }

    #[test]
    fn every_conflict_has_its_name() {
        let with = |change: fn(&mut Candidate, &mut Subject)| {
            let (mut it, mut on) = (candidate(2, 0), subject());
            change(&mut it, &mut on);
            conflict(&it, &on)
        };
        assert_eq!(with(|_, _| {}), None);
        assert_eq!(with(|it, _| it.person = person(1)), Some(Conflict::Self_));
        assert_eq!(
            with(|it, _| it.qualified = Qualified::No),
            Some(Conflict::NotQualified)
        );
        assert_eq!(
            with(|it, _| it.schools = school(1)),
            Some(Conflict::SameSchool)
        );
        assert_eq!(
            with(|_, on| on.excluded_districts = school(900)),
            Some(Conflict::SameDistrict)
        );
        assert_eq!(
            with(|it, on| on.involved = BTreeSet::from([it.person])),
            Some(Conflict::Involved)
        );
        assert_eq!(
            with(|it, _| it.load = LOAD_LIMIT),
            Some(Conflict::AtLoadLimit)
        );
    }

    #[test]
    fn the_least_loaded_are_asked_first() {
        let all = [candidate(2, 5), candidate(3, 0), candidate(4, 2)];
        assert_eq!(choose(&all, &subject(), 2), [person(3), person(4)]);
    }

    #[test]
    fn who_judged_an_earlier_attempt_is_asked_only_if_nobody_else_is_possible() {
        let on = Subject {
            earlier: BTreeSet::from([person(3)]),
            ..subject()
        };
        let all = [candidate(2, 5), candidate(3, 0), candidate(4, 2)];
        assert_eq!(choose(&all, &on, 2), [person(4), person(2)]);
        assert_eq!(choose(&all[..2], &on, 2), [person(2), person(3)]);
    }
}
