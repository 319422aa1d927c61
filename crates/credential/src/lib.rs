//! Open Badges 3.0.
pub mod badge;
pub mod canonical;
pub mod contexts;
pub mod did_key;
pub mod did_web;
pub mod documents;
pub mod eddsa;
mod expand;
pub mod house;
pub mod json;
pub mod multikey;
pub mod nquads;
pub mod rdf;
pub mod rdfc;
mod statements;
pub mod status_list;
pub mod time;
pub mod verify;

pub use expand::ExpandError;
