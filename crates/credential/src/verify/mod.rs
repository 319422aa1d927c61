//! Verification of a credential with documents that the caller hands in: no network, no clock.
//!
//! The steps of Open Badges 3.0, section "Verification", each reported on its own; a step that could not be made is
//! `unknown`, never `pass`.

mod nested;
mod period;
mod proofs;
mod recipient;
mod report;
mod status;
mod view;

pub use report::{Check, CheckName, Outcome, Report};

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use jiff::Timestamp;
use serde_json::Value;

use crate::canonical::{self, DocumentError};
use crate::contexts::{ContextError, ContextSet};
use crate::documents::Documents;
use crate::json::{self, each};
use crate::rdfc::{self, HashAlgorithm};

/// Verifies one credential under the trusted contexts. To verify many with the same documents, keep a [`Verifier`].
///
/// `at` is the time of the question; `recipient` the e-mail address of the person who shows the credential, if that is
/// part of the question.
///
/// # Errors
/// [`ContextError`] only if a compiled-in context were broken; everything about the credential is in the report.
pub fn verify(
    credential: &Value,
    documents: &Documents,
    at: Timestamp,
    recipient: Option<&str>,
) -> Result<Report, ContextError> {
    Ok(Verifier::new(ContextSet::trusted()?, documents).verify(credential, at, recipient))
}

/// Verifies credentials, and remembers the status lists that it has already verified.
#[derive(Debug)]
pub struct Verifier<'a> {
    contexts: &'a ContextSet,
    documents: &'a Documents,
    lists: Mutex<HashMap<(String, Timestamp), Arc<status::ListOutcome>>>,
}

impl<'a> Verifier<'a> {
    /// A verifier for these contexts and documents.
    #[must_use]
    pub fn new(contexts: &'a ContextSet, documents: &'a Documents) -> Self {
        Self {
            contexts,
            documents,
            lists: Mutex::new(HashMap::new()),
        }
    }

    /// Verifies a credential and every credential inside it.
    #[must_use]
    pub fn verify(&self, credential: &Value, at: Timestamp, recipient: Option<&str>) -> Report {
        let mut checks = self.own_checks(credential, at);
        if let Some(email) = recipient {
            checks.push(recipient::check(credential, email));
        }
        checks.extend(self.nested_checks(credential, at));
        Report::of(checks)
    }

    /// All checks of one credential but that of the recipient and those of credentials inside it.
    fn own_checks(&self, credential: &Value, at: Timestamp) -> Vec<Check> {
        let mut checks = self.secured_checks(credential, at);
        checks.push(self.status(credential, at));
        if credential.get("credentialSchema").is_some() {
            let reason = "JSON Schemas are not evaluated: the data model is checked instead";
            checks.push(Check::unknown(CheckName::Schema, reason).of_no_consequence());
        }
        checks
    }

    /// Contexts, meaning, data model, proof, issuer and period: what a status list is checked for, too.
    fn secured_checks(&self, credential: &Value, at: Timestamp) -> Vec<Check> {
        let mut checks = vec![self.trusted_contexts(credential), data_model(credential)];
        let unsigned = without_proof(credential);
        match self.document_hash(&unsigned) {
            Ok(hash) => {
                checks.push(Check::pass(
                    CheckName::JsonLd,
                    "every member is signed, and shown as it was signed",
                ));
                checks.extend(self.proofs(credential, &unsigned, &hash, at));
            }
            Err(reason) => {
                checks.push(Check::fail(CheckName::JsonLd, reason));
                let reason = "not checked: the credential has no safe meaning";
                checks.push(Check::unknown(CheckName::Proof, reason));
                checks.push(Check::unknown(CheckName::Issuer, reason));
            }
        }
        checks.push(period::check(credential, at));
        checks
    }

    fn trusted_contexts(&self, credential: &Value) -> Check {
        let name = CheckName::TrustedContexts;
        for context in crate::expand::named_contexts(credential) {
            match context {
                None => {
                    return Check::fail(
                        name,
                        "a context is written out in the credential instead of named",
                    );
                }
                Some(url) if !self.contexts.contains(&url) => {
                    return Check::fail(name, ContextError::Untrusted(url).to_string());
                }
                Some(_) => {}
            }
        }
        match each(credential.get("@context"))
            .next()
            .and_then(Value::as_str)
        {
            Some(crate::contexts::CREDENTIALS_V2 | crate::contexts::CREDENTIALS_V1) => {
                Check::pass(name, "every context is on the list of trusted contexts")
            }
            _ => Check::fail(
                name,
                "the first context is not that of Verifiable Credentials",
            ),
        }
    }

    /// SHA-256 of the canonical form, if it is safe and shows what it says.
    fn document_hash(&self, unsigned: &Value) -> Result<[u8; 32], String> {
        view::only_terms(unsigned, "")?;
        let (dataset, root) =
            canonical::rooted(unsigned, self.contexts).map_err(|error| error.to_string())?;
        view::nothing_hidden(unsigned, &dataset, root.as_ref())?;
        let canonical = rdfc::canonicalize(&dataset, HashAlgorithm::Sha256)
            .map_err(|error| DocumentError::from(error).to_string())?;
        Ok(canonical::sha256(&canonical.nquads))
    }
}

fn without_proof(credential: &Value) -> Value {
    let mut unsigned = credential.clone();
    if let Some(object) = unsigned.as_object_mut() {
        object.remove("proof");
    }
    unsigned
}

/// The `id` of an issuer or subject, given as a text or as an object.
fn id_of(value: Option<&Value>) -> Option<&str> {
    match value? {
        Value::String(id) => Some(id),
        object => object.get("id")?.as_str(),
    }
}

fn has_type(value: &Value, name: &str) -> bool {
    each(value.get("type")).any(|found| found == name)
}

/// What the data model asks of every credential, and Open Badges of every badge.
fn data_model(credential: &Value) -> Check {
    let name = CheckName::DataModel;
    if let Err(error) = json::check(credential) {
        return Check::fail(name, error.to_string());
    }
    if !has_type(credential, "VerifiableCredential") {
        return Check::fail(name, "the type does not include VerifiableCredential");
    }
    if id_of(credential.get("issuer")).is_none() {
        return Check::fail(name, "there is no issuer with an id");
    }
    let badge = has_type(credential, "OpenBadgeCredential")
        || has_type(credential, "AchievementCredential");
    let mut subjects = each(credential.get("credentialSubject")).peekable();
    if subjects.peek().is_none() {
        return Check::fail(name, "there is no credentialSubject");
    }
    for subject in subjects.filter(|_| badge) {
        if subject.get("id").is_none() && subject.get("identifier").is_none() {
            return Check::fail(name, "the credentialSubject has neither id nor identifier");
        }
        if !subject.get("achievement").is_some_and(Value::is_object) {
            return Check::fail(name, "the credentialSubject has no achievement");
        }
    }
    Check::pass(name, "the members that it needs are there")
}
