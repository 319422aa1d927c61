//! The verifier's report as a whole: its form, dates, the recipient, nested credentials.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/reports.rs"]
mod reports;
#[path = "support/sample.rs"]
mod sample;

use credential::documents::Documents;
use credential::multikey::SecretKey;
use credential::verify::{CheckName, Outcome, verify};
use credential::{did_key, eddsa};
use reports::{assert_outcome, report};
use sample::{EMAIL, at, badge, documents, sign, signed, time};
use serde_json::{Value, json};

fn endorsement(signer: &SecretKey) -> Value {
    let did = did_key::identifier(&signer.public());
    let unsigned = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "id": "urn:uuid:0b0f7f6e-1111-4222-8333-444455556666",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "name": "Endorsement",
        "issuer": {"id": did, "type": ["Profile"], "name": "A university"},
        "validFrom": "2026-05-01T00:00:00Z",
        "credentialSubject": {
            "id": "https://badges.example.org/riverbend/credentials/checking/2",
            "type": ["EndorsementSubject"],
            "endorsementComment": "Worth three hours of graduate credit.",
        },
    });
    let method = did_key::verification_method(&signer.public());
    let contexts = credential::contexts::ContextSet::trusted().unwrap();
    eddsa::sign(&unsigned, signer, &method, at(), contexts).unwrap()
}

#[test]
fn the_report_has_the_published_form() {
    let report = verify(&signed(), &documents(), at(), Some(EMAIL)).unwrap();
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["verified"], true);
    let names: Vec<&str> = json["checks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|check| check["check"].as_str().unwrap())
        .collect();
    let expected = [
        "trusted-contexts",
        "data-model",
        "json-ld",
        "proof",
        "issuer",
        "validity-period",
        "status",
        "recipient",
    ];
    assert_eq!(names, expected);
    let first = json["checks"][0].as_object().unwrap();
    assert_eq!(
        first.keys().map(String::as_str).collect::<Vec<_>>(),
        ["check", "outcome", "reason", "subject"]
    );
    assert_eq!(
        (&first["outcome"], &first["subject"]),
        (&json!("pass"), &json!("/"))
    );
}

#[test]
fn a_badge_is_valid_from_its_first_to_its_last_second() {
    let documents = documents();
    let outcome = |at: &str| {
        verify(&signed(), &documents, time(at), None)
            .unwrap()
            .verified
    };
    assert!(!outcome("2026-05-01T09:29:59Z"));
    assert!(outcome("2026-05-01T09:30:00Z"));
    assert!(outcome("2029-05-01T09:30:00Z"));
    assert!(!outcome("2029-05-01T09:30:01Z"));
}

#[test]
fn an_expired_badge_says_when_it_expired() {
    let report = verify(&signed(), &documents(), time("2030-01-01T00:00:00Z"), None).unwrap();
    assert_outcome(
        &report,
        CheckName::ValidityPeriod,
        Outcome::Fail,
        "expired on 2029-05-01T09:30:00Z",
    );
}

#[test]
fn only_the_recipient_is_the_recipient() {
    let documents = documents();
    let outcome = |email: &str| {
        let report = verify(&signed(), &documents, at(), Some(email)).unwrap();
        report.check(CheckName::Recipient).unwrap().outcome
    };
    assert_eq!(outcome(EMAIL), Outcome::Pass);
    assert_eq!(outcome(" Ada.Okafor@Riverbend.EXAMPLE "), Outcome::Pass);
    assert_eq!(outcome("someone@else.example"), Outcome::Fail);
    // The name in the badge is no e-mail address, whoever types it.
    assert_eq!(outcome("Ada Okafor"), Outcome::Fail);
}

#[test]
fn an_endorsement_is_verified_on_its_own_and_reported_where_it_stands() {
    let university = SecretKey::from_seed(&[8; 32]);
    let mut unsigned = badge().to_json();
    unsigned["endorsement"] = json!([endorsement(&university)]);
    let good = report(&sign(&unsigned), &documents());
    assert!(good.verified, "{good:#?}");
    assert!(
        good.checks
            .iter()
            .any(|check| check.subject == "/endorsement/0" && check.check == CheckName::Proof)
    );

    unsigned["endorsement"][0]["credentialSubject"]["endorsementComment"] =
        json!("Worth a doctorate.");
    let bad = report(&sign(&unsigned), &documents());
    let failed: Vec<_> = bad
        .checks
        .iter()
        .filter(|check| check.outcome == Outcome::Fail)
        .collect();
    assert!(!bad.verified);
    assert!(
        failed.iter().all(|check| check.subject == "/endorsement/0"),
        "{failed:#?}"
    );
}

#[test]
fn an_endorsement_without_a_proof_of_its_own_fails() {
    let mut unsigned = badge().to_json();
    let mut endorsement = endorsement(&SecretKey::from_seed(&[8; 32]));
    endorsement.as_object_mut().unwrap().remove("proof");
    unsigned["endorsement"] = json!([endorsement]);
    assert!(!report(&sign(&unsigned), &documents()).verified);
}

#[test]
fn what_is_no_credential_at_all_gets_a_report_too() {
    for text in [
        "{}",
        r#"{"@context": 5, "type": {}, "proof": [1, "x"]}"#,
        r#"{"@context": [], "issuer": null}"#,
    ] {
        let credential: Value = serde_json::from_str(text).unwrap();
        assert!(
            !report(&credential, &Documents::default()).verified,
            "{text}"
        );
    }
    let mut deep = json!({});
    for _ in 0..200 {
        deep = json!({"a": deep});
    }
    assert!(!report(&deep, &Documents::default()).verified);
}
