//! The status check: revocation, and whatever can be wrong with a list.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/reports.rs"]
mod reports;
#[path = "support/sample.rs"]
mod sample;

use credential::documents::Documents;
use credential::multikey::SecretKey;
use credential::verify::{CheckName, Outcome};
use credential::{did_key, eddsa};
use reports::{assert_outcome, report};
use sample::{INDEX, ISSUER, LIST, at, badge, did_document, documents, sign, signed, status_list};
use serde_json::{Value, json};

fn with_status(change: impl FnOnce(&mut Value)) -> Value {
    let mut unsigned = badge().to_json();
    change(&mut unsigned["credentialStatus"]);
    sign(&unsigned)
}

#[test]
fn a_revoked_badge_is_not_verified() {
    let documents = Documents::from_iter([(ISSUER, did_document()), (LIST, status_list(&[INDEX]))]);
    assert_outcome(
        &report(&signed(), &documents),
        CheckName::Status,
        Outcome::Fail,
        "revoked",
    );
}

#[test]
fn the_revocation_of_a_neighbour_changes_nothing() {
    let documents = Documents::from_iter([
        (ISSUER, did_document()),
        (LIST, status_list(&[INDEX - 1, INDEX + 1])),
    ]);
    assert!(report(&signed(), &documents).verified);
}

#[test]
fn without_its_status_list_the_status_is_unknown_and_the_badge_not_verified() {
    let documents = Documents::from_iter([(ISSUER, did_document())]);
    assert_outcome(
        &report(&signed(), &documents),
        CheckName::Status,
        Outcome::Unknown,
        "not at hand",
    );
}

#[test]
fn a_status_list_that_was_changed_is_not_believed() {
    let mut list = status_list(&[INDEX]);
    list["credentialSubject"]["encodedList"] =
        status_list(&[])["credentialSubject"]["encodedList"].clone();
    let documents = Documents::from_iter([(ISSUER, did_document()), (LIST, list)]);
    assert_outcome(
        &report(&signed(), &documents),
        CheckName::Status,
        Outcome::Fail,
        "does not verify",
    );
}

#[test]
fn a_status_list_by_another_issuer_is_not_believed() {
    let stranger = SecretKey::from_seed(&[9; 32]);
    let did = did_key::identifier(&stranger.public());
    let mut list = status_list(&[]);
    list.as_object_mut().unwrap().remove("proof");
    list["issuer"] = json!(did);
    let method = did_key::verification_method(&stranger.public());
    let contexts = credential::contexts::ContextSet::trusted().unwrap();
    let list = eddsa::sign(&list, &stranger, &method, at(), contexts).unwrap();
    let documents = Documents::from_iter([(ISSUER, did_document()), (LIST, list)]);
    assert_outcome(
        &report(&signed(), &documents),
        CheckName::Status,
        Outcome::Fail,
        "is issued by",
    );
}

#[test]
fn an_index_beyond_the_list_is_a_range_error() {
    let credential = with_status(|status| status["statusListIndex"] = json!("131072"));
    assert_outcome(
        &report(&credential, &documents()),
        CheckName::Status,
        Outcome::Fail,
        "RANGE_ERROR",
    );
}

#[test]
fn an_index_that_is_no_number_fails() {
    for index in ["-1", "+1", "1.0", "", "0x10", "99999999999999999999"] {
        let credential = with_status(|status| status["statusListIndex"] = json!(index));
        assert!(
            report(&credential, &documents()).is(CheckName::Status, Outcome::Fail),
            "{index}"
        );
    }
}

#[test]
fn an_entry_for_another_purpose_than_its_list_fails() {
    let credential = with_status(|status| status["statusPurpose"] = json!("suspension"));
    assert_outcome(
        &report(&credential, &documents()),
        CheckName::Status,
        Outcome::Fail,
        "the entry for",
    );
}

#[test]
fn a_status_of_a_kind_not_known_is_unknown() {
    let mut unsigned = badge().to_json();
    unsigned["@context"].as_array_mut().unwrap().push(json!(
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
    ));
    unsigned["credentialStatus"] =
        json!({"id": "https://badges.example.org/revoked", "type": "1EdTechRevocationList"});
    assert_outcome(
        &report(&sign(&unsigned), &documents()),
        CheckName::Status,
        Outcome::Unknown,
        "not supported",
    );
}

#[test]
fn an_old_status_list_says_nothing_about_now() {
    let mut list = status_list(&[]);
    list.as_object_mut().unwrap().remove("proof");
    list["validUntil"] = json!("2026-05-02T00:00:00Z");
    let documents = Documents::from_iter([(ISSUER, did_document()), (LIST, sign(&list))]);
    assert_outcome(
        &report(&signed(), &documents),
        CheckName::Status,
        Outcome::Unknown,
        "expired",
    );
}
