//! A state in shape, colour and words, for educators and for those who manage.

use domain::pursuit::StateName;

use crate::icon::Mark;
use crate::pages::part::State;
use crate::shell::Shell;

/// The state of a pursuit or an attempt.
pub(super) fn standing(shell: &Shell, state: StateName) -> State {
    let (mark, word) = match state {
        StateName::Started => (Mark::Draft, "state-started"),
        StateName::Submitted | StateName::UnderReview => (Mark::Waiting, "state-with-assessors"),
        StateName::DecisionReady => (Mark::Waiting, "state-decision-ready"),
        StateName::NotYet => (Mark::NotYet, "state-decided-not-yet"),
        StateName::Awarded => (Mark::Met, "state-earned"),
        StateName::Returned => (Mark::NotYet, "state-returned"),
        StateName::Paused => (Mark::Draft, "state-paused"),
        StateName::Withdrawn => (Mark::Todo, "state-withdrawn"),
        StateName::Expired => (Mark::Todo, "state-expired"),
        StateName::OnHold => (Mark::Waiting, "state-on-hold"),
    };
    State::new(mark, shell.say(word))
}
