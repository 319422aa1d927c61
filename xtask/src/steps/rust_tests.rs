//! The Rust tests of all crates, with a throwaway PostgreSQL beside them.

use std::process::Command;

use super::install;
use crate::child::{self, Showing};
use crate::failure::Failure;
use crate::place::Place;
use crate::tally::{self, Tally};

/// Starts the database that the tests share unless another is named, runs nextest, ends it.
///
/// # Errors
/// If PostgreSQL or nextest is missing or does not start.
pub fn run(place: &Place) -> Result<Tally, Failure> {
    install::s3_server(place)?;
    throwaway::url()?;
    let ended = ended(place);
    throwaway::stop()?;
    ended
}

fn ended(place: &Place) -> Result<Tally, Failure> {
    let mut command = nextest(place)?;
    command
        .args(["run", "--workspace", "--no-fail-fast"])
        .args(["--status-level", "fail", "--final-status-level", "slow"])
        .args(["--failure-output", "immediate"]);
    if !child::is_watched() {
        command.args(["--cargo-quiet", "--show-progress", "none"]);
    }
    let ended = child::run(&mut command, Showing::AsItComes)?;
    Ok(tally::from_nextest(&ended.output).confirmed_by(ended.ending))
}

/// The installed nextest, or the one among our tools.
fn nextest(place: &Place) -> Result<Command, Failure> {
    let installed = child::answer(place.cargo().args(["nextest", "--version"])).is_ok();
    if installed {
        let mut command = place.cargo();
        command.arg("nextest");
        return Ok(command);
    }
    let mut command = place.command(install::tools(place)?.join("cargo-nextest"));
    command.arg("nextest");
    Ok(command)
}
