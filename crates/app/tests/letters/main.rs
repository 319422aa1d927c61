//! Letters on their way: sent once, tried again, kept with their error, gathered, stopped.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod choosing;
mod entry;
#[path = "../people/fixture.rs"]
#[allow(dead_code, reason = "the tests of the room people need more of it")]
mod fixture;
mod inviting;
mod post;
mod reading;
mod sending;
