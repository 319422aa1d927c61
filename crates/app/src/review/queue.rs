//! The whole queue with everything that giving it out rests on, in a fixed number of statements,
//! and the assignment that `reliability` finds for it.

use std::collections::{BTreeMap, BTreeSet};

use domain::catalogue::SameDistrict;
use domain::ids::{OrganizationId, PersonId, SubmissionId, VersionId};
use domain::people::{OrganizationKind, SamePeople};
use domain::review::Seat;
use domain::review::assignment::{Candidate, Conflict, LOAD_LIMIT, Subject, price};
use domain::review::turnaround::Calendar;
use domain::time::Timestamp;
use reliability::assignment::{self, Choice, Task, Worker};
use store::assessors::{self as pool, Belonging};
use store::review::{self as kept, Queued, QueuedVersion};

use super::calendar::calendar_of;
use crate::{Failure, Outcome, Unit};

/// The most seats that are given out at once: the oldest.
const SEATS: u32 = 4_000;
/// The most pairs of person and rubric that are looked at: the least loaded.
const CANDIDATES: u32 = 20_000;
/// Moving an offer counts more than a lead assessor in an ordinary seat, and less than an earlier
/// attempt.
const MOVED: u32 = 1_000;

/// What is known when the queue is given out.
pub struct Queue {
    /// Each submission with its empty seats, oldest first.
    entries: Vec<Entry>,
    /// By rubric, those who are qualified for it.
    candidates: BTreeMap<String, Vec<Possible>>,
    /// Everybody among them, with what they hold and take.
    workers: Vec<(PersonId, Worker)>,
    now: Timestamp,
}

/// A submission of the queue. Its seats want different people and are otherwise alike.
pub struct Entry {
    /// Its empty seats.
    pub seats: Vec<Queued>,
    /// The offers that may be moved, of seats that are in the queue for that alone.
    pub offers: Vec<kept::Seated>,
    /// What its version says.
    pub version: QueuedVersion,
    /// The days on which its issuer works.
    pub calendar: Calendar,
    subject: Subject,
}

/// Somebody who is qualified for a rubric.
#[derive(Clone)]
pub struct Possible {
    /// Who, and what is known of them.
    pub candidate: Candidate,
    /// Until when the qualification is valid.
    pub valid_until: Timestamp,
}

/// What was found for a submission.
pub struct Found<'q> {
    /// The submission.
    pub entry: &'q Entry,
    /// Its seats whose offers stay where they are.
    pub staying: Vec<&'q Queued>,
    /// Its other seats with those who take them.
    pub seated: Vec<(&'q Queued, &'q Possible)>,
    /// The seats that nobody can take, and why.
    pub blocked: Vec<(&'q Queued, Blocked)>,
}

/// Why nobody can take a seat.
pub struct Blocked {
    /// How many are qualified and hold the role.
    pub qualified: u32,
    /// What keeps how many of them away.
    pub reasons: BTreeMap<Conflict, u32>,
}

impl Queue {
    /// Loads it. `offers` are in it although somebody was asked: they may be moved to others.
    pub fn load(unit: &Unit<'_>, offers: &[kept::Seated]) -> Outcome<Self> {
        let waiting = kept::queue(unit.tx, SEATS)?;
        if waiting.is_empty() {
            return Ok(Self::empty(unit.now));
        }
        let (candidates, mut workers) = people(unit)?;
        for (person, worker) in &mut workers {
            let theirs = offers.iter().filter(|it| it.assessor == *person).count();
            let theirs = u32::try_from(theirs).unwrap_or(0);
            worker.load = worker.load.saturating_sub(theirs);
        }
        Ok(Self {
            entries: entries(unit, waiting, offers)?,
            candidates,
            workers,
            now: unit.now,
        })
    }

    const fn empty(now: Timestamp) -> Self {
        Self {
            entries: Vec::new(),
            candidates: BTreeMap::new(),
            workers: Vec::new(),
            now,
        }
    }

    /// The entry of a submission.
    pub fn entry(&self, submission: SubmissionId) -> Option<&Entry> {
        let is_of = |it: &&Entry| {
            it.seats
                .iter()
                .any(|it| it.vacancy.submission == submission)
        };
        self.entries.iter().find(is_of)
    }

    /// Somebody who may take a seat of an entry now, or why they may not; nothing if they are not
    /// qualified.
    pub fn takes(&self, entry: &Entry, person: PersonId) -> Result<&Possible, Option<Conflict>> {
        let found = self.of(entry).find(|it| it.candidate.person == person);
        let it = found.ok_or(None)?;
        price(&it.candidate, &entry.subject, entry.seat(), self.now).map_err(Some)?;
        let worker = self.worker(person).map(|at| self.workers[at].1);
        if worker.is_none_or(|it| it.load >= it.limit) {
            return Err(Some(Conflict::AtLoadLimit));
        }
        Ok(it)
    }

