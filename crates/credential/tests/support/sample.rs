//! A badge with everything in it that the house profile allows, and the documents that verify it.
#![allow(dead_code)]

use credential::badge::{
    AchievedLevel, Achievement, Alignment, Badge, Creator, Criteria, Evidence, Identity, Image,
    Issuer, ResultDescription, RubricLevel, StatusEntry, Subject, issue,
};
use credential::contexts::ContextSet;
use credential::did_web::{self, PublishedKey};
use credential::documents::Documents;
use credential::eddsa;
use credential::multikey::SecretKey;
use credential::status_list::{StatusList, StatusPurpose, list_credential};
use jiff::Timestamp;
use serde_json::Value;

pub const ISSUER: &str = "did:web:badges.example.org:riverbend";
pub const METHOD: &str = "did:web:badges.example.org:riverbend#key-1";
pub const LIST: &str = "https://badges.example.org/riverbend/status/1";
pub const EMAIL: &str = "ada.okafor@riverbend.example";
pub const INDEX: u32 = 94_567;

pub fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub fn at() -> Timestamp {
    time("2026-06-01T12:00:00Z")
}

pub fn key() -> SecretKey {
    SecretKey::from_seed(&[42; 32])
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

pub fn badge() -> Badge {
    Badge {
        id: "urn:uuid:3f0c2f3e-5b1a-4a52-9b44-6f0d8f7d2a11".to_owned(),
        name: "Checking for Understanding".to_owned(),
        description: some("Awarded for evidence of daily checks for understanding."),
        image: Some(picture("https://badges.example.org/riverbend/awards/1.png")),
        issuer: Issuer {
            id: ISSUER.to_owned(),
            name: "Riverbend Unified – Professional Learning".to_owned(),
            url: "https://riverbend.example/".to_owned(),
            image: Some(picture("https://badges.example.org/riverbend/logo.png")),
        },
        valid_from: time("2026-05-01T09:30:00Z"),
        valid_until: Some(time("2029-05-01T09:30:00Z")),
        awarded: Some(time("2026-05-01T09:00:00Z")),
        subject: subject(),
        evidence: vec![Evidence {
            id: some("https://badges.example.org/riverbend/evidence/77"),
            name: some("Exit tickets of one week"),
            description: some("Five exit tickets with the changes that they led to."),
            narrative: some("The second day's tickets showed {one} stray } brace and a \"quote\"."),
            genre: some("Portfolio"),
        }],
        status: Some(StatusEntry {
            list: LIST.to_owned(),
            index: INDEX,
        }),
    }
}

fn picture(id: &str) -> Image {
    Image {
        id: id.to_owned(),
        caption: some("A green check mark"),
    }
}

fn subject() -> Subject {
    let result = |criterion: u32, level: u32| AchievedLevel {
        result_description: format!("{ACHIEVEMENT}#criterion-{criterion}"),
        achieved_level: format!("{ACHIEVEMENT}#criterion-{criterion}-level-{level}"),
    };
    Subject {
        id: "urn:uuid:7c9e6679-7425-40de-944b-e07fc1f90ae7".to_owned(),
        identities: vec![
            Identity::hashed_email(EMAIL, [3; 16]),
            Identity::Name("Ada Okafor".to_owned()),
        ],
        achievement: achievement(),
        results: vec![result(1, 3), result(2, 2)],
    }
}

const ACHIEVEMENT: &str = "https://badges.example.org/riverbend/credentials/checking/2";

fn achievement() -> Achievement {
    Achievement {
        id: ACHIEVEMENT.to_owned(),
        name: "Checking for Understanding".to_owned(),
        code: some("CFU"),
        description: "Plans and uses checks for understanding, and changes teaching by them."
            .to_owned(),
        criteria: Criteria {
            id: format!("{ACHIEVEMENT}/criteria"),
            narrative: "Submit a week of checks, what they showed, and what changed.".to_owned(),
        },
        achievement_type: "MicroCredential".to_owned(),
        image: Some(picture("https://badges.example.org/riverbend/checking.png")),
        creator: Some(Creator {
            id: "https://learning.example/".to_owned(),
            name: "Learning Designers".to_owned(),
            url: some("https://learning.example/"),
        }),
        alignments: vec![Alignment {
            target_name: "6(c) Multiple methods of assessment".to_owned(),
            target_url: "https://standards.example/intasc/6c".to_owned(),
            target_code: some("6(c)"),
            target_framework: some("Model core teaching standards"),
            target_description: some("Works with learners to examine performance data."),
            target_type: some("CFItem"),
        }],
        result_descriptions: vec![criterion(1, "Planning"), criterion(2, "Responding")],
        tags: vec!["assessment".to_owned(), "formative".to_owned()],
        language: some("en"),
        version: some("2"),
    }
}

fn criterion(number: u32, name: &str) -> ResultDescription {
    let id = format!("{ACHIEVEMENT}#criterion-{number}");
    let level = |level: u32, name: &str| RubricLevel {
        id: format!("{id}-level-{level}"),
        name: name.to_owned(),
        level: Some(level.to_string()),
        points: Some(format!("{level}.0")),
        description: Some(format!("{name}: what the work shows at level {level}.")),
    };
    ResultDescription {
        levels: vec![
            level(1, "Beginning"),
            level(2, "Proficient"),
            level(3, "Distinguished"),
        ],
        required_level: Some(format!("{id}-level-2")),
        name: name.to_owned(),
        id,
    }
}

pub fn signed() -> Value {
    issue(&badge(), &key(), METHOD, time("2026-05-01T09:30:05Z")).unwrap()
}

pub fn did_document() -> Value {
    did_web::document(
        ISSUER,
        &[PublishedKey {
            fragment: "key-1".to_owned(),
            key: key().public(),
            revoked: None,
        }],
    )
}

pub fn status_list(revoked: &[u32]) -> Value {
    let mut list = StatusList::empty(0);
    for index in revoked {
        list.set(u64::from(*index), true).unwrap();
    }
    let from = time("2026-05-01T00:00:00Z");
    let unsigned =
        list_credential(LIST, ISSUER, StatusPurpose::Revocation, &list, from, None).unwrap();
    sign(&unsigned)
}

/// Signs anything, also what the house profile would refuse.
pub fn sign(unsigned: &Value) -> Value {
    let contexts = ContextSet::trusted().unwrap();
    eddsa::sign(
        unsigned,
        &key(),
        METHOD,
        time("2026-05-01T09:30:05Z"),
        contexts,
    )
    .unwrap()
}

pub fn documents() -> Documents {
    Documents::from_iter([(ISSUER, did_document()), (LIST, status_list(&[]))])
}
