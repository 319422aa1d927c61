//! What an earlier attempt is worth to the next one, also when the version has changed between
//! them (DOMAIN 3).

use std::collections::BTreeSet;

use super::Snapshot;
use crate::catalogue::change::Changes;
use crate::catalogue::{Content, Criterion, Slug};
use crate::review::CriterionOutcome;

/// An attempt that was decided.
#[derive(Clone, Copy, Debug)]
pub struct Earlier<'a> {
    /// What was submitted.
    pub snapshot: &'a Snapshot,
    /// What the version said that it was made for.
    pub content: &'a Content,
    /// What was decided.
    pub outcomes: &'a [CriterionOutcome],
}

impl Earlier<'_> {
    /// Was the criterion met, and is it the same in this content: its text, its levels, its passing
    /// level and its sources?
    pub fn carries(&self, content: &Content, criterion: &Slug) -> bool {
        let is_met = self
            .outcomes
            .iter()
            .any(|it| it.criterion == *criterion && it.met);
        is_met && is_same(self.content, content, criterion)
    }

    /// Has something changed that the criterion rests on?
    fn has_changed(&self, sources: &BTreeSet<Slug>, now: &Snapshot) -> bool {
        let differs = |it: &Slug| self.snapshot.source_hash(it) != now.source_hash(it);
        sources.iter().any(differs)
    }
}

/// Is a criterion word for word the same in two versions, with everything that it rests on?
pub fn is_same(old: &Content, new: &Content, criterion: &Slug) -> bool {
    old == new || Changes::between(old, new).carries(criterion)
}

/// The criteria that are open in an attempt: those not met before, those that are not the same any
/// more, and those of which a source has changed since.
pub fn open_criteria(
    content: &Content,
    earlier: Option<Earlier<'_>>,
    now: &Snapshot,
) -> BTreeSet<Slug> {
    let is_closed = |it: &Criterion| {
        earlier.is_some_and(|before| {
            before.carries(content, &it.id) && !before.has_changed(&it.sources, now)
        })
    };
    let all = content.rubric.criteria.iter();
    all.filter(|it| !is_closed(it))
        .map(|it| it.id.clone())
        .collect()
}

/// The criteria that were met and open again only because something that they rest on has changed:
/// whoever submits has to know.
pub fn reopened(content: &Content, earlier: Option<Earlier<'_>>, now: &Snapshot) -> BTreeSet<Slug> {
    let Some(before) = earlier else {
        return BTreeSet::new();
    };
    let all = content.rubric.criteria.iter();
    all.filter(|it| before.carries(content, &it.id) && before.has_changed(&it.sources, now))
        .map(|it| it.id.clone())
        .collect()
}
