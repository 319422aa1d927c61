//! What changed between two versions of a micro-credential, and which outcomes move over.
//!
//! An outcome moves from one version to the other where its criterion is the same in both: title,
//! descriptors, levels, passing level, and the list of what it rests on, each of whose prompts and
//! requirements is word for word the same. A criterion is known by its id.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Content, Criterion, Slug, Source};

/// How an entry of the later version stands to the earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// It is new.
    Added,
    /// It is no longer there.
    Removed,
    /// It says something else.
    Changed,
}

/// What of a criterion differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// Its title or what work at a level looks like.
    Text,
    /// The levels of the rubric.
    Levels,
    /// The level at which it is met.
    PassingLevel,
    /// What it rests on, or what is asked for there.
    Sources,
}

/// A prompt or requirement that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryChange {
    /// `overview`, `requirements` or `reflection`.
    pub part: Part,
    /// Its id.
    pub id: Slug,
    /// What it is called, in the later version if it is there.
    pub title: String,
    /// How it differs.
    pub how: How,
}

/// One of the three parts that an educator works through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Part 1.
    Overview,
    /// Part 2.
    Requirements,
    /// Part 3.
    Reflection,
}

/// A criterion that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionChange {
    /// Its id.
    pub id: Slug,
    /// What it is called, in the later version if it is there.
    pub title: String,
    /// How it differs.
    pub how: How,
    /// What of it differs, where it changed.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub aspects: BTreeSet<Aspect>,
}

/// What changed from one version to another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// Keys of everything else that differs, as the package names them, in the order of a content.
    pub fields: Vec<String>,
    /// Prompts and requirements that differ.
    pub entries: Vec<EntryChange>,
    /// Criteria that differ.
    pub criteria: Vec<CriterionChange>,
    /// Criteria that are the same: their outcomes move over.
    pub carried: BTreeSet<Slug>,
}

impl Changes {
    /// What changed.
    #[must_use]
    pub fn between(before: &Content, after: &Content) -> Self {
        let mut changes = Self {
            fields: fields(before, after),
            entries: entries(before, after),
            ..Self::default()
        };
        let titles = |it: &Criterion| it.title.clone();
        for criterion in &after.rubric.criteria {
            let id = criterion.id.clone();
            let Some(earlier) = before.rubric.criterion(&id) else {
                changes.criterion(id, titles(criterion), How::Added, BTreeSet::new());
                continue;
            };
            let aspects = aspects((before, earlier), (after, criterion));
            if aspects.is_empty() {
                changes.carried.insert(id);
            } else {
                changes.criterion(id, titles(criterion), How::Changed, aspects);
            }
        }
        for gone in &before.rubric.criteria {
            if after.rubric.criterion(&gone.id).is_none() {
                changes.criterion(gone.id.clone(), titles(gone), How::Removed, BTreeSet::new());
            }
        }
        changes
    }

    /// Nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.entries.is_empty() && self.criteria.is_empty()
    }

    /// Does the outcome of a criterion move over?
    #[must_use]
    pub fn carries(&self, criterion: &Slug) -> bool {
        self.carried.contains(criterion)
    }

    fn criterion(&mut self, id: Slug, title: String, how: How, aspects: BTreeSet<Aspect>) {
        self.criteria.push(CriterionChange {
            id,
            title,
            how,
            aspects,
        });
    }
}

fn aspects(before: (&Content, &Criterion), after: (&Content, &Criterion)) -> BTreeSet<Aspect> {
    let ((old, earlier), (new, later)) = (before, after);
    let rests_on = |content: &Content, criterion: &Criterion| -> Vec<Option<Value>> {
        let sources = criterion.sources.iter();
        sources
            .map(|id| content.source(id).and_then(written))
            .collect()
    };
    let differences = [
        (
            Aspect::Text,
            earlier.title != later.title || earlier.descriptors != later.descriptors,
        ),
        (Aspect::Levels, old.rubric.levels != new.rubric.levels),
        (
            Aspect::PassingLevel,
            earlier.passing_level != later.passing_level,
        ),
        (
            Aspect::Sources,
            earlier.sources != later.sources || rests_on(old, earlier) != rests_on(new, later),
        ),
    ];
    let differs = differences.into_iter().filter(|it| it.1);
    differs.map(|it| it.0).collect()
}

/// An entry as it stands in the package.
fn written(source: Source<'_>) -> Option<Value> {
    match source {
        Source::Overview(it) | Source::Reflection(it) => serde_json::to_value(it).ok(),
        Source::Requirement(it) => serde_json::to_value(it).ok(),
    }
}

/// Keys whose entries are compared one by one.
const BY_ENTRY: [&str; 4] = ["overview", "requirements", "reflection", "rubric"];

fn fields(before: &Content, after: &Content) -> Vec<String> {
    let table = |content| match serde_json::to_value(content) {
        Ok(Value::Object(table)) => table,
        _ => serde_json::Map::new(),
    };
    let (before, after) = (table(before), table(after));
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    keys.into_iter()
        .filter(|key| !BY_ENTRY.contains(&key.as_str()))
        .filter(|key| before.get(*key) != after.get(*key))
        .cloned()
        .collect()
}

