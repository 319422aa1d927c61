//! Bytes: each piece is known by the SHA-256 of its content and kept on the shelf of an
//! organization, encrypted under that organization's key when there is a master key.
//!
//! Nothing here is ever changed in place. What two uploads of the same content bring is kept once.

mod cipher;
mod error;
mod hash;
mod keys;
mod place;
mod read;
mod s3;
mod upload;

pub use error::BlobError;
pub use hash::ContentHash;
pub use keys::{DataKey, MasterKey};
pub use place::{Blobs, Piece, Shelf};
pub use read::Content;
pub use s3::Bucket;
pub use upload::Stored;

#[cfg(test)]
mod tests;
