//! The commands over files and over streams of lines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/sample.rs"]
mod sample;

use credential::command::{
    self, Exit, Question, Signing, canonicalize_lines, contexts_with, read_key, sign_lines,
    verdict, verify_lines,
};
use credential::contexts::ContextSet;
use credential::documents::Documents;
use credential::verify::Verifier;
use sample::{
    EMAIL, ISSUER, LIST, METHOD, at, badge, did_document, documents, key, signed, status_list,
};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

fn signing() -> Signing {
    let file = json!({
        "publicKeyMultibase": key().public().to_multibase(),
        "secretKeyMultibase": key().to_multibase().as_str(),
    });
    Signing {
        key: read_key(file.to_string().as_bytes()).unwrap(),
        verification_method: METHOD.to_owned(),
        created: sample::time("2026-05-01T09:30:05Z"),
    }
}

fn lines(output: &[u8]) -> Vec<Value> {
    std::str::from_utf8(output)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

const QUESTION: fn() -> Question<'static> = || Question {
    at: at(),
    recipient: None,
};

#[test]
fn signing_a_file_gives_the_same_as_issuing_the_badge() {
    let text = badge().to_json().to_string();
    assert_eq!(
        command::sign(text.as_bytes(), &signing()).unwrap(),
        signed()
    );
    assert!(
        command::sign(b"{\"a\": 1, \"a\": 2}", &signing())
            .unwrap_err()
            .to_string()
            .contains("twice")
    );
    assert!(command::check_cryptosuite("eddsa-rdfc-2022").is_ok());
    assert!(command::check_cryptosuite("bbs-2023").is_err());
}

#[test]
fn verifying_a_file_answers_by_its_exit_status() {
    let documents = documents();
    let verifier = Verifier::new(ContextSet::trusted().unwrap(), &documents);
    let good = command::verify(signed().to_string().as_bytes(), &verifier, QUESTION()).unwrap();
    assert_eq!(verdict(&good).code(), 0);
    let mut changed = signed();
    changed["name"] = json!("Another name");
    let bad = command::verify(changed.to_string().as_bytes(), &verifier, QUESTION()).unwrap();
    assert_eq!(verdict(&bad).code(), 1);
    assert!(command::verify(b"no JSON", &verifier, QUESTION()).is_err());
    assert_eq!(Exit::Unusable.code(), 2);
}

#[test]
fn a_stream_is_signed_in_order_and_a_bad_line_named_in_its_place() {
    let mut input = String::new();
    for number in 0..50 {
        let mut unsigned = badge().to_json();
        unsigned["name"] = json!(format!("Badge {number}"));
        input.push_str(&unsigned.to_string());
        input.push('\n');
        if number == 20 {
            input.push_str("no JSON\n");
        }
    }
    let mut output = Vec::new();
    let exit = sign_lines(input.as_bytes(), &mut output, None, &signing()).unwrap();
    let answers = lines(&output);
    assert_eq!(exit, Exit::No);
    assert_eq!(answers.len(), 51);
    assert!(
        answers[21]["error"]
            .as_str()
            .unwrap()
            .contains("not usable JSON")
    );
    assert_eq!(
        (&answers[20]["name"], &answers[22]["name"]),
        (&json!("Badge 20"), &json!("Badge 21"))
    );
    assert!(answers[50]["proof"]["proofValue"].is_string());
}

