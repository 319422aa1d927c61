//! The closed world of contexts.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use credential::canonical;
use credential::contexts::{
    CREDENTIALS_V2, ContextError, ContextSet, OPEN_BADGES_3_0_3, OPEN_BADGES_3_0_3_BEFORE_2025_11,
    TRUSTED,
};
use serde_json::json;
use sha2::{Digest as _, Sha256};

#[test]
fn every_compiled_in_context_has_the_hash_it_is_pinned_to() {
    for pinned in TRUSTED.iter().chain([&OPEN_BADGES_3_0_3_BEFORE_2025_11]) {
        assert_eq!(
            credential::rdfc::hex(&Sha256::digest(pinned.text)),
            pinned.sha256,
            "{}",
            pinned.url
        );
    }
}

#[test]
fn every_trusted_context_can_be_processed() {
    for pinned in TRUSTED {
        let document =
            json!({"@context": [pinned.url], "@id": "urn:example:1", "@type": "urn:example:Type"});
        let nquads = canonical::canonicalize(&document, ContextSet::trusted().unwrap()).unwrap();
        assert_eq!(nquads.lines().count(), 1, "{}", pinned.url);
    }
}

#[test]
fn a_context_outside_the_list_is_an_error_that_names_it() {
    let document =
        json!({"@context": [CREDENTIALS_V2, "https://example.org/mine"], "id": "urn:example:1"});
    let error = canonical::canonicalize(&document, ContextSet::trusted().unwrap()).unwrap_err();
    assert_eq!(
        error.to_string(),
        ContextError::Untrusted("https://example.org/mine".to_owned()).to_string()
    );
}

#[test]
fn contexts_made_for_examples_are_not_trusted() {
    let set = ContextSet::trusted().unwrap();
    assert!(!set.contains("https://www.w3.org/ns/credentials/examples/v2"));
    assert!(!set.contains("https://www.w3.org/ns/credentials/undefined-terms/v2"));
}

#[test]
fn a_property_of_the_newer_open_badges_content_is_undefined_under_the_older() {
    let document = json!({
        "@context": [CREDENTIALS_V2, OPEN_BADGES_3_0_3],
        "id": "urn:example:1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "endorsementJwt": ["a.b.c"],
    });
    assert!(canonical::canonicalize(&document, ContextSet::trusted().unwrap()).is_ok());
    assert!(
        canonical::canonicalize(&document, ContextSet::trusted_before_2025_11().unwrap()).is_err()
    );
}
