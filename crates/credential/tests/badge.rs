//! A badge from its builder to its signature: what is signed, what is refused, what a change breaks.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/sample.rs"]
mod sample;

use credential::badge::{Identity, IssueError, issue};
use credential::canonical;
use credential::contexts::ContextSet;
use credential::eddsa;
use credential::house::{self, Rule};
use credential::verify::{Verifier, verify};
use sample::{METHOD, at, badge, documents, key, signed, time};
use serde_json::{Map, Value, json};

#[test]
fn an_issued_badge_keeps_the_house_profile_and_verifies() {
    let signed = signed();
    assert_eq!(house::lint(&signed), vec![]);
    let report = verify(&signed, &documents(), at(), Some(sample::EMAIL)).unwrap();
    assert!(report.verified, "{report:#?}");
    assert!(signed["proof"].is_object());
}

#[test]
fn a_badge_says_the_short_code_of_its_achievement_if_there_is_one() {
    let mut badge = badge();
    let code = |it: &Value| {
        it["credentialSubject"]["achievement"]
            .get("humanCode")
            .cloned()
    };
    assert_eq!(code(&badge.to_json()), Some(json!("CFU")));
    badge.subject.achievement.code = None;
    assert_eq!(code(&badge.to_json()), None);
}

#[test]
fn a_badge_means_the_same_under_both_published_contents_of_the_open_badges_context() {
    let unsigned = badge().to_json();
    let newer = canonical::canonicalize(&unsigned, ContextSet::trusted().unwrap()).unwrap();
    let older =
        canonical::canonicalize(&unsigned, ContextSet::trusted_before_2025_11().unwrap()).unwrap();
    assert_eq!(newer, older);
    assert!(newer.lines().count() > 80);
}

fn leaves(value: &Value, place: &str, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                leaves(item, &format!("{place}/{index}"), found);
            }
        }
        Value::Object(members) => {
            for (key, item) in members {
                leaves(item, &format!("{place}/{key}"), found);
            }
        }
        _ => found.push(place.to_owned()),
    }
}

fn changed(leaf: &Value) -> Vec<Value> {
    match leaf {
        Value::Bool(flag) => vec![json!(!flag), Value::Null],
        Value::String(text) => vec![json!(format!("{text}x")), json!(""), Value::Null],
        other => vec![json!(other.to_string())],
    }
}

#[test]
fn a_change_of_any_leaf_breaks_verification() {
    let signed = signed();
    let mut places = Vec::new();
    leaves(&signed, "", &mut places);
    assert!(places.len() > 100);
    let documents = documents();
    let verifier = Verifier::new(ContextSet::trusted().unwrap(), &documents);
    for place in &places {
        for value in changed(signed.pointer(place).unwrap()) {
            let mut tampered = signed.clone();
            *tampered.pointer_mut(place).unwrap() = value.clone();
            let report = verifier.verify(&tampered, at(), None);
            assert!(!report.verified, "{place} changed to {value}");
        }
    }
}

#[test]
fn the_removal_of_any_member_breaks_verification() {
    let signed = signed();
    let mut places = Vec::new();
    leaves(&signed, "", &mut places);
    let documents = documents();
    let verifier = Verifier::new(ContextSet::trusted().unwrap(), &documents);
    for place in &places {
        let (parent, token) = place.rsplit_once('/').unwrap();
        let mut tampered = signed.clone();
        match tampered.pointer_mut(parent).unwrap() {
            Value::Object(members) => drop(members.remove(token)),
            Value::Array(items) => drop(items.remove(token.parse().unwrap())),
            _ => unreachable!(),
        }
        assert!(!verifier.verify(&tampered, at(), None).verified, "{place}");
    }
}

fn reversed(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let members: Vec<String> = members
                .iter()
                .rev()
                .map(|(key, item)| format!("{}: {}", json!(key), reversed(item)))
                .collect();
            format!("{{{}}}", members.join(", "))
        }
        Value::Array(items) => format!(
            "[{}]",
            items.iter().map(reversed).collect::<Vec<_>>().join(", ")
        ),
        other => other.to_string(),
    }
}

