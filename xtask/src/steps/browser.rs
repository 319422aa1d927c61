//! The browser tests: the real program, driven as a person would.

use std::path::{Path, PathBuf};

use super::debian::CHROMIUM;
use crate::child::{self, Ending, Showing};
use crate::failure::Failure;
use crate::place::Place;
use crate::tally::{self, Tally};

/// Milliseconds after which one test file is stopped.
const LONGEST: &str = "600000";

/// Builds the program and runs every `e2e/*.test.mjs`. Each file starts a demo of its own and
/// stops it, so that they share nothing.
///
/// # Errors
/// If the program does not build, or node cannot be started.
pub fn run(place: &Place) -> Result<Tally, Failure> {
    let program = build(place)?;
    let results = results(place);
    clear(&results)?;
    let mut command = place.command("node");
    command
        .args(["--test", "--test-reporter=spec"])
        .arg(format!("--test-timeout={LONGEST}"))
        .args(test_files(&place.root.join("e2e"))?)
        .env("TESTAMUR_PROGRAM", program)
        .env("TESTAMUR_CHROMIUM", CHROMIUM)
        .env("TESTAMUR_RESULTS", &results);
    let ended = child::run(&mut command, Showing::AsItComes)?;
    println!("pictures and credentials: {}", results.display());
    Ok(tally::from_node(&ended.output).confirmed_by(ended.ending))
}

/// Where the browser tests leave pictures, and the credentials that were earned.
pub fn results(place: &Place) -> PathBuf {
    place.root.join("e2e/results")
}

/// All targets, so that what the Rust tests built is used again.
fn build(place: &Place) -> Result<PathBuf, Failure> {
    let mut command = place.cargo();
    command.args(["build", "--workspace", "--all-targets"]);
    if !child::is_watched() {
        command.arg("--quiet");
    }
    let program = place.built("debug", "testamur");
    match child::run(&mut command, Showing::AsItComes)?.ending {
        Ending::Badly => Err(Failure::new("the program does not build")),
        Ending::Well if !program.is_file() => Err(Failure::new(format!(
            "the workspace builds no program at {}",
            program.display()
        ))),
        Ending::Well => Ok(program),
    }
}

fn test_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let doing = format!("cannot read {}", folder.display());
    let entries = std::fs::read_dir(folder).map_err(Failure::during(doing))?;
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    Ok(files)
}

fn clear(folder: &Path) -> Result<(), Failure> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(Failure::during(format!(
            "cannot empty {}",
            folder.display()
        )))?;
    }
    std::fs::create_dir_all(folder)
        .map_err(Failure::during(format!("cannot make {}", folder.display())))
}
