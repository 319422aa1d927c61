//! The examples of the Bitstring Status List Recommendation.

#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use credential::multikey::PublicKey;
use credential::status_list::{MIN_ENTRIES, StatusList};
use credential::{did_key, eddsa};
use support::{json, with_examples};

#[test]
fn the_list_of_the_recommendation_has_the_smallest_length_and_nothing_set() {
    for file in ["rec-example-02.json", "rec-example-10.json"] {
        let credential = json(&format!("bitstring-status-list/{file}"));
        let encoded = credential["credentialSubject"]["encodedList"]
            .as_str()
            .unwrap();
        let list = StatusList::decode(encoded).unwrap();
        assert_eq!(list.entries(), u64::from(MIN_ENTRIES));
        assert_eq!(list.get(94_567), Ok(false));
        assert_eq!(list, StatusList::empty(MIN_ENTRIES));
    }
}

#[test]
fn the_signed_examples_of_the_recommendation_verify() {
    let contexts = with_examples();
    for file in ["rec-example-05.json", "rec-example-10.json"] {
        let signed = json(&format!("bitstring-status-list/{file}"));
        let key: PublicKey =
            did_key::key(signed["proof"]["verificationMethod"].as_str().unwrap()).unwrap();
        eddsa::verify(&signed, &signed["proof"], &key, &contexts)
            .unwrap_or_else(|error| panic!("{file}: {error}"));
    }
}
