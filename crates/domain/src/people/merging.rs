//! Two accounts that turned out to be one person's.

use std::collections::BTreeSet;

use crate::ids::PersonId;
use crate::time::{Timestamp, days_after};

/// For how many days a merge can be undone.
pub const MERGE_UNDOABLE_DAYS: u32 = 30;

/// Can a merge still be undone?
pub fn may_be_unmerged(merged_at: Timestamp, now: Timestamp) -> bool {
    now < days_after(merged_at, MERGE_UNDOABLE_DAYS)
}

/// Accounts that are one person's: pairs of a merged account and the one that was kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SamePeople(Vec<(PersonId, PersonId)>);

impl SamePeople {
    /// From pairs of a merged account and the one that was kept.
    pub fn new(pairs: Vec<(PersonId, PersonId)>) -> Self {
        Self(pairs)
    }

    /// Adds to some accounts every other account of the same people, so that each rule about "the
    /// same person" looks at the person.
    #[must_use]
    pub fn with_all_accounts(&self, mut of: BTreeSet<PersonId>) -> BTreeSet<PersonId> {
        loop {
            let before = of.len();
            for (merged, kept) in &self.0 {
                if of.contains(merged) || of.contains(kept) {
                    of.extend([*merged, *kept]);
                }
            }
            if of.len() == before {
                return of;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(n: u128) -> PersonId {
        PersonId::from_u128(n)
    }

    #[test]
    fn whoever_was_merged_twice_is_still_one_person() {
        let same = SamePeople::new(vec![(person(3), person(2)), (person(2), person(1))]);
        let all = |n| same.with_all_accounts(BTreeSet::from([person(n)]));
        let one = BTreeSet::from([person(1), person(2), person(3)]);
        assert_eq!((all(1), all(2), all(3)), (one.clone(), one.clone(), one));
        assert_eq!(all(9), BTreeSet::from([person(9)]));
    }

    #[test]
    fn a_merge_can_be_undone_for_thirty_days() {
        let then = Timestamp::UNIX_EPOCH;
        assert!(may_be_unmerged(then, days_after(then, 29)));
        assert!(!may_be_unmerged(then, days_after(then, 30)));
    }
}
