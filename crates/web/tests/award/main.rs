//! Awards, issuers and status lists over HTTP, as their holder and as strangers meet them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod choosing;
#[allow(dead_code, reason = "shared with the tests of the use cases")]
#[path = "../../../app/tests/award/fixture.rs"]
mod fixture;
mod reading;
#[allow(dead_code, reason = "each suite asks in its own ways")]
#[path = "../support/visit.rs"]
mod visit;
