//! The steps of `cargo xtask test`, in order.

mod browser;
mod debian;
mod doc_tests;
mod install;
mod lint;
mod rust_tests;
mod verifiers;

use crate::place::Place;
use crate::report::Report;

/// Installs what is missing and runs everything. True if nothing failed.
pub fn test(place: &Place) -> bool {
    let mut report = Report::default();
    report.step("install", || install::everything(place));
    report.step("lint", || lint::all(place));
    report.step("rust tests", || rust_tests::run(place));
    if doc_tests::exist(place) {
        report.step("doc tests", || doc_tests::run(place));
    }
    report.step("renditions", || verifiers::media(place));
    report.step("browser tests", || browser::run(place));
    report.step("other verifiers", || verifiers::run(place));
    close(&report)
}

/// The Rust tests alone.
pub fn quick_test(place: &Place) -> bool {
    let mut report = Report::default();
    report.step("rust tests", || rust_tests::run(place));
    close(&report)
}

/// The browser tests, and the verifiers that read the credentials earned in them.
pub fn browser_only(place: &Place) -> bool {
    let mut report = Report::default();
    report.step("install", || install::for_browser(place));
    report.step("browser tests", || browser::run(place));
    report.step("other verifiers", || verifiers::run(place));
    close(&report)
}

/// The checks that need no test to run.
pub fn lint_only(place: &Place) -> bool {
    let mut report = Report::default();
    report.step("install", || install::for_lint(place));
    report.step("lint", || lint::all(place));
    close(&report)
}

fn close(report: &Report) -> bool {
    println!("\n{}", report.summary());
    report.total().is_clean()
}