    /// Who takes what.
    pub fn give_out(&self) -> Vec<Found<'_>> {
        let tasks: Vec<_> = self.entries.iter().map(|it| self.task(it)).collect();
        let workers: Vec<_> = self.workers.iter().map(|(_, it)| *it).collect();
        let mut given = assignment::assign(&tasks, &workers).workers.into_iter();
        let found = |entry| self.found(entry, given.next().unwrap_or_default());
        self.entries.iter().map(found).collect()
    }

    fn of(&self, entry: &Entry) -> impl Iterator<Item = &Possible> {
        let rubric = entry.seats.first().map(|it| it.rubric.as_str());
        let all = rubric.and_then(|it| self.candidates.get(it));
        let seat = entry.seat();
        let all = all.into_iter().flatten();
        all.filter(move |it| it.candidate.standing.takes(seat))
    }

    fn task(&self, entry: &Entry) -> Task {
        let option = |it: &Possible| {
            let price = price(&it.candidate, &entry.subject, entry.seat(), self.now).ok()?;
            let moved = !entry.offers.is_empty() && !entry.holds(it.candidate.person);
            Some(Choice {
                worker: self.worker(it.candidate.person)?,
                penalty: price.penalty + if moved { MOVED } else { 0 },
                dislike: price.dislike,
            })
        };
        Task {
            need: u32::try_from(entry.seats.len()).unwrap_or(u32::MAX),
            options: self.of(entry).filter_map(option).collect(),
        }
    }

    fn worker(&self, person: PersonId) -> Option<usize> {
        self.workers.iter().position(|(it, _)| *it == person)
    }

    fn found<'q>(&'q self, entry: &'q Entry, workers: Vec<usize>) -> Found<'q> {
        let people: Vec<_> = workers.iter().map(|it| self.workers[*it].0).collect();
        let (staying, free): (Vec<_>, Vec<_>) = entry.seats.iter().partition(|it| {
            let offer = entry.offer(it.vacancy.seat);
            offer.is_some_and(|offer| people.contains(&offer.assessor))
        });
        let taking = self.of(entry).filter(|it| {
            people.contains(&it.candidate.person) && !entry.holds(it.candidate.person)
        });
        let seated: Vec<_> = free.iter().copied().zip(taking).collect();
        let rest = free.into_iter().skip(seated.len());
        let blocked = rest.map(|it| (it, self.blocked(entry, &people))).collect();
        Found {
            entry,
            staying,
            seated,
            blocked,
        }
    }

    /// What keeps everybody who is qualified away: a conflict; that they take another seat of the
    /// submission; or else that they have enough to do.
    fn blocked(&self, entry: &Entry, taking: &[PersonId]) -> Blocked {
        let mut reasons = BTreeMap::new();
        let mut qualified = 0;
        for it in self.of(entry) {
            qualified += 1;
            let reason = if taking.contains(&it.candidate.person) {
                Conflict::Involved
            } else {
                price(&it.candidate, &entry.subject, entry.seat(), self.now)
                    .err()
                    .unwrap_or(Conflict::AtLoadLimit)
            };
            *reasons.entry(reason).or_default() += 1;
        }
        Blocked { qualified, reasons }
    }
}

impl Entry {
    /// The offer of a seat, if it may be moved.
    pub fn offer(&self, seat: Seat) -> Option<&kept::Seated> {
        self.offers.iter().find(|it| it.seat == seat)
    }

    fn holds(&self, person: PersonId) -> bool {
        self.offers.iter().any(|it| it.assessor == person)
    }

    /// One of its empty seats: whether it is the third decides who may take it.
    fn seat(&self) -> Seat {
        self.seats.first().map_or(Seat::First, |it| it.vacancy.seat)
    }
}

/// Everybody who is qualified, by rubric and in random order, so that among equals nobody is always
/// first; and each of them once, with what they hold and take.
#[allow(clippy::type_complexity, reason = "two parts of one load")]
fn people(unit: &Unit<'_>) -> Outcome<(BTreeMap<String, Vec<Possible>>, Vec<(PersonId, Worker)>)> {
    let found = pool::candidates(unit.tx, unit.now, CANDIDATES)?;
    let places = by_person(pool::belongings(unit.tx, unit.now)?);
    let mut workers = BTreeMap::new();
    let mut candidates: BTreeMap<String, Vec<Possible>> = BTreeMap::new();
    for it in found {
        let Some(standing) = it.standing else {
            continue;
        };
        let worker = Worker {
            load: it.load,
            limit: it.limit.unwrap_or(LOAD_LIMIT),
        };
        workers.insert(it.person, worker);
        let places = places.get(&it.person);
        candidates.entry(it.rubric).or_default().push(Possible {
            valid_until: it.valid_until,
            candidate: Candidate {
                person: it.person,
                standing,
                schools: at(places, OrganizationKind::School),
                districts: at(places, OrganizationKind::District),
                absent_until: it.absent_until,
                calibration: it.calibration,
            },
        });
    }
    for some in candidates.values_mut() {
        some.sort_by_cached_key(|_| unit.random::<8>());
    }
    Ok((candidates, workers.into_iter().collect()))
}

