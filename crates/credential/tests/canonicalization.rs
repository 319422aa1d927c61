//! RDFC-1.0 against the W3C suite, and whole documents against the form that three other implementations agree on.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use credential::canonical;
use credential::nquads;
use credential::rdfc::{self, CanonicalizeError, HashAlgorithm};
use support::{json, text, with_examples, without_proof};

struct Case {
    name: String,
    hash: HashAlgorithm,
    nquads: bool,
    map: bool,
}

fn suite() -> Vec<Case> {
    let manifest = json("rdf-canon/manifest.jsonld");
    let mut cases: BTreeMap<String, Case> = BTreeMap::new();
    for entry in manifest["entries"].as_array().unwrap() {
        let id = entry["id"].as_str().unwrap();
        let number: String = id.chars().filter(char::is_ascii_digit).collect();
        let name = format!("test{number}");
        let case = cases.entry(name.clone()).or_insert(Case {
            name,
            hash: HashAlgorithm::Sha256,
            nquads: false,
            map: false,
        });
        if entry["hashAlgorithm"] == "SHA384" {
            case.hash = HashAlgorithm::Sha384;
        }
        match entry["type"].as_str().unwrap() {
            "rdfc:RDFC10EvalTest" => case.nquads = true,
            "rdfc:RDFC10MapTest" => case.map = true,
            "rdfc:RDFC10NegativeEvalTest" => {}
            other => panic!("unknown kind of test {other}"),
        }
    }
    cases.into_values().collect()
}

fn input(name: &str) -> credential::rdf::Dataset {
    nquads::parse(&text(&format!("rdf-canon/rdfc10/{name}-in.nq"))).unwrap()
}

#[test]
fn every_dataset_of_the_w3c_suite_takes_its_canonical_form() {
    let mut passed = 0;
    for case in suite().iter().filter(|case| case.nquads) {
        let canonical = rdfc::canonicalize(&input(&case.name), case.hash).unwrap();
        assert_eq!(
            canonical.nquads,
            text(&format!("rdf-canon/rdfc10/{}-rdfc10.nq", case.name)),
            "{}",
            case.name
        );
        passed += 1;
    }
    assert_eq!(passed, 64);
}

#[test]
fn every_blank_node_of_the_w3c_suite_gets_its_canonical_label() {
    let mut passed = 0;
    for case in suite().iter().filter(|case| case.map) {
        let canonical = rdfc::canonicalize(&input(&case.name), case.hash).unwrap();
        let expected: BTreeMap<String, String> = serde_json::from_value(json(&format!(
            "rdf-canon/rdfc10/{}-rdfc10map.json",
            case.name
        )))
        .unwrap();
        assert_eq!(canonical.labels, expected, "{}", case.name);
        passed += 1;
    }
    assert_eq!(passed, 21);
}

#[test]
fn a_poisoned_dataset_is_refused_quickly() {
    let started = Instant::now();
    let result = rdfc::canonicalize(&input("test074"), HashAlgorithm::Sha256);
    assert_eq!(result, Err(CanonicalizeError::BudgetExhausted));
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_canonical_form_is_its_own_canonical_form() {
    for case in suite().iter().filter(|case| case.nquads) {
        let once = text(&format!("rdf-canon/rdfc10/{}-rdfc10.nq", case.name));
        let twice = rdfc::canonicalize(&nquads::parse(&once).unwrap(), case.hash).unwrap();
        assert_eq!(twice.nquads, once, "{}", case.name);
    }
}

#[test]
fn documents_take_the_form_that_three_other_implementations_agree_on() {
    let contexts = with_examples();
    let index = json("canonical-agreed/index.json");
    let cases = index["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 59);
    for case in cases {
        let name = case["name"].as_str().unwrap();
        let document = without_proof(json(&format!("canonical-agreed/documents/{name}.json")));
        let nquads = canonical::canonicalize(&document, &contexts)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(
            nquads,
            text(&format!("canonical-agreed/canonical/{name}.nq")),
            "{name}"
        );
    }
}
