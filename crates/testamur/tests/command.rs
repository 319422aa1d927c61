//! The commands beside the server, through the built program.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may break off"
)]

#[path = "command/program.rs"]
mod program;

#[path = "command/audit.rs"]
mod audit;
#[path = "command/backup.rs"]
mod backup;
#[path = "command/bucket.rs"]
mod bucket;
#[path = "command/credential.rs"]
mod credential_commands;
#[path = "command/installation.rs"]
mod installation;
#[path = "command/jobs.rs"]
mod jobs;
