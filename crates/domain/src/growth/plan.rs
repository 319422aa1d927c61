//! The growth plan: chosen micro-credentials in an order, each with milestones on days.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Refusal;
use super::read::{Reading, day};
use crate::pursuit::StateName;
use crate::refusal::Place;

/// The most micro-credentials in one plan.
pub const MAX_PLANNED: usize = 60;

/// What happens at a milestone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MilestoneKind {
    /// It is begun.
    Begin,
    /// The first attempt is sent.
    Send,
    /// It is earned.
    Earn,
}

impl MilestoneKind {
    /// All of them, in the order in which they are reached.
    pub const ALL: [Self; 3] = [Self::Begin, Self::Send, Self::Earn];

    /// The word used in storage, the API and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Begin => "begin",
            Self::Send => "send",
            Self::Earn => "earn",
        }
    }

    /// The kind of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }

    /// Is it reached? It follows from the pursuit alone, never from what somebody ticks.
    pub fn is_reached(self, progress: Option<Progress>) -> bool {
        match self {
            Self::Begin => progress.is_some(),
            Self::Send => progress.is_some_and(|it| it.attempt > 0),
            Self::Earn => progress.is_some_and(|it| it.state == StateName::Awarded),
        }
    }
}

/// How far the pursuit of a planned micro-credential has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// Its state.
    pub state: StateName,
    /// The latest attempt that was sent; 0 before the first.
    pub attempt: u32,
}

/// A milestone: what, and on which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Milestone {
    /// The day.
    pub on: Date,
    /// What.
    pub kind: MilestoneKind,
}

/// What an educator fills in: a day for each kind, or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedMilestones {
    /// When it is begun.
    #[serde(default)]
    pub begin: String,
    /// When the first attempt is sent.
    #[serde(default)]
    pub send: String,
    /// When it is earned.
    #[serde(default)]
    pub earn: String,
}

/// Reads the milestones of one planned micro-credential; their days come in the order in which
/// they are reached.
///
/// # Errors
/// [`Refusal::Fields`].
pub fn milestones(asked: &AskedMilestones) -> Result<Vec<Milestone>, Refusal> {
    let fields = [&asked.begin, &asked.send, &asked.earn];
    let mut reading = Reading::default();
    let mut found: Vec<Milestone> = Vec::new();
    for (kind, text) in MilestoneKind::ALL.into_iter().zip(fields) {
        let field = kind.as_str();
        let last = found.last().map(|it| it.on);
        let on = day(field, text).and_then(|on| match on.zip(last) {
            Some((on, last)) if on < last => Err(Place::new(field, "milestones-reversed")),
            _ => Ok(on),
        });
        if let Some(Some(on)) = reading.keep(on) {
            found.push(Milestone { on, kind });
        }
    }
    reading.done(Some(found))
}

/// Up or down in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

impl Direction {
    /// The direction of that word.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "up" => Some(Self::Up),
            "down" => Some(Self::Down),
            _ => None,
        }
    }
}

/// The same plan with one of it moved by one place; at an end it stays.
pub fn moved<T: Copy + PartialEq>(plan: &[T], which: T, to: Direction) -> Vec<T> {
    let mut moved = plan.to_vec();
    let Some(at) = plan.iter().position(|it| *it == which) else {
        return moved;
    };
    let other = match to {
        Direction::Up => at.checked_sub(1),
        Direction::Down => Some(at + 1).filter(|it| *it < plan.len()),
    };
    if let Some(other) = other {
        moved.swap(at, other);
    }
    moved
}

/// One planned micro-credential, for the rule of what comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned<T> {
    /// Which.
    pub which: T,
    /// How far it has come.
    pub progress: Option<Progress>,
    /// Its milestones.
    pub milestones: Vec<Milestone>,
}

/// What comes next in a plan: the earliest milestone that is not reached, else the first of the
/// plan that is not begun. Nothing when all is on its way and no day is set.
pub fn next_in_plan<T: Copy>(plan: &[Planned<T>]) -> Option<(T, Option<Milestone>)> {
    let open = plan.iter().enumerate().flat_map(|(at, it)| {
        let open = it.milestones.iter();
        open.filter(|milestone| !milestone.kind.is_reached(it.progress))
            .map(move |milestone| (*milestone, at, it.which))
    });
    let dated = open.min_by_key(|(milestone, at, _)| (*milestone, *at));
    let first = || plan.iter().find(|it| it.progress.is_none());
    dated
        .map(|(milestone, _, which)| (which, Some(milestone)))
        .or_else(|| first().map(|it| (it.which, None)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::Refuse;

    fn asked(begin: &str, send: &str, earn: &str) -> AskedMilestones {
        AskedMilestones {
            begin: begin.to_owned(),
            send: send.to_owned(),
            earn: earn.to_owned(),
        }
    }

    #[test]
    fn milestones_come_in_the_order_in_which_they_are_reached() {
        let found = milestones(&asked("2026-03-02", "", "2026-05-31")).unwrap();
        assert_eq!(found.len(), 2);
        let refusal = milestones(&asked("2026-03-02", "2026-03-01", "soon")).unwrap_err();
        let places = refusal.places();
        let codes: Vec<_> = places
            .iter()
            .map(|it| (it.field.as_str(), it.code))
            .collect();
        assert_eq!(
            codes,
            [("send", "milestones-reversed"), ("earn", "day-unusable")]
        );
    }

    #[test]
    fn a_milestone_is_reached_by_the_pursuit_alone() {
        let at = |state, attempt| Some(Progress { state, attempt });
        let reached = |progress| MilestoneKind::ALL.map(|it| it.is_reached(progress));
        assert_eq!(reached(None), [false, false, false]);
        assert_eq!(reached(at(StateName::Started, 0)), [true, false, false]);
        assert_eq!(reached(at(StateName::NotYet, 1)), [true, true, false]);
        assert_eq!(reached(at(StateName::Awarded, 2)), [true, true, true]);
    }

    #[test]
    fn moving_goes_one_place_and_stops_at_the_ends() {
        assert_eq!(moved(&[1, 2, 3], 3, Direction::Up), [1, 3, 2]);
        assert_eq!(moved(&[1, 2, 3], 1, Direction::Up), [1, 2, 3]);
        assert_eq!(moved(&[1, 2, 3], 3, Direction::Down), [1, 2, 3]);
        assert_eq!(moved(&[1, 2, 3], 9, Direction::Down), [1, 2, 3]);
    }

    #[test]
    fn the_earliest_open_day_is_next_then_what_is_not_begun() {
        let planned = |which, progress, days: &str| Planned {
            which,
            progress,
            milestones: milestones(&asked("", "", days)).unwrap(),
        };
        let earned = Some(Progress {
            state: StateName::Awarded,
            attempt: 1,
        });
        let plan = [
            planned(1, earned, "2026-03-01"),
            planned(2, None, "2026-06-01"),
            planned(3, None, "2026-05-01"),
        ];
        let (which, milestone) = next_in_plan(&plan).unwrap();
        assert_eq!((which, milestone.unwrap().kind), (3, MilestoneKind::Earn));
        let undated = [planned(1, earned, ""), planned(2, None, "")];
        assert_eq!(next_in_plan(&undated), Some((2, None)));
        assert_eq!(next_in_plan(&[planned(1, earned, "")]), None);
    }
}
