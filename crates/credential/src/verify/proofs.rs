//! The proofs of a credential, and whether the issuer made one.

use jiff::Timestamp;
use serde_json::Value;

use super::report::{Check, CheckName, Outcome};
use super::{Verifier, id_of};
use crate::documents::{MethodError, assertion_key};
use crate::eddsa::{self, ASSERTION_METHOD, CRYPTOSUITE, ProofError};
use crate::json::each;
use crate::time;

/// More proofs than any honest credential has.
const MAX_PROOFS: usize = 16;

/// Suites of the standards that are not supported here: nothing is known about such a proof.
const OTHER_SUITES: [&str; 6] = [
    "eddsa-jcs-2022",
    "ecdsa-rdfc-2019",
    "ecdsa-jcs-2019",
    "ecdsa-sd-2023",
    "bbs-2023",
    "ecdsa-xi-2023",
];
const OTHER_TYPES: [&str; 3] = [
    "Ed25519Signature2018",
    "Ed25519Signature2020",
    "JsonWebSignature2020",
];

/// One proof looked at: whose it is, or why it does not count.
type Verdict = Result<String, (Outcome, String)>;

impl Verifier<'_> {
    /// The checks "proof" and "issuer". One proof that holds suffices; of several, each is reported.
    pub(super) fn proofs(
        &self,
        credential: &Value,
        unsigned: &Value,
        hash: &[u8; 32],
        at: Timestamp,
    ) -> Vec<Check> {
        let proofs: Vec<&Value> = each(credential.get("proof")).collect();
        if proofs.is_empty() || proofs.len() > MAX_PROOFS {
            let reason = format!("expected 1 to {MAX_PROOFS} proofs, found {}", proofs.len());
            let issuer = Check::unknown(
                CheckName::Issuer,
                "not checked: there is no proof to look at",
            );
            return vec![Check::fail(CheckName::Proof, reason), issuer];
        }
        let verdicts: Vec<Verdict> = proofs
            .iter()
            .map(|proof| self.verdict(credential, unsigned, hash, proof, at))
            .collect();
        let verdicts = with_chains(&proofs, verdicts);
        let mut checks = vec![summary(&verdicts), issuer(credential, &verdicts)];
        if proofs.len() > 1 {
            checks.extend(
                verdicts
                    .iter()
                    .enumerate()
                    .map(|(index, verdict)| one_of_many(index, verdict)),
            );
        }
        checks
    }

    fn verdict(
        &self,
        credential: &Value,
        unsigned: &Value,
        hash: &[u8; 32],
        proof: &Value,
        at: Timestamp,
    ) -> Verdict {
        supported(proof)?;
        let made = date(proof, "created")?;
        if let Some(expires) = date(proof, "expires")?.filter(|expires| *expires < at) {
            return Err((
                Outcome::Fail,
                format!("the proof expired on {}", time::format(expires)),
            ));
        }
        let method = text(proof, "verificationMethod");
        let key = assertion_key(self.documents, method, made, at).map_err(|error| match error {
            MethodError::NotAvailable(_) => (Outcome::Unknown, error.to_string()),
            MethodError::Type(_) | MethodError::Key(_) => (Outcome::Unknown, error.to_string()),
            other => (Outcome::Fail, other.to_string()),
        })?;
        let data = if proof.get("previousProof").is_some() {
            let covered = eddsa::covered(credential, proof).map_err(failed)?;
            eddsa::hash_data(&covered, proof, self.contexts)
        } else {
            eddsa::with_options(unsigned, hash, proof, self.contexts)
        };
        let data = data.map_err(|error| (Outcome::Fail, error.to_string()))?;
        eddsa::check_signature(proof, &data, &key.key).map_err(failed)?;
        Ok(key.controller)
    }
}

