//! Micro-credentials and their versions.

pub(crate) mod listed;
pub(crate) mod standing;
pub(crate) mod version;

pub use listed::{Listed, Position, count, listed};
pub use standing::standing;
pub use version::{
    Kept, MicroCredential, NewVersion, Version, by_code, current, insert, insert_version,
    number_of, publish, versions,
};
