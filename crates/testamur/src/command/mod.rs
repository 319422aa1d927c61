//! Commands beside the server, one file each.

pub mod admin;
pub mod backup;
pub mod check;
pub mod credential;
pub mod import;
pub mod restore;
