//! The checks that need no test to run: format, clippy, spelling, licences and bans.

use std::process::Command;

use super::install;
use crate::child::{self, Showing};
use crate::failure::Failure;
use crate::place::Place;
use crate::tally::Tally;

/// Makes every check, also after one that failed.
///
/// # Errors
/// If a tool cannot be installed or started.
pub fn all(place: &Place) -> Result<Tally, Failure> {
    let tools = install::tools(place)?;
    let mut format = place.cargo();
    format.args(["fmt", "--all", "--", "--check", "-l"]);
    let mut clippy = place.cargo();
    clippy.args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "-D",
        "warnings",
    ]);
    let mut typos = place.command(tools.join("typos"));
    typos.args(["--format", "brief"]);
    let mut deny = place.command(tools.join("cargo-deny"));
    deny.args(["--log-level", "error"])
        .args(["check", "licenses", "bans", "sources"]);

    let mut tally = Tally::default();
    tally += check("fmt", &mut format)?;
    tally += check("typos", &mut typos)?;
    tally += check("cargo-deny", &mut deny)?;
    tally += check("clippy", &mut clippy)?;
    Ok(tally)
}

fn check(name: &str, command: &mut Command) -> Result<Tally, Failure> {
    let ended = child::run(command, Showing::IfItFails)?;
    let tally = Tally::of(ended.ending);
    let word = match tally.is_clean() {
        true => "ok",
        false => "not ok",
    };
    println!("{word} {name}");
    Ok(tally)
}
