//! From a submission to its decision, each test on both databases.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod assigning;
mod blindness;
mod deciding;
mod discussing;
mod fixture;
mod jobs;
mod managing;
mod merging;
mod qualifying;
mod scoring;
mod ways;
