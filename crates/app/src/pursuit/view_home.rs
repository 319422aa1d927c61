//! An educator's home: everything under way, and everything earned.

use std::collections::{BTreeMap, BTreeSet};

use domain::catalogue::{Content, Slug};
use domain::ids::{AwardId, PursuitId};
use domain::people::Actor;
use domain::pursuit::{Field, Pursuit, StateName};
use domain::time::Timestamp;
use store::pursuit::{Begun, Held, Issuer, Line};

use crate::{App, Outcome};

/// Pursuits a page.
pub const PAGE: u32 = 30;

/// Where a pursuit stands, and so what is next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Drafting the first attempt.
    Draft {
        /// Criteria that rest on something that is there already.
        begun: usize,
        /// When something was saved last.
        saved_at: Option<Timestamp>,
    },
    /// With the assessors.
    WithAssessors {
        /// When it was sent.
        received: Timestamp,
    },
    /// Some criteria are open; the next attempt can be written.
    NotYet {
        /// How many are open.
        to_go: usize,
        /// Since when the educator knows.
        decided: Timestamp,
    },
    /// An attempt was given back as incomplete; it can be completed.
    Returned {
        /// When.
        returned: Timestamp,
    },
    /// It stands still: paused, expired, on hold or given up.
    Aside {
        /// Which of these.
        state: StateName,
        /// Since when.
        since: Timestamp,
    },
    /// Every criterion is met.
    Awarded {
        /// The award, once it is made.
        award: Option<AwardId>,
        /// Since when the educator knows.
        decided: Timestamp,
    },
}

/// One pursuit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomeLine {
    /// Its id.
    pub pursuit: PursuitId,
    /// The micro-credential's name in addresses.
    pub slug: Slug,
    /// What the version says.
    pub content: Content,
    /// Who issues it.
    pub issuer: Issuer,
    /// When it was begun.
    pub started_at: Timestamp,
    /// The latest attempt that was sent; 0 before the first.
    pub attempt: u32,
    /// Its code.
    pub code: Option<String>,
    /// Criteria that are met, as far as the educator knows.
    pub met: BTreeSet<Slug>,
    /// Where it stands.
    pub step: Step,
}

/// An educator's pursuits, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomeView {
    /// One page of them.
    pub lines: Vec<HomeLine>,
    /// Where the next page begins, if there is one.
    pub next: Option<PursuitId>,
}

/// One's own pursuits, newest first, before one of them; three statements.
///
/// # Errors
/// None of its own.
pub async fn view_home(app: &App, actor: &Actor, before: Option<PursuitId>) -> Outcome<HomeView> {
    let person = actor.person;
    app.read(move |unit| {
        let mut lines = store::pursuit::lines(unit.tx, person, before, PAGE + 1)?;
        let more = lines.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
        if more {
            lines.pop();
        }
        let next = lines.last().filter(|_| more).map(|it| it.stored.id);
        let held = by_pursuit(store::pursuit::begun(unit.tx, person)?);
        let nothing = Vec::new();
        let lines = lines
            .into_iter()
            .map(|it| {
                let held = held.get(&it.stored.id).unwrap_or(&nothing);
                line(it, held)
            })
            .collect();
        Ok(HomeView { lines, next })
    })
    .await
}

fn by_pursuit(held: Vec<Begun>) -> BTreeMap<PursuitId, Vec<Begun>> {
    let mut sorted: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for it in held {
        sorted.entry(it.pursuit).or_default().push(it);
    }
    sorted
}

fn line(from: Line, held: &[Begun]) -> HomeLine {
    let outcome = match &from.stored.pursuit {
        Pursuit::NotYet(it) => Some(&it.outcome),
        Pursuit::Awarded(it) => Some(&it.outcome),
        _ => None,
    };
    let met: BTreeSet<_> = outcome
        .iter()
        .flat_map(|it| &it.criteria)
        .filter(|it| it.met)
        .map(|it| it.criterion.clone())
        .collect();
    let step = step(&from, held);
    HomeLine {
        pursuit: from.stored.id,
        slug: from.slug,
        content: from.content,
        issuer: from.issuer,
        started_at: from.stored.started_at,
        attempt: from.stored.pursuit.attempt(),
        code: from.code,
        met,
        step,
    }
}

fn step(from: &Line, held: &[Begun]) -> Step {
    let changed = from.stored.changed_at;
    match &from.stored.pursuit {
        Pursuit::Started(_) => Step::Draft {
            begun: begun(&from.content, held),
            saved_at: held.iter().map(|it| it.at).max(),
        },
        Pursuit::NotYet(it) => Step::NotYet {
            to_go: it.outcome.not_yet().count(),
            decided: from.released_at.unwrap_or(changed),
        },
        Pursuit::Returned(_) => Step::Returned { returned: changed },
        Pursuit::Paused(_) | Pursuit::Withdrawn(_) | Pursuit::Expired(_) | Pursuit::OnHold(_) => {
            Step::Aside {
                state: from.stored.pursuit.name(),
                since: changed,
            }
        }
        Pursuit::Awarded(_) => Step::Awarded {
            award: from.award,
            decided: from.released_at.unwrap_or(changed),
        },
        _ => Step::WithAssessors {
            received: from.submitted_at.unwrap_or(changed),
        },
    }
}

/// Criteria that a file is attached to, or that rest on a text which is written for evidence.
fn begun(content: &Content, held: &[Begun]) -> usize {
    let criteria = content.rubric.criteria.iter();
    criteria
        .filter(|criterion| {
            held.iter().any(|it| match &it.what {
                Held::File(shows) => *shows == criterion.id,
                Held::Text(Field::Text(requirement, _)) => criterion.sources.contains(requirement),
                Held::Text(_) => false,
            })
        })
        .count()
}
