//! Long random histories of one pursuit, held against the transition table written down a second
//! time, as a person would draw it.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::sideways::{StoredState, of_stored};
use super::*;
use crate::catalogue::Slug;
use crate::ids::VersionId;
use crate::review::{CriterionOutcome, Outcome};

/// From, step, to. `*` is the state beneath; `draft` is any of started, returned, not-yet.
const TABLE: &str = "
    started        submit     submitted
    returned       submit     submitted
    not-yet        submit     submitted
    submitted      take-back  (before)
    submitted      open       under-review
    under-review   open       under-review
    submitted      give-back  returned
    under-review   give-back  returned
    under-review   decide     decision-ready
    decision-ready release    (decided)
    started        pause      paused
    returned       pause      paused
    not-yet        pause      paused
    paused         resume     *
    started        withdraw   withdrawn
    returned       withdraw   withdrawn
    not-yet        withdraw   withdrawn
    paused         withdraw   withdrawn
    on-hold        withdraw   (withdrawn)
    started        expire     expired
    returned       expire     (expired)
    expired        reopen     *
    started        hold       on-hold
    returned       hold       on-hold
    not-yet        hold       on-hold
    paused         hold       on-hold
    submitted      hold       on-hold
    under-review   hold       on-hold
    decision-ready hold       on-hold
    on-hold        lift       *
";

const STEPS: [&str; 13] = [
    "submit",
    "take-back",
    "open",
    "give-back",
    "decide",
    "release",
    "pause",
    "resume",
    "withdraw",
    "expire",
    "reopen",
    "hold",
    "lift",
];

/// A pursuit as the table knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Drawn {
    state: String,
    beneath: Option<String>,
    attempt: u32,
    met: bool,
}

impl Drawn {
    fn step(&self, step: &str, met: bool) -> Option<Self> {
        let mut rows = TABLE.lines().map(str::split_whitespace);
        let to = rows.find_map(|mut row| {
            let is_it = row.next() == Some(&self.state) && row.next() == Some(step);
            is_it.then(|| row.next()).flatten()
        })?;
        let mut next = Self {
            state: to.to_owned(),
            beneath: None,
            ..self.clone()
        };
        match (to, step) {
            ("submitted", _) => next.attempt += u32::from(self.state != "returned"),
            ("(before)", _) if self.attempt == 1 => {
                (next.state, next.attempt) = ("started".to_owned(), 0);
            }
            ("(before)", _) => {
                (next.state, next.attempt) = ("not-yet".to_owned(), self.attempt - 1);
            }
            ("decision-ready", _) => next.met = met,
            ("(decided)", _) => {
                next.state = if self.met { "awarded" } else { "not-yet" }.to_owned();
            }
            ("*", _) => next.state = self.beneath.clone()?,
            ("(withdrawn)", _) => {
                let draft = ["started", "returned", "not-yet"];
                if !draft.contains(&self.beneath.as_deref()?) {
                    return None;
                }
                next.state = "withdrawn".to_owned();
            }
            ("(expired)", _) if self.attempt > 1 => return None,
            ("expired" | "(expired)", _) => {
                (next.state, next.beneath) = ("expired".to_owned(), Some(self.state.clone()));
            }
            ("paused", _) => next.beneath = Some(self.state.clone()),
            ("on-hold", _) => {
                next.beneath = self.beneath.clone().or_else(|| Some(self.state.clone()));
            }
            _ => {}
        }
        Some(next)
    }
}

fn outcome(met: bool) -> Outcome {
    let criterion: Slug = "timing".parse().unwrap();
    Outcome {
        rule: 1,
        scorecards: vec![],
        criteria: vec![CriterionOutcome {
            criterion,
            met,
            level: 3,
            majority: vec![],
            drift: false,
        }],
    }
}

