//! The house profile: what we issue is narrower than Open Badges 3.0 allows, so that every verifier and wallet that was
//! tried reads it the same way.

mod achievement;
mod places;
mod proof;
mod subject;

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::canonical;
use crate::contexts::{CREDENTIALS_V2, ContextSet, OPEN_BADGES_3_0_3};
use crate::json::{kind, pointer};
use crate::time;

/// A rule of the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// Exactly the two contexts, in their order: the contents behind other addresses have changed in place.
    Contexts,
    /// Every identifier is an absolute URL or URN; a relative one is not signed.
    AbsoluteId,
    /// `type` is an array (a plain string for `Image` and the like), with the right name in it.
    Types,
    /// A member that must be there is missing or of the wrong kind.
    Required,
    /// UTC, `Z`, whole seconds.
    TimeForm,
    /// The subject can be recognized.
    Identity,
    /// One revocation entry in the form that wallets understand.
    Status,
    /// A member that some verifier cannot take.
    Absent,
    /// A word outside the list of the standard.
    Vocabulary,
    /// A result names a level of its own criterion.
    ResultLevel,
    /// One proof object of the one cryptosuite.
    Proof,
    /// JSON-LD safe mode, under both published contents of the Open Badges context.
    JsonLd,
}

impl Rule {
    /// The name as it is printed.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Contexts => "contexts",
            Self::AbsoluteId => "absolute-id",
            Self::Types => "types",
            Self::Required => "required",
            Self::TimeForm => "time-form",
            Self::Identity => "identity",
            Self::Status => "status",
            Self::Absent => "absent",
            Self::Vocabulary => "vocabulary",
            Self::ResultLevel => "result-level",
            Self::Proof => "proof",
            Self::JsonLd => "json-ld",
        }
    }
}

/// One breach of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Which rule.
    pub rule: Rule,
    /// Where, as a JSON Pointer.
    pub place: String,
    /// What was expected and what was found.
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} at {:?}: {}",
            self.rule.name(),
            self.place,
            self.message
        )
    }
}

/// Checks a signed badge. An empty result means that it keeps the profile; signatures are not checked here.
#[must_use]
pub fn lint(credential: &Value) -> Vec<Finding> {
    let mut findings = lint_unsigned(credential);
    let mut lint = Lint(&mut findings);
    lint.proof(credential);
    findings
}

/// Checks a badge that is not signed yet; a `proof` is not looked at.
#[must_use]
pub fn lint_unsigned(credential: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut lint = Lint(&mut findings);
    lint.contexts(credential);
    lint.credential(credential);
    lint.status(credential);
    lint.subject(credential);
    lint.places(credential);
    lint.safe_mode(credential);
    findings
}

pub(super) struct Lint<'a>(&'a mut Vec<Finding>);

impl Lint<'_> {
    fn report(&mut self, rule: Rule, place: &str, message: impl Into<String>) {
        self.0.push(Finding {
            rule,
            place: place.to_owned(),
            message: message.into(),
        });
    }

    /// A member that must be a string with something in it.
    fn text<'v>(&mut self, object: &'v Value, place: &str, key: &str) -> Option<&'v str> {
        match object.get(key) {
            Some(Value::String(text)) if !text.trim().is_empty() => Some(text),
            found => {
                let found = found.map_or("nothing", kind);
                self.report(
                    Rule::Required,
                    &pointer(place, key),
                    format!("expected a text, found {found}"),
                );
                None
            }
        }
    }

    fn typed(&mut self, object: &Value, place: &str, names: &[&str]) {
        let types = object.get("type").and_then(Value::as_array);
        let has = |name: &&str| types.is_some_and(|types| types.iter().any(|found| found == name));
        if !names.iter().all(has) {
            self.report(
                Rule::Types,
                &pointer(place, "type"),
                format!("expected an array with {}", names.join(" and ")),
            );
        }
    }

    fn contexts(&mut self, credential: &Value) {
        let expected = [CREDENTIALS_V2, OPEN_BADGES_3_0_3];
        let found = credential.get("@context").and_then(Value::as_array);
        if !found.is_some_and(|found| found.iter().eq(expected.iter())) {
            self.report(
                Rule::Contexts,
                "/@context",
                format!("expected exactly {expected:?}"),
            );
        }
    }

    fn credential(&mut self, credential: &Value) {
        self.typed(
            credential,
            "",
            &["VerifiableCredential", "OpenBadgeCredential"],
        );
        self.text(credential, "", "id");
        self.text(credential, "", "name");
        if credential.get("validFrom").is_none() {
            self.report(
                Rule::Required,
                "/validFrom",
                "expected the time from which the badge is valid",
            );
        }
        match credential.get("issuer") {
            Some(issuer) if issuer.is_object() => self.issuer(issuer),
            _ => self.report(
                Rule::Required,
                "/issuer",
                "expected an object of type Profile",
            ),
        }
    }

    fn issuer(&mut self, issuer: &Value) {
        self.typed(issuer, "/issuer", &["Profile"]);
        self.text(issuer, "/issuer", "name");
        self.text(issuer, "/issuer", "url");
        let id = self.text(issuer, "/issuer", "id");
        if let Some(reason) = id.and_then(|id| crate::did_web::url(id).err()) {
            self.report(
                Rule::AbsoluteId,
                "/issuer/id",
                format!("expected a did:web identifier: {reason}"),
            );
        }
    }

    fn status(&mut self, credential: &Value) {
        let Some(status) = credential.get("credentialStatus") else {
            return;
        };
        let place = "/credentialStatus";
        let one_revocation = status.is_object() && status["statusPurpose"] == "revocation";
        if !one_revocation || status["type"] != "BitstringStatusListEntry" {
            self.report(
                Rule::Status,
                place,
                "expected one BitstringStatusListEntry for revocation",
            );
            return;
        }
        self.text(status, place, "id");
        self.text(status, place, "statusListCredential");
        let index = self.text(status, place, "statusListIndex");
        if index.is_some_and(|index| index.parse::<u32>().is_err()) {
            self.report(
                Rule::Status,
                "/credentialStatus/statusListIndex",
                "expected a whole number, as text",
            );
        }
    }

    fn time(&mut self, object: &Value, place: &str, key: &str) {
        let text = object.get(key).and_then(Value::as_str).unwrap_or_default();
        let kept = time::parse(text).is_ok_and(|time| time::format(time) == text);
        if !kept {
            self.report(
                Rule::TimeForm,
                &pointer(place, key),
                "expected a form such as 2026-05-01T09:30:00Z",
            );
        }
    }

    fn safe_mode(&mut self, credential: &Value) {
        let older = ContextSet::trusted_before_2025_11();
        for contexts in [ContextSet::trusted(), older] {
            let result = contexts.map_err(|error| error.to_string());
            let outcome = result.and_then(|contexts| {
                canonical::dataset(credential, contexts)
                    .map(|_| ())
                    .map_err(|error| error.to_string())
            });
            if let Err(reason) = outcome {
                self.report(Rule::JsonLd, "", reason);
                return;
            }
        }
    }
}
