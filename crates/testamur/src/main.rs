//! `testamur`: one program that serves, demonstrates, checks and backs up.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    testamur::cli::run(testamur::cli::Cli::parse())
}
