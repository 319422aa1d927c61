//! What was checked, and what came out.

use serde::Serialize;

/// A check by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckName {
    /// Every context is on the closed list.
    TrustedContexts,
    /// JSON-LD safe mode, and what is shown is what was signed.
    JsonLd,
    /// The members that every credential has.
    DataModel,
    /// A proof holds.
    Proof,
    /// The proof is by the issuer.
    Issuer,
    /// Neither revoked nor suspended.
    Status,
    /// Not too early, not too late.
    ValidityPeriod,
    /// It belongs to the person asked about.
    Recipient,
    /// A JSON Schema that it names.
    Schema,
}

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// As it should be.
    Pass,
    /// Not as it should be.
    Fail,
    /// Could not be found out, for example because a document is not at hand.
    Unknown,
}

/// One check of one credential.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// Which check.
    pub check: CheckName,
    /// How it came out.
    pub outcome: Outcome,
    /// Why, in a sentence.
    pub reason: String,
    /// `/` for the credential itself, else the JSON Pointer of a nested credential or of one of several proofs.
    pub subject: String,
    /// Whether the credential cannot count as verified while this is unknown.
    #[serde(skip)]
    pub matters: bool,
}

impl Check {
    pub(super) fn new(check: CheckName, outcome: Outcome, reason: impl Into<String>) -> Self {
        Self {
            check,
            outcome,
            reason: reason.into(),
            subject: "/".to_owned(),
            matters: true,
        }
    }

    pub(super) fn pass(check: CheckName, reason: impl Into<String>) -> Self {
        Self::new(check, Outcome::Pass, reason)
    }

    pub(super) fn fail(check: CheckName, reason: impl Into<String>) -> Self {
        Self::new(check, Outcome::Fail, reason)
    }

    pub(super) fn unknown(check: CheckName, reason: impl Into<String>) -> Self {
        Self::new(check, Outcome::Unknown, reason)
    }

    pub(super) fn about(mut self, subject: &str) -> Self {
        subject.clone_into(&mut self.subject);
        self
    }

    pub(super) fn of_no_consequence(mut self) -> Self {
        self.matters = false;
        self
    }
}

/// The result of a verification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// True only if no check failed and none that matters is unknown.
    pub verified: bool,
    /// Every check that was made.
    pub checks: Vec<Check>,
}

impl Report {
    pub(super) fn of(checks: Vec<Check>) -> Self {
        let good = |check: &Check| match check.outcome {
            Outcome::Pass => true,
            Outcome::Fail => false,
            Outcome::Unknown => !check.matters,
        };
        Self {
            verified: checks.iter().all(good),
            checks,
        }
    }

    /// The first check of that name about the credential itself.
    #[must_use]
    pub fn check(&self, name: CheckName) -> Option<&Check> {
        self.checks
            .iter()
            .find(|check| check.check == name && check.subject == "/")
    }

    /// Whether a check of that name about the credential itself came out so.
    #[must_use]
    pub fn is(&self, name: CheckName, outcome: Outcome) -> bool {
        self.check(name)
            .is_some_and(|check| check.outcome == outcome)
    }
}
