//! Awards from decision to checked credential, each test on both databases.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod export;
mod fixture;
mod making;
mod revoking;
mod seeing;
mod signing;
mod status;
