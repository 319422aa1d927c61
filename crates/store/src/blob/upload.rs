//! Putting content on a shelf while it comes.

use std::pin::pin;

use bytes::Bytes;
use futures::{Stream, StreamExt};
use object_store::{MultipartUpload, ObjectStoreExt, PutMode, PutPayload, path::Path};
use sha2::{Digest, Sha256};

use super::{
    BlobError, ContentHash, Shelf,
    cipher::{Changed, Sealer},
    place::incoming,
};

/// Content up to this size is written in one go; longer content in parts of this size. Five MiB is
/// the least that S3 takes for a part. Tests reach the second part sooner.
const PART: usize = if cfg!(test) { 300_000 } else { 6 * 1024 * 1024 };

/// What became of an upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// Its name from now on.
    pub hash: ContentHash,
    /// Of the content, in bytes.
    pub size: u64,
    /// The shelf had it already.
    pub already: bool,
}

impl Shelf {
    /// Keeps content, which may be endless: after `limit` bytes nothing of it is kept. Of the
    /// random `entropy`, drawn anew for each upload, one half becomes the nonce, the other the
    /// name of the unfinished upload.
    ///
    /// # Errors
    /// [`BlobError::TooLong`], [`BlobError::BrokeOff`] if the stream says so, or the place's own.
    pub async fn put<E: std::fmt::Display>(
        &self,
        content: impl Stream<Item = Result<Bytes, E>> + Send,
        limit: u64,
        entropy: [u8; 32],
    ) -> Result<Stored, BlobError> {
        let (nonce, name) = entropy.split_at(16);
        let mut upload = Upload {
            shelf: self,
            name: incoming(name),
            sealer: self.key.as_ref().map(|key| {
                let mut prefix = [0; 16];
                prefix.copy_from_slice(nonce);
                Sealer::new(key, prefix)
            }),
            hasher: Sha256::new(),
            size: 0,
            pending: Vec::new(),
            parts: None,
        };
        match upload.take(content, limit).await {
            Ok(()) => upload.finish().await,
            Err(error) => {
                upload.abandon().await;
                Err(error)
            }
        }
    }
}

struct Upload<'a> {
    shelf: &'a Shelf,
    name: Path,
    sealer: Option<Sealer>,
    hasher: Sha256,
    size: u64,
    pending: Vec<u8>,
    parts: Option<Box<dyn MultipartUpload>>,
}

impl Upload<'_> {
    async fn take<E: std::fmt::Display>(
        &mut self,
        content: impl Stream<Item = Result<Bytes, E>> + Send,
        limit: u64,
    ) -> Result<(), BlobError> {
        let mut content = pin!(content);
        while let Some(bytes) = content.next().await {
            let bytes = bytes.map_err(|error| BlobError::BrokeOff(error.to_string()))?;
            self.size += bytes.len() as u64;
            if self.size > limit {
                return Err(BlobError::TooLong { limit });
            }
            self.hasher.update(&bytes);
            match &mut self.sealer {
                Some(sealer) => sealer.push(&bytes, &mut self.pending).map_err(too_much)?,
                None => self.pending.extend_from_slice(&bytes),
            }
            while self.pending.len() >= PART {
                let rest = self.pending.split_off(PART);
                let part = std::mem::replace(&mut self.pending, rest);
                self.write_part(part).await?;
            }
        }
        Ok(())
    }

    async fn write_part(&mut self, part: Vec<u8>) -> Result<(), BlobError> {
        let parts = match &mut self.parts {
            Some(parts) => parts,
            none => none.insert(self.shelf.objects.put_multipart(&self.name).await?),
        };
        parts.put_part(PutPayload::from(part)).await?;
        Ok(())
    }

    async fn finish(mut self) -> Result<Stored, BlobError> {
        let hash = ContentHash::finish(std::mem::take(&mut self.hasher));
        let sealed = self.sealer.is_some();
        if let Some(sealer) = self.sealer.take() {
            sealer.finish(hash, &mut self.pending).map_err(too_much)?;
        }
        let size = self.size;
        let path = self.shelf.path(hash, sealed);
        let outcome = self.publish(&path).await;
        let already = match outcome {
            Ok(()) => false,
            Err(BlobError::Place(object_store::Error::AlreadyExists { .. })) => true,
            Err(error) => return Err(error),
        };
        Ok(Stored {
            hash,
            size,
            already,
        })
    }

    async fn publish(&mut self, path: &Path) -> Result<(), BlobError> {
        let last = std::mem::take(&mut self.pending);
        if self.parts.is_none() {
            let mode = PutMode::Create.into();
            let objects = &self.shelf.objects;
            objects.put_opts(path, last.into(), mode).await?;
            return Ok(());
        }
        if !last.is_empty()
            && let Err(error) = self.write_part(last).await
        {
            self.abandon().await;
            return Err(error);
        }
        if let Some(mut parts) = self.parts.take() {
            parts.complete().await?;
        }
        let objects = &self.shelf.objects;
        let moved = objects.rename_if_not_exists(&self.name, path).await;
        if moved.is_err() {
            // The sweep takes it, should this fail too.
            let _ = objects.delete(&self.name).await;
        }
        Ok(moved?)
    }

    async fn abandon(&mut self) {
        if let Some(parts) = &mut self.parts {
            // The sweep takes what this leaves.
            let _ = parts.abort().await;
        }
    }
}

/// The cipher takes up to 256 GiB under one nonce and the chunks are small: this does not happen.
fn too_much(_: Changed) -> BlobError {
    BlobError::BrokeOff("it could not be encrypted".to_owned())
}
