//! The catalogue: what a micro-credential asks, how it is judged, and the package it is written in.
//!
//! [`Content`] is everything that one version of a micro-credential says. It is stored as one JSON
//! text and never changes once the version is published. [`package::parse`] is the only way from
//! text that somebody wrote to a `Content`; it answers with every finding at once.
//!
//! Deliberately absent: who issues it, its version number and its state. Those belong to the
//! version, not to what the version says.

mod card;
pub mod change;
mod content;
pub mod design;
pub mod facets;
mod fingerprint;
mod names;
pub mod package;
mod parts;
mod plan;
pub mod prose;
mod refusal;
mod rubric;
pub mod search;
pub mod stack;
mod words;

#[cfg(test)]
pub(crate) mod sample;

pub use card::Card;
pub use content::{
    Alignment, Citation, Component, Content, KeyMethod, RationaleParagraph, Resource, Source,
    TimePart,
};
pub use fingerprint::Fingerprint;
pub use names::{Code, Language, LevelName, LevelScale, NameError, Slug, WebUrl};
pub use parts::{Form, Prompt, Purpose, Requirement, Template};
pub use plan::{AssessmentPlan, BlindMode, PlanKind, Releaser, SameDistrict};
pub use refusal::Refusal;
pub use rubric::{Criterion, Rubric, RubricLevel};
pub use words::{WordLimitBreach, WordLimits, count_words};
