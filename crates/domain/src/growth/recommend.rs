//! What to do next: an ordered list of micro-credentials, each with its reasons.
//!
//! The order follows from the reasons alone: each adds its weight, and nothing takes any away, so
//! that one more reason never lowers a place. What has no reason is not recommended; it stays in
//! the catalogue, where everything is.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Competency, Students, Wishes};
use crate::catalogue::{LevelName, LevelScale};
use crate::ids::{GoalId, MicroCredentialId, NeedId};

/// A published micro-credential, as far as it matters here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub micro_credential: MicroCredentialId,
    /// Its title: decides among equals.
    pub title: String,
    /// What it answers.
    pub competencies: BTreeSet<Competency>,
    /// How expert.
    pub level: LevelName,
    /// How long it takes, in hours.
    pub hours: u16,
    /// Are students needed?
    pub students_needed: bool,
}

/// What is known of an educator.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Needs that count today where they work: title and organization.
    pub needs: Vec<(NeedId, String, String, BTreeSet<Competency>)>,
    /// Their goals: what they wrote.
    pub goals: Vec<(GoalId, String, BTreeSet<Competency>)>,
    /// Where they see themselves.
    pub assessed: Vec<(Competency, LevelName)>,
    /// What they hold: which, at which level, answering what.
    pub held: Vec<(MicroCredentialId, LevelName, BTreeSet<Competency>)>,
    /// What they work on already.
    pub under_way: BTreeSet<MicroCredentialId>,
    /// Stacks of which they hold a part.
    pub stacks: Vec<StackProgress>,
    /// What they can give.
    pub wishes: Wishes,
}

/// How far somebody has come in a stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackProgress {
    /// Its title.
    pub title: String,
    /// What would bring them further.
    pub missing: BTreeSet<MicroCredentialId>,
    /// How many of those are needed.
    pub to_go: u32,
}

/// Why a micro-credential is recommended.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Reason {
    /// It answers a goal.
    Goal {
        /// Which.
        goal: GoalId,
        /// The goal.
        text: String,
    },
    /// It answers a need of school or district.
    Need {
        /// Which.
        need: NeedId,
        /// The need.
        title: String,
        /// Whose.
        organization: String,
    },
    /// It continues a stack.
    Stack {
        /// The stack.
        title: String,
        /// How many are missing, this one included.
        to_go: u32,
    },
    /// It is the next level of something that is held.
    NextLevel {
        /// In which competency.
        competency: String,
        /// The level that is held.
        held: String,
    },
    /// It is the level above the one at which the educator sees themselves.
    GrowFrom {
        /// In which competency.
        competency: String,
        /// The level they named.
        level: String,
    },
    /// The educator sees themselves at its level: they could show it.
    ShowWhatYouKnow {
        /// In which competency.
        competency: String,
        /// The level they named.
        level: String,
    },
    /// It fits into the time that there is.
    FitsTime {
        /// Hours that it takes.
        hours: u16,
    },
    /// It needs no students, and there are none.
    NeedsNoStudents,
    /// It needs students, and there are some.
    StudentsAtHand,
}

/// What to know of it beforehand; it changes no place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "caution", rename_all = "kebab-case")]
pub enum Caution {
    /// It takes longer than the time that there is.
    TakesLonger {
        /// Hours that it takes.
        hours: u16,
    },
    /// It needs students, and there are none.
    NeedsStudents,
}

/// A micro-credential that is recommended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recommendation {
    /// Which.
    pub micro_credential: MicroCredentialId,
    /// Why, the weightiest first; never empty.
    pub reasons: Vec<Reason>,
    /// What to know beforehand.
    pub cautions: Vec<Caution>,
}

impl Reason {
    /// What it adds. Own goals weigh most, then what is asked for.
    const fn weight(&self) -> u32 {
        match self {
            Self::Goal { .. } => 50,
            Self::Need { .. } => 40,
            Self::Stack { .. } => 30,
            Self::NextLevel { .. } => 30,
            Self::GrowFrom { .. } => 20,
            Self::ShowWhatYouKnow { .. } => 15,
            Self::FitsTime { .. } => 4,
            Self::NeedsNoStudents => 4,
            Self::StudentsAtHand => 1,
        }
    }

    /// It says that something can be done, not why it should be.
    const fn is_circumstance(&self) -> bool {
        matches!(
            self,
            Self::FitsTime { .. } | Self::NeedsNoStudents | Self::StudentsAtHand
        )
    }
}

