//! What is shown is what was signed.
//!
//! A proof covers statements, not JSON. The same statements can be written so that a reader of the JSON misses some: a
//! member under its full address instead of its term, or moved to another object with the same id. A badge with its
//! `validUntil` or `credentialStatus` hidden like that would still have a good signature.

use serde_json::Value;

use crate::json::{each, pointer};
use crate::rdf::{Dataset, Term};

const CREDENTIALS: &str = "https://www.w3.org/2018/credentials#";

/// Members that decide whether a credential is to be believed.
const DECISIVE: [&str; 9] = [
    "issuer",
    "credentialSubject",
    "credentialStatus",
    "validFrom",
    "validUntil",
    "issuanceDate",
    "expirationDate",
    "termsOfUse",
    "refreshService",
];

/// Every key is a plain term; of the keywords only those of texts with a language.
pub(super) fn only_terms(value: &Value, place: &str) -> Result<(), String> {
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .try_for_each(|(index, item)| only_terms(item, &pointer(place, &index.to_string()))),
        Value::Object(members) => members.iter().try_for_each(|(key, item)| {
            let here = pointer(place, key);
            match key.as_str() {
                "@context" => Ok(()),
                "@value" | "@language" => only_terms(item, &here),
                _ if key.starts_with('@') || key.contains(':') => Err(format!(
                    "the key at {here:?} is not a term of the contexts: readers of the JSON would not see what it states"
                )),
                _ => only_terms(item, &here),
            }
        }),
        _ => Ok(()),
    }
}

/// Everything decisive that is stated about the credential stands at its top level.
pub(super) fn nothing_hidden(
    credential: &Value,
    dataset: &Dataset,
    root: Option<&Term>,
) -> Result<(), String> {
    let root = root.ok_or_else(|| "the credential is not one object".to_owned())?;
    for key in DECISIVE {
        let shown = each(credential.get(key))
            .filter(|value| !value.is_null())
            .count();
        let stated = dataset
            .iter()
            .filter(|quad| quad.graph.is_none() && quad.subject == *root)
            .filter(|quad| quad.predicate.strip_prefix(CREDENTIALS) == Some(key))
            .count();
        if shown != stated {
            return Err(format!(
                "{key:?} is signed {stated} times, but the credential shows it {shown} times"
            ));
        }
    }
    Ok(())
}
