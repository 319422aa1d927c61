//! Everything that is not shipped: running the tests, the checks and the measurements.
//!
//! Nothing here may depend on a crate of the product, so that it compiles in seconds and
//! still works when the product does not compile.

#![allow(
    clippy::print_stdout,
    reason = "a command for developers: what it finds belongs on standard output"
)]

pub mod arguments;
pub mod bench;
pub mod child;
pub mod failure;
pub mod house;
pub mod place;
pub mod report;
pub mod steps;
pub mod tally;
