//! Rules for the proof of a signed badge.

use serde_json::Value;

use super::{Lint, Rule};
use crate::eddsa::{ASSERTION_METHOD, CRYPTOSUITE};
use crate::json::pointer;

impl Lint<'_> {
    pub(super) fn proof(&mut self, credential: &Value) {
        let Some(proof) = credential.get("proof").filter(|proof| proof.is_object()) else {
            self.report(
                Rule::Proof,
                "/proof",
                "expected one proof object, not an array",
            );
            return;
        };
        let expected = [
            ("type", "DataIntegrityProof"),
            ("cryptosuite", CRYPTOSUITE),
            ("proofPurpose", ASSERTION_METHOD),
        ];
        for (key, value) in expected {
            if proof.get(key).and_then(Value::as_str) != Some(value) {
                self.report(
                    Rule::Proof,
                    &pointer("/proof", key),
                    format!("expected {value:?}"),
                );
            }
        }
        self.time(proof, "/proof", "created");
        let issuer = credential
            .pointer("/issuer/id")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let method = self
            .text(proof, "/proof", "verificationMethod")
            .unwrap_or_default();
        if method.split_once('#').map(|(owner, _)| owner) != Some(issuer) {
            self.report(
                Rule::Proof,
                "/proof/verificationMethod",
                "expected a full DID URL of the issuer",
            );
        }
        let value = self.text(proof, "/proof", "proofValue").unwrap_or_default();
        if !value.starts_with('z') {
            self.report(
                Rule::Proof,
                "/proof/proofValue",
                "expected \"z\" and base 58",
            );
        }
    }
}
