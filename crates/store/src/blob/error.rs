//! What can go wrong with bytes.

use super::ContentHash;

/// A failure of the place for bytes.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// More content came than is allowed; nothing was kept.
    #[error("the content is longer than the limit of {limit} bytes")]
    TooLong {
        /// In bytes.
        limit: u64,
    },
    /// The content broke off while it came; nothing was kept.
    #[error("the content broke off: {0}")]
    BrokeOff(String),
    /// There is no such piece on this shelf.
    #[error("there are no bytes with the hash {0}")]
    NotFound(ContentHash),
    /// The range begins behind the end.
    #[error("the range begins behind the end of the content, which has {size} bytes")]
    OutOfRange {
        /// Of the whole content, in bytes.
        size: u64,
    },
    /// What is stored is not what was stored: changed, cut, moved, or under another key.
    #[error("the stored bytes of {0} have been changed or belong to another key")]
    Tampered(ContentHash),
    /// It is encrypted and this shelf has no key.
    #[error("the bytes of {0} are encrypted; the master key that was configured then is needed")]
    KeyNeeded(ContentHash),
    /// A sealed secret or key cannot be opened.
    #[error("{purpose} cannot be opened: it was changed, or the master key is another one")]
    Unsealable {
        /// What it was sealed for.
        purpose: String,
    },
    /// Not a key.
    #[error("a master key is 64 hexadecimal digits, as `openssl rand -hex 32` makes them")]
    NotAKey,
    /// The place would let one upload replace another.
    #[error(
        "the place for bytes ignores the wish not to replace what exists ({0} with If-None-Match: *): \
         two uploads could replace each other; use a server that honours conditional requests"
    )]
    Replaces(&'static str),
    /// The place itself failed.
    #[error("the place for bytes failed: {0}")]
    Place(#[from] object_store::Error),
}
