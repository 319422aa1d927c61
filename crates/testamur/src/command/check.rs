//! `testamur check`

use std::process::ExitCode;

use clap::Args;

use crate::world::Unusable;

/// `testamur check`
#[derive(Debug, Args)]
pub struct Check {}

impl Check {
    /// Runs it.
    pub fn run(self) -> Result<ExitCode, Unusable> {
        Err(Unusable::Configuration("being written".to_owned()))
    }
}
