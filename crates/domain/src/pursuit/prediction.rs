//! When an educator may expect a decision: what the queue of the micro-credential shows, not a
//! promise. Submissions that still wait count with the time that they have waited so far (the
//! product-limit estimator: Kaplan and Meier 1958, J. Am. Stat. Assoc. 53, 457-481).

use crate::time::{SignedDuration, Timestamp};

/// So many released decisions are enough to go by.
pub const ENOUGH: usize = 8;

/// One submission of the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// When it came.
    pub submitted_at: Timestamp,
    /// When its educator knew the decision; nothing as long as it waits.
    pub released_at: Option<Timestamp>,
}

/// A predicted date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prediction {
    /// What others have waited: half of them up to `median`, nine in ten up to `late`.
    Queue {
        /// The median.
        median: Timestamp,
        /// The 90th percentile; nothing if too many still wait to know.
        late: Option<Timestamp>,
    },
    /// Too few to go by: the turnaround of the plan.
    Plan(Timestamp),
}

impl Prediction {
    /// The date that is named first.
    pub const fn expected(self) -> Timestamp {
        match self {
            Self::Queue { median, .. } => median,
            Self::Plan(at) => at,
        }
    }
}

/// Predicts when a submission is decided, given that it is not by now.
pub fn predict(
    submitted_at: Timestamp,
    queue: &[Turn],
    planned: Timestamp,
    now: Timestamp,
) -> Prediction {
    let waited = now.duration_since(submitted_at);
    let mut spans: Vec<_> = queue
        .iter()
        .map(|it| span(it, now))
        .filter(|(length, _)| *length > waited)
        .collect();
    let done = spans.iter().filter(|(_, end)| *end == End::Decided).count();
    if done < ENOUGH {
        return Prediction::Plan(planned);
    }
    spans.sort_unstable();
    let at = |length: SignedDuration| submitted_at.checked_add(length).unwrap_or(Timestamp::MAX);
    match quantile(&spans, 0.5) {
        Some(median) => Prediction::Queue {
            median: at(median),
            late: quantile(&spans, 0.9).map(at),
        },
        None => Prediction::Plan(planned),
    }
}

/// How a span ends. Of equal lengths the decided one comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Decided,
    StillWaits,
}

fn span(it: &Turn, now: Timestamp) -> (SignedDuration, End) {
    match it.released_at {
        Some(at) => (at.duration_since(it.submitted_at), End::Decided),
        None => (now.duration_since(it.submitted_at), End::StillWaits),
    }
}

/// The shortest time within which this share is decided; nothing if it never gets there.
fn quantile(sorted: &[(SignedDuration, End)], share: f64) -> Option<SignedDuration> {
    const ROUNDING: f64 = 1e-9;
    let mut at_risk = sorted.len();
    let mut undecided = 1.0;
    for (length, end) in sorted {
        if *end == End::Decided {
            let left = u32::try_from(at_risk).unwrap_or(u32::MAX);
            undecided *= 1.0 - 1.0 / f64::from(left);
        }
        if undecided <= 1.0 - share + ROUNDING {
            return Some(*length);
        }
        at_risk -= 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn hour(n: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(n)
    }

    fn turn(hours: i64) -> Turn {
        Turn {
            submitted_at: hour(0),
            released_at: Some(hour(hours)),
        }
    }

    #[test]
    fn too_few_decisions_leave_it_to_the_plan() {
        let queue: Vec<_> = (1..8).map(turn).collect();
        assert_eq!(
            predict(hour(500), &queue, hour(620), hour(500)),
            Prediction::Plan(hour(620))
        );
    }

    #[test]
    fn half_are_decided_by_the_median_and_nine_in_ten_by_the_late_one() {
        let queue: Vec<_> = (1..=10).map(|n| turn(n * 10)).collect();
        let expected = Prediction::Queue {
            median: hour(550),
            late: Some(hour(590)),
        };
        assert_eq!(predict(hour(500), &queue, hour(0), hour(500)), expected);
    }

    #[test]
    fn those_that_wait_longer_than_usual_move_the_date() {
        let mut queue: Vec<_> = (1..=10).map(|n| turn(n * 10)).collect();
        let waits = Turn {
            submitted_at: hour(0),
            released_at: None,
        };
        queue.extend([waits; 10]);
        let Prediction::Queue { median, late } = predict(hour(500), &queue, hour(0), hour(500))
        else {
            panic!("ten are enough")
        };
        assert!(median > hour(550));
        assert_eq!(late, None);
    }

    #[test]
    fn whoever_has_waited_long_is_compared_with_those_who_waited_longer() {
        let queue: Vec<_> = (1..=20).map(|n| turn(n * 10)).collect();
        let late = predict(hour(500), &queue, hour(0), hour(600));
        assert!(late.expected() > hour(600), "{late:?}");
    }

    proptest! {
        #[test]
        fn what_is_predicted_lies_ahead_and_in_order(
            spans in proptest::collection::vec((0i64..500, any::<bool>()), 0..40),
            waited in 0i64..400,
        ) {
            let queue: Vec<_> = spans
                .iter()
                .map(|(hours, done)| Turn {
                    submitted_at: hour(1000 - hours),
                    released_at: done.then(|| hour(1000)),
                })
                .collect();
            let now = hour(1000);
            if let Prediction::Queue { median, late } = predict(hour(1000 - waited), &queue, now, now) {
                prop_assert!(median > now);
                prop_assert!(late.is_none_or(|it| it >= median));
            }
        }
    }
}
