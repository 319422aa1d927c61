//! What is shown is what was signed: attacks that leave the signature good.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/reports.rs"]
mod reports;
#[path = "support/sample.rs"]
mod sample;

use credential::verify::{CheckName, Outcome, verify};
use reports::{assert_outcome, report};
use sample::{badge, documents, sign, signed, time};
use serde_json::json;

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
