//! How encrypted content lies on the shelf, so that any range of it can be read and trusted.
//!
//! ```text
//! chunk 0 | chunk 1 | ... | footer
//! chunk   = up to 65,536 bytes of content encrypted, then a tag of 16
//! footer  = magic (8) | nonce prefix (16) | length of the content (8, big endian) | tag (16)
//! ```
//!
//! XChaCha20-Poly1305 throughout. A chunk's nonce is the prefix, drawn anew for each upload, and
//! the chunk's number: it opens nowhere else. The footer's tag also covers the content's hash: a
//! piece cannot be cut, lengthened or passed off as another.

use std::ops::Range;

use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};

use super::{ContentHash, DataKey};

pub(super) const FOOTER: u64 = 48;
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;
const MAGIC: &[u8; 8] = b"TSTMBLB1";
const FOOTER_NUMBER: u64 = u64::MAX;

/// Encrypts content that comes bit by bit.
pub(super) struct Sealer {
    cipher: XChaCha20Poly1305,
    prefix: [u8; 16],
    number: u64,
    length: u64,
    pending: Vec<u8>,
}

/// The stored bytes do not authenticate.
#[derive(Debug)]
pub(super) struct Changed;

impl Sealer {
    pub(super) fn new(key: &DataKey, prefix: [u8; 16]) -> Sealer {
        Sealer {
            cipher: key.cipher(),
            prefix,
            number: 0,
            length: 0,
            pending: Vec::with_capacity(CHUNK),
        }
    }

    pub(super) fn push(&mut self, mut content: &[u8], out: &mut Vec<u8>) -> Result<(), Changed> {
        self.length += content.len() as u64;
        while !content.is_empty() {
            let (now, later) = content.split_at(content.len().min(CHUNK - self.pending.len()));
            self.pending.extend_from_slice(now);
            content = later;
            if self.pending.len() == CHUNK {
                self.seal_chunk(out)?;
            }
        }
        Ok(())
    }

    pub(super) fn finish(mut self, hash: ContentHash, out: &mut Vec<u8>) -> Result<(), Changed> {
        if !self.pending.is_empty() {
            self.seal_chunk(out)?;
        }
        let covered = covered(&self.prefix, self.length, hash);
        let payload = Payload {
            msg: &[],
            aad: &covered,
        };
        let nonce = nonce(&self.prefix, FOOTER_NUMBER);
        let tag = self.cipher.encrypt(&nonce, payload).map_err(|_| Changed)?;
        out.extend_from_slice(MAGIC);
        out.extend_from_slice(&self.prefix);
        out.extend_from_slice(&self.length.to_be_bytes());
        out.extend_from_slice(&tag);
        Ok(())
    }

    fn seal_chunk(&mut self, out: &mut Vec<u8>) -> Result<(), Changed> {
        let nonce = nonce(&self.prefix, self.number);
        let sealed = self.cipher.encrypt(&nonce, self.pending.as_slice());
        out.extend_from_slice(&sealed.map_err(|_| Changed)?);
        self.number += 1;
        self.pending.clear();
        Ok(())
    }
}

/// Decrypts chunks, once the footer has been believed.
pub(super) struct Opener {
    cipher: XChaCha20Poly1305,
    prefix: [u8; 16],
    /// Of the content, in bytes.
    pub(super) length: u64,
}

impl Opener {
    /// Believes a footer only for this key, this hash and this size of the stored object.
    pub(super) fn new(
        key: &DataKey,
        hash: ContentHash,
        footer: &[u8],
        stored: u64,
    ) -> Result<Opener, Changed> {
        let (magic, rest) = footer.split_first_chunk::<8>().ok_or(Changed)?;
        let (prefix, rest) = rest.split_first_chunk::<16>().ok_or(Changed)?;
        let (length, tag) = rest.split_first_chunk::<8>().ok_or(Changed)?;
        let length = u64::from_be_bytes(*length);
        let covered = covered(prefix, length, hash);
        let payload = Payload {
            msg: tag,
            aad: &covered,
        };
        let cipher = key.cipher();
        let nonce = nonce(prefix, FOOTER_NUMBER);
        cipher.decrypt(&nonce, payload).map_err(|_| Changed)?;
        if magic != MAGIC || stored_size(length) != stored {
            return Err(Changed);
        }
        Ok(Opener {
            cipher,
            prefix: *prefix,
            length,
        })
    }

    pub(super) fn open(&self, number: u64, chunk: &[u8]) -> Result<Vec<u8>, Changed> {
        let nonce = nonce(&self.prefix, number);
        self.cipher.decrypt(&nonce, chunk).map_err(|_| Changed)
    }
}

/// The chunks that a range of the content lies in.
pub(super) struct Span {
    /// Number of the first chunk.
    pub(super) first: u64,
    /// Where they lie in the stored object.
    pub(super) stored: Range<u64>,
    /// How many bytes of the first chunk come before the range.
    pub(super) skip: usize,
}

/// `range` is not empty and within the content.
pub(super) fn span(range: &Range<u64>, length: u64) -> Span {
    let (chunk, full) = (CHUNK as u64, (CHUNK + TAG) as u64);
    let first = range.start / chunk;
    let behind_last = range.end.div_ceil(chunk);
    let end = (behind_last * full).min(stored_size(length) - FOOTER);
    Span {
        first,
        stored: first * full..end,
        skip: usize::try_from(range.start % chunk).unwrap_or(0),
    }
}

/// Bytes of a full chunk as it is stored.
pub(super) const STORED_CHUNK: usize = CHUNK + TAG;

fn stored_size(length: u64) -> u64 {
    let chunks = length.div_ceil(CHUNK as u64);
    length
        .saturating_add(chunks * TAG as u64)
        .saturating_add(FOOTER)
}

fn nonce(prefix: &[u8; 16], number: u64) -> XNonce {
    let mut nonce = XNonce::default();
    nonce[..16].copy_from_slice(prefix);
    nonce[16..].copy_from_slice(&number.to_be_bytes());
    nonce
}

fn covered(prefix: &[u8; 16], length: u64, hash: ContentHash) -> Vec<u8> {
    [
        MAGIC.as_slice(),
        prefix,
        &length.to_be_bytes(),
        hash.as_bytes(),
    ]
    .concat()
}
