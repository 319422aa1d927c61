//! `testamur restore`

use std::process::ExitCode;

use clap::Args;

use crate::world::Unusable;

/// `testamur restore`
#[derive(Debug, Args)]
pub struct Restore {}

impl Restore {
    /// Runs it.
    pub fn run(self) -> Result<ExitCode, Unusable> {
        Err(Unusable::Configuration("being written".to_owned()))
    }
}
