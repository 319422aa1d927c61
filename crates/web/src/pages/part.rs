//! Parts of pages as data, for the macros of `templates/parts/parts.html`.

use crate::icon::{self, Drawing, Mark};

/// A state: shape, colour, word.
#[derive(Clone, Debug)]
pub struct State {
    /// Shape and colour.
    pub mark: Mark,
    /// The word.
    pub word: String,
}

impl State {
    /// That mark with that word.
    pub fn new(mark: Mark, word: impl ToString) -> Self {
        Self {
            mark,
            word: word.to_string(),
        }
    }
}

/// A link with its words.
#[derive(Clone, Debug)]
pub struct Link {
    /// Where it leads.
    pub address: String,
    /// What it says.
    pub word: String,
}

impl Link {
    /// That address with those words.
    pub fn new(address: impl Into<String>, word: impl ToString) -> Self {
        Self {
            address: address.into(),
            word: word.to_string(),
        }
    }
}

/// One step of the way to this page.
#[derive(Clone, Debug)]
pub struct Crumb {
    /// Its page; none for this one.
    pub address: Option<String>,
    /// Its name.
    pub word: String,
}

impl Crumb {
    /// A page above this one.
    pub fn above(address: impl Into<String>, word: impl ToString) -> Self {
        Self {
            address: Some(address.into()),
            word: word.to_string(),
        }
    }

    /// This page.
    pub fn here(word: impl ToString) -> Self {
        Self {
            address: None,
            word: word.to_string(),
        }
    }
}

/// A label and its value.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// The value.
    pub value: String,
    /// Where the value leads.
    pub address: Option<String>,
}

impl Fact {
    /// A plain fact.
    pub fn new(label: impl ToString, value: impl ToString) -> Self {
        Self {
            label: label.to_string(),
            value: value.to_string(),
            address: None,
        }
    }

    /// A fact that leads somewhere.
    pub fn linked(label: impl ToString, value: impl ToString, address: impl Into<String>) -> Self {
        Self {
            address: Some(address.into()),
            ..Self::new(label, value)
        }
    }
}

/// What stands where nothing is yet.
#[derive(Clone, Debug)]
pub struct Empty {
    /// What there is not.
    pub title: String,
    /// What will be here and why it is empty.
    pub text: String,
    /// The first step.
    pub way: Option<Link>,
}

/// Where the rest of a list is; lists are paged by key.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// The first page, if this is another one.
    pub first: Option<String>,
    /// The next page, if there is one.
    pub next: Option<String>,
}

/// The tone of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Done.
    Done,
    /// Good to know.
    Plain,
    /// Look at this.
    Look,
    /// It did not work.
    Wrong,
}

/// Something that happened, in the text where it happened.
#[derive(Clone, Debug)]
pub struct Note {
    /// Its tone.
    pub tone: Tone,
    /// The first words, which carry it.
    pub title: String,
    /// The rest.
    pub text: String,
}

impl Note {
    /// A note of that tone.
    pub fn new(tone: Tone, title: impl ToString, text: impl ToString) -> Self {
        Self {
            tone,
            title: title.to_string(),
            text: text.to_string(),
        }
    }

    /// The class that colours it.
    pub const fn class(&self) -> &'static str {
        match self.tone {
            Tone::Done => "met",
            Tone::Plain => "plainly",
            Tone::Look => "notyet",
            Tone::Wrong => "error",
        }
    }

    /// Its icon.
    pub const fn icon(&self) -> Drawing {
        match self.tone {
            Tone::Done => icon::tick(),
            Tone::Plain | Tone::Look => icon::info(),
            Tone::Wrong => icon::alert(),
        }
    }
}

/// One line of the list of criteria.
#[derive(Clone, Debug)]
pub struct CriterionLine {
    /// Its state.
    pub mark: Mark,
    /// Where it leads; often a place on the same page.
    pub address: String,
    /// The criterion.
    pub title: String,
    /// Its state in words.
    pub note: String,
    /// We are there.
    pub is_here: bool,
}

/// A rubric.
#[derive(Clone, Debug)]
pub struct Rubric {
    /// Its levels, from the lowest.
    pub levels: Vec<Level>,
    /// Its criteria, each with a descriptor for every level.
    pub criteria: Vec<Criterion>,
}

/// A level of a rubric.
#[derive(Clone, Debug)]
pub struct Level {
    /// From 1.
    pub number: u8,
    /// Its name.
    pub name: String,
}

/// A criterion of a rubric.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// Its name.
    pub title: String,
    /// The level that passes.
    pub passing: u8,
    /// What each level looks like, from the lowest.
    pub descriptors: Vec<String>,
}

/// A cell of a rubric.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Number of the level.
    pub number: u8,
    /// Name of the level.
    pub name: String,
    /// The descriptor.
    pub text: String,
    /// The criterion passes here.
    pub passes: bool,
}

impl Rubric {
    /// Do all criteria pass at that level?
    pub fn all_pass_at(&self, level: &u8) -> bool {
        !self.criteria.is_empty() && self.criteria.iter().all(|it| it.passing == *level)
    }
}

impl Criterion {
    /// Its cells, one for each level.
    pub fn cells(&self, levels: &[Level]) -> Vec<Cell> {
        levels
            .iter()
            .zip(
                self.descriptors
                    .iter()
                    .map(String::as_str)
                    .chain(std::iter::repeat("")),
            )
            .map(|(level, text)| Cell {
                number: level.number,
                name: level.name.clone(),
                text: text.to_owned(),
                passes: level.number == self.passing,
            })
            .collect()
    }
}
