//! When a decision can be expected: from how long the latest ones took, not from a promise.

use serde::{Deserialize, Serialize};

use crate::time::{SignedDuration, Timestamp};

/// Fewer decisions than this predict nothing.
pub const LEAST: usize = 5;

/// When a decision can be expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prediction {
    /// As many come before this as after.
    pub median: Timestamp,
    /// Nine of ten come before this.
    pub ninetieth: Timestamp,
}

/// Predicts the decision on what was submitted then from how long the latest decisions took. What
/// waits longer already than some of them is compared only with those that took longer still.
/// Nothing while there are too few to compare with.
pub fn predict(
    latest: &[SignedDuration],
    submitted: Timestamp,
    now: Timestamp,
) -> Option<Prediction> {
    let waited = now.duration_since(submitted);
    let mut longer: Vec<_> = latest.iter().filter(|it| **it > waited).copied().collect();
    if latest.len() < LEAST || longer.is_empty() {
        return None;
    }
    longer.sort_unstable();
    let at = |percent: usize| {
        let place = (longer.len() * percent).div_ceil(100).max(1) - 1;
        let took = longer.get(place).copied()?;
        submitted.checked_add(took).ok()
    };
    Some(Prediction {
        median: at(50)?,
        ninetieth: at(90)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(all: &[i64]) -> Vec<SignedDuration> {
        all.iter()
            .map(|it| SignedDuration::from_hours(*it))
            .collect()
    }

    fn hours_from_start(at: Timestamp) -> i64 {
        at.as_second() / 3_600
    }

    fn found(latest: &[i64], now: i64) -> Option<(i64, i64)> {
        let now = Timestamp::from_second(now * 3_600).unwrap();
        let it = predict(&hours(latest), Timestamp::UNIX_EPOCH, now)?;
        Some((hours_from_start(it.median), hours_from_start(it.ninetieth)))
    }

    #[test]
    fn the_median_and_the_ninetieth_of_ten() {
        let latest = [100, 10, 20, 30, 40, 50, 60, 70, 80, 90];
        assert_eq!(found(&latest, 0), Some((50, 90)));
    }

    #[test]
    fn what_waits_is_compared_with_what_took_longer_still() {
        let latest = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
        assert_eq!(found(&latest, 80), Some((90, 100)));
        assert_eq!(found(&latest, 100), None);
    }

    #[test]
    fn too_few_predict_nothing() {
        assert_eq!(found(&[10, 20, 30, 40], 0), None);
    }
}
