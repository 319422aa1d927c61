//! `did:key` against the vectors of the W3C Credentials Community Group.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use credential::did_key;
use credential::multikey::KeyType;
use serde_json::Value;
use support::json;

fn identifiers(file: &str) -> Vec<(String, Value)> {
    let all = json(&format!("did-key/{file}"));
    let all = all.get("didDocument").cloned().unwrap_or(all);
    all.as_object()
        .unwrap()
        .iter()
        .map(|(did, value)| (did.clone(), value.clone()))
        .collect()
}

#[test]
fn every_identifier_of_the_vectors_is_read_and_its_kind_of_key_named() {
    let mut seen = 0;
    for (file, kinds) in [
        ("ed25519-x25519.json", &[KeyType::Ed25519][..]),
        ("x25519.json", &[KeyType::X25519]),
        ("secp256k1.json", &[KeyType::Secp256k1]),
        (
            "nist-curves.json",
            &[KeyType::P256, KeyType::P384, KeyType::P521],
        ),
        ("rsa.json", &[KeyType::Rsa]),
        (
            "bls12381.json",
            &[
                KeyType::Bls12381G1,
                KeyType::Bls12381G2,
                KeyType::Bls12381G1AndG2,
            ],
        ),
    ] {
        for (did, _) in identifiers(file) {
            let key = did_key::key(&did).unwrap_or_else(|error| panic!("{file} {did}: {error}"));
            assert!(
                kinds.contains(&key.key_type()),
                "{file} {did}: {}",
                key.key_type().name()
            );
            assert_eq!(did_key::identifier(&key), did);
            assert_eq!(key.verifying().is_ok(), key.key_type() == KeyType::Ed25519);
            seen += 1;
        }
    }
    assert_eq!(seen, 30);
}

#[test]
fn the_key_in_an_identifier_is_the_one_that_the_vectors_say() {
    let mut compared = 0;
    for (did, vector) in identifiers("ed25519-x25519.json") {
        let method = &vector["didDocument"]["verificationMethod"][0];
        let key = did_key::key(&did).unwrap();
        if let Some(base58) = method["publicKeyBase58"].as_str() {
            assert_eq!(key.bytes(), bs58::decode(base58).into_vec().unwrap());
            compared += 1;
        }
        let document = did_key::document(&did).unwrap();
        assert_eq!(document["id"], vector["didDocument"]["id"]);
        assert_eq!(
            document["assertionMethod"],
            vector["didDocument"]["assertionMethod"]
        );
        assert_eq!(document["verificationMethod"][0]["id"], method["id"]);
    }
    assert_eq!(compared, 4);
}
