//! Reading of vectors, shared by the tests.
#![allow(dead_code)]

use std::path::{Path, PathBuf};

use credential::contexts::ContextSet;
use serde_json::Value;

pub fn vectors(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/vectors")
        .join(path)
}

pub fn text(path: &str) -> String {
    let path = vectors(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub fn json(path: &str) -> Value {
    serde_json::from_str(&text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The trusted contexts and the ones that only the W3C examples name.
pub fn with_examples() -> ContextSet {
    let examples = context("credentials-examples-v2.jsonld");
    let citizenship = context("citizenship-v4rc1.jsonld");
    ContextSet::trusted()
        .and_then(|set| set.with("https://www.w3.org/ns/credentials/examples/v2", &examples))
        .and_then(|set| set.with("https://w3id.org/citizenship/v4rc1", &citizenship))
        .unwrap()
}

pub fn context(file: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/contexts")
        .join(file);
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

pub fn without_proof(mut document: Value) -> Value {
    document.as_object_mut().unwrap().remove("proof");
    document
}
