//! Bytes to which nothing refers any more are deleted, and may come again while that happens.
//!
//! The sweep marks bytes *going* in a unit that found no reference, deletes them, and marks them
//! *gone*. Whoever brings the same bytes meanwhile looks at the mark in the unit that refers to them.
//! Marks and references are read and written in serializable units, so either the sweep sees the
//! reference or the newcomer sees the mark.

use crate::time::{SignedDuration, Timestamp};

/// How old bytes are at least before they are swept: an upload keeps them a moment before the unit
/// that refers to them.
pub const YOUNGEST: SignedDuration = SignedDuration::from_hours(24);
/// How long a mark *going* may stand before another sweep finishes what was interrupted. Deleting is
/// given up long before ([`LONGEST_DELETION`]).
pub const INTERRUPTED_AFTER: SignedDuration = SignedDuration::from_mins(4);
/// How long deleting one piece may take.
pub const LONGEST_DELETION: std::time::Duration = std::time::Duration::from_secs(60);
/// How long a mark *gone* is kept: no upload takes as long.
pub const KEEP_MARKS: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What the sweep has marked bytes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// They are being deleted.
    Going,
    /// They were deleted by then.
    Gone(Timestamp),
}

/// What an upload knows of the bytes that it kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// It made them: they were not there.
    Made,
    /// They were there already.
    There,
    /// They were there after a deletion that was over by then.
    ThereAfter(Timestamp),
}

/// Are bytes there to stay, if something refers to them from now on? If not, whoever brought them
/// brings them again.
pub fn stay(mark: Option<Mark>, seen: Seen) -> bool {
    match (mark, seen) {
        (None, _) | (Some(Mark::Gone(_)), Seen::Made) => true,
        (Some(Mark::Gone(at)), Seen::ThereAfter(then)) => at == then,
        (Some(Mark::Gone(_)), Seen::There) | (Some(Mark::Going), _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THEN: Timestamp = Timestamp::UNIX_EPOCH;

    #[test]
    fn bytes_that_nobody_sweeps_stay() {
        for seen in [Seen::Made, Seen::There, Seen::ThereAfter(THEN)] {
            assert!(stay(None, seen), "{seen:?}");
        }
    }

    #[test]
    fn bytes_that_are_being_deleted_never_stay() {
        for seen in [Seen::Made, Seen::There, Seen::ThereAfter(THEN)] {
            assert!(!stay(Some(Mark::Going), seen), "{seen:?}");
        }
    }

    #[test]
    fn after_a_deletion_only_bytes_that_are_known_to_be_newer_stay() {
        let gone = Some(Mark::Gone(THEN));
        assert!(stay(gone, Seen::Made));
        assert!(!stay(gone, Seen::There));
        assert!(stay(gone, Seen::ThereAfter(THEN)));
        let again = Some(Mark::Gone(THEN + SignedDuration::from_secs(1)));
        assert!(!stay(again, Seen::ThereAfter(THEN)));
    }
}
