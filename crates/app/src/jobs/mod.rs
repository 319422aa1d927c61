//! Work in the background: one claimer a process takes what is due, workers run it.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{App, Failure, Outcome};

/// Looks for assessors of a submission, or of its contested criteria.
pub const ASSIGN_ASSESSORS: &str = "assign-assessors";
/// Signs a credential.
pub const SIGN_CREDENTIAL: &str = "sign-credential";
/// Signs a status list anew.
pub const SIGN_STATUS_LIST: &str = "sign-status-list";

/// Runs one job. Every job may run twice and then changes nothing the second time.
async fn run(_app: &App, kind: &str, _payload: &str) -> Outcome<()> {
    match kind {
        _ => Err(Failure::broken(format!("no work of this kind: {kind}"))),
    }
}

fn read<T: DeserializeOwned + Serialize>(payload: &str) -> Outcome<T> {
    serde_json::from_str(payload).map_err(Failure::broken)
}
