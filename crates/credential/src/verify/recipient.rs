//! Whether the credential belongs to the person who shows it.

use serde_json::Value;

use super::report::{Check, CheckName};
use crate::badge::{hash_email, normalize_email};
use crate::json::each;

pub(super) fn check(credential: &Value, email: &str) -> Check {
    let name = CheckName::Recipient;
    let mut asked = 0;
    for subject in each(credential.get("credentialSubject")) {
        let address = subject
            .get("id")
            .and_then(Value::as_str)
            .and_then(|id| id.strip_prefix("mailto:"));
        if address.is_some_and(|address| normalize_email(address) == normalize_email(email)) {
            return Check::pass(name, "the subject is that e-mail address");
        }
        for identity in each(subject.get("identifier")) {
            asked += 1;
            if matches(identity, email) {
                return Check::pass(name, "the e-mail address is that of the subject");
            }
        }
    }
    if asked == 0 {
        return Check::unknown(
            name,
            "the credential does not say by what its subject can be recognized",
        );
    }
    Check::fail(name, "the e-mail address is not that of the subject")
}

fn matches(identity: &Value, email: &str) -> bool {
    let text = |key: &str| {
        identity
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let found = text("identityHash");
    match identity.get("hashed").and_then(Value::as_bool) {
        Some(true) => {
            let salt = text("salt");
            let found = found.to_ascii_lowercase();
            // Other issuers hash the address as it was entered.
            found == hash_email(email, salt) || found == crate::badge::hash(email.trim(), salt)
        }
        Some(false) => {
            matches!(text("identityType"), "emailAddress" | "email")
                && normalize_email(found) == normalize_email(email)
        }
        None => false,
    }
}
