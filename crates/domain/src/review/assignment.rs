//! Assignment: who may judge a submission, and what speaks against asking somebody who may. Who is
//! asked in the end follows from the whole queue.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Seat;
use super::calibration::Calibration;
use crate::ids::{OrganizationId, PersonId};
use crate::time::Timestamp;

/// An assessor who is qualified for the rubric at hand and could be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// The roles that count here.
    pub standing: Standing,
    /// Schools that the person belongs to.
    pub schools: BTreeSet<OrganizationId>,
    /// Districts that the person belongs to.
    pub districts: BTreeSet<OrganizationId>,
    /// Takes no reviews until then.
    pub absent_until: Option<Timestamp>,
    /// How well the person has judged this rubric so far.
    pub calibration: Calibration,
}

/// The roles of an assessor that decide which seats are theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Takes the first two seats.
    Assessor,
    /// Takes what is contested, and the first two seats if nobody else can.
    Lead,
    /// Both roles.
    Both,
}

/// What is known of a submission when somebody has to judge it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// Whose work it is: the educator, and every member of a team whose shared evidence it holds.
    pub people: BTreeSet<PersonId>,
    /// Their schools.
    pub schools: BTreeSet<OrganizationId>,
    /// Their districts, as far as the plan excludes them.
    pub excluded_districts: BTreeSet<OrganizationId>,
    /// Who is in a relation to one of them that is nobody's business: declared by either side,
    /// mentor, team mate, or somebody who once recognised one of them in a review.
    pub related: BTreeSet<PersonId>,
    /// Persons who hold or held a review of this submission.
    pub involved: BTreeSet<PersonId>,
    /// Persons who judged an earlier attempt: asked only if nobody else is possible.
    pub earlier: BTreeSet<PersonId>,
}

/// Why somebody may not judge a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Conflict {
    /// It is their own work, or in part.
    #[serde(rename = "self")]
    Self_,
    /// Same school as the educator.
    SameSchool,
    /// Same district, and the plan excludes that.
    SameDistrict,
    /// One of the relations that are kept private; which of them is told to nobody.
    Private,
    /// Already holds, held or gave back a review of this submission.
    Involved,
    /// Is away.
    Absent,
    /// Has as many reviews as they take at once.
    AtLoadLimit,
}

impl Conflict {
    /// Every reason.
    pub const ALL: [Self; 7] = [
        Self::Self_,
        Self::SameSchool,
        Self::SameDistrict,
        Self::Private,
        Self::Involved,
        Self::Absent,
        Self::AtLoadLimit,
    ];

    /// The word used in storage and in the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Self_ => "self",
            Self::SameSchool => "same-school",
            Self::SameDistrict => "same-district",
            Self::Private => "private",
            Self::Involved => "involved",
            Self::Absent => "absent",
            Self::AtLoadLimit => "at-load-limit",
        }
    }
}

/// What speaks against asking somebody who may judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Price {
    /// Counts before load: an earlier attempt, a lead assessor in an ordinary seat.
    pub penalty: u32,
    /// Counts after load: how far the person's marks stood from decisions, 0 to 1000.
    pub dislike: u32,
}

/// The most reviews that one person has at once, unless they say otherwise.
pub const LOAD_LIMIT: u32 = 12;
/// The most that they may say.
pub const MAX_LOAD_LIMIT: u32 = 60;

/// Lead assessors are kept free for what is contested, as long as somebody else can judge.
const LEAD_IN_ORDINARY_SEAT: u32 = 1;
/// More than any number of lead assessors in ordinary seats.
const EARLIER_ATTEMPT: u32 = 1_000_000;

/// What asking the candidate for a seat costs, or why that cannot be. Their load is not looked at
/// here: it depends on everything else that is given out.
pub fn price(
    candidate: &Candidate,
    subject: &Subject,
    seat: Seat,
    now: Timestamp,
) -> Result<Price, Conflict> {
    if let Some(conflict) = conflict(candidate, subject, now) {
        return Err(conflict);
    }
    let is_earlier = subject.earlier.contains(&candidate.person);
    let is_lead = seat != Seat::Third && candidate.standing == Standing::Lead;
    let earlier = if is_earlier { EARLIER_ATTEMPT } else { 0 };
    let lead = if is_lead { LEAD_IN_ORDINARY_SEAT } else { 0 };
    Ok(Price {
        penalty: earlier + lead,
        dislike: candidate.calibration.dislike(),
    })
}

