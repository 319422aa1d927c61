//! Reading JSON from strangers: limits before anything else, and no duplicate keys.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// Longest document that is read, in bytes (256 KiB).
pub const MAX_BYTES: usize = 256 * 1024;
/// Deepest nesting of arrays and objects.
pub const MAX_DEPTH: usize = 64;
/// Most objects in one document.
pub const MAX_NODES: usize = 2_000;

/// Why a text was not taken as a document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InputError {
    /// More than [`MAX_BYTES`].
    #[error("the document has {found} bytes; at most {MAX_BYTES} are read")]
    TooLong {
        /// Bytes found.
        found: usize,
    },
    /// Nested deeper than [`MAX_DEPTH`].
    #[error("the document is nested deeper than {MAX_DEPTH} levels")]
    TooDeep,
    /// More objects than [`MAX_NODES`].
    #[error("the document has more than {MAX_NODES} objects")]
    TooManyNodes,
    /// Not JSON, or JSON with a key twice in one object (two readers would see two documents).
    #[error("not usable JSON: {0}")]
    Syntax(String),
    /// JSON, but not an object.
    #[error("expected a JSON object, found {0}")]
    NotAnObject(&'static str),
}

/// Reads one document under the limits of this module.
///
/// # Errors
/// [`InputError`] names the limit or the place (line and column) of the fault.
pub fn parse(text: &[u8]) -> Result<Value, InputError> {
    if text.len() > MAX_BYTES {
        return Err(InputError::TooLong { found: text.len() });
    }
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let value = Strict
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| InputError::Syntax(error.to_string()))?;
    check(&value)?;
    Ok(value)
}

/// Checks the limits of a document that is already a value; gives its depth.
///
/// # Errors
/// [`InputError`] for the first limit that is exceeded, or if it is not an object.
pub fn check(value: &Value) -> Result<usize, InputError> {
    if !value.is_object() {
        return Err(InputError::NotAnObject(kind(value)));
    }
    let mut size = Size::default();
    size.add(value, 1)?;
    Ok(size.depth)
}

/// What kind of JSON value this is, for error sentences.
#[must_use]
pub fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

/// The elements of an array, or a single value as if it were an array of one; JSON-LD allows both everywhere.
pub fn each(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    match value {
        None => [].iter(),
        Some(Value::Array(items)) => items.iter(),
        Some(single) => std::slice::from_ref(single).iter(),
    }
}

/// Appends one token to a JSON Pointer (RFC 6901).
#[must_use]
pub fn pointer(parent: &str, token: &str) -> String {
    format!("{parent}/{}", token.replace('~', "~0").replace('/', "~1"))
}

#[derive(Default)]
struct Size {
    bytes: usize,
    nodes: usize,
    depth: usize,
}

impl Size {
    fn add(&mut self, value: &Value, depth: usize) -> Result<(), InputError> {
        if value.is_array() || value.is_object() {
            if depth > MAX_DEPTH {
                return Err(InputError::TooDeep);
            }
            self.depth = self.depth.max(depth);
        }
        match value {
            Value::Null | Value::Bool(_) | Value::Number(_) => self.grow(1),
            Value::String(text) => self.grow(text.len()),
            Value::Array(items) => items.iter().try_for_each(|item| self.add(item, depth + 1)),
            Value::Object(entries) => {
                self.nodes += 1;
                if self.nodes > MAX_NODES {
                    return Err(InputError::TooManyNodes);
                }
                entries.iter().try_for_each(|(key, item)| {
                    self.grow(key.len())?;
                    self.add(item, depth + 1)
                })
            }
        }
    }

    fn grow(&mut self, bytes: usize) -> Result<(), InputError> {
        self.bytes += bytes;
        if self.bytes > MAX_BYTES {
            return Err(InputError::TooLong { found: self.bytes });
        }
        Ok(())
    }
}

/// Builds a value and refuses a key that an object already has.
struct Strict;

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value)
            .map(Value::Number)
            .ok_or_else(|| E::custom("a number that is not finite"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(Strict)? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if object.contains_key(&key) {
                return Err(A::Error::custom(format_args!(
                    "the key {key:?} appears twice"
                )));
            }
            let value = entries.next_value_seed(Strict)?;
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}

/// The same value in the form that the JSON-LD processor reads.
pub(crate) fn to_syntax(value: &Value) -> json_ld::syntax::Value {
    use json_ld::syntax::Value as Syntax;
    match value {
        Value::Null => Syntax::Null,
        Value::Bool(boolean) => Syntax::Boolean(*boolean),
        Value::Number(number) => number_to_syntax(number),
        Value::String(text) => Syntax::String(text.as_str().into()),
        Value::Array(items) => Syntax::Array(items.iter().map(to_syntax).collect()),
        Value::Object(entries) => Syntax::Object(
            entries
                .iter()
                .map(|(key, item)| {
                    json_ld::syntax::object::Entry::new(key.as_str().into(), to_syntax(item))
                })
                .collect(),
        ),
    }
}

fn number_to_syntax(number: &Number) -> json_ld::syntax::Value {
    use json_ld::syntax::{NumberBuf, Value as Syntax};
    let text = number.to_string();
    match NumberBuf::new(text.as_bytes().into()) {
        Ok(number) => Syntax::Number(number),
        // A finite JSON number always prints as one; its digits as a string are the honest fallback.
        Err(_) => Syntax::String(text.as_str().into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_twice_in_one_object_is_refused_with_its_name_and_place() {
        let error = parse(br#"{"a": {"name": 1, "name": 2}}"#).unwrap_err();
        assert!(
            matches!(&error, InputError::Syntax(text) if text.contains("\"name\"") && text.contains("line 1"))
        );
    }

    #[test]
    fn what_follows_the_document_is_refused() {
        assert!(matches!(parse(b"{} {}"), Err(InputError::Syntax(_))));
    }

    #[test]
    fn a_document_at_each_limit_is_read_and_one_beyond_is_not() {
        let nest = |levels: usize| {
            format!(
                "{}{{}}{}",
                "{\"a\":".repeat(levels - 1),
                "}".repeat(levels - 1)
            )
        };
        assert!(parse(nest(MAX_DEPTH).as_bytes()).is_ok());
        assert_eq!(
            parse(nest(MAX_DEPTH + 1).as_bytes()),
            Err(InputError::TooDeep)
        );
        let many = |nodes: usize| format!("{{\"a\":[{}]}}", vec!["{}"; nodes - 1].join(","));
        assert!(parse(many(MAX_NODES).as_bytes()).is_ok());
        assert_eq!(
            parse(many(MAX_NODES + 1).as_bytes()),
            Err(InputError::TooManyNodes)
        );
        let long = format!("{{\"a\":\"{}\"}}", "x".repeat(MAX_BYTES));
        assert!(matches!(
            parse(long.as_bytes()),
            Err(InputError::TooLong { .. })
        ));
    }

    #[test]
    fn an_array_is_not_a_document() {
        assert_eq!(parse(b"[]"), Err(InputError::NotAnObject("an array")));
    }

    #[test]
    fn numbers_keep_their_value_on_the_way_to_the_processor() {
        let value = parse(br#"{"a": [0, -7, 1.5, 1e300]}"#).unwrap();
        assert_eq!(to_syntax(&value).into_object().unwrap().len(), 1);
    }
}
