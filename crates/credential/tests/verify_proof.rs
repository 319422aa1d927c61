//! The checks of the proof and the issuer: whose key it is, and whether it may vouch.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/reports.rs"]
mod reports;
#[path = "support/sample.rs"]
mod sample;

use credential::did_web::{self, PublishedKey};
use credential::documents::Documents;
use credential::multikey::SecretKey;
use credential::verify::{CheckName, Outcome, Report};
use credential::{did_key, eddsa};
use reports::{assert_outcome, report};
use sample::{
    ISSUER, LIST, METHOD, at, badge, did_document, documents, key, sign, signed, status_list, time,
};
use serde_json::{Value, json};

fn with_document(change: impl FnOnce(&mut Value)) -> Report {
    let mut document = did_document();
    change(&mut document);
    report(
        &signed(),
        &Documents::from_iter([(ISSUER, document), (LIST, status_list(&[]))]),
    )
}

#[test]
fn without_the_document_of_its_issuer_the_proof_is_unknown() {
    let documents = Documents::from_iter([(LIST, status_list(&[]))]);
    assert_outcome(
        &report(&signed(), &documents),
        CheckName::Proof,
        Outcome::Unknown,
        "not at hand",
    );
}

#[test]
fn the_document_of_the_issuer_is_found_under_its_address_too() {
    let address = did_web::url(ISSUER).unwrap();
    let documents =
        Documents::from_iter([(address.as_str(), did_document()), (LIST, status_list(&[]))]);
    assert!(report(&signed(), &documents).verified);
}

#[test]
fn a_key_that_is_not_for_assertions_proves_nothing() {
    let report = with_document(|document| document["assertionMethod"] = json!([]));
    assert_outcome(&report, CheckName::Proof, Outcome::Fail, "assertionMethod");
}

#[test]
fn a_key_may_be_embedded_or_named_by_its_fragment() {
    let relative = with_document(|document| document["assertionMethod"] = json!(["#key-1"]));
    assert!(relative.verified);
    let embedded = with_document(|document| {
        document["assertionMethod"] = json!([document["verificationMethod"][0]]);
        document["verificationMethod"] = json!([]);
    });
    assert!(embedded.verified);
}

#[test]
fn a_key_of_another_controller_proves_nothing() {
    let report = with_document(|document| {
        document["verificationMethod"][0]["controller"] = json!("did:web:other.example")
    });
    assert_outcome(&report, CheckName::Proof, Outcome::Fail, "controller");
}

#[test]
fn the_document_of_someone_else_proves_nothing() {
    let report = with_document(|document| document["id"] = json!("did:web:other.example"));
    assert_outcome(&report, CheckName::Proof, Outcome::Fail, "says that it is");
}

#[test]
fn another_key_under_the_same_name_proves_nothing() {
    let other = SecretKey::from_seed(&[1; 32]).public();
    let report = with_document(|document| {
        document["verificationMethod"][0]["publicKeyMultibase"] = json!(other.to_multibase())
    });
    assert_outcome(&report, CheckName::Proof, Outcome::Fail, "does not fit");
}

#[test]
fn a_key_revoked_by_now_proves_nothing_and_one_revoked_later_still_does() {
    let revoked = |when: &str| {
        let when = time(when);
        with_document(|document| {
            let keys = [PublishedKey {
                fragment: "key-1".to_owned(),
                key: key().public(),
                revoked: Some(when),
            }];
            *document = did_web::document(ISSUER, &keys);
        })
    };
    assert_outcome(
        &revoked("2026-05-15T00:00:00Z"),
        CheckName::Proof,
        Outcome::Fail,
        "revoked",
    );
    assert!(revoked("2026-07-01T00:00:00Z").verified);
}