#[test]
fn the_order_of_keys_does_not_matter() {
    let text = reversed(&signed());
    assert!(text.starts_with("{\"validUntil\""));
    let read = credential::json::parse(text.as_bytes()).unwrap();
    assert!(verify(&read, &documents(), at(), None).unwrap().verified);
}

#[test]
fn the_order_of_results_does_not_matter() {
    let mut reordered = signed();
    reordered
        .pointer_mut("/credentialSubject/result")
        .unwrap()
        .as_array_mut()
        .unwrap()
        .reverse();
    assert!(
        verify(&reordered, &documents(), at(), None)
            .unwrap()
            .verified
    );
}

#[test]
fn a_badge_is_not_issued_with_a_key_of_someone_else() {
    let result = issue(&badge(), &key(), "did:web:other.example#key-1", at());
    assert!(matches!(result, Err(IssueError::ForeignMethod { .. })));
}

#[test]
fn a_badge_that_breaks_the_house_profile_is_not_issued() {
    let mut relative = badge();
    relative.id = "badge-1".to_owned();
    let mut foreign_level = badge();
    foreign_level.subject.results[0].achieved_level =
        foreign_level.subject.results[1].achieved_level.clone();
    let mut no_narrative = badge();
    no_narrative.subject.achievement.criteria.narrative = " ".to_owned();
    let mut unknown_word = badge();
    unknown_word.subject.achievement.achievement_type = "Sticker".to_owned();
    let mut not_web = badge();
    not_web.issuer.id = "https://riverbend.example".to_owned();
    let cases = [
        (relative, Rule::AbsoluteId),
        (foreign_level, Rule::ResultLevel),
        (no_narrative, Rule::Required),
        (unknown_word, Rule::Vocabulary),
    ];
    for (badge, rule) in cases {
        match issue(&badge, &key(), METHOD, at()) {
            Err(IssueError::House(findings)) => {
                assert!(findings.iter().any(|finding| finding.rule == rule))
            }
            other => panic!("{rule:?}: {other:?}"),
        }
    }
    assert!(matches!(
        issue(&not_web, &key(), "https://riverbend.example#key-1", at()),
        Err(IssueError::House(findings)) if findings[0].rule == Rule::AbsoluteId
    ));
}

#[test]
fn lint_names_the_rule_and_the_place_of_each_breach() {
    let cases: [(&str, Value, Rule, &str); 10] = [
        (
            "/@context",
            json!([credential::contexts::CREDENTIALS_V2]),
            Rule::Contexts,
            "/@context",
        ),
        ("/type", json!("OpenBadgeCredential"), Rule::Types, "/type"),
        (
            "/validFrom",
            json!("2026-05-01T11:30:00+02:00"),
            Rule::TimeForm,
            "/validFrom",
        ),
        (
            "/issuer",
            json!("did:web:badges.example.org:riverbend"),
            Rule::Required,
            "/issuer",
        ),
        ("/proof", json!([signed()["proof"]]), Rule::Proof, "/proof"),
        (
            "/proof/created",
            json!("2026-05-01T09:30:05.123Z"),
            Rule::TimeForm,
            "/proof/created",
        ),
        (
            "/credentialStatus/statusPurpose",
            json!("suspension"),
            Rule::Status,
            "/credentialStatus",
        ),
        (
            "/credentialSubject/identifier/0/salt",
            json!("short"),
            Rule::Identity,
            "/credentialSubject/identifier/0/salt",
        ),
        (
            "/image",
            json!("https://example.org/a.png"),
            Rule::Types,
            "/image",
        ),
        (
            "/evidence/0/id",
            json!("evidence/77"),
            Rule::AbsoluteId,
            "/evidence/0/id",
        ),
    ];
    for (at, value, rule, place) in cases {
        let mut broken = signed();
        *broken.pointer_mut(at).unwrap() = value;
        let findings = house::lint(&broken);
        assert!(
            findings
                .iter()
                .any(|found| found.rule == rule && found.place == place),
            "{at}: {findings:?}"
        );
    }
    let mut extended = signed();
    extended["refreshService"] =
        json!({"id": "https://example.org/", "type": "1EdTechCredentialRefresh"});
    assert!(
        house::lint(&extended)
            .iter()
            .any(|finding| finding.rule == Rule::Absent)
    );
}

