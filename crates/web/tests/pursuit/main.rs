//! The pages and the API of pursuits and evidence, asked as a browser and as a program ask them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod aside;
mod browser;
mod files;
#[path = "../../../app/tests/pursuit/fixture.rs"]
#[allow(dead_code, reason = "shared with the tests of the use cases")]
mod fixture;
mod pages;
mod program;
mod writing;
