//! `testamur import`

use std::process::ExitCode;

use clap::Args;

use crate::world::Unusable;

/// `testamur import`
#[derive(Debug, Args)]
pub struct Import {}

impl Import {
    /// Runs it.
    pub fn run(self) -> Result<ExitCode, Unusable> {
        Err(Unusable::Configuration("being written".to_owned()))
    }
}
