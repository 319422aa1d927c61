//! A piece on a shelf as bytes that can be read at any place, for work that is not async.

use std::io;

use futures::TryStreamExt;
use media::Source;
use store::blob::{ContentHash, Shelf};
use tokio::runtime::Handle;

/// How much is read at once, in bytes, so that many small reads are one.
const AHEAD: u64 = 1024 * 1024;

/// A piece. Must be used where blocking is allowed.
pub(super) struct Piece {
    pub shelf: Shelf,
    pub hash: ContentHash,
    pub size: u64,
    pub runtime: Handle,
    held: Vec<u8>,
    held_from: u64,
    /// Why the shelf could not be read: then nothing is known of the file.
    pub trouble: Option<String>,
}

impl Piece {
    pub(super) fn new(shelf: Shelf, hash: ContentHash, size: u64, runtime: Handle) -> Self {
        Self {
            shelf,
            hash,
            size,
            runtime,
            held: Vec::new(),
            held_from: 0,
            trouble: None,
        }
    }

    fn fetch(&self, from: u64, to: u64) -> io::Result<Vec<u8>> {
        let (shelf, hash) = (&self.shelf, self.hash);
        self.runtime.block_on(async {
            let content = shelf.get(hash, Some(from..to)).await;
            let mut bytes = content.map_err(io::Error::other)?.bytes;
            let mut all = Vec::new();
            while let Some(part) = bytes.try_next().await.map_err(io::Error::other)? {
                all.extend_from_slice(&part);
            }
            Ok(all)
        })
    }
}

impl Source for Piece {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&mut self, at: u64, buffer: &mut [u8]) -> io::Result<()> {
        if buffer.is_empty() {
            return Ok(());
        }
        let end = at + buffer.len() as u64;
        if end > self.size {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let held_to = self.held_from + self.held.len() as u64;
        if at < self.held_from || end > held_to {
            let to = end.max(at.saturating_add(AHEAD)).min(self.size);
            match self.fetch(at, to) {
                Ok(bytes) => self.held = bytes,
                Err(error) => {
                    self.trouble = Some(error.to_string());
                    return Err(error);
                }
            }
            self.held_from = at;
        }
        let from = usize::try_from(at - self.held_from).map_err(io::Error::other)?;
        let found = self.held.get(from..from + buffer.len());
        buffer.copy_from_slice(found.ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }
}
