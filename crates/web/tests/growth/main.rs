//! The pages and the API of growth, asked as a browser and as a program ask them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

#[path = "../../../app/tests/growth/fixture.rs"]
#[allow(dead_code, reason = "shared with the tests of the use cases")]
mod fixture;
mod needing;
#[path = "../support/visit.rs"]
#[allow(dead_code, reason = "shared with the tests of other rooms")]
mod visit;
mod walking;
