//! For tests: throwaway databases. Nothing here is shipped.

pub mod database;
mod failure;
pub mod postgres;

pub use failure::Failure;
