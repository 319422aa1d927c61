//! The verifier's report: each check for the right reason.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/sample.rs"]
mod sample;

use credential::did_web::{self, PublishedKey};
use credential::documents::Documents;
use credential::multikey::SecretKey;
use credential::verify::{CheckName, Outcome, Report, verify};
use credential::{did_key, eddsa};
use sample::{
    EMAIL, INDEX, ISSUER, LIST, METHOD, at, badge, did_document, documents, key, sign, signed,
    status_list, time,
};
use serde_json::{Value, json};

fn report(credential: &Value, documents: &Documents) -> Report {
    verify(credential, documents, at(), None).unwrap()
}

fn assert_outcome(report: &Report, name: CheckName, outcome: Outcome, words: &str) {
    let check = report
        .check(name)
        .unwrap_or_else(|| panic!("no check {name:?}"));
    assert_eq!(check.outcome, outcome, "{check:?}");
    assert!(
        check.reason.contains(words),
        "{words:?} is not in {:?}",
        check.reason
    );
    assert_eq!(report.verified, outcome == Outcome::Pass);
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

fn with_status(change: impl FnOnce(&mut Value)) -> Value {
    let mut unsigned = badge().to_json();
    change(&mut unsigned["credentialStatus"]);
    sign(&unsigned)
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

fn with_document(change: impl FnOnce(&mut Value)) -> Report {
    let mut document = did_document();
    change(&mut document);
    report(
        &signed(),
        &Documents::from_iter([(ISSUER, document), (LIST, status_list(&[]))]),
    )
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
fn a_context_that_defines_everything_does_not_make_a_badge_say_more() {
    let mut credential = signed();
    credential["@context"].as_array_mut().unwrap().push(json!(
        "https://www.w3.org/ns/credentials/undefined-terms/v2"
    ));
    credential["grade"] = json!("A+");
    let report = report(&credential, &documents());
    assert_outcome(
        &report,
        CheckName::TrustedContexts,
        Outcome::Fail,
        "undefined-terms",
    );
    assert!(report.is(CheckName::JsonLd, Outcome::Fail));
}

#[test]
fn a_context_that_renames_a_member_does_not_swap_what_is_shown() {
    let mut credential = signed();
    credential["@context"]
        .as_array_mut()
        .unwrap()
        .push(json!({"title": "https://schema.org/name"}));
    let report = report(&credential, &documents());
    assert_outcome(
        &report,
        CheckName::TrustedContexts,
        Outcome::Fail,
        "written out",
    );
}

#[test]
fn a_member_hidden_under_its_full_address_is_found() {
    let mut credential = signed();
    let members = credential.as_object_mut().unwrap();
    let until = members.remove("validUntil").unwrap();
    let hidden = json!({"@type": "http://www.w3.org/2001/XMLSchema#dateTime", "@value": until});
    members.insert(
        "https://www.w3.org/2018/credentials#validUntil".to_owned(),
        hidden,
    );
    // The statements, and so the signature, are the same.
    let report = verify(
        &credential,
        &documents(),
        time("2030-01-01T00:00:00Z"),
        None,
    )
    .unwrap();
    assert!(report.is(CheckName::JsonLd, Outcome::Fail));
    assert!(!report.verified);
}

#[test]
fn a_member_moved_to_another_object_with_the_same_id_is_found() {
    let mut unsigned = badge().to_json();
    unsigned["evidence"] = json!([{"id": unsigned["id"], "type": ["Evidence"]}]);
    let mut credential = sign(&unsigned);
    let members = credential.as_object_mut().unwrap();
    let status = members.remove("credentialStatus").unwrap();
    let kinds = members["type"].clone();
    members["evidence"][0]["type"] = json!([kinds[0], kinds[1], "Evidence"]);
    members["evidence"][0]["credentialStatus"] = status;
    let report = report(&credential, &documents());
    assert!(!report.verified, "{report:#?}");
}

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
