//! A micro-credential while it is written: everything that was typed, also what is not yet sound.
//!
//! A design has the keys of a package, with two differences: a template's text stands beside its
//! name, and a number that is none stays as it was typed. [`Design::check`] turns it into a package
//! and reads that, so that a design is complete exactly when its package is sound, and every finding
//! names the field that it is about.

mod act;
mod place;
pub mod schema;
mod state;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::package::{self, Files, Finding};
use super::{Content, Refusal};
use place::{at, kind_of};
use schema::Kind;

pub use act::Act;
pub use state::{Reviewing, Standing, TwoPeople};

/// The largest design, in bytes of its JSON.
pub const MAX_BYTES: usize = 512 * 1024;
/// The longest text of one field, in characters.
pub const MAX_TEXT: usize = 20_000;

/// A micro-credential while it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Design(Value);

/// What was typed: every value of each field, by its place.
pub type Typed = BTreeMap<String, Vec<String>>;

impl Design {
    /// One that nobody has worked on: the parts that every micro-credential has, with the usual
    /// levels and plan.
    #[must_use]
    pub fn blank(language: &str) -> Self {
        let levels = ["Not yet", "Approaching", "Demonstrated"];
        let levels = levels.iter().enumerate();
        let mut design = Self(serde_json::json!({
            "language": language,
            "window_months": 6,
            "rubric": {
                "levels": levels.map(|(at, name)| serde_json::json!({"number": at + 1, "name": name})).collect::<Vec<_>>(),
            },
            "plan": {"kind": "double", "turnaround_business_days": 5, "same_district": "allowed"},
        }));
        for list in [
            "overview",
            "requirements",
            "reflection",
            "rubric.criteria",
            "rationale",
            "key_method.components",
        ] {
            design.add(list);
        }
        design
    }

    /// The design of a content, to write its next version.
    ///
    /// # Errors
    /// [`Refusal::Package`] for content that no package can hold.
    pub fn of(content: &Content) -> Result<Self, Refusal> {
        let files = package::write(content).map_err(|_| Refusal::Package(Vec::new()))?;
        Self::read(&files)
    }

    /// The design of a package, sound or not, as long as it is TOML.
    ///
    /// # Errors
    /// [`Refusal::Package`] if there is no document, or it is no TOML.
    pub fn read(files: &Files) -> Result<Self, Refusal> {
        let unreadable = || Refusal::Package(package::parse(files).err().unwrap_or_default());
        let document = files.get(package::DOCUMENT).ok_or_else(unreadable)?;
        if document.len() > package::MAX_DOCUMENT_BYTES {
            return Err(unreadable());
        }
        let text = std::str::from_utf8(document).map_err(|_| unreadable())?;
        let table: toml::Table = text.parse().map_err(|_| unreadable())?;
        let mut value = serde_json::to_value(table).map_err(|_| unreadable())?;
        let requirements = value.get_mut("requirements").and_then(Value::as_array_mut);
        for requirement in requirements.into_iter().flatten() {
            let name = requirement.get("template").and_then(Value::as_str);
            let text = name.and_then(|name| files.get(name));
            let text = text.and_then(|bytes| std::str::from_utf8(bytes).ok());
            if let (Some(text), Some(table)) =
                (text.map(str::to_owned), requirement.as_object_mut())
            {
                table.insert("template_text".to_owned(), text.into());
            }
        }
        Ok(Self(value))
    }

    /// Its title, as far as there is one.
    #[must_use]
    pub fn title(&self) -> &str {
        self.0.get("title").and_then(Value::as_str).unwrap_or("")
    }

    /// What stands at a place, as it stands in a form: lists one entry a line.
    #[must_use]
    pub fn text_at(&self, place: &str) -> String {
        match at(&self.0, place) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Bool(is)) => if *is { "yes" } else { "no" }.to_owned(),
            Some(Value::Array(entries)) => {
                let entries = entries.iter().filter_map(Value::as_str);
                entries.collect::<Vec<_>>().join("\n")
            }
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    /// How many entries a list has.
    #[must_use]
    pub fn count_at(&self, place: &str) -> usize {
        at(&self.0, place)
            .and_then(Value::as_array)
            .map_or(0, Vec::len)
    }

