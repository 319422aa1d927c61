//! What was checked before a submission, and what came of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Finding, RULE};
use crate::evidence::MAX_FILES;
use crate::ids::EvidenceId;
use crate::pursuit::Field;
use crate::refusal::Place;

/// Whether a file can go to assessors who must not know whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum Fit {
    /// It is still being looked at.
    Pending,
    /// A rendition was made.
    Ready {
        /// By which recipe.
        recipe: String,
        /// SHA-256 of the rendition.
        sha256: String,
        /// Its size in bytes.
        bytes: u64,
        /// What was left behind.
        removed: Vec<String>,
        /// Where text may stand that could not be read.
        unread: Vec<String>,
    },
    /// No rendition can be made, for this reason.
    Unfit {
        /// Its word.
        reason: String,
    },
}

/// What was found in the texts of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Each with its place in the file.
    pub findings: Vec<(String, Finding)>,
    /// How many more there are.
    pub more: u32,
}

/// A file that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PieceCheck {
    /// Which.
    pub evidence: EvidenceId,
    /// The requirement that it answers, for the place on the page.
    pub requirement: String,
    /// The name that assessors see.
    pub shown_name: String,
    /// SHA-256 of the original.
    pub sha256: String,
    /// What became of it.
    pub fit: Fit,
    /// What was found in its texts.
    pub found: Found,
    /// It shows or lets hear people: nothing can make that blind.
    pub shows_people: bool,
}

/// A text that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextCheck {
    /// The field of the draft, or `caption/ID` of a file.
    pub field: String,
    /// What was found in it.
    pub findings: Vec<Finding>,
    /// How many more there are.
    pub more: u32,
}

/// Everything that was looked at in a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// Files, in the order of the draft.
    pub pieces: Vec<PieceCheck>,
    /// Texts with findings.
    pub texts: Vec<TextCheck>,
    /// How many texts were searched.
    pub searched: u32,
}

impl Check {
    /// How many findings there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        let size = |all: usize, more: u32| u32::try_from(all).unwrap_or(u32::MAX) + more;
        let pieces = self
            .pieces
            .iter()
            .map(|it| size(it.found.findings.len(), it.found.more));
        let texts = self.texts.iter().map(|it| size(it.findings.len(), it.more));
        pieces.chain(texts).fold(0, u32::saturating_add)
    }

    /// What keeps the draft from being sent: files that are still looked at, files that cannot be
    /// made blind, and findings on which nothing was said. `why` is what the educator says of them.
    #[must_use]
    pub fn missing(&self, why: &str) -> Vec<Place> {
        let mut places: Vec<_> = self
            .pieces
            .iter()
            .take(MAX_FILES)
            .filter_map(PieceCheck::obstacle)
            .collect();
        if self.count() > 0 && why.trim().is_empty() {
            let place = Place::new(Field::Findings.to_string(), "findings-unexplained");
            places.push(place.with("count", self.count()));
        }
        places
    }
}

impl PieceCheck {
    fn obstacle(&self) -> Option<Place> {
        let place = |code| {
            Place::new(format!("requirement/{}", self.requirement), code)
                .with("name", &self.shown_name)
        };
        match &self.fit {
            Fit::Pending => Some(place("evidence-pending")),
            Fit::Unfit { reason } => Some(place("evidence-unfit").with("reason", reason)),
            Fit::Ready { .. } => None,
        }
    }
}

/// The blindness record of a submission. It names the person where a finding does: assessors never
/// see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Version of the rules of the search.
    pub rule: u32,
    /// Print of the names that were searched for.
    pub names: String,
    /// What was checked and found.
    pub check: Check,
    /// What the educator said of the findings; nothing where there were none.
    pub why: Option<String>,
}

impl Record {
    /// The record of a check.
    #[must_use]
    pub fn of(check: Check, names: String, why: &str) -> Self {
        let why = why.trim();
        Self {
            rule: RULE,
            names,
            why: (check.count() > 0 && !why.is_empty()).then(|| why.to_owned()),
            check,
        }
    }

    /// Findings by their rule, for a line of a list.
    #[must_use]
    pub fn by_rule(&self) -> BTreeMap<super::Why, usize> {
        let mut all = BTreeMap::new();
        let pieces = self.check.pieces.iter().flat_map(|it| &it.found.findings);
        let texts = self.check.texts.iter().flat_map(|it| &it.findings);
        for finding in pieces.map(|it| &it.1).chain(texts) {
            *all.entry(finding.why).or_default() += 1;
        }
        all
    }
}
