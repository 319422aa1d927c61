//! `testamur credential`

use std::process::ExitCode;

use clap::Subcommand;

use crate::world::Unusable;

/// `testamur credential`
#[derive(Debug, Subcommand)]
pub enum Credential {}

impl Credential {
    /// Runs it.
    pub fn run(self) -> Result<ExitCode, Unusable> {
        match self {}
    }
}
