//! The installation's log: events in the order in which they were sealed, heads that vouch for all
//! events before them, and the check that nothing sealed was changed, removed or put in.

use serde::{Deserialize, Serialize};

use super::merkle::{self, Hash, Tree, to_hex};
use crate::time::Timestamp;

/// Everything of a recorded event that is sealed, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// When, in microseconds since 1970.
    pub at: i64,
    /// Who; empty for the product itself.
    pub person: String,
    /// As which role; empty where none was needed.
    pub role: String,
    /// What happened.
    pub kind: String,
    /// The sort of thing that it happened to.
    pub subject_kind: String,
    /// Its id.
    pub subject: String,
    /// The hash of its new state.
    pub state_hash: String,
    /// The rest, as it was written.
    pub detail: String,
}

impl Entry {
    /// Its leaf: the hash of a JSON list of its parts, in the order above. A list cannot be read in two
    /// ways.
    pub fn leaf(&self) -> Hash {
        let parts = serde_json::json!([
            self.id,
            self.at,
            self.person,
            self.role,
            self.kind,
            self.subject_kind,
            self.subject,
            self.state_hash,
            self.detail
        ]);
        merkle::leaf(parts.to_string().as_bytes())
    }
}

/// What the installation signs: so many events, this hash over all of them, at that time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// How many events it vouches for.
    pub size: u64,
    /// The root of their tree, in hexadecimal.
    pub root: String,
    /// When it was made.
    pub at: Timestamp,
    /// Ed25519 over [`Head::text`], in hexadecimal.
    pub signature: String,
}

impl Head {
    /// The text that is signed. It begins with what it is, so that no other signature fits it.
    pub fn text(size: u64, root: &str, at: Timestamp) -> String {
        format!(
            "testamur audit head 1\n{size}\n{root}\n{}\n",
            at.as_microsecond()
        )
    }
}

/// The first place where the log is not what was sealed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Breach {
    /// An event is not what it was.
    #[error("event {id} at position {position} was changed after it was sealed")]
    Changed {
        /// Its place in the log, from 0.
        position: u64,
        /// Which.
        id: String,
    },
    /// An event is gone.
    #[error("the event at position {position} was removed; the one that stands behind it is {}",
        .next.as_deref().unwrap_or("none"))]
    Removed {
        /// Its place in the log, from 0.
        position: u64,
        /// The event behind the gap.
        next: Option<String>,
    },
    /// An event was not sealed there.
    #[error("event {id} at position {position} was put in: no signed head vouches for it")]
    PutIn {
        /// Its place in the log, from 0.
        position: u64,
        /// Which.
        id: String,
    },
    /// Events and their leaves were changed together.
    #[error("the events at positions {from} to {} are not those that were sealed at {at}", size - 1)]
    Other {
        /// The first that may be meant.
        from: u64,
        /// The size of the head that does not fit.
        size: u64,
        /// When it was made.
        at: Timestamp,
    },
    /// A head is not signed with the installation's key.
    #[error("the head over {size} events, of {at}, is not signed with the installation's key")]
    Unsigned {
        /// Its size.
        size: u64,
        /// When it says that it was made.
        at: Timestamp,
    },
    /// A head that was kept elsewhere does not fit.
    #[error(
        "the log is not the one whose head over {size} events was kept: it was cut or replaced"
    )]
    NotTheKept {
        /// Its size.
        size: u64,
    },
}

/// Reads the log from its beginning: the events up to a head, then the head.
#[derive(Clone, Debug, Default)]
pub struct Check {
    tree: Tree,
    vouched: u64,
}

impl Check {
    /// The place of the next event.
    pub fn position(&self) -> u64 {
        self.tree.size()
    }

    /// The next event in the order of places, with the leaf that was stored for it.
    ///
    /// # Errors
    /// The breach that it shows.
    pub fn entry(&mut self, position: u64, stored: &str, entry: &Entry) -> Result<(), Breach> {
        let id = || entry.id.clone();
        if position > self.tree.size() {
            return Err(Breach::Removed {
                position: self.tree.size(),
                next: Some(id()),
            });
        }
        if position < self.tree.size() {
            return Err(Breach::PutIn { position, id: id() });
        }
        let leaf = entry.leaf();
        if to_hex(&leaf) != stored {
            return Err(Breach::Changed { position, id: id() });
        }
        self.tree.push(leaf);
        Ok(())
    }