#[test]
fn nothing_is_signed_that_safe_mode_refuses() {
    let contexts = ContextSet::trusted().unwrap();
    let v2 = credential::contexts::CREDENTIALS_V2;
    let schema = json!({"id": "https://a.example/", "type": "1EdTechJsonSchemaValidator2019"});
    let cases: [(&str, Value, &str); 9] = [
        (
            "an undefined property",
            json!({"undefinedProperty": "x"}),
            "\"undefinedProperty\"",
        ),
        (
            "an undefined type",
            json!({"type": ["VerifiableCredential", "Undefined"]}),
            "\"Undefined\"",
        ),
        (
            "a relative id",
            json!({"id": "relative/id"}),
            "\"relative/id\"",
        ),
        (
            "a key that looks like a keyword",
            json!({"@foo": "x"}),
            "\"/@foo\"",
        ),
        (
            "a language tag that is none",
            json!({"name": {"@value": "x", "@language": "not a tag"}}),
            "\"not a tag\"",
        ),
        (
            "a base direction",
            json!({"name": {"@value": "x", "@language": "ar", "@direction": "rtl"}}),
            "@direction",
        ),
        (
            "an undefined kind of schema",
            json!({"credentialSchema": schema}),
            "1EdTechJsonSchemaValidator2019",
        ),
        (
            "a context of its own",
            json!({"@context": [v2, "https://a.example/"]}),
            "https://a.example/",
        ),
        (
            "a member of another type",
            json!({"targetName": "x"}),
            "\"targetName\"",
        ),
    ];
    for (what, members, words) in cases {
        let mut unsigned = badge().to_json();
        unsigned
            .as_object_mut()
            .unwrap()
            .extend(members.as_object().unwrap().clone());
        let error = eddsa::sign(&unsigned, &key(), METHOD, at(), contexts).expect_err(what);
        assert!(error.to_string().contains(words), "{what}: {error}");
    }
    assert!(
        eddsa::sign(&signed(), &key(), METHOD, at(), contexts).is_err(),
        "a signed document"
    );
    assert!(
        eddsa::sign(&badge().to_json(), &key(), "key-1", at(), contexts).is_err(),
        "a relative method"
    );
}

#[test]
fn the_same_badge_signed_at_the_same_time_is_the_same_text() {
    assert_eq!(signed().to_string(), signed().to_string());
    assert_eq!(signed()["proof"]["created"], "2026-05-01T09:30:05Z");
    let later = issue(&badge(), &key(), METHOD, time("2026-05-01T09:30:06Z")).unwrap();
    assert_ne!(
        later["proof"]["proofValue"],
        signed()["proof"]["proofValue"]
    );
}

#[test]
fn a_badge_holds_nothing_that_was_left_out() {
    let mut plain = badge();
    plain.description = None;
    plain.image = None;
    plain.evidence.clear();
    plain.valid_until = None;
    plain.status = None;
    plain.subject.identities = vec![Identity::hashed_email("a@example.org", [0; 16])];
    let unsigned: Map<String, Value> = plain.to_json().as_object().unwrap().clone();
    for key in [
        "description",
        "image",
        "evidence",
        "validUntil",
        "credentialStatus",
    ] {
        assert!(!unsigned.contains_key(key), "{key}");
    }
    let signed = issue(&plain, &key(), METHOD, at()).unwrap();
    assert!(
        verify(&signed, &documents(), at(), Some("A@example.org"))
            .unwrap()
            .verified
    );
}
