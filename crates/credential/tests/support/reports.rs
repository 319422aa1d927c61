//! Reports, and what is expected of them.
#![allow(dead_code)]

use credential::documents::Documents;
use credential::verify::{CheckName, Outcome, Report, verify};
use serde_json::Value;

use crate::sample::at;

pub fn report(credential: &Value, documents: &Documents) -> Report {
    verify(credential, documents, at(), None).unwrap()
}

pub fn assert_outcome(report: &Report, name: CheckName, outcome: Outcome, words: &str) {
    let check = report
        .check(name)
        .unwrap_or_else(|| panic!("no check {name:?}"));
    assert_eq!(check.outcome, outcome, "{check:?}");
    assert!(
        check.reason.contains(words),
        "{words:?} is not in {:?}",
        check.reason
    );
    assert_eq!(report.verified, outcome == Outcome::Pass);
}
