//! A report as people read it.

use credential::verify::{Outcome, Report};
use serde::Serialize;
use serde_json::Value;

/// How the reason of a check ends that lacks a document.
const LACKS: &str = "is not at hand";

/// The report, with what to do where a document was missing.
pub(super) fn hinted(mut report: Report) -> Report {
    let lacking = |reason: &str| reason.ends_with(LACKS);
    for check in report
        .checks
        .iter_mut()
        .filter(|check| check.outcome == Outcome::Unknown && lacking(&check.reason))
    {
        check
            .reason
            .push_str(": nothing is fetched; give it with --document URL=FILE");
    }
    report
}

/// One line a check, and the verdict.
pub(super) fn table(report: &Report) -> String {
    let rows: Vec<[String; 3]> = report
        .checks
        .iter()
        .map(|it| [word(&it.outcome), word(&it.check), it.subject.clone()])
        .collect();
    let width = |column: usize| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or(0)
    };
    let (first, second, third) = (width(0), width(1), width(2));
    let mut text = String::new();
    for ([outcome, check, subject], it) in rows.iter().zip(&report.checks) {
        text.push_str(&format!(
            "{outcome:first$}  {check:second$}  {subject:third$}  {}\n",
            it.reason
        ));
    }
    text.push_str(if report.verified {
        "verified\n"
    } else {
        "not verified\n"
    });
    text
}

/// The word that the report in JSON has for it.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
}
