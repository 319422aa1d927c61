//! A sentence on its way to the page.

use std::fmt;

use fluent_bundle::{FluentArgs, FluentValue};

use super::{Language, find};

/// What can stand as a value in a sentence: text and numbers, by value or by reference.
pub trait ToWord {
    /// The value, as Fluent knows it.
    fn to_word(&self) -> FluentValue<'static>;
}

impl ToWord for str {
    fn to_word(&self) -> FluentValue<'static> {
        FluentValue::from(self.to_owned())
    }
}

impl ToWord for String {
    fn to_word(&self) -> FluentValue<'static> {
        FluentValue::from(self.clone())
    }
}

impl ToWord for Phrase {
    fn to_word(&self) -> FluentValue<'static> {
        FluentValue::from(self.to_string())
    }
}

impl<T: ToWord + ?Sized> ToWord for &T {
    fn to_word(&self) -> FluentValue<'static> {
        (**self).to_word()
    }
}

macro_rules! numbers {
    ($($number:ty)+) => { $(
        impl ToWord for $number {
            fn to_word(&self) -> FluentValue<'static> {
                FluentValue::from(*self)
            }
        }
    )+ };
}

numbers!(u8 u16 u32 u64 usize i32 i64 f64);

/// A sentence by its id, with values; shows itself in its language.
///
/// An id that no language knows shows as `{id}`, so that it is seen, and is logged.
#[derive(Debug)]
pub struct Phrase {
    language: Language,
    id: String,
    values: FluentArgs<'static>,
}

impl Phrase {
    pub(super) fn new(language: Language, id: &str) -> Self {
        Self {
            language,
            id: id.to_owned(),
            values: FluentArgs::new(),
        }
    }

    /// The same sentence with one more value.
    #[must_use]
    pub fn put(mut self, name: &'static str, value: impl ToWord) -> Self {
        self.values.set(name, value.to_word());
        self
    }

    /// The same, for a value whose name is not known beforehand.
    #[must_use]
    pub fn put_named(mut self, name: &str, value: impl ToWord) -> Self {
        self.values.set(name.to_owned(), value.to_word());
        self
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match find(self.language, &self.id, &self.values) {
            Some(text) => f.write_str(&text),
            None => {
                tracing::error!(id = self.id, "a sentence that no language knows");
                write!(f, "{{{}}}", self.id)
            }
        }
    }
}
