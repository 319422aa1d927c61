//! What one version of a micro-credential says.

use super::{
    AssessmentPlan, Code, Criterion, Language, LevelName, Prompt, Requirement, Rubric, Slug, WebUrl,
};
use serde::{Deserialize, Serialize};

/// Everything that one version of a micro-credential says to educators and assessors.
///
/// Its JSON is what the store keeps; the package format has the same keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Short code, such as `WTW`.
    pub code: Code,
    /// The name of the micro-credential.
    pub title: String,
    /// The competency in one sentence.
    pub competency: String,
    /// What it is about, in a few sentences.
    pub summary: String,
    /// Who gains most from it.
    pub for_whom: String,
    /// Who should choose something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_for_whom: Option<String>,
    /// How expert the competency is, in the issuer's scale.
    pub level: LevelName,
    /// How long it typically takes, in hours of work.
    pub hours: u16,
    /// The language it is written in.
    pub language: Language,
    /// Words to find it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// School subjects; empty means any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<String>,
    /// Grade bands; empty means any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grades: Vec<String>,
    /// Roles it is written for; empty means any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    /// Must the educator work with students to complete it?
    pub students_needed: bool,
    /// Must the educator hand in a film?
    pub video_needed: bool,
    /// How long an educator has from start to first submission, in months.
    pub window_months: u8,
    /// How long an award is valid, in months; nothing means that it does not end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_for_months: Option<u16>,
    /// What the issuer says about the use of AI in this work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ai_use: Option<String>,
    /// Where the hours go; their sum is `hours`, or the list is empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub time: Vec<TimePart>,
    /// Entries of competency frameworks and standards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alignments: Vec<Alignment>,
    /// The method that the educator practises.
    pub key_method: KeyMethod,
    /// Why it works, with sources.
    pub rationale: Vec<RationaleParagraph>,
    /// What to read or watch.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<Resource>,
    /// Part 1.
    pub overview: Vec<Prompt>,
    /// Part 2.
    pub requirements: Vec<Requirement>,
    /// Part 3.
    pub reflection: Vec<Prompt>,
    /// How it is judged.
    pub rubric: Rubric,
    /// Who judges it.
    pub plan: AssessmentPlan,
}

/// A share of the typical time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimePart {
    /// What the time goes into, such as "Planning".
    pub what: String,
    /// Whole hours.
    pub hours: u16,
}

/// An entry of a framework that the competency answers to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alignment {
    /// The framework's name.
    pub framework: String,
    /// The code of the entry within it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The entry's title.
    pub title: String,
    /// Where the entry is published.
    pub url: WebUrl,
}

/// The method at the heart of the competency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyMethod {
    /// Its name.
    pub name: String,
    /// What it is.
    pub description: String,
    /// Its steps or parts, in order.
    pub components: Vec<Component>,
}

/// One step or part of the key method.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Component {
    /// A word or two.
    pub name: String,
    /// What to do.
    pub description: String,
}

/// A paragraph on why the method works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RationaleParagraph {
    /// The paragraph.
    pub text: String,
    /// The works it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<Citation>,
}

/// A published work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// Author, year, title, journal or publisher.
    pub text: String,
    /// Where it can be found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<WebUrl>,
}

/// Something that helps; never needed and never counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// Its title.
    pub title: String,
    /// Where it can be found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<WebUrl>,
    /// What it is and what it is good for.
    pub note: String,
}

/// Something that a criterion can rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source<'c> {
    /// A prompt of part 1.
    Overview(&'c Prompt),
    /// A requirement of part 2.
    Requirement(&'c Requirement),
    /// A prompt of part 3.
    Reflection(&'c Prompt),
}

impl<'c> Source<'c> {
    /// Its id, which is unique over the three parts.
    #[must_use]
    pub fn id(self) -> &'c Slug {
        match self {
            Self::Overview(prompt) | Self::Reflection(prompt) => &prompt.id,
            Self::Requirement(requirement) => &requirement.id,
        }
    }
}

impl Content {
    /// Everything that is handed in, in the order of the three parts.
    pub fn sources(&self) -> impl Iterator<Item = Source<'_>> {
        let overview = self.overview.iter().map(Source::Overview);
        let requirements = self.requirements.iter().map(Source::Requirement);
        let reflection = self.reflection.iter().map(Source::Reflection);
        overview.chain(requirements).chain(reflection)
    }

    /// The prompt or requirement with this id.
    #[must_use]
    pub fn source(&self, id: &Slug) -> Option<Source<'_>> {
        self.sources().find(|source| source.id() == id)
    }

    /// The requirement with this id.
    #[must_use]
    pub fn requirement(&self, id: &Slug) -> Option<&Requirement> {
        self.requirements
            .iter()
            .find(|requirement| requirement.id == *id)
    }

    /// The prompt of part 1 or part 3 with this id.
    #[must_use]
    pub fn prompt(&self, id: &Slug) -> Option<&Prompt> {
        self.overview
            .iter()
            .chain(&self.reflection)
            .find(|prompt| prompt.id == *id)
    }

    /// The criteria that rest on a prompt or requirement, in the order of the rubric.
    pub fn criteria_resting_on(&self, source: &Slug) -> impl Iterator<Item = &Criterion> {
        self.rubric
            .criteria
            .iter()
            .filter(move |criterion| criterion.sources.contains(source))
    }
}
