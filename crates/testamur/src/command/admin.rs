//! `testamur admin`

use std::process::ExitCode;

use clap::Args;

use crate::world::Unusable;

/// `testamur admin`
#[derive(Debug, Args)]
pub struct Admin {}

impl Admin {
    /// Runs it.
    pub fn run(self) -> Result<ExitCode, Unusable> {
        Err(Unusable::Configuration("being written".to_owned()))
    }
}
