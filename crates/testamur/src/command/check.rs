//! `testamur check`: is this installation sound? Looks, and changes nothing.

mod address;
mod bucket;
mod database;
mod folder;
mod line;

use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use serde_json::json;

use crate::cli::{Place, block_on};
use crate::serve::say;
use crate::world::Unusable;
use line::State;

/// `testamur check`
#[derive(Debug, Args)]
#[command(after_help = "Example: testamur check --config /etc/testamur.toml

Exit status 0 if nothing is wrong (there may be warnings), 1 if something is.")]
pub struct Check {
    /// Writes the lines as JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    place: Place,
}

impl Check {
    /// Runs it.
    ///
    /// # Errors
    /// A configuration that cannot be read.
    pub fn run(self) -> Result<ExitCode, Unusable> {
        let config = self.place.settle()?;
        let (key, mut lines) = folder::master_key(&config.master_key());
        if config.bucket.is_none() {
            lines.extend(folder::bytes(&config.bytes()));
        }
        let key = key.map(Arc::new);
        lines.extend(block_on(async {
            let mut lines = address::lines(&config.public_url).await;
            lines.extend(bucket::lines(&config).await);
            lines.extend(database::lines(&config, key).await);
            Ok(lines)
        })?);
        let is_sound = lines.iter().all(|it| it.state != State::Wrong);
        if self.json {
            say(&format!("{:#}", json!({"sound": is_sound, "lines": lines})));
        } else {
            lines.iter().for_each(|it| say(&it.to_string()));
        }
        Ok(if is_sound {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(1)
        })
    }
}
