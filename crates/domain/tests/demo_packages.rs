//! The micro-credentials of the demo are sound packages.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use domain::catalogue::{Content, package};
use std::path::{Path, PathBuf};

fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo")
}

fn parse(name: &str) -> Content {
    let folder = demo().join("micro-credentials").join(name);
    let files = std::fs::read_dir(&folder).expect("the folder of the package");
    let files: package::Files = files
        .map(|entry| {
            let entry = entry.expect("a file");
            let bytes = std::fs::read(entry.path()).expect("its bytes");
            (entry.file_name().into_string().expect("its name"), bytes)
        })
        .collect();
    package::parse(&files).unwrap_or_else(|findings| {
        let lines: Vec<_> = findings.iter().map(ToString::to_string).collect();
        panic!("{name}:\n{}", lines.join("\n"))
    })
}

#[test]
fn wait_time_that_works_is_a_sound_package() {
    let content = parse("wait-time-that-works");
    assert_eq!(content.code.as_str(), "WTW");
    assert_eq!(content.rubric.criteria.len(), 4);
    assert_eq!(content.plan.assessors(), 2);
}

#[test]
fn teach_your_routines_is_a_sound_package() {
    let content = parse("teach-your-routines");
    assert_eq!(content.code.as_str(), "TYR");
    assert_eq!(content.rubric.criteria.len(), 4);
    assert_eq!(content.plan.assessors(), 2);
}

#[test]
fn what_the_demo_publishes_can_be_written_and_read_back() {
    for name in ["wait-time-that-works", "teach-your-routines"] {
        let content = parse(name);
        let files = package::write(&content).expect("content of a package can be written");
        assert_eq!(package::parse(&files), Ok(content));
    }
}
