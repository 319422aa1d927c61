//! A meeting with a mentor after several attempts (DOMAIN: after the third it is offered, or
//! required where the plan says so).

use serde::Serialize;

use crate::pursuit::StateName;

/// After how many attempts that were *not yet* a meeting is offered.
pub const MEETING_AFTER: u32 = 3;

/// Whether a meeting with a mentor is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meeting {
    /// Not yet a thought.
    None,
    /// It would help.
    Offered,
    /// It took place since the last decision, or somebody accompanies already.
    Held,
}

/// Is a meeting due? `attempt` is the latest that was sent; `held` whether a meeting was logged.
pub fn meeting(state: StateName, attempt: u32, held: bool) -> Meeting {
    match (state == StateName::NotYet && attempt >= MEETING_AFTER, held) {
        (false, _) => Meeting::None,
        (true, true) => Meeting::Held,
        (true, false) => Meeting::Offered,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_is_offered_after_the_third_attempt_that_was_not_yet() {
        assert_eq!(meeting(StateName::NotYet, 2, false), Meeting::None);
        assert_eq!(meeting(StateName::NotYet, 3, false), Meeting::Offered);
        assert_eq!(meeting(StateName::NotYet, 4, true), Meeting::Held);
        assert_eq!(meeting(StateName::Submitted, 4, false), Meeting::None);
        assert_eq!(meeting(StateName::Awarded, 3, false), Meeting::None);
    }
}
