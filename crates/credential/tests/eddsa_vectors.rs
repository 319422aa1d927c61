//! `eddsa-rdfc-2022` against every intermediate value that the W3C and 1EdTech publish.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use credential::canonical;
use credential::contexts::ContextSet;
use credential::eddsa::{self, ProofError};
use credential::multikey::{PublicKey, SecretKey};
use credential::rdfc::hex;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use support::{json, text, with_examples, without_proof};

fn key_pair(pair: &Value) -> (SecretKey, PublicKey) {
    let secret = SecretKey::parse(pair["privateKeyMultibase"].as_str().unwrap()).unwrap();
    let public = PublicKey::parse(pair["publicKeyMultibase"].as_str().unwrap()).unwrap();
    assert_eq!(secret.public(), public);
    (secret, public)
}

fn sha256(text: &str) -> String {
    hex(&Sha256::digest(text))
}

fn every_stage(folder: &str, unsigned: &str) {
    let contexts = with_examples();
    let read = |file: &str| {
        text(&format!("vc-di-eddsa/eddsa-rdfc-2022/{folder}{file}"))
            .trim_end()
            .to_owned()
    };
    let document = json(unsigned);
    let options: Value = serde_json::from_str(&read("proofConfigDataInt.json")).unwrap();
    let signed: Value = serde_json::from_str(&read("signedDataInt.json")).unwrap();
    let (secret, public) = key_pair(&json("vc-di-eddsa/keyPair.json"));

    assert_eq!(eddsa::proof_options(&document, &signed["proof"]), options);
    let canonical_document = canonical::canonicalize(&document, &contexts).unwrap();
    let canonical_options = canonical::canonicalize(&options, &contexts).unwrap();
    assert_eq!(canonical_document.trim_end(), read("canonDocDataInt.txt"));
    assert_eq!(canonical_options.trim_end(), read("proofCanonDataInt.txt"));
    assert_eq!(sha256(&canonical_document), read("docHashDataInt.txt"));
    assert_eq!(sha256(&canonical_options), read("proofHashDataInt.txt"));
    let data = eddsa::hash_data(&document, &signed["proof"], &contexts).unwrap();
    assert_eq!(hex(&data), read("combinedHashDataInt.txt"));

    let method = options["verificationMethod"].as_str().unwrap();
    let created = options["created"].as_str().unwrap().parse().unwrap();
    let ours = eddsa::sign(&document, &secret, method, created, &contexts).unwrap();
    assert_eq!(ours, signed);
    assert_eq!(ours["proof"]["proofValue"], read("sigBTC58DataInt.txt"));
    assert_eq!(
        hex(&bs58::decode(&read("sigBTC58DataInt.txt")[1..])
            .into_vec()
            .unwrap()),
        read("sigHexDataInt.txt")
    );
    eddsa::verify(&signed, &signed["proof"], &public, &contexts).unwrap();
}

#[test]
fn the_alumni_credential_of_the_w3c_is_equal_at_every_stage() {
    every_stage("", "vc-di-eddsa/unsigned.json");
}

#[test]
fn the_employment_credential_of_the_w3c_is_equal_at_every_stage() {
    every_stage("employ/", "vc-di-eddsa/employmentAuth.json");
}

#[test]
fn proof_sets_and_proof_chains_of_the_w3c_verify() {
    let contexts = with_examples();
    let pairs = json("vc-di-eddsa/proof-set-chain/multiKeyPairs.json");
    let keys: Vec<PublicKey> = pairs
        .as_object()
        .unwrap()
        .values()
        .map(|pair| key_pair(pair).1)
        .collect();
    let mut verified = 0;
    for file in [
        "signedProofSet1",
        "signedProofSet2",
        "signedProofChain1",
        "signedProofChain2",
    ] {
        let signed = json(&format!("vc-di-eddsa/proof-set-chain/{file}.json"));
        for proof in credential::json::each(signed.get("proof")) {
            let method = proof["verificationMethod"].as_str().unwrap();
            let key = keys
                .iter()
                .find(|key| method.contains(&key.to_multibase()))
                .unwrap();
            eddsa::verify(&signed, proof, key, &contexts)
                .unwrap_or_else(|error| panic!("{file}: {error}"));
            verified += 1;
        }
    }
    assert!(verified >= 9, "{verified}");
}

fn guide(folder: &str) {
    let contexts = ContextSet::trusted().unwrap();
    let read = |file: &str| format!("1edtech-impl-guide/{folder}/{file}");
    let signed = json(&read("signed-credential.json"));
    let values = json(&read("values.json"));
    let value = |key: &str| values[key].as_str().unwrap();
    let document = without_proof(signed.clone());
    let proof = credential::json::each(signed.get("proof")).next().unwrap();
    let options = eddsa::proof_options(&document, proof);

    let canonical_document = canonical::canonicalize(&document, contexts).unwrap();
    let canonical_options = canonical::canonicalize(&options, contexts).unwrap();
    assert_eq!(
        canonical_document.trim_end(),
        text(&read("document-canon.txt")).trim_end()
    );
    assert_eq!(
        canonical_options.trim_end(),
        text(&read("proof-canon.txt")).trim_end()
    );
    assert_eq!(sha256(&canonical_document), value("Document hash (hex)"));
    assert_eq!(sha256(&canonical_options), value("Proof hash (hex)"));
    let data = eddsa::hash_data(&document, proof, contexts).unwrap();
    assert_eq!(hex(&data), value("Data to sign (hex)"));

    let secret = SecretKey::parse(value("secretKeyMultibase")).unwrap();
    let public = PublicKey::parse(value("publicKeyMultibase")).unwrap();
    assert_eq!(secret.public(), public);
    assert_eq!(hex(public.bytes()), value("Public key"));
    eddsa::verify(&signed, proof, &public, contexts).unwrap();
    let method = proof["verificationMethod"].as_str().unwrap();
    let created = proof["created"].as_str().unwrap().parse().unwrap();
    let ours = eddsa::sign(&document, &secret, method, created, contexts).unwrap();
    assert_eq!(ours["proof"], *proof);

    let mut changed = signed.clone();
    changed["name"] = "Another name".into();
    assert_eq!(
        eddsa::verify(&changed, proof, &public, contexts),
        Err(ProofError::Signature)
    );
}

#[test]
fn the_badge_of_the_1edtech_implementation_guide_is_equal_end_to_end() {
    guide("obv3p0");
}

#[test]
fn the_learner_record_of_the_1edtech_implementation_guide_is_equal_end_to_end() {
    guide("clrv2p0");
}
