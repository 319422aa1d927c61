//! What comes out of a statement.

use std::sync::Arc;

use jiff::Timestamp;
use newtype_uuid::{TypedUuid, TypedUuidKind};
use uuid::Uuid;

use super::{StoreError, Value};

/// The shape of an answer, shared by its rows.
#[derive(Debug)]
pub(crate) struct Shape {
    pub(crate) statement: &'static str,
    pub(crate) columns: Vec<String>,
}

/// One row; its values are read by column name.
#[derive(Debug, Clone)]
pub struct Row {
    pub(crate) shape: Arc<Shape>,
    pub(crate) values: Vec<Value>,
}

impl Row {
    /// The value of a column as a type.
    ///
    /// # Errors
    /// [`StoreError::Inconsistent`] if there is no such column or it holds something else.
    pub fn get<T: FromValue>(&self, column: &str) -> Result<T, StoreError> {
        let at = self.shape.columns.iter().position(|name| name == column);
        let Some(value) = at.and_then(|at| self.values.get(at)) else {
            return Err(self.inconsistent(column, "no such column".to_owned()));
        };
        T::from_value(value).map_err(|wanted| {
            self.inconsistent(column, format!("found {}, expected {wanted}", value.kind()))
        })
    }

    /// The error for a value that is of the right type and still impossible.
    pub fn inconsistent(&self, column: &str, found: impl Into<String>) -> StoreError {
        StoreError::Inconsistent {
            statement: self.shape.statement,
            column: column.to_owned(),
            found: found.into(),
        }
    }

    /// A text column parsed by a function of the domain that says `None` to what it never wrote.
    ///
    /// # Errors
    /// [`StoreError::Inconsistent`] as for [`Row::get`], or when `parse` answers `None`.
    pub fn parse<T>(
        &self,
        column: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, StoreError> {
        let text: String = self.get(column)?;
        parse(&text).ok_or_else(|| self.inconsistent(column, "found text that has no meaning here"))
    }

    /// Like [`Row::parse`], for a column that may be empty.
    ///
    /// # Errors
    /// As for [`Row::parse`].
    pub fn parse_optional<T>(
        &self,
        column: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, StoreError> {
        match self.get::<Option<String>>(column)? {
            Some(_) => self.parse(column, parse).map(Some),
            None => Ok(None),
        }
    }
}

/// A type that a column can be read as.
pub trait FromValue: Sized {
    /// # Errors
    /// What was expected, in words.
    fn from_value(value: &Value) -> Result<Self, &'static str>;
}

macro_rules! whole_numbers {
    ($($number:ty: $expected:literal;)*) => { $(
        impl FromValue for $number {
            fn from_value(value: &Value) -> Result<Self, &'static str> {
                match value {
                    Value::Int(number) => <$number>::try_from(*number).map_err(|_| $expected),
                    _ => Err($expected),
                }
            }
        }
    )* };
}
whole_numbers! {
    i64: "a whole number";
    i32: "a whole number of 32 bits";
    i16: "a whole number of 16 bits";
    u64: "a whole number from 0";
    u32: "a whole number from 0 to 4294967295";
    u16: "a whole number from 0 to 65535";
    u8: "a whole number from 0 to 255";
    usize: "a whole number from 0";
}

impl FromValue for bool {
    fn from_value(value: &Value) -> Result<Self, &'static str> {
        match value {
            Value::Int(0) => Ok(false),
            Value::Int(1) => Ok(true),
            _ => Err("0 or 1"),
        }
    }
}

impl FromValue for String {
    fn from_value(value: &Value) -> Result<Self, &'static str> {
        match value {
            Value::Text(text) => Ok(text.clone()),
            _ => Err("text"),
        }
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: &Value) -> Result<Self, &'static str> {
        match value {
            Value::Bytes(bytes) => Ok(bytes.clone()),
            _ => Err("bytes"),
        }
    }
}

impl FromValue for Timestamp {
    fn from_value(value: &Value) -> Result<Self, &'static str> {
        const EXPECTED: &str = "a time in microseconds since 1970";
        match value {
            Value::Int(at) => Timestamp::from_microsecond(*at).map_err(|_| EXPECTED),
            _ => Err(EXPECTED),
        }
    }
}

impl FromValue for Uuid {
    fn from_value(value: &Value) -> Result<Self, &'static str> {
        match value {
            Value::Text(text) => text.parse().map_err(|_| "an id"),
            _ => Err("an id"),
        }
    }
}

impl<K: TypedUuidKind> FromValue for TypedUuid<K> {
    fn from_value(value: &Value) -> Result<Self, &'static str> {
        match value {
            Value::Text(text) => text.parse().map_err(|_| "an id"),
            _ => Err("an id"),
        }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Result<Self, &'static str> {
        match value {
            Value::Null => Ok(None),
            value => T::from_value(value).map(Some),
        }
    }
}
