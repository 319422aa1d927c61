//! The draft: texts with a version each, and files.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::catalogue::{Content, Form, Slug};
use crate::evidence::Item;

/// The longest text of one field, in characters; word limits are checked when it is submitted.
pub const MAX_FIELD_CHARS: usize = 40_000;

/// A field of the draft that is written in the workspace.
///
/// As text: `answer/ID`, `text/ID/N`, `link/ID/N`, `note`, `ai-use`, `findings`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Field {
    /// The answer to a prompt.
    Answer(Slug),
    /// The n-th text written for a requirement, from 1.
    Text(Slug, u16),
    /// The n-th link for a requirement, from 1: an address and what it shows.
    Link(Slug, u16),
    /// What changed since the last attempt.
    Note,
    /// How AI was used, or that it was not.
    AiUse,
    /// Why the draft is sent although it may tell who wrote it. Assessors never see it.
    Findings,
}

impl Field {
    /// The field of that text, if the content has it.
    pub fn within(content: &Content, text: &str) -> Result<Self, Refusal> {
        let field = Self::from_str(text).map_err(|_| Refusal::UnknownField)?;
        if field.is_of(content) {
            Ok(field)
        } else {
            Err(Refusal::UnknownField)
        }
    }

    /// Does the content ask for it?
    pub fn is_of(&self, content: &Content) -> bool {
        let takes = |id: &Slug, n: &u16, form: Form| {
            content
                .requirement(id)
                .is_some_and(|it| it.forms.contains(&form) && (1..=it.max_count).contains(n))
        };
        match self {
            Self::Answer(id) => content.prompt(id).is_some(),
            Self::Text(id, n) => takes(id, n, Form::Text),
            Self::Link(id, n) => takes(id, n, Form::Link),
            Self::Note | Self::AiUse | Self::Findings => true,
        }
    }

    /// The prompt or requirement that it belongs to.
    pub fn source(&self) -> Option<&Slug> {
        match self {
            Self::Answer(id) | Self::Text(id, _) | Self::Link(id, _) => Some(id),
            Self::Note | Self::AiUse | Self::Findings => None,
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(id) => write!(f, "answer/{id}"),
            Self::Text(id, n) => write!(f, "text/{id}/{n}"),
            Self::Link(id, n) => write!(f, "link/{id}/{n}"),
            Self::Note => f.write_str("note"),
            Self::AiUse => f.write_str("ai-use"),
            Self::Findings => f.write_str("findings"),
        }
    }
}

impl FromStr for Field {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let unknown = || format!("not a field of a draft: {text}");
        let slug = |id: &str| Slug::from_str(id).map_err(|_| unknown());
        let parts: Vec<_> = text.split('/').collect();
        match parts[..] {
            ["answer", id] => Ok(Self::Answer(slug(id)?)),
            ["text", id, n] => Ok(Self::Text(slug(id)?, n.parse().map_err(|_| unknown())?)),
            ["link", id, n] => Ok(Self::Link(slug(id)?, n.parse().map_err(|_| unknown())?)),
            ["note"] => Ok(Self::Note),
            ["ai-use"] => Ok(Self::AiUse),
            ["findings"] => Ok(Self::Findings),
            _ => Err(unknown()),
        }
    }
}

impl TryFrom<String> for Field {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Field> for String {
    fn from(field: Field) -> Self {
        field.to_string()
    }
}

/// A text and how often it was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldText {
    /// The text.
    pub text: String,
    /// 0 before the first save, then one more with each.
    pub version: u64,
}

impl FieldText {
    /// The next version, if `based_on` is the one that is stored. Saving the same text again
    /// changes nothing and is welcome from any version, since an answer may have been lost.
    pub fn save(&self, field: &Field, text: &str, based_on: u64) -> Result<Self, Refusal> {
        if text.chars().count() > MAX_FIELD_CHARS {
            return Err(Refusal::TextTooLong {
                field: field.clone(),
                limit: MAX_FIELD_CHARS,
            });
        }
        if text == self.text {
            return Ok(self.clone());
        }
        if based_on != self.version {
            return Err(Refusal::StaleField {
                field: field.clone(),
                current: self.clone(),
            });
        }
        Ok(Self {
            text: text.to_owned(),
            version: self.version + 1,
        })
    }
}

/// Everything that an educator has gathered so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Texts by field.
    pub texts: BTreeMap<Field, FieldText>,
    /// Files, in the order in which they came.
    pub items: Vec<Item>,
}

impl Draft {
    /// The text of a field; empty before it is written.
    pub fn text(&self, field: &Field) -> &str {
        self.texts.get(field).map_or("", |it| it.text.as_str())
    }

    /// The texts written for a requirement that say something.
    pub fn written<'d>(
        &'d self,
        requirement: &'d Slug,
    ) -> impl Iterator<Item = (&'d Field, &'d str)> {
        self.texts
            .iter()
            .filter(move |(field, _)| matches!(field, Field::Text(id, _) if id == requirement))
            .map(|(field, it)| (field, it.text.trim()))
            .filter(|(_, text)| !text.is_empty())
    }

    /// The links of a requirement that say something, usable or not.
    pub fn links<'d>(
        &'d self,
        requirement: &'d Slug,
    ) -> impl Iterator<Item = (&'d Field, &'d str)> {
        self.texts
            .iter()
            .filter(move |(field, _)| matches!(field, Field::Link(id, _) if id == requirement))
            .map(|(field, it)| (field, it.text.trim()))
            .filter(|(_, text)| !text.is_empty())
    }

    /// Texts that say something, and files, that the content does not ask for: they come from an
    /// earlier version, and are kept.
    pub fn left_over<'d>(
        &'d self,
        content: &'d Content,
    ) -> (
        impl Iterator<Item = (&'d Field, &'d str)>,
        impl Iterator<Item = &'d Item>,
    ) {
        let texts = self.texts.iter();
        let texts = texts
            .filter(|(field, it)| !it.text.trim().is_empty() && !field.is_of(content))
            .map(|(field, it)| (field, it.text.as_str()));
        let items = self.items.iter();
        let items = items.filter(|it| content.requirement(&it.requirement).is_none());
        (texts, items)
    }

    /// The files of a requirement.
    pub fn files<'d>(&'d self, requirement: &'d Slug) -> impl Iterator<Item = &'d Item> {
        self.items
            .iter()
            .filter(move |it| it.requirement == *requirement)
    }
}
