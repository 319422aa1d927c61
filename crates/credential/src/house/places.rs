//! Rules that hold wherever a member stands.

use serde_json::Value;

use super::{Lint, Rule};
use crate::json::pointer;

/// Members that some verifier or wallet cannot take, wherever they stand.
const FORBIDDEN: [&str; 5] = [
    "credentialSchema",
    "jti",
    "endorsementJwt",
    "refreshService",
    "termsOfUse",
];

const TIMES: [&str; 3] = ["validFrom", "validUntil", "awardedDate"];

impl Lint<'_> {
    /// Walks every object but the proof.
    pub(super) fn places(&mut self, credential: &Value) {
        let Some(members) = credential.as_object() else {
            return;
        };
        self.object(credential, "");
        for (key, value) in members
            .iter()
            .filter(|(key, _)| !matches!(key.as_str(), "proof" | "@context"))
        {
            self.walk(value, &pointer("", key), key);
        }
    }

    fn walk(&mut self, value: &Value, place: &str, key: &str) {
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.walk(item, &pointer(place, &index.to_string()), key);
                }
            }
            Value::Object(members) => {
                self.object(value, place);
                if key == "image" && value.get("type").and_then(Value::as_str) != Some("Image") {
                    self.report(
                        Rule::Types,
                        &pointer(place, "type"),
                        "expected the text \"Image\"",
                    );
                }
                if matches!(key, "creator" | "evidence") {
                    self.typed(
                        value,
                        place,
                        &[if key == "creator" {
                            "Profile"
                        } else {
                            "Evidence"
                        }],
                    );
                }
                for (key, item) in members {
                    self.walk(item, &pointer(place, key), key);
                }
            }
            Value::String(_) if key == "image" => {
                self.report(Rule::Types, place, "expected an object of type Image");
            }
            _ => {}
        }
    }

    fn object(&mut self, object: &Value, place: &str) {
        if let Some(id) = object.get("id")
            && !id.as_str().is_some_and(is_absolute)
        {
            self.report(
                Rule::AbsoluteId,
                &pointer(place, "id"),
                format!("{id} is not an absolute URL or URN"),
            );
        }
        for key in FORBIDDEN {
            if object.get(key).is_some() {
                self.report(
                    Rule::Absent,
                    &pointer(place, key),
                    "some verifiers cannot take it",
                );
            }
        }
        for key in TIMES {
            if object.get(key).is_some() {
                self.time(object, place, key);
            }
        }
    }
}

fn is_absolute(id: &str) -> bool {
    const SCHEMES: [&str; 5] = ["https", "http", "urn", "did", "data"];
    let scheme = id
        .split_once(':')
        .map(|(scheme, rest)| (scheme, !rest.is_empty()));
    scheme.is_some_and(|(scheme, rest)| rest && SCHEMES.contains(&scheme))
        && !id.contains(char::is_whitespace)
}
