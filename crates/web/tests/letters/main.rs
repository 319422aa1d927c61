//! Letters over HTTP: read by those who may, stopped by a click, chosen by page and by program.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod entry;
#[path = "../../../app/tests/people/fixture.rs"]
#[allow(dead_code, reason = "the tests of the room people need more of it")]
mod fixture;
mod pages;
#[allow(dead_code, reason = "each suite asks in its own ways")]
#[path = "../support/visit.rs"]
mod visit;
