//! An assessment by pages without scripts, by the script and by programs.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod discussing;
#[path = "../../../app/tests/review/fixture.rs"]
#[allow(dead_code, reason = "the tests of the use cases need more of it")]
mod fixture;
mod managing;
mod pages;
mod program;
#[allow(dead_code, reason = "each suite asks in its own ways")]
#[path = "../support/visit.rs"]
mod visit;
