//! `testamur routes`: every address of the product, for whoever puts a server in front of it.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;

use clap::Args;
use web::route::table;

use crate::world::Unusable;

/// `testamur routes`
#[derive(Debug, Args)]
#[command(after_help = "Example: testamur routes | grep '^POST'")]
pub struct Routes {}

impl Routes {
    /// Runs it: a line for each route, method, address and who may call it, parted by tabs.
    ///
    /// # Errors
    /// None today: commands share one signature.
    pub fn run(self) -> Result<ExitCode, Unusable> {
        let mut lines = String::new();
        for route in table() {
            let _ = writeln!(lines, "{}\t{}\t{}", route.method, route.path, route.who);
        }
        // A reader that stops early, such as `head`, is no error.
        let _ = std::io::stdout().write_all(lines.as_bytes());
        Ok(ExitCode::SUCCESS)
    }
}
