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
    optional: RefCell<BTreeSet<Slug>>,
    criteria: RefCell<Vec<Placed<Slug>>>,
    sources: RefCell<Vec<Placed<Vec<Placed<Slug>>>>>,
}

impl Links {
    /// Notes the id of a prompt or requirement, and whether it may be left out.
    pub fn declare(&self, section: &Section<'_>, id: Option<&Slug>, is_optional: bool) {
        let Some(id) = id else { return };
        self.declared
            .borrow_mut()
            .push(section.placed("id", id.clone()));
        if is_optional {
            self.optional.borrow_mut().insert(id.clone());
        }
    }

    /// Notes the id of a criterion.
    pub fn declare_criterion(&self, section: &Section<'_>, id: Option<&Slug>) {
        self.criteria
            .borrow_mut()
            .extend(id.map(|id| section.placed("id", id.clone())));
    }

    /// Notes what a criterion rests on.
    pub fn rest_on(&self, section: &Section<'_>, sources: &[Placed<Slug>]) {
        self.sources
            .borrow_mut()
            .push(section.placed("sources", sources.to_vec()));
    }

    /// Records every id that stands twice, is unknown or is never used, and every criterion that
    /// may end up with nothing to rest on.
    pub fn check(&self, section: &Section<'_>) {
        let declared = distinct(section, &self.declared.borrow());
        distinct(section, &self.criteria.borrow());
        let sources = self.sources.borrow();
        let mut used = BTreeSet::new();
        for criterion in sources.iter() {
            used.extend(criterion.value.iter().map(|source| &source.value));
            refuse_unknown(section, &declared, &criterion.value);
            self.refuse_optional(section, criterion);
        }
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

    fn refuse_optional(&self, section: &Section<'_>, criterion: &Placed<Vec<Placed<Slug>>>) {
        let optional = self.optional.borrow();
        let sources = &criterion.value;
        if !sources.is_empty()
            && sources
                .iter()
                .all(|source| optional.contains(&source.value))
        {
            let flaw = Flaw::new(
                FindingKind::Contradiction,
                "at least one source that may not be left out",
                "only requirements with \"min_count\" 0",
                "Raise a \"min_count\", or add another source.",
            );
            section.flaw_of(criterion, flaw);
        }
    }
}

fn refuse_unknown(
    section: &Section<'_>,
    declared: &BTreeMap<Slug, Placed<Slug>>,
    sources: &[Placed<Slug>],
) {
    for source in sources
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
