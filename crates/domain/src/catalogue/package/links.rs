//! What points at what: the ids of prompts and requirements, and the criteria that rest on them.

use super::finding::{FindingKind, Flaw};
use super::reader::{Placed, Section};
use crate::catalogue::Slug;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Ids seen so far. They are gathered even where the rest of an entry is not sound, so that a
/// finding there does not bring others with it.
#[derive(Default)]
pub(super) struct Links {
    declared: RefCell<Vec<Placed<Slug>>>,
    criteria: RefCell<Vec<Placed<Slug>>>,
    used: RefCell<Vec<Placed<Slug>>>,
}

impl Links {
    /// Notes the id of a prompt or requirement.
    pub fn declare(&self, section: &Section<'_>, id: Option<&Slug>) {
        self.declared
            .borrow_mut()
            .extend(id.map(|id| section.placed("id", id.clone())));
    }

    /// Notes the id of a criterion.
    pub fn declare_criterion(&self, section: &Section<'_>, id: Option<&Slug>) {
        self.criteria
            .borrow_mut()
            .extend(id.map(|id| section.placed("id", id.clone())));
    }

    /// Notes what a criterion rests on.
    pub fn rest_on(&self, sources: &[Placed<Slug>]) {
        self.used.borrow_mut().extend_from_slice(sources);
    }

    /// Records every id that stands twice, is unknown or is never used.
    pub fn check(&self, section: &Section<'_>) {
        let declared = distinct(section, &self.declared.borrow());
        distinct(section, &self.criteria.borrow());
        let used = self.used.borrow();
        for source in used
            .iter()
            .filter(|source| !declared.contains_key(&source.value))
        {
            let flaw = Flaw::new(
                FindingKind::UnknownSource,
                "the id of a prompt or requirement",
                format!("\"{}\"", source.value),
                "Correct the id, or remove it from the sources.",
            );
            section.flaw_of(source, flaw);
        }
        let used: BTreeSet<_> = used.iter().map(|source| &source.value).collect();
        for (id, placed) in declared.iter().filter(|(id, _)| !used.contains(id)) {
            let flaw = Flaw::new(
                FindingKind::Unused,
                "a criterion that rests on what is asked for here",
                format!("\"{id}\" in the sources of none"),
                "Add it to the sources of a criterion, or stop asking for it.",
            );
            section.flaw_of(placed, flaw);
        }
    }
}

fn distinct(section: &Section<'_>, ids: &[Placed<Slug>]) -> BTreeMap<Slug, Placed<Slug>> {
    let mut distinct = BTreeMap::new();
    for id in ids {
        if distinct.contains_key(&id.value) {
            let found = format!("\"{}\" a second time", id.value);
            let flaw = Flaw::new(
                FindingKind::Duplicate,
                "an id of its own",
                found,
                "Choose another id.",
            );
            section.flaw_of(id, flaw);
        } else {
            distinct.insert(id.value.clone(), id.clone());
        }
    }
    distinct
}