/// What an educator could do next, the best first. Of equal weight, by title.
///
/// Awards that are held and pursuits under way are not recommended again. Offers and everything
/// known may come in any order and the answer is the same.
pub fn recommend(offers: &[Offer], known: &Known, scale: &LevelScale) -> Vec<Recommendation> {
    let held: BTreeSet<_> = known.held.iter().map(|it| it.0).collect();
    let distinct: BTreeMap<_, _> = offers.iter().map(|it| (it.micro_credential, it)).collect();
    let mut found: Vec<_> = distinct
        .values()
        .filter(|it| !held.contains(&it.micro_credential))
        .filter(|it| !known.under_way.contains(&it.micro_credential))
        .filter_map(|it| {
            let reasons = reasons(it, known, scale);
            let is_wanted = reasons.iter().any(|reason| !reason.is_circumstance());
            is_wanted.then_some((*it, reasons))
        })
        .collect();
    found.sort_by_cached_key(|(offer, reasons)| {
        let weight: u32 = reasons.iter().map(Reason::weight).sum();
        (Reverse(weight), offer.title.clone(), offer.micro_credential)
    });
    let whole = |(offer, reasons): (&Offer, Vec<Reason>)| Recommendation {
        micro_credential: offer.micro_credential,
        reasons,
        cautions: cautions(offer, known.wishes),
    };
    found.into_iter().map(whole).collect()
}

fn reasons(offer: &Offer, known: &Known, scale: &LevelScale) -> Vec<Reason> {
    let answers = |names: &BTreeSet<Competency>| !offer.competencies.is_disjoint(names);
    let goals = known.goals.iter().filter(|it| answers(&it.2));
    let goals = goals.map(|(goal, text, _)| Reason::Goal {
        goal: *goal,
        text: text.clone(),
    });
    let needs = known.needs.iter().filter(|it| answers(&it.3));
    let needs = needs.map(|(need, title, organization, _)| Reason::Need {
        need: *need,
        title: title.clone(),
        organization: organization.clone(),
    });
    let stacks = known.stacks.iter();
    let stacks = stacks.filter(|it| it.missing.contains(&offer.micro_credential));
    let stacks = stacks.map(|it| Reason::Stack {
        title: it.title.clone(),
        to_go: it.to_go,
    });
    let mut all: BTreeSet<_> = goals.chain(needs).chain(stacks).collect();
    all.extend(ladder(offer, known, scale));
    all.extend(circumstances(offer, known.wishes));
    let mut all: Vec<_> = all.into_iter().collect();
    all.sort_by_key(|it| Reverse(it.weight()));
    all
}

/// The ladder of levels: from what is held, and from where the educator sees themselves.
fn ladder(offer: &Offer, known: &Known, scale: &LevelScale) -> Vec<Reason> {
    let Some(step) = scale.step(&offer.level) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (_, level, competencies) in &known.held {
        if scale.step(level).is_some_and(|held| held + 1 == step) {
            let shared = offer.competencies.intersection(competencies);
            found.extend(shared.map(|it| Reason::NextLevel {
                competency: it.as_str().to_owned(),
                held: level.to_string(),
            }));
        }
    }
    for (competency, level) in &known.assessed {
        if !offer.competencies.contains(competency) {
            continue;
        }
        let (competency, named) = (competency.as_str().to_owned(), level.to_string());
        match scale.step(level) {
            Some(own) if own + 1 == step => found.push(Reason::GrowFrom {
                competency,
                level: named,
            }),
            Some(own) if own == step => found.push(Reason::ShowWhatYouKnow {
                competency,
                level: named,
            }),
            _ => {}
        }
    }
    found
}

fn circumstances(offer: &Offer, wishes: Wishes) -> Vec<Reason> {
    let fits = wishes.hours.is_some_and(|hours| offer.hours <= hours);
    let time = fits.then_some(Reason::FitsTime { hours: offer.hours });
    let students = match (wishes.students, offer.students_needed) {
        (Students::NotAvailable, false) => Some(Reason::NeedsNoStudents),
        (Students::Available, true) => Some(Reason::StudentsAtHand),
        _ => None,
    };
    time.into_iter().chain(students).collect()
}

fn cautions(offer: &Offer, wishes: Wishes) -> Vec<Caution> {
    let longer = wishes.hours.is_some_and(|hours| offer.hours > hours);
    let time = longer.then_some(Caution::TakesLonger { hours: offer.hours });
    let none = wishes.students == Students::NotAvailable && offer.students_needed;
    let students = none.then_some(Caution::NeedsStudents);
    time.into_iter().chain(students).collect()
}

#[cfg(test)]
#[path = "recommend_tests.rs"]
mod tests;