/// The real thing. `earlier` is what was decided on the attempt before.
fn walk(it: Pursuit, step: &str, met: bool) -> Result<Pursuit, Refusal> {
    let complete = Snapshot {
        version: VersionId::from_u128(1),
        texts: Default::default(),
        items: vec![],
        attestations: BTreeSet::new(),
        blindness: None,
    };
    Ok(match step {
        "submit" => Pursuit::Submitted(it.submit(&complete)?),
        "take-back" => {
            let before = (it.attempt() > 1).then(|| outcome(false));
            it.take_back(before)?.into()
        }
        "open" => Pursuit::UnderReview(it.open()?),
        "give-back" => Pursuit::Returned(it.give_back()?),
        "decide" => Pursuit::DecisionReady(it.decide(outcome(met))?),
        "release" => match it {
            Pursuit::DecisionReady(it) => it.release(),
            _ => return Err(Refusal::NotPossibleNow),
        },
        "pause" => Pursuit::Paused(it.pause()?),
        "resume" => it.resume()?.into(),
        "withdraw" => Pursuit::Withdrawn(it.withdraw()?),
        "expire" => Pursuit::Expired(it.expire()?),
        "reopen" => it.reopen()?.into(),
        "hold" => Pursuit::OnHold(it.hold(Concern::Integrity)?),
        "lift" => it.lift()?.into(),
        other => panic!("no step {other}"),
    })
}

/// What is stored of a state, and read again.
fn stored(it: &Pursuit) -> StoredState {
    let outcome = match it {
        Pursuit::DecisionReady(it) => Some(it.outcome.clone()),
        Pursuit::NotYet(it) => Some(it.outcome.clone()),
        Pursuit::Awarded(it) => Some(it.outcome.clone()),
        Pursuit::Paused(Paused {
            beneath: Drafting::NotYet(it),
        }) => Some(it.outcome.clone()),
        Pursuit::OnHold(OnHold {
            beneath: Running::Drafting(Drafting::NotYet(it)),
            ..
        }) => Some(it.outcome.clone()),
        Pursuit::OnHold(OnHold {
            beneath: Running::DecisionReady(it),
            ..
        }) => Some(it.outcome.clone()),
        _ => None,
    };
    StoredState {
        name: it.name(),
        attempt: it.attempt(),
        outcome,
        beneath: it.beneath(),
        concern: it.concern(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]
    #[test]
    fn every_history_follows_the_table(
        steps in proptest::collection::vec((0..STEPS.len(), any::<bool>()), 1..80)
    ) {
        let mut real = Pursuit::Started(Started);
        let mut drawn = Drawn {
            state: "started".to_owned(),
            beneath: None,
            attempt: 0,
            met: false,
        };
        for (step, met) in steps {
            let step = STEPS[step];
            let walked = walk(real.clone(), step, met);
            match drawn.step(step, met) {
                Some(next) => {
                    prop_assert!(walked.is_ok(), "{step} from {drawn:?}: {walked:?}");
                    (real, drawn) = (walked.unwrap(), next);
                }
                None => prop_assert!(walked.is_err(), "{step} from {drawn:?}: {walked:?}"),
            }
            prop_assert_eq!(real.name().as_str(), drawn.state.as_str());
            prop_assert_eq!(real.attempt(), drawn.attempt);
            prop_assert_eq!(real.beneath().map(|it| it.as_str().to_owned()), drawn.beneath.clone());
            prop_assert_eq!(of_stored(stored(&real)), Some(real.clone()));
        }
    }
}

#[test]
fn what_does_not_belong_together_is_no_state() {
    let state = |name, beneath, concern| {
        of_stored(StoredState {
            name,
            attempt: 1,
            outcome: None,
            beneath,
            concern,
        })
    };
    assert!(state(StateName::Returned, None, None).is_some());
    assert!(state(StateName::Paused, Some(StateName::Returned), None).is_some());
    for (name, beneath, concern) in [
        (StateName::Paused, None, None),
        (StateName::Paused, Some(StateName::Submitted), None),
        (StateName::Paused, Some(StateName::Paused), None),
        (StateName::OnHold, Some(StateName::Submitted), None),
        (
            StateName::OnHold,
            Some(StateName::Awarded),
            Some(Concern::Privacy),
        ),
        (StateName::Submitted, Some(StateName::Started), None),
        (StateName::Expired, None, None),
    ] {
        assert_eq!(
            state(name, beneath, concern),
            None,
            "{name:?} over {beneath:?}"
        );
    }
}
