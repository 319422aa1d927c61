//! Not before it is valid, not after it has expired.

use jiff::Timestamp;
use serde_json::Value;

use super::report::{Check, CheckName};
use crate::time;

/// Verifiable Credentials 2.0 members, with those of 1.1 behind them.
const FROM: [&str; 2] = ["validFrom", "issuanceDate"];
const UNTIL: [&str; 2] = ["validUntil", "expirationDate"];

pub(super) fn check(credential: &Value, at: Timestamp) -> Check {
    let name = CheckName::ValidityPeriod;
    for key in FROM {
        match read(credential, key) {
            Err(reason) => return Check::fail(name, reason),
            Ok(Some(from)) if at < from => {
                return Check::fail(name, format!("not valid before {}", time::format(from)));
            }
            Ok(_) => {}
        }
    }
    for key in UNTIL {
        match read(credential, key) {
            Err(reason) => return Check::fail(name, reason),
            Ok(Some(until)) if at > until => {
                return Check::fail(name, format!("expired on {}", time::format(until)));
            }
            Ok(_) => {}
        }
    }
    Check::pass(name, format!("valid at {}", time::format(at)))
}

fn read(credential: &Value, key: &str) -> Result<Option<Timestamp>, String> {
    match credential.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => time::parse(text).map(Some),
        Some(_) => Err(format!("{key} is not a text with a date and time")),
    }
}