    /// Takes what was typed. Places that a design does not have are left out.
    ///
    /// # Errors
    /// [`Refusal::DesignTooLarge`].
    pub fn write(&mut self, typed: &Typed) -> Result<(), Refusal> {
        for (place, values) in typed {
            let Some(kind) = kind_of(&self.0, place) else {
                continue;
            };
            if values.iter().any(|it| it.chars().count() > MAX_TEXT) {
                return Err(Refusal::DesignTooLarge);
            }
            place::put(&mut self.0, place, value_of(kind, values));
        }
        if self.0.to_string().len() > MAX_BYTES {
            return Err(Refusal::DesignTooLarge);
        }
        Ok(())
    }

    /// Adds an empty entry to a list, unless it has its most; answers its place.
    pub fn add(&mut self, list: &str) -> Option<String> {
        act::add(&mut self.0, list)
    }

    /// Does something to a list.
    pub fn act(&mut self, act: &Act) {
        act::act(&mut self.0, act);
    }

    /// Places of fields where another design says something else.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let places = |design: &Self| place::fields_of(&design.0);
        let mut all: Vec<String> = places(self);
        all.extend(places(other));
        all.sort();
        all.dedup();
        all.retain(|place| self.text_at(place) != other.text_at(place));
        all
    }

    /// The package of what was written so far.
    #[must_use]
    pub fn files(&self) -> Files {
        let mut files = Files::new();
        let mut document = self.0.clone();
        let requirements = document
            .get_mut("requirements")
            .and_then(Value::as_array_mut);
        for requirement in requirements.into_iter().flatten() {
            let Some(table) = requirement.as_object_mut() else {
                continue;
            };
            let text = table.remove("template_text");
            let name = table.get("template").and_then(Value::as_str).unwrap_or("");
            if let (false, Some(Value::String(text))) = (name.is_empty(), text) {
                files.insert(name.to_owned(), text.into_bytes());
            }
        }
        strip(&mut document);
        let text = toml::to_string_pretty(&document).unwrap_or_default();
        files.insert(package::DOCUMENT.to_owned(), text.into_bytes());
        files
    }

    /// The content, if the design is complete.
    ///
    /// # Errors
    /// Everything that is missing or wrong, each with its place.
    pub fn check(&self) -> Result<Content, Vec<Finding>> {
        package::parse(&self.files())
    }
}

/// What a form sent, as a value of that kind.
fn value_of(kind: Kind, values: &[String]) -> Value {
    let first = values.first().map_or("", String::as_str);
    match kind {
        Kind::Line | Kind::One(_) => first.trim().into(),
        Kind::Prose => first.trim_end().into(),
        Kind::Verbatim => first.into(),
        Kind::Number => match first.trim().parse::<i64>() {
            Ok(number) => number.into(),
            Err(_) => first.trim().into(),
        },
        Kind::Flag => match first {
            "yes" => true.into(),
            "no" => false.into(),
            _ => Value::Null,
        },
        Kind::Lines => {
            let lines = first.lines().map(str::trim).filter(|it| !it.is_empty());
            lines.map(Value::from).collect()
        }
        Kind::Any(words) => {
            let chosen = words
                .iter()
                .filter(|word| values.iter().any(|it| it == *word));
            chosen.map(|it| Value::from(*it)).collect()
        }
    }
}

/// Leaves out what is empty: in a package that is a key that is not there.
fn strip(value: &mut Value) {
    let is_empty = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(entries) => entries.is_empty(),
        Value::Object(table) => table.is_empty(),
        _ => false,
    };
    match value {
        Value::Object(table) => {
            table.values_mut().for_each(strip);
            let kept = std::mem::replace(table, Map::new());
            table.extend(kept.into_iter().filter(|(_, value)| !is_empty(value)));
        }
        Value::Array(entries) => entries.iter_mut().for_each(strip),
        _ => {}
    }
}
