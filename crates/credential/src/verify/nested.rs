//! Credentials inside a credential: endorsements, and the members of a learner record. Each is verified on its own, and
//! claims are taken only from the credential they were verified in.

use jiff::Timestamp;
use serde_json::Value;

use super::report::{Check, CheckName};
use super::{Verifier, has_type};
use crate::json::pointer;

/// Most nested credentials that are looked at.
const MAX_NESTED: usize = 64;

/// A nested credential: where it stands, and whether it only comments on the one around it.
struct Nested {
    place: String,
    credential: Value,
    is_endorsement: bool,
}

impl Verifier<'_> {
    pub(super) fn nested_checks(&self, credential: &Value, at: Timestamp) -> Vec<Check> {
        let mut found = Vec::new();
        let mut checks = Vec::new();
        let context = credential.get("@context").cloned().unwrap_or_default();
        if let Value::Object(members) = credential {
            for (key, value) in members {
                collect(
                    value,
                    &pointer("", key),
                    key,
                    &context,
                    &mut found,
                    &mut checks,
                );
            }
        }
        if found.len() > MAX_NESTED {
            let reason = format!("more than {MAX_NESTED} credentials inside the credential");
            checks.push(Check::fail(CheckName::DataModel, reason));
            return checks;
        }
        for nested in found {
            checks.extend(
                self.own_checks(&nested.credential, at)
                    .into_iter()
                    .map(|check| {
                        let place = if check.subject == "/" {
                            String::new()
                        } else {
                            check.subject.clone()
                        };
                        let check = check.about(&format!("{}{place}", nested.place));
                        if nested.is_endorsement {
                            check.of_no_consequence()
                        } else {
                            check
                        }
                    }),
            );
        }
        checks
    }
}

fn collect(
    value: &Value,
    place: &str,
    key: &str,
    context: &Value,
    found: &mut Vec<Nested>,
    checks: &mut Vec<Check>,
) {
    match value {
        _ if matches!(key, "proof" | "@context") => {}
        _ if key == "endorsementJwt" => {
            let reason = "endorsements in the form of a JWT are not supported";
            checks.push(
                Check::unknown(CheckName::Proof, reason)
                    .about(place)
                    .of_no_consequence(),
            );
        }
        Value::String(_) if key == "verifiableCredential" => {
            let reason = "credentials in the form of a JWT are not supported";
            checks.push(Check::unknown(CheckName::Proof, reason).about(place));
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(
                    item,
                    &pointer(place, &index.to_string()),
                    key,
                    context,
                    found,
                    checks,
                );
            }
        }
        Value::Object(members) => {
            let context = members.get("@context").unwrap_or(context);
            if has_type(value, "VerifiableCredential") {
                let mut credential = value.clone();
                credential["@context"] = context.clone();
                found.push(Nested {
                    place: place.to_owned(),
                    credential,
                    is_endorsement: key == "endorsement",
                });
            }
            for (key, item) in members {
                collect(item, &pointer(place, key), key, context, found, checks);
            }
        }
        _ => {}
    }
}
