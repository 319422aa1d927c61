//! Where the bytes of an original come from.

use std::io;

use crate::Unfit;

/// Bytes that can be read at any place.
pub trait Source {
    /// How many there are.
    fn size(&self) -> u64;

    /// Fills the whole buffer with the bytes from `at` on.
    ///
    /// # Errors
    /// If they are not all there, or cannot be read.
    fn read_at(&mut self, at: u64, buffer: &mut [u8]) -> io::Result<()>;
}

/// Bytes that are at hand.
pub struct Bytes<'a>(pub &'a [u8]);

impl Source for Bytes<'_> {
    fn size(&self) -> u64 {
        self.0.len() as u64
    }

    fn read_at(&mut self, at: u64, buffer: &mut [u8]) -> io::Result<()> {
        let from = usize::try_from(at).map_err(io::Error::other)?;
        let found = self.0.get(from..from.saturating_add(buffer.len()));
        let found = found.ok_or(io::ErrorKind::UnexpectedEof)?;
        buffer.copy_from_slice(found);
        Ok(())
    }
}

/// Reads a part that is small enough to be held.
pub(crate) fn part(source: &mut dyn Source, from: u64, to: u64) -> Result<Vec<u8>, Unfit> {
    let length = to.checked_sub(from).ok_or(Unfit::Broken)?;
    if to > source.size() {
        return Err(Unfit::Broken);
    }
    let mut bytes = vec![0; usize::try_from(length).map_err(|_| Unfit::TooLarge)?];
    source
        .read_at(from, &mut bytes)
        .map_err(|_| Unfit::Broken)?;
    Ok(bytes)
}

/// Reads everything, up to a limit.
pub(crate) fn all(source: &mut dyn Source, limit: u64) -> Result<Vec<u8>, Unfit> {
    let size = source.size();
    if size > limit {
        return Err(Unfit::TooLarge);
    }
    part(source, 0, size)
}
