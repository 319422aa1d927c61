//! The three parts that an educator works through: overview prompts, requirements, reflection
//! prompts.

use super::words::{WordLimitBreach, WordLimits};
use super::{Criterion, Slug};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A question that is answered in writing (part 1 and part 3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prompt {
    /// Unique among all prompts and requirements of the content.
    pub id: Slug,
    /// The question, on one line.
    pub text: String,
    /// What helps to answer it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The fewest words of an answer.
    pub min_words: u32,
    /// The most words of an answer.
    pub max_words: u32,
}

impl Prompt {
    /// The word limits of an answer.
    #[must_use]
    pub fn word_limits(&self) -> WordLimits {
        WordLimits {
            min: self.min_words,
            max: self.max_words,
        }
    }

    /// The number of words of an answer that keeps to the limits.
    ///
    /// # Errors
    /// The limit that the answer breaks.
    pub fn check(&self, answer: &str) -> Result<u32, WordLimitBreach> {
        self.word_limits().check(answer)
    }
}

/// What a piece of evidence is evidence of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// What the educator studied or planned.
    Learning,
    /// What the educator did with learners.
    Practice,
    /// What changed because of it.
    Impact,
}

impl Purpose {
    /// All purposes, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Learning, Self::Practice, Self::Impact];

    /// The word used in packages and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Learning => "learning",
            Self::Practice => "practice",
            Self::Impact => "impact",
        }
    }
}

/// A form in which evidence can be handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Written in the workspace.
    Text,
    /// A document, spreadsheet or slides.
    Document,
    /// A picture.
    Image,
    /// A sound recording.
    Audio,
    /// A film.
    Video,
    /// An address on the web.
    Link,
}

impl Form {
    /// All forms, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Text,
        Self::Document,
        Self::Image,
        Self::Audio,
        Self::Video,
        Self::Link,
    ];

    /// The word used in packages and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Document => "document",
            Self::Image => "image",
            Self::Audio => "audio",
            Self::Video => "video",
            Self::Link => "link",
        }
    }

    /// Is it a file, with a size in bytes?
    #[must_use]
    pub fn is_file(self) -> bool {
        !matches!(self, Self::Text | Self::Link)
    }

    /// Does it last a time, in seconds?
    #[must_use]
    pub fn is_timed(self) -> bool {
        matches!(self, Self::Audio | Self::Video)
    }
}

/// A small text file that an educator may fill in, such as a blank log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// The name of the file, such as `turn-log.csv`.
    pub file: String,
    /// Its text.
    pub text: String,
}

/// One thing to hand in (part 2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    /// Unique among all prompts and requirements of the content.
    pub id: Slug,
    /// What it is, in a few words.
    pub title: String,
    /// What to do.
    pub instructions: String,
    /// What it is evidence of.
    pub purpose: Purpose,
    /// The accepted forms; at least one.
    pub forms: BTreeSet<Form>,
    /// The fewest items; 0 for a piece that may be left out.
    pub min_count: u16,
    /// The most items.
    pub max_count: u16,
    /// The largest size of one file in bytes; present if and only if a form is a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_bytes: Option<u64>,
    /// The longest recording in seconds; present if and only if audio or video is accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_seconds: Option<u32>,
    /// The fewest words of a written item; present if and only if text is accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_words: Option<u32>,
    /// The most words of a written item; present if and only if text is accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_words: Option<u32>,
    /// A file to fill in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<Template>,
    /// What an educator can check before handing it in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub completion_indicators: Vec<String>,
    /// May students be seen or heard in it? If so, consent is asked for.
    pub students_may_appear: bool,
    /// May a team hand in one piece together?
    pub team_may_share: bool,
}

impl Requirement {
    /// The word limits of a written item, where text is accepted.
    #[must_use]
    pub fn word_limits(&self) -> Option<WordLimits> {
        Some(WordLimits {
            min: self.min_words?,
            max: self.max_words?,
        })
    }

    /// May it be left out?
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.min_count == 0
    }

    /// Does a criterion rest on it?
    #[must_use]
    pub fn is_source_of(&self, criterion: &Criterion) -> bool {
        criterion.sources.contains(&self.id)
    }
}
