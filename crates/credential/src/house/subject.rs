//! Rules for the subject and what it can be recognized by.

use serde_json::Value;

use super::{Lint, Rule};
use crate::json::{each, pointer};

impl Lint<'_> {
    pub(super) fn subject(&mut self, credential: &Value) {
        let Some(subject) = credential
            .get("credentialSubject")
            .filter(|subject| subject.is_object())
        else {
            self.report(Rule::Required, "/credentialSubject", "expected one object");
            return;
        };
        let place = "/credentialSubject";
        self.typed(subject, place, &["AchievementSubject"]);
        self.text(subject, place, "id");
        for (index, identity) in each(subject.get("identifier")).enumerate() {
            self.identity(identity, &format!("{place}/identifier/{index}"));
        }
        match subject.get("achievement") {
            Some(achievement) if achievement.is_object() => self.achievement(achievement),
            _ => self.report(
                Rule::Required,
                "/credentialSubject/achievement",
                "expected one object",
            ),
        }
        self.results(subject);
    }

    fn identity(&mut self, identity: &Value, place: &str) {
        if identity.get("type").and_then(Value::as_str) != Some("IdentityObject") {
            self.report(
                Rule::Types,
                &pointer(place, "type"),
                "expected the text \"IdentityObject\"",
            );
        }
        let hash = self
            .text(identity, place, "identityHash")
            .unwrap_or_default();
        match identity.get("hashed").and_then(Value::as_bool) {
            Some(false) => {}
            Some(true) => {
                let digits = hash.strip_prefix("sha256$").unwrap_or_default();
                let hex = digits
                    .bytes()
                    .all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'));
                if digits.len() != 64 || !hex {
                    self.report(
                        Rule::Identity,
                        &pointer(place, "identityHash"),
                        "expected sha256$ and 64 digits",
                    );
                }
                if self
                    .text(identity, place, "salt")
                    .is_some_and(|salt| salt.len() < 16)
                {
                    self.report(
                        Rule::Identity,
                        &pointer(place, "salt"),
                        "expected at least 16 characters",
                    );
                }
            }
            None => self.report(
                Rule::Identity,
                &pointer(place, "hashed"),
                "expected true or false",
            ),
        }
    }
}
