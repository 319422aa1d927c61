//! `testamur jobs`: work in the background that was given up.

use std::process::ExitCode;

use app::Mode;
use app::jobs::{list_dead, retry_dead};
use clap::{Args, Subcommand};
use domain::ids::JobId;
use serde_json::json;

use crate::cli::{Place, block_on};
use crate::serve::say;
use crate::world::{self, Unusable};

/// `testamur jobs`
#[derive(Debug, Args)]
pub struct Jobs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Shows what was given up, with the reason.
    #[command(after_help = "Example: testamur jobs list --json")]
    List {
        #[command(flatten)]
        place: Place,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Lets it run again: one job, or all. A server that runs takes it up by itself.
    #[command(after_help = "Example: testamur jobs retry 019ab1c2-0000-7000-8000-000000000001")]
    Retry {
        /// The job; without it, all that were given up.
        id: Option<JobId>,
        #[command(flatten)]
        place: Place,
    },
}

impl Jobs {
    /// Runs it; 1 if the job that was named was not given up.
    ///
    /// # Errors
    /// If the installation cannot be opened.
    pub fn run(self) -> Result<ExitCode, Unusable> {
        match self.what {
            What::List { place, json } => list(&place, json),
            What::Retry { place, id } => retry(&place, id),
        }
    }
}

fn list(place: &Place, as_json: bool) -> Result<ExitCode, Unusable> {
    let config = place.settle()?;
    let dead = block_on(async {
        let app = world::open(&config, Mode::Serving).await?;
        Ok(list_dead(&app).await?)
    })?;
    if as_json {
        let lines = dead.iter().map(|it| {
            json!({"id": it.id, "kind": it.kind, "attempts": it.attempts, "error": it.error, "dead_at": it.dead_at})
        });
        say(&json!(lines.collect::<Vec<_>>()).to_string());
        return Ok(ExitCode::SUCCESS);
    }
    if dead.is_empty() {
        say("Nothing was given up.");
    }
    for it in dead {
        let reason = it.error.as_deref().unwrap_or("no reason kept");
        say(&format!("{}  {}  {reason}", it.id, it.kind));
    }
    Ok(ExitCode::SUCCESS)
}

fn retry(place: &Place, id: Option<JobId>) -> Result<ExitCode, Unusable> {
    let config = place.settle()?;
    let revived = block_on(async {
        let app = world::open(&config, Mode::Serving).await?;
        Ok(retry_dead(&app, id).await?)
    })?;
    say(&format!("{} to be tried again", revived.len()));
    let missed = id.is_some() && revived.is_empty();
    Ok(ExitCode::from(u8::from(missed)))
}
