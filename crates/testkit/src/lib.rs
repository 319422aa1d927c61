//! For tests: throwaway databases, whole installations with a clock that obeys. Nothing here is
//! shipped.

pub mod database;
mod failure;
pub mod files;
pub mod world;

pub use failure::Failure;
pub use world::World;