/// Why the candidate may not judge, if so.
pub fn conflict(candidate: &Candidate, subject: &Subject, now: Timestamp) -> Option<Conflict> {
    if subject.people.contains(&candidate.person) {
        Some(Conflict::Self_)
    } else if subject.involved.contains(&candidate.person) {
        Some(Conflict::Involved)
    } else if !candidate.schools.is_disjoint(&subject.schools) {
        Some(Conflict::SameSchool)
    } else if !candidate.districts.is_disjoint(&subject.excluded_districts) {
        Some(Conflict::SameDistrict)
    } else if subject.related.contains(&candidate.person) {
        Some(Conflict::Private)
    } else if candidate.absent_until.is_some_and(|until| now < until) {
        Some(Conflict::Absent)
    } else {
        None
    }
}

impl Standing {
    /// May a person of this standing take the seat at all?
    pub fn takes(self, seat: Seat) -> bool {
        match seat {
            Seat::First | Seat::Second => true,
            Seat::Third => self != Self::Assessor,
            Seat::Agreed => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn person(n: u128) -> PersonId {
        PersonId::from_u128(n)
    }

    fn school(n: u128) -> BTreeSet<OrganizationId> {
        BTreeSet::from([OrganizationId::from_u128(n)])
    }

    fn candidate(n: u128) -> Candidate {
        Candidate {
            person: person(n),
            standing: Standing::Assessor,
            schools: school(n),
            districts: school(900),
            absent_until: None,
            calibration: Calibration::default(),
        }
    }

    fn subject() -> Subject {
        Subject {
            people: BTreeSet::from([person(1)]),
            schools: school(1),
            ..Subject::default()
        }
    }

    fn with(change: fn(&mut Candidate, &mut Subject)) -> Option<Conflict> {
        let (mut it, mut on) = (candidate(2), subject());
        change(&mut it, &mut on);
        conflict(&it, &on, NOW)
    }

    #[test]
    fn every_conflict_has_its_name() {
        assert_eq!(with(|_, _| {}), None);
        assert_eq!(with(|it, _| it.person = person(1)), Some(Conflict::Self_));
        let same_school = with(|it, _| it.schools = school(1));
        assert_eq!(same_school, Some(Conflict::SameSchool));
        let same_district = with(|_, on| on.excluded_districts = school(900));
        assert_eq!(same_district, Some(Conflict::SameDistrict));
        let related = with(|it, on| on.related = BTreeSet::from([it.person]));
        assert_eq!(related, Some(Conflict::Private));
        let involved = with(|it, on| on.involved = BTreeSet::from([it.person]));
        assert_eq!(involved, Some(Conflict::Involved));
    }

    #[test]
    fn who_is_in_conflict_with_one_member_of_a_team_is_in_conflict_with_all() {
        let of_a_team = |it: &mut Candidate, on: &mut Subject| {
            on.people.insert(person(7));
            on.schools.extend(school(2));
            it.schools = school(2);
        };
        assert_eq!(with(of_a_team), Some(Conflict::SameSchool));
        let a_member = |it: &mut Candidate, on: &mut Subject| {
            on.people.insert(it.person);
        };
        assert_eq!(with(a_member), Some(Conflict::Self_));
    }

    #[test]
    fn who_is_away_is_not_asked_until_the_end_of_it() {
        let mut it = candidate(2);
        let until: Timestamp = "1970-01-02T00:00:00Z".parse().unwrap();
        it.absent_until = Some(until);
        assert_eq!(conflict(&it, &subject(), NOW), Some(Conflict::Absent));
        assert_eq!(conflict(&it, &subject(), until), None);
    }

    #[test]
    fn an_earlier_attempt_counts_more_than_any_number_of_leads_and_these_more_than_calibration() {
        let known = Candidate {
            calibration: Calibration {
                judged: 10,
                agreed: 10,
            },
            ..candidate(2)
        };
        let lead = Candidate {
            standing: Standing::Lead,
            ..candidate(3)
        };
        let on = Subject {
            earlier: BTreeSet::from([person(2)]),
            ..subject()
        };
        let price = |it: &Candidate, seat| price(it, &on, seat, NOW).unwrap();
        let (new, lead, third) = (
            price(&candidate(4), Seat::First),
            price(&lead, Seat::First),
            price(&lead, Seat::Third),
        );
        assert!(new < lead && lead < price(&known, Seat::First));
        assert_eq!((third.penalty, third.dislike), (0, 500));
    }

    #[test]
    fn the_third_seat_is_for_leads() {
        assert!(!Standing::Assessor.takes(Seat::Third) && Standing::Both.takes(Seat::Third));
        assert!(Standing::Lead.takes(Seat::First));
    }

    #[test]
    fn each_reason_has_the_word_that_it_is_stored_by() {
        for it in Conflict::ALL {
            let word = serde_json::to_value(it).unwrap();
            assert_eq!(word, it.as_str());
        }
    }
}
