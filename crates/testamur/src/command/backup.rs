//! `testamur backup`

use std::process::ExitCode;

use clap::Args;

use crate::world::Unusable;

/// `testamur backup`
#[derive(Debug, Args)]
pub struct Backup {}

impl Backup {
    /// Runs it.
    pub fn run(self) -> Result<ExitCode, Unusable> {
        Err(Unusable::Configuration("being written".to_owned()))
    }
}
