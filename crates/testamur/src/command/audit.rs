//! `testamur audit`: proving that the log is what was sealed.

use std::path::PathBuf;
use std::process::ExitCode;

use app::Mode;
use app::audit::{Verdict, Verified, last_head, verify_log};
use clap::{Args, Subcommand};
use domain::audit::log::Head;
use serde_json::json;

use crate::cli::{Place, block_on};
use crate::serve::say;
use crate::world::{self, Unusable};

/// `testamur audit`
#[derive(Debug, Args)]
pub struct Audit {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Proves that nothing sealed was changed, removed or put in, or names the first place where it was.
    #[command(after_help = "Example: testamur audit verify --head /safe/head.json

Exit status 0 if the log is what was sealed, 1 if it is not.")]
    Verify {
        #[command(flatten)]
        place: Place,
        /// A head that `testamur audit head` wrote, kept elsewhere: the log must still go through it.
        #[arg(long, value_name = "FILE")]
        head: Option<PathBuf>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Writes the last signed head as JSON. Kept elsewhere, it shows later that the log was not cut off.
    #[command(after_help = "Example: testamur audit head > /safe/head.json")]
    Head {
        #[command(flatten)]
        place: Place,
    },
}

impl Audit {
    /// Runs it; 1 if the log is not what was sealed, or has no head.
    ///
    /// # Errors
    /// If the installation cannot be opened.
    pub fn run(self) -> Result<ExitCode, Unusable> {
        match self.what {
            What::Verify { place, head, json } => verify(&place, head, json),
            What::Head { place } => head(&place),
        }
    }
}

fn verify(place: &Place, kept: Option<PathBuf>, as_json: bool) -> Result<ExitCode, Unusable> {
    let config = place.settle()?;
    let kept = kept.map(read).transpose()?;
    let verdict = block_on(async {
        let app = world::open(&config, Mode::Serving).await?;
        Ok(verify_log(&app, kept).await?)
    })?;
    match verdict {
        Verdict::Sound(found) => {
            say(&if as_json {
                in_json(&found)
            } else {
                in_words(&found)
            });
            Ok(ExitCode::SUCCESS)
        }
        Verdict::Breached(breach) => {
            say(&match as_json {
                true => json!({"sound": false, "breach": breach.to_string()}).to_string(),
                false => format!("Not what was sealed: {breach}."),
            });
            Ok(ExitCode::from(1))
        }
    }
}

fn read(path: PathBuf) -> Result<Head, Unusable> {
    let text = std::fs::read_to_string(&path).map_err(|error| Unusable::place(&path, error))?;
    serde_json::from_str(&text).map_err(|error| Unusable::place(&path, error))
}

fn in_json(found: &Verified) -> String {
    json!({"sound": true, "events": found.events, "heads": found.heads, "last": found.last})
        .to_string()
}

fn in_words(found: &Verified) -> String {
    match &found.last {
        None => "Nothing is sealed yet; a server seals within a minute.".to_owned(),
        Some(head) => format!(
            "{} events under {} signed heads are as they were sealed, up to {}.",
            found.events, found.heads, head.at
        ),
    }
}

fn head(place: &Place) -> Result<ExitCode, Unusable> {
    let config = place.settle()?;
    let head = block_on(async {
        let app = world::open(&config, Mode::Serving).await?;
        Ok(last_head(&app).await?)
    })?;
    match head {
        Some(head) => {
            say(&json!(head).to_string());
            Ok(ExitCode::SUCCESS)
        }
        None => {
            eprintln!("testamur: nothing is sealed yet; a server seals within a minute");
            Ok(ExitCode::from(1))
        }
    }
}