    /// A head, behind the events that it vouches for. `is_signed` says whether its signature is the
    /// installation's.
    ///
    /// # Errors
    /// The breach that it shows.
    pub fn head(&mut self, head: &Head, is_signed: IsSigned) -> Result<(), Breach> {
        let (size, at) = (head.size, head.at);
        if is_signed == IsSigned::No {
            return Err(Breach::Unsigned { size, at });
        }
        if self.tree.size() < size {
            return Err(Breach::Removed {
                position: self.tree.size(),
                next: None,
            });
        }
        if to_hex(&self.tree.root()) != head.root {
            let from = self.vouched;
            return Err(Breach::Other { from, size, at });
        }
        self.vouched = size;
        Ok(())
    }

    /// Does a head that was kept elsewhere fit? Asked when as many events have been read.
    ///
    /// # Errors
    /// [`Breach::NotTheKept`].
    pub fn kept(&self, head: &Head) -> Result<(), Breach> {
        let fits = self.tree.size() == head.size && to_hex(&self.tree.root()) == head.root;
        fits.then_some(())
            .ok_or(Breach::NotTheKept { size: head.size })
    }
}

/// Is a head signed with the installation's key?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IsSigned {
    /// It is.
    Yes,
    /// By somebody else, or over another text.
    No,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(n: u64) -> Entry {
        Entry {
            id: format!("event-{n}"),
            at: 7,
            person: String::new(),
            role: "educator".to_owned(),
            kind: "pursuit-started".to_owned(),
            subject_kind: "pursuit".to_owned(),
            subject: "p".to_owned(),
            state_hash: "ab".to_owned(),
            detail: "null".to_owned(),
        }
    }

    fn head(size: u64) -> Head {
        let mut tree = Tree::default();
        (0..size).for_each(|n| tree.push(entry(n).leaf()));
        Head {
            size,
            root: to_hex(&tree.root()),
            at: Timestamp::UNIX_EPOCH,
            signature: String::new(),
        }
    }

    /// Reads entries at their places, and then a head over three.
    fn read(entries: &[(u64, Entry)]) -> Result<(), Breach> {
        let mut check = Check::default();
        for (position, it) in entries {
            check.entry(*position, &to_hex(&it.leaf()), it)?;
        }
        check.head(&head(3), IsSigned::Yes)
    }

    fn three() -> Vec<(u64, Entry)> {
        (0..3).map(|n| (n, entry(n))).collect()
    }

    #[test]
    fn what_was_sealed_is_believed() {
        assert_eq!(read(&three()), Ok(()));
    }

    #[test]
    fn every_part_of_an_event_counts() {
        let changes: [fn(&mut Entry); 9] = [
            |it| it.id.push('x'),
            |it| it.at += 1,
            |it| it.person.push('x'),
            |it| it.role.clear(),
            |it| it.kind.push('x'),
            |it| it.subject_kind.push('x'),
            |it| it.subject.push('x'),
            |it| it.state_hash.push('x'),
            |it| it.detail.push('x'),
        ];
        for change in changes {
            let mut changed = entry(0);
            change(&mut changed);
            let stored = to_hex(&entry(0).leaf());
            let found = Check::default().entry(0, &stored, &changed);
            let breach = Breach::Changed {
                position: 0,
                id: changed.id.clone(),
            };
            assert_eq!(found, Err(breach));
        }
    }

    #[test]
    fn an_event_that_was_changed_with_its_leaf_does_not_fit_the_head() {
        let mut log = three();
        log[1].1.detail = "other".to_owned();
        let found = read(&log);
        assert!(
            matches!(
                found,
                Err(Breach::Other {
                    from: 0,
                    size: 3,
                    ..
                })
            ),
            "{found:?}"
        );
    }

    #[test]
    fn a_removed_event_is_named_by_its_place() {
        let mut log = three();
        log.remove(1);
        let next = Some("event-2".to_owned());
        assert_eq!(read(&log), Err(Breach::Removed { position: 1, next }));
        let last = three()[..2].to_vec();
        let next = None;
        assert_eq!(read(&last), Err(Breach::Removed { position: 2, next }));
    }

    #[test]
    fn an_event_at_a_place_that_is_taken_was_put_in() {
        let mut log = three();
        log.insert(2, (1, entry(9)));
        let id = "event-9".to_owned();
        assert_eq!(read(&log), Err(Breach::PutIn { position: 1, id }));
    }

    #[test]
    fn a_head_of_somebody_else_is_not_believed() {
        let mut check = Check::default();
        let found = check.head(&head(0), IsSigned::No);
        assert!(matches!(found, Err(Breach::Unsigned { size: 0, .. })));
    }

    #[test]
    fn a_head_that_was_kept_fits_the_log_that_it_was_taken_from() {
        let mut check = Check::default();
        let first = entry(0);
        check.entry(0, &to_hex(&first.leaf()), &first).unwrap();
        assert_eq!(check.kept(&head(1)), Ok(()));
        assert_eq!(check.kept(&head(2)), Err(Breach::NotTheKept { size: 2 }));
    }
}