fn failed(error: ProofError) -> (Outcome, String) {
    (Outcome::Fail, error.to_string())
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn supported(proof: &Value) -> Result<(), (Outcome, String)> {
    let kind = text(proof, "type");
    let suite = text(proof, "cryptosuite");
    if OTHER_TYPES.contains(&kind)
        || (kind == "DataIntegrityProof" && OTHER_SUITES.contains(&suite))
    {
        return Err((
            Outcome::Unknown,
            format!("proofs of type {kind} {suite} are not supported"),
        ));
    }
    if kind != "DataIntegrityProof" || suite != CRYPTOSUITE {
        return Err((
            Outcome::Fail,
            format!("there is no such proof as {kind:?} with cryptosuite {suite:?}"),
        ));
    }
    if text(proof, "proofPurpose") != ASSERTION_METHOD {
        return Err((
            Outcome::Fail,
            format!("the proofPurpose is not {ASSERTION_METHOD}"),
        ));
    }
    Ok(())
}

fn date(proof: &Value, key: &str) -> Result<Option<Timestamp>, (Outcome, String)> {
    match proof.get(key) {
        None => Ok(None),
        Some(value) => time::parse(value.as_str().unwrap_or_default())
            .map(Some)
            .map_err(|reason| (Outcome::Fail, format!("{key} of the proof: {reason}"))),
    }
}

/// A proof of a chain holds only if the proofs it builds on hold.
fn with_chains(proofs: &[&Value], verdicts: Vec<Verdict>) -> Vec<Verdict> {
    let holds = |name: &Value| {
        proofs
            .iter()
            .zip(&verdicts)
            .any(|(proof, verdict)| proof.get("id") == Some(name) && verdict.is_ok())
    };
    let broken = proofs
        .iter()
        .map(|proof| each(proof.get("previousProof")).any(|name| !holds(name)))
        .collect::<Vec<_>>();
    verdicts
        .into_iter()
        .zip(broken)
        .map(|(verdict, broken)| match verdict {
            Ok(_) if broken => Err((
                Outcome::Fail,
                "a proof that it builds on does not hold".to_owned(),
            )),
            other => other,
        })
        .collect()
}

fn summary(verdicts: &[Verdict]) -> Check {
    let holding = verdicts.iter().filter(|verdict| verdict.is_ok()).count();
    if holding > 0 {
        return Check::pass(
            CheckName::Proof,
            format!("{holding} of {} proofs hold", verdicts.len()),
        );
    }
    let reasons = || verdicts.iter().filter_map(|verdict| verdict.as_ref().err());
    let outcome = if reasons().any(|(outcome, _)| *outcome == Outcome::Unknown) {
        Outcome::Unknown
    } else {
        Outcome::Fail
    };
    let reason = reasons()
        .map(|(_, reason)| reason.as_str())
        .collect::<Vec<_>>()
        .join("; ");
    Check::new(CheckName::Proof, outcome, reason)
}

fn issuer(credential: &Value, verdicts: &[Verdict]) -> Check {
    let name = CheckName::Issuer;
    let issuer = id_of(credential.get("issuer")).unwrap_or_default();
    let mut controllers = verdicts
        .iter()
        .filter_map(|verdict| verdict.as_ref().ok())
        .peekable();
    let Some(first) = controllers.peek().copied() else {
        return Check::unknown(name, "not checked: no proof holds");
    };
    if controllers.any(|controller| controller == issuer) {
        Check::pass(name, format!("the proof is by {issuer}"))
    } else {
        Check::fail(
            name,
            format!("the issuer is {issuer:?}, but the proof is by {first:?}"),
        )
    }
}

/// Beside a proof that holds, another one that does not is worth a line, but decides nothing.
fn one_of_many(index: usize, verdict: &Verdict) -> Check {
    let check = match verdict {
        Ok(controller) => Check::pass(CheckName::Proof, format!("holds, by {controller}")),
        Err((_, reason)) => Check::unknown(CheckName::Proof, format!("not relied on: {reason}")),
    };
    check.about(&format!("/proof/{index}")).of_no_consequence()
}
