//! Reading a piece or a range of it.

use std::{ops::Range, sync::Arc};

use bytes::{Buf, Bytes, BytesMut};
use futures::{StreamExt, TryStreamExt, stream, stream::BoxStream};
use object_store::{GetOptions, GetRange, ObjectStore, ObjectStoreExt, path::Path};
use sha2::{Digest, Sha256};

use super::{
    BlobError, ContentHash, Shelf,
    cipher::{self, Changed, FOOTER, Opener, STORED_CHUNK},
};

/// Content on its way out.
pub struct Content {
    /// Of the whole content, in bytes.
    pub size: u64,
    /// Which of its bytes come.
    pub range: Range<u64>,
    /// The bytes. An error in the middle means that what came before is right and no more will.
    pub bytes: BoxStream<'static, Result<Bytes, BlobError>>,
}

impl Shelf {
    /// A piece, or the part of it that lies in a range. The range may end behind the end.
    ///
    /// # Errors
    /// [`BlobError::NotFound`], [`BlobError::OutOfRange`], [`BlobError::Tampered`],
    /// [`BlobError::KeyNeeded`], or the place's own.
    pub async fn get(
        &self,
        hash: ContentHash,
        range: Option<Range<u64>>,
    ) -> Result<Content, BlobError> {
        let Some((object, sealed)) = self.find(hash).await? else {
            return Err(BlobError::NotFound(hash));
        };
        if !sealed {
            let range = within(range, object.size)?;
            let bytes = plain(Arc::clone(&self.objects), object.location, &range).await?;
            return Ok(Content {
                size: object.size,
                range,
                bytes,
            });
        }
        let Some(key) = &self.key else {
            return Err(BlobError::KeyNeeded(hash));
        };
        let from = object
            .size
            .checked_sub(FOOTER)
            .ok_or(BlobError::Tampered(hash))?;
        let footer = self
            .objects
            .get_range(&object.location, from..object.size)
            .await?;
        let opener = Opener::new(key, hash, &footer, object.size)
            .map_err(|Changed| BlobError::Tampered(hash))?;
        let size = opener.length;
        let range = within(range, size)?;
        let bytes = if range.is_empty() {
            stream::empty().boxed()
        } else {
            let span = cipher::span(&range, size);
            let stored = plain(Arc::clone(&self.objects), object.location, &span.stored).await?;
            let left = range.end - range.start;
            let reader = Reader {
                opener,
                hash,
                stored,
                pending: BytesMut::new(),
                number: span.first,
                skip: span.skip,
                left,
            };
            stream::try_unfold(reader, Reader::next).boxed()
        };
        Ok(Content { size, range, bytes })
    }

    /// Reads a piece to its end and compares its hash: what is encrypted is checked anyway, what
    /// is plain only here.
    ///
    /// # Errors
    /// As [`Shelf::get`].
    pub async fn verify(&self, hash: ContentHash) -> Result<(), BlobError> {
        let mut content = self.get(hash, None).await?.bytes;
        let mut hasher = Sha256::new();
        while let Some(bytes) = content.try_next().await? {
            hasher.update(&bytes);
        }
        if ContentHash::finish(hasher) == hash {
            Ok(())
        } else {
            Err(BlobError::Tampered(hash))
        }
    }
}

fn within(range: Option<Range<u64>>, size: u64) -> Result<Range<u64>, BlobError> {
    let Some(range) = range else {
        return Ok(0..size);
    };
    if range.start >= size || range.is_empty() {
        return Err(BlobError::OutOfRange { size });
    }
    Ok(range.start..range.end.min(size))
}

async fn plain(
    objects: Arc<dyn ObjectStore>,
    path: Path,
    range: &Range<u64>,
) -> Result<BoxStream<'static, Result<Bytes, BlobError>>, BlobError> {
    if range.is_empty() {
        return Ok(stream::empty().boxed());
    }
    let options = GetOptions {
        range: Some(GetRange::Bounded(range.clone())),
        ..GetOptions::default()
    };
    let answer = objects.get_opts(&path, options).await?;
    Ok(answer.into_stream().err_into().boxed())
}

/// Opens chunk after chunk.
struct Reader {
    opener: Opener,
    hash: ContentHash,
    stored: BoxStream<'static, Result<Bytes, BlobError>>,
    pending: BytesMut,
    number: u64,
    skip: usize,
    left: u64,
}

impl Reader {
    async fn next(mut self) -> Result<Option<(Bytes, Reader)>, BlobError> {
        if self.left == 0 {
            return Ok(None);
        }
        while self.pending.len() < STORED_CHUNK {
            match self.stored.try_next().await? {
                Some(bytes) => self.pending.extend_from_slice(&bytes),
                None => break,
            }
        }
        let chunk = self.pending.split_to(self.pending.len().min(STORED_CHUNK));
        let content = self
            .opener
            .open(self.number, &chunk)
            .map_err(|Changed| BlobError::Tampered(self.hash))?;
        let mut content = Bytes::from(content);
        content.advance(self.skip.min(content.len()));
        content.truncate(usize::try_from(self.left).unwrap_or(usize::MAX));
        self.number += 1;
        self.skip = 0;
        self.left -= content.len() as u64;
        Ok(Some((content, self)))
    }
}
