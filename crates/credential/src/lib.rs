//! Open Badges 3.0.
pub mod canonical;
pub mod contexts;
mod expand;
pub mod json;
pub mod nquads;
pub mod rdf;
pub mod rdfc;
mod statements;

pub use expand::ExpandError;
