//! Credentials that the real program issued, checked by software written elsewhere.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{browser, install};
use crate::child::{self, Ending, Showing};
use crate::failure::Failure;
use crate::place::Place;
use crate::tally::{self, Tally};

/// Runs both verifiers over the credentials that the browser story earned.
///
/// # Errors
/// If there are no credentials, or a verifier cannot be started.
pub fn run(place: &Place) -> Result<Tally, Failure> {
    let folder = browser::results(place).join("credentials");
    if !folder.is_dir() {
        return Err(Failure::new(format!(
            "no credentials in {}: the browser story has to earn one first",
            folder.display()
        )));
    }
    let python = install::verifier_python(place)?.join("python");
    let mut tally = Tally::default();
    for one in each_of(&folder)? {
        tally += verify(place.command("node").arg("interop/verify.mjs").arg(&one))?;
        tally += verify(place.command(&python).arg("interop/verify.py").arg(&one))?;
    }
    Ok(tally)
}

/// Renditions of evidence, opened by software written elsewhere.
///
/// # Errors
/// If the program that makes them does not build, or the checks cannot be started.
pub fn media(place: &Place) -> Result<Tally, Failure> {
    let mut build = place.cargo();
    build.args(["build", "--quiet", "-p", "media", "--example", "neutral"]);
    if let Ending::Badly = child::run(&mut build, Showing::AsItComes)?.ending {
        return Err(Failure::new("the program `neutral` does not build"));
    }
    let python = install::verifier_python(place)?.join("python");
    let mut checks = place.command(&python);
    checks
        .arg("interop/media.py")
        .arg(place.built("debug", "examples/neutral"))
        .arg("crates/media/tests/files");
    verify(&mut checks)
}

/// The folders of single credentials, in the order of their names.
fn each_of(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let unreadable = |error| Failure::new(format!("{}: {error}", folder.display()));
    let entries = std::fs::read_dir(folder).map_err(unreadable)?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    Ok(found)
}

fn verify(command: &mut Command) -> Result<Tally, Failure> {
    let ended = child::run(command, Showing::AsItComes)?;
    Ok(tally::from_ok_lines(&ended.output).confirmed_by(ended.ending))
}
