//! Jobs that come again by themselves: each asks for its next run before it does its work, so that a
//! run that goes wrong does not end the series.

use domain::time::SignedDuration;
use serde_json::json;

use crate::{App, Outcome};

/// Seals what happened into the audit log.
pub const SEAL_AUDIT: &str = "seal-audit";
/// Tidies up.
pub const TIDY: &str = "tidy";

/// Each with the time between two runs.
const REGULAR: [(&str, SignedDuration); 2] = [
    (SEAL_AUDIT, SignedDuration::from_secs(30)),
    (TIDY, SignedDuration::from_hours(24)),
];

/// Begins every series that has no run waiting: when a process starts.
pub(super) async fn begin(app: &App) -> Outcome<()> {
    for (kind, _) in REGULAR {
        ask(app, kind, SignedDuration::ZERO).await?;
    }
    Ok(())
}

/// Asks for the next run, if jobs of that kind come regularly.
pub(super) async fn go_on(app: &App, kind: &str) -> Outcome<()> {
    match REGULAR.iter().find(|it| it.0 == kind) {
        Some((kind, every)) => ask(app, kind, *every).await,
        None => Ok(()),
    }
}

/// One that waits is enough.
async fn ask(app: &App, kind: &'static str, wait: SignedDuration) -> Outcome<()> {
    app.write(move |unit| {
        let at = unit.now.checked_add(wait).unwrap_or(unit.now);
        unit.ask_after(at, kind, &json!({}), Some(kind))
    })
    .await
}