#[test]
fn a_key_in_the_fragment_of_a_method_is_never_believed() {
    // Anyone can write a name for their own key under the address of someone else.
    let stranger = SecretKey::from_seed(&[9; 32]);
    let method = format!("{ISSUER}#{}", stranger.public().to_multibase());
    let contexts = credential::contexts::ContextSet::trusted().unwrap();
    let forged = eddsa::sign(&badge().to_json(), &stranger, &method, at(), contexts).unwrap();
    assert_outcome(
        &report(&forged, &documents()),
        CheckName::Proof,
        Outcome::Fail,
        "is not in the document",
    );
}

#[test]
fn a_proof_by_someone_else_than_the_issuer_is_not_enough() {
    let stranger = SecretKey::from_seed(&[9; 32]);
    let method = did_key::verification_method(&stranger.public());
    let contexts = credential::contexts::ContextSet::trusted().unwrap();
    let forged = eddsa::sign(&badge().to_json(), &stranger, &method, at(), contexts).unwrap();
    let report = report(&forged, &documents());
    assert!(report.is(CheckName::Proof, Outcome::Pass));
    assert_outcome(
        &report,
        CheckName::Issuer,
        Outcome::Fail,
        "but the proof is by",
    );
}

#[test]
fn a_badge_by_a_did_key_issuer_verifies_without_any_document() {
    let key = SecretKey::from_seed(&[5; 32]);
    let mut unsigned = badge().to_json();
    unsigned["issuer"]["id"] = json!(did_key::identifier(&key.public()));
    unsigned.as_object_mut().unwrap().remove("credentialStatus");
    let method = did_key::verification_method(&key.public());
    let contexts = credential::contexts::ContextSet::trusted().unwrap();
    let signed = eddsa::sign(&unsigned, &key, &method, at(), contexts).unwrap();
    assert!(report(&signed, &Documents::default()).verified);
}

#[test]
fn one_proof_of_several_suffices_and_each_is_reported() {
    let mut credential = signed();
    let good = credential["proof"].clone();
    let mut bad = good.clone();
    bad["created"] = json!("2026-05-01T09:30:06Z");
    credential["proof"] = json!([bad, good]);
    let both = report(&credential, &documents());
    assert!(both.verified, "{both:#?}");
    let subjects: Vec<&str> = both
        .checks
        .iter()
        .map(|check| check.subject.as_str())
        .collect();
    assert!(subjects.contains(&"/proof/0") && subjects.contains(&"/proof/1"));
    credential["proof"] = json!([bad, bad]);
    assert_outcome(
        &report(&credential, &documents()),
        CheckName::Proof,
        Outcome::Fail,
        "does not fit",
    );
    credential["proof"] = json!([]);
    assert_outcome(
        &report(&credential, &documents()),
        CheckName::Proof,
        Outcome::Fail,
        "found 0",
    );
}

#[test]
fn the_misspelt_suite_of_the_standards_examples_is_refused_and_a_known_other_one_is_unknown() {
    let with_suite = |suite: &str| {
        let mut credential = signed();
        credential["proof"]["cryptosuite"] = json!(suite);
        report(&credential, &documents())
    };
    assert_outcome(
        &with_suite("eddsa-rdf-2022"),
        CheckName::Proof,
        Outcome::Fail,
        "no such proof",
    );
    assert_outcome(
        &with_suite("ecdsa-sd-2023"),
        CheckName::Proof,
        Outcome::Unknown,
        "not supported",
    );
}

#[test]
fn a_proof_of_the_wrong_purpose_or_out_of_date_fails() {
    let mut unsigned = badge().to_json();
    unsigned.as_object_mut().unwrap().remove("credentialStatus");
    let mut credential = sign(&unsigned);
    credential["proof"]["proofPurpose"] = json!("authentication");
    assert_outcome(
        &report(&credential, &documents()),
        CheckName::Proof,
        Outcome::Fail,
        "proofPurpose",
    );
    let mut credential = sign(&unsigned);
    credential["proof"]["expires"] = json!("2026-05-02T00:00:00Z");
    assert_outcome(
        &report(&credential, &documents()),
        CheckName::Proof,
        Outcome::Fail,
        "expired",
    );
    assert_eq!(METHOD, credential["proof"]["verificationMethod"]);
}
