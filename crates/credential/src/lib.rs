//! Open Badges 3.0 on Verifiable Credentials 2.0, secured with Data Integrity: building, signing, verifying.
//!
//! Pure: no network, no clock, no randomness, nothing asynchronous. Documents, times and entropy are arguments; JSON-LD
//! contexts are compiled in. The crate knows nothing of any product and can be used alone.
//!
//! | to do | look at |
//! |---|---|
//! | describe and issue a badge | [`badge`] |
//! | sign any credential | [`eddsa::sign`] |
//! | publish the issuer's keys | [`did_web::document`] |
//! | publish and read revocations | [`status_list`] |
//! | verify with documents at hand | [`verify::verify`], [`verify::Verifier`] |
//! | the commands of the program | [`command`] |
//!
//! What a signature covers, from the JSON down: [`contexts`] and safe expansion, statements ([`rdf`]), their canonical
//! form ([`rdfc`], [`nquads`]), two hashes and Ed25519 ([`eddsa`], [`multikey`]).
//!
//! ```
//! use credential::badge::{Achievement, Badge, Criteria, Identity, Issuer, StatusEntry, Subject, issue};
//! use credential::contexts::ContextSet;
//! use credential::did_web::{self, PublishedKey};
//! use credential::documents::Documents;
//! use credential::multikey::SecretKey;
//! use credential::status_list::{StatusList, StatusPurpose, list_credential};
//! use credential::{eddsa, verify};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // The issuer: an identifier, a key from fresh entropy, and the document that publishes it.
//! let did = did_web::identifier("badges.example.org", &["riverbend"])?;
//! let key = SecretKey::from_seed(&[7; 32]);
//! let method = format!("{did}#key-1");
//! let published = PublishedKey { fragment: "key-1".into(), key: key.public(), revoked: None };
//! let did_document = did_web::document(&did, &[published]);
//!
//! // The badge, issued in the house profile.
//! let now: jiff::Timestamp = "2026-05-01T09:30:00Z".parse()?;
//! let list_url = "https://badges.example.org/riverbend/status/1";
//! let badge = Badge {
//!     id: "urn:uuid:3f0c2f3e-5b1a-4a52-9b44-6f0d8f7d2a11".into(),
//!     name: "Checking for Understanding".into(),
//!     description: None,
//!     image: None,
//!     issuer: Issuer {
//!         id: did.clone(),
//!         name: "Riverbend Unified".into(),
//!         url: "https://riverbend.example/".into(),
//!         image: None,
//!     },
//!     valid_from: now,
//!     valid_until: None,
//!     awarded: None,
//!     subject: Subject {
//!         id: "urn:uuid:7c9e6679-7425-40de-944b-e07fc1f90ae7".into(),
//!         identities: vec![Identity::hashed_email("ada@riverbend.example", [3; 16])],
//!         achievement: Achievement {
//!             id: "https://badges.example.org/riverbend/credentials/checking/2".into(),
//!             name: "Checking for Understanding".into(),
//!             code: None,
//!             description: "Plans and uses checks for understanding.".into(),
//!             criteria: Criteria {
//!                 id: "https://badges.example.org/riverbend/credentials/checking/2/criteria".into(),
//!                 narrative: "Submit a week of checks and what changed.".into(),
//!             },
//!             achievement_type: "MicroCredential".into(),
//!             image: None,
//!             creator: None,
//!             alignments: vec![],
//!             result_descriptions: vec![],
//!             tags: vec![],
//!             language: Some("en".into()),
//!             version: None,
//!         },
//!         results: vec![],
//!     },
//!     evidence: vec![],
//!     status: Some(StatusEntry { list: list_url.into(), index: 94_567 }),
//! };
//! let signed = issue(&badge, &key, &method, now)?;
//!
//! // The status list that the badge points to, signed by the same issuer.
//! let list = StatusList::empty(0);
//! let list = list_credential(list_url, &did, StatusPurpose::Revocation, &list, now, None)?;
//! let list = eddsa::sign(&list, &key, &method, now, ContextSet::trusted()?)?;
//!
//! // Anyone can verify it with the two documents.
//! let documents = Documents::from_iter([(did.as_str(), did_document), (list_url, list)]);
//! let report = verify::verify(&signed, &documents, now, Some("ada@riverbend.example"))?;
//! assert!(report.verified);
//! # Ok(())
//! # }
//! ```

pub mod badge;
pub mod canonical;
pub mod command;
pub mod contexts;
pub mod did_key;
pub mod did_web;
pub mod documents;
pub mod eddsa;
mod expand;
pub mod house;
pub mod json;
pub mod multikey;
pub mod nquads;
pub mod rdf;
pub mod rdfc;
mod statements;
pub mod status_list;
pub mod time;
pub mod verify;

pub use expand::ExpandError;
