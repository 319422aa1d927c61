//! Signing and verifying with files and streams.

use credential::multikey::SecretKey;
use serde_json::{Value, json};

use crate::program::Bench;

/// A folder with a key, and the verification method of its `did:key`.
fn with_a_key() -> (Bench, String) {
    let bench = Bench::new();
    let key = SecretKey::from_seed(&[7; 32]);
    let public = key.public().to_multibase();
    let pair = json!({"publicKeyMultibase": public, "secretKeyMultibase": *key.to_multibase()});
    bench.write("key.json", pair.to_string());
    (bench, format!("did:key:{public}#{public}"))
}

fn unsigned(method: &str, name: &str) -> String {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": "urn:uuid:3f0c2f3e-5b1a-4a52-9b44-6f0d8f7d2a11",
        "type": ["VerifiableCredential"],
        "name": name,
        "issuer": method.split('#').next(),
        "validFrom": "2026-05-01T09:30:00Z",
        "credentialSubject": {"id": "urn:uuid:7c9e6679-7425-40de-944b-e07fc1f90ae7"},
    })
    .to_string()
}

fn sign(bench: &Bench, method: &str, more: &[&str], input: &str) -> crate::program::Answer {
    let mut all = vec![
        "credential",
        "sign",
        "--key",
        "key.json",
        "--verification-method",
        method,
    ];
    all.extend(["--created", "2026-05-01T09:30:00Z"]);
    all.extend(more);
    bench.run_with(&all, input.as_bytes())
}

const AT: &[&str] = &["credential", "verify", "--at", "2026-06-01T00:00:00Z"];

fn verify(bench: &Bench, more: &[&str], input: &str) -> crate::program::Answer {
    bench.run_with(&[AT, more].concat(), input.as_bytes())
}

#[test]
fn what_was_signed_verifies_and_what_was_changed_does_not() {
    let (bench, method) = with_a_key();
    let signed = sign(&bench, &method, &[], &unsigned(&method, "Wait time"));
    assert_eq!(signed.code, 0, "{}", signed.error);
    bench.write("signed.json", &signed.out);
    let shown = verify(&bench, &["signed.json"], "");
    assert_eq!(shown.code, 0, "{}", shown.out);
    assert!(shown.out.ends_with("\nverified\n"), "{}", shown.out);
    let changed = verify(
        &bench,
        &["--json"],
        &signed.out.replace("Wait time", "Wait times"),
    );
    assert_eq!(changed.code, 1, "{}", changed.out);
    assert_eq!(
        serde_json::from_str::<Value>(&changed.out).unwrap()["verified"],
        false
    );
}

#[test]
fn an_input_that_cannot_be_used_is_named() {
    let (bench, method) = with_a_key();
    bench.write("broken.json", "{\"a\": ");
    verify(&bench, &["broken.json"], "").refused("broken.json: not usable JSON");
    verify(&bench, &["missing.json"], "").refused("missing.json");
    verify(&bench, &["--document", "nothing"], "{}").refused("URL=FILE");
    bench.write("other.json", "{}");
    let more = ["--cryptosuite", "ecdsa-rdfc-2019"];
    sign(&bench, &method, &more, &unsigned(&method, "a")).refused("ecdsa-rdfc-2019");
    bench
        .run(&[
            "credential",
            "sign",
            "--key",
            "other.json",
            "--verification-method",
            &method,
        ])
        .refused("other.json");
}

#[test]
fn a_document_that_was_not_given_leaves_the_answer_open_and_says_how_to_give_it() {
    let (bench, _) = with_a_key();
    let did = "did:web:credentials.example";
    let method = format!("{did}#key-1");
    let signed = sign(&bench, &method, &[], &unsigned(&method, "a")).out;
    let open = verify(&bench, &["--json"], &signed);
    assert_eq!(open.code, 1);
    assert!(open.out.contains("give it with --document"), "{}", open.out);
    let public = SecretKey::from_seed(&[7; 32]).public();
    let key = credential::did_web::PublishedKey {
        fragment: "key-1".into(),
        key: public,
        revoked: None,
    };
    bench.write(
        "did.json",
        credential::did_web::document(did, &[key]).to_string(),
    );
    let closed = verify(
        &bench,
        &["--document", "did:web:credentials.example=did.json"],
        &signed,
    );
    assert_eq!(closed.code, 0, "{}", closed.out);
}

#[test]
fn a_stream_keeps_its_order_and_one_bad_line_is_answered_in_its_place() {
    let (bench, method) = with_a_key();
    let mut lines: Vec<String> = (0..60)
        .map(|n| unsigned(&method, &format!("number {n}")))
        .collect();
    lines[40] = "not json".to_owned();
    let signed = sign(
        &bench,
        &method,
        &["--lines", "--threads", "3"],
        &lines.join("\n"),
    );
    assert_eq!(signed.code, 1, "{}", signed.error);
    let answers: Vec<Value> = signed
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers.len(), 60);
    for (n, answer) in answers.iter().enumerate() {
        match n {
            40 => assert!(answer["error"].is_string(), "{answer}"),
            _ => assert_eq!(answer["name"], format!("number {n}")),
        }
    }
    let good: Vec<&str> = signed
        .out
        .lines()
        .filter(|line| !line.contains("\"error\""))
        .collect();
    let verified = verify(&bench, &["--lines"], &good.join("\n"));
    assert_eq!((verified.code, verified.out.lines().count()), (0, 59));
    let hashed = bench.run_with(
        &["credential", "canonicalize", "--lines"],
        signed.out.as_bytes(),
    );
    assert_eq!(hashed.code, 1);
    assert!(
        hashed
            .out
            .lines()
            .next()
            .unwrap()
            .starts_with("{\"sha256\":\""),
        "{}",
        hashed.out
    );
}

#[test]
fn breaches_of_the_house_profile_are_listed() {
    let (bench, method) = with_a_key();
    let linted = bench.run_with(&["credential", "lint"], unsigned(&method, "a").as_bytes());
    assert_eq!(linted.code, 1);
    assert!(
        linted.out.contains("standard input: contexts at "),
        "{}",
        linted.out
    );
}

#[test]
fn every_command_shows_an_example() {
    let bench = Bench::new();
    for command in [
        "check",
        "admin create",
        "import",
        "backup",
        "restore",
        "credential sign",
        "credential verify",
    ] {
        let arguments: Vec<&str> = command.split(' ').chain(["--help"]).collect();
        let help = bench.run(&arguments);
        assert!(
            help.out.contains("Example: testamur "),
            "{command}: {}",
            help.out
        );
    }
}
