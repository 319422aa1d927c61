//! Commands beside the server, one file each.

pub mod admin;
mod archive;
pub mod audit;
pub mod backup;
pub mod check;
pub mod credential;
pub mod import;
pub mod jobs;
mod refusal;
pub mod restore;
pub mod routes;