/// The seats by submission, each with what is known of it.
fn entries(unit: &Unit<'_>, waiting: Vec<Queued>, offers: &[kept::Seated]) -> Outcome<Vec<Entry>> {
    let facts = Facts::load(unit)?;
    let mut entries: Vec<Entry> = Vec::new();
    for it in waiting {
        let submission = it.vacancy.submission;
        let last = entries.last_mut().filter(|entry| {
            let mut seats = entry.seats.iter();
            seats.any(|seat| seat.vacancy.submission == submission)
        });
        if let Some(entry) = last {
            entry.seats.push(it);
            continue;
        }
        let version = facts
            .versions
            .get(&it.version)
            .ok_or_else(|| Failure::broken("a submission without its version"))?;
        entries.push(Entry {
            calendar: calendar_of(unit, version.issuer, &version.time_zone)?,
            subject: facts.subject(&it, version, offers),
            offers: offers
                .iter()
                .filter(|one| one.submission == submission)
                .cloned()
                .collect(),
            version: version.clone(),
            seats: vec![it],
        });
    }
    Ok(entries)
}

/// Facts about everybody whose work is in the queue.
struct Facts {
    versions: BTreeMap<VersionId, QueuedVersion>,
    places: BTreeMap<PersonId, Vec<Belonging>>,
    involved: Vec<(SubmissionId, PersonId)>,
    earlier: Vec<(domain::ids::PursuitId, PersonId)>,
    related: Vec<kept::Related>,
    accompanying: Vec<(domain::ids::PursuitId, PersonId)>,
    same: SamePeople,
}

impl Facts {
    fn load(unit: &Unit<'_>) -> Outcome<Self> {
        let versions = kept::queued_versions(unit.tx)?;
        Ok(Self {
            versions: versions.into_iter().map(|it| (it.id, it)).collect(),
            places: by_person(kept::places(unit.tx, unit.now)?),
            involved: kept::involved(unit.tx)?,
            earlier: kept::earlier(unit.tx)?,
            related: kept::related(unit.tx)?,
            accompanying: kept::accompanying(unit.tx)?,
            same: SamePeople::new(store::people::merging::all(unit.tx)?),
        })
    }

    fn subject(&self, it: &Queued, version: &QueuedVersion, offers: &[kept::Seated]) -> Subject {
        let submission = it.vacancy.submission;
        let mut involved = whose(&self.involved, submission);
        for offer in offers.iter().filter(|it| it.submission == submission) {
            involved.remove(&offer.assessor);
        }
        let places = self.places.get(&it.educator);
        let related = self.related.iter();
        let all = |accounts| self.same.with_all_accounts(accounts);
        let excluded_districts = match version.content.plan.same_district {
            SameDistrict::Conflict => at(places, OrganizationKind::District),
            SameDistrict::Allowed => BTreeSet::new(),
        };
        Subject {
            people: all(BTreeSet::from([it.educator])),
            schools: at(places, OrganizationKind::School),
            excluded_districts,
            related: all(related
                .filter(|one| one.educator == it.educator)
                .map(|one| one.assessor)
                .chain(whose(&self.accompanying, it.pursuit))
                .collect()),
            involved: all(involved),
            earlier: all(whose(&self.earlier, it.pursuit)),
        }
    }
}

fn whose<K: PartialEq>(pairs: &[(K, PersonId)], key: K) -> BTreeSet<PersonId> {
    let those = pairs.iter().filter(|(it, _)| *it == key);
    those.map(|(_, person)| *person).collect()
}

fn by_person(all: Vec<Belonging>) -> BTreeMap<PersonId, Vec<Belonging>> {
    let mut places: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for it in all {
        places.entry(it.person).or_default().push(it);
    }
    places
}

fn at(places: Option<&Vec<Belonging>>, kind: OrganizationKind) -> BTreeSet<OrganizationId> {
    let places = places.into_iter().flatten();
    places
        .filter(|it| it.kind == kind)
        .map(|it| it.organization)
        .collect()
}