fn entries(before: &Content, after: &Content) -> Vec<EntryChange> {
    let of = |content| -> BTreeMap<Slug, (Part, String, Option<Value>)> {
        let all = Content::sources(content);
        all.map(|it| (it.id().clone(), (part(it), title(it), written(it))))
            .collect()
    };
    let (old, new) = (of(before), of(after));
    let change = |id: &Slug, (part, title): (Part, &String), how| EntryChange {
        part,
        id: id.clone(),
        title: title.clone(),
        how,
    };
    let mut entries = Vec::new();
    for it in after.sources() {
        let Some((part, title, text)) = new.get(it.id()) else {
            continue;
        };
        match old.get(it.id()) {
            None => entries.push(change(it.id(), (*part, title), How::Added)),
            Some(earlier) if earlier.2 != *text || earlier.0 != *part => {
                entries.push(change(it.id(), (*part, title), How::Changed));
            }
            Some(_) => {}
        }
    }
    for it in before.sources().filter(|it| !new.contains_key(it.id())) {
        entries.push(change(it.id(), (part(it), &title(it)), How::Removed));
    }
    entries
}

fn part(source: Source<'_>) -> Part {
    match source {
        Source::Overview(_) => Part::Overview,
        Source::Requirement(_) => Part::Requirements,
        Source::Reflection(_) => Part::Reflection,
    }
}

fn title(source: Source<'_>) -> String {
    match source {
        Source::Overview(it) | Source::Reflection(it) => it.text.clone(),
        Source::Requirement(it) => it.title.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{content, slug};
    use super::*;

    fn changed(change: impl Fn(&mut Content)) -> Changes {
        let mut after = content();
        change(&mut after);
        Changes::between(&content(), &after)
    }

    fn aspects_of(changes: &Changes, id: &str) -> Vec<Aspect> {
        let it = changes.criteria.iter().find(|it| it.id == slug(id));
        it.map(|it| it.aspects.iter().copied().collect())
            .unwrap_or_default()
    }

    #[test]
    fn the_same_content_carries_everything() {
        let changes = changed(|_| {});
        assert!(changes.is_empty());
        assert_eq!(changes.carried, [slug("timing"), slug("discomfort")].into());
    }

    #[test]
    fn what_is_not_asked_or_judged_carries_everything() {
        let changes = changed(|it| {
            it.title = "Pauses".to_owned();
            it.hours = 7;
            it.plan.turnaround_business_days = 9;
        });
        assert_eq!(changes.fields, ["hours", "plan", "title"]);
        assert_eq!(changes.carried.len(), 2);
        assert!(!changes.is_empty());
    }

    #[test]
    fn a_criterion_that_reads_differently_is_judged_anew_and_the_other_is_carried() {
        let changes = changed(|it| {
            it.rubric.criteria[0].descriptors.insert(3, "Four.".into());
        });
        assert_eq!(aspects_of(&changes, "timing"), [Aspect::Text]);
        assert_eq!(changes.carried, [slug("discomfort")].into());
        assert!(!changes.carries(&slug("timing")));
    }

    #[test]
    fn passing_level_and_sources_count() {
        let changes = changed(|it| it.rubric.criteria[0].passing_level = 2);
        assert_eq!(aspects_of(&changes, "timing"), [Aspect::PassingLevel]);
        let changes = changed(|it| {
            it.rubric.criteria[0].sources.remove(&slug("log"));
        });
        assert_eq!(aspects_of(&changes, "timing"), [Aspect::Sources]);
    }

    #[test]
    fn a_requirement_that_asks_for_more_reopens_what_rests_on_it() {
        let changes = changed(|it| it.requirements[1].min_count = 2);
        assert_eq!(aspects_of(&changes, "timing"), [Aspect::Sources]);
        assert_eq!(changes.carried, [slug("discomfort")].into());
        assert_eq!(changes.entries.len(), 1);
        assert_eq!(changes.entries[0].how, How::Changed);
        assert_eq!(changes.entries[0].part, Part::Requirements);
    }

    #[test]
    fn a_level_of_the_rubric_changes_every_criterion() {
        let changes = changed(|it| it.rubric.levels[2].name = "There".to_owned());
        assert!(changes.carried.is_empty());
        assert_eq!(aspects_of(&changes, "discomfort"), [Aspect::Levels]);
    }

    #[test]
    fn what_came_and_what_went_is_named() {
        let changes = changed(|it| {
            it.reflection[0].id = slug("quiet");
            it.rubric.criteria[1].id = slug("unease");
        });
        let named: Vec<_> = changes
            .entries
            .iter()
            .map(|it| (it.id.as_str(), it.how))
            .collect();
        assert_eq!(named, [("quiet", How::Added), ("silence", How::Removed)]);
        let named: Vec<_> = changes
            .criteria
            .iter()
            .map(|it| (it.id.as_str(), it.how))
            .collect();
        assert_eq!(
            named,
            [("unease", How::Added), ("discomfort", How::Removed)]
        );
    }

    /// Whoever moves over and back meets each criterion as it was.
    #[test]
    fn carrying_is_the_same_in_both_directions() {
        let mut after = content();
        after.rubric.criteria[0].title = "Seconds".to_owned();
        after.requirements[0].max_count = 2;
        let there = Changes::between(&content(), &after);
        let back = Changes::between(&after, &content());
        assert_eq!(there.carried, back.carried);
    }
}
