//! How many badges a second of processor time issues and verifies: `speed COUNT`, for `cargo xtask bench credentials`.
//!
//! Writes `issue SECONDS` and `verify SECONDS` for that many of each. Issuing is what the product does: from the badge
//! to signed text, with the check of the house profile. Verifying is all of it: contexts, proof, issuer, status list.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement may break off, and what it finds belongs on standard output"
)]

#[path = "../tests/support/sample.rs"]
mod sample;

use std::fs;

use credential::badge::issue;
use credential::verify::verify;

/// Linux counts processor time in hundredths of a second.
const TICKS: f64 = 100.0;
/// So many first that nobody counts: contexts are processed, memory is warm.
const WARMING: usize = 3;

fn main() {
    let count: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let (badge, key, at) = (sample::badge(), sample::key(), sample::at());
    report("issue", count, || {
        let signed = issue(&badge, &key, sample::METHOD, at).unwrap();
        assert!(signed.to_string().len() > 1000);
    });
    let (signed, documents) = (sample::signed(), sample::documents());
    report("verify", count, || {
        assert!(verify(&signed, &documents, at, None).unwrap().verified);
    });
}

fn report(name: &str, count: usize, work: impl Fn()) {
    (0..WARMING).for_each(|_| work());
    let before = processor_seconds();
    (0..count).for_each(|_| work());
    println!("{name} {}", processor_seconds() - before);
}

/// User and system time of this process: fields 14 and 15 of `/proc/self/stat`.
fn processor_seconds() -> f64 {
    let line = fs::read_to_string("/proc/self/stat").unwrap();
    let after_name = line.rsplit(')').next().unwrap();
    let ticks = after_name.split_whitespace().skip(11).take(2);
    ticks.map(|it| it.parse::<f64>().unwrap()).sum::<f64>() / TICKS
}