#[test]
fn a_stream_is_verified_line_by_line() {
    let documents = Documents::from_iter([(ISSUER, did_document()), (LIST, status_list(&[]))]);
    let verifier = Verifier::new(ContextSet::trusted().unwrap(), &documents);
    let question = Question {
        at: at(),
        recipient: Some(EMAIL),
    };
    let mut changed = signed();
    changed["name"] = json!("Another name");
    let good = format!("{}\n", signed()).repeat(3);
    let mut output = Vec::new();
    assert_eq!(
        verify_lines(good.as_bytes(), &mut output, None, &verifier, question).unwrap(),
        Exit::Yes
    );
    assert!(
        lines(&output)
            .iter()
            .all(|report| report["verified"] == true)
    );
    let mixed = format!("{}\n{changed}\n{{\n", signed());
    output.clear();
    assert_eq!(
        verify_lines(mixed.as_bytes(), &mut output, None, &verifier, question).unwrap(),
        Exit::No
    );
    let reports = lines(&output);
    assert_eq!(
        (&reports[0]["verified"], &reports[1]["verified"]),
        (&json!(true), &json!(false))
    );
    assert!(reports[2]["error"].is_string());
}

#[test]
fn a_stream_is_canonicalized_to_the_hash_of_what_a_file_gives() {
    let contexts = contexts_with(&Documents::default()).unwrap();
    let document = badge().to_json().to_string();
    let nquads = command::canonicalize(document.as_bytes(), &contexts).unwrap();
    let mut output = Vec::new();
    let input = format!("{document}\n[]\n");
    assert_eq!(
        canonicalize_lines(input.as_bytes(), &mut output, None, &contexts).unwrap(),
        Exit::No
    );
    let answers = lines(&output);
    assert_eq!(
        answers[0],
        json!({"sha256": credential::rdfc::hex(&Sha256::digest(&nquads))})
    );
    assert!(answers[1]["error"].as_str().unwrap().contains("an array"));
}

#[test]
fn a_context_at_hand_serves_canonicalization_but_never_verification() {
    let url = "https://example.org/mine";
    let context = json!({"@context": {"grade": "https://example.org/mine#grade"}});
    let at_hand = Documents::from_iter([
        (url, context),
        (ISSUER, did_document()),
        (LIST, status_list(&[])),
    ]);
    let mut extended = signed();
    extended["@context"]
        .as_array_mut()
        .unwrap()
        .push(json!(url));
    extended["grade"] = json!("A+");
    let text = extended.to_string();
    assert!(
        command::canonicalize(text.as_bytes(), &contexts_with(&at_hand).unwrap())
            .unwrap()
            .contains("#grade")
    );
    let verifier = Verifier::new(ContextSet::trusted().unwrap(), &at_hand);
    assert!(
        !command::verify(text.as_bytes(), &verifier, QUESTION())
            .unwrap()
            .verified
    );
}

#[test]
fn lint_finds_nothing_in_a_badge_of_ours() {
    assert_eq!(
        command::lint(signed().to_string().as_bytes()).unwrap(),
        vec![]
    );
    assert!(!command::lint(b"{}").unwrap().is_empty());
}

fn chain(levels: usize) -> String {
    format!(
        r#"{{"@context": ["https://www.w3.org/ns/credentials/v2"], "@id": "urn:a:b", "urn:a:c": {}1{}}}"#,
        r#"{"urn:a:c":"#.repeat(levels - 1),
        "}".repeat(levels - 1)
    )
}

/// Half of what a thread of Rust has.
fn on_a_small_stack<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let small = std::thread::Builder::new().stack_size(1024 * 1024);
    small.spawn(work).unwrap().join().unwrap()
}

#[test]
fn no_document_that_is_read_overflows_a_small_stack() {
    for levels in [1, 6, 7, 8, 62, 64] {
        let statements = on_a_small_stack(move || {
            let contexts = contexts_with(&Documents::default()).unwrap();
            let nquads = command::canonicalize(chain(levels).as_bytes(), &contexts).unwrap();
            nquads.lines().count()
        });
        assert_eq!(statements, levels, "{levels}");
    }
}

#[test]
fn a_badge_is_verified_on_a_small_stack() {
    let verified = on_a_small_stack(|| {
        let documents = documents();
        let verifier = Verifier::new(ContextSet::trusted().unwrap(), &documents);
        verifier.verify(&signed(), at(), None).verified
    });
    assert!(verified);
}
