//! The place for bytes and its shelves, one an organization.

use std::{
    path::{Path as FilePath, PathBuf},
    sync::Arc,
};

use domain::ids::OrganizationId;
use futures::{StreamExt, TryStreamExt, stream::BoxStream};
use jiff::Timestamp;
use object_store::{ObjectMeta, ObjectStore, ObjectStoreExt, local::LocalFileSystem, path::Path};

use super::{BlobError, ContentHash, DataKey};

/// Where unfinished uploads lie.
const INCOMING: &str = "incoming";
/// What the name of an encrypted piece ends with.
const SEALED: &str = ".sealed";

/// The place for all bytes. Cheap to clone.
#[derive(Clone)]
pub struct Blobs {
    pub(super) objects: Arc<dyn ObjectStore>,
    folder: Option<PathBuf>,
}

/// The bytes of one organization. Cheap to clone.
#[derive(Clone)]
pub struct Shelf {
    pub(super) objects: Arc<dyn ObjectStore>,
    pub(super) key: Option<DataKey>,
    organization: OrganizationId,
}

/// A piece as it lies on a shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its name.
    pub hash: ContentHash,
    /// Whether it is encrypted.
    pub sealed: bool,
    /// As stored, in bytes.
    pub stored_size: u64,
    /// When it was stored.
    pub stored_at: Timestamp,
}

impl Blobs {
    /// In a folder of this machine, which is made if it is missing. A stored piece has reached the
    /// disk when its upload is answered.
    ///
    /// # Errors
    /// If the folder cannot be made.
    pub fn folder(folder: &FilePath) -> Result<Blobs, BlobError> {
        let unusable = |source: std::io::Error| object_store::Error::Generic {
            store: "folder",
            source: format!("{}: {source}", folder.display()).into(),
        };
        std::fs::create_dir_all(folder).map_err(unusable)?;
        let local = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
        Ok(Blobs {
            objects: Arc::new(local),
            folder: Some(folder.to_owned()),
        })
    }

    /// In any other place that refuses to create what exists.
    pub fn over(objects: Arc<dyn ObjectStore>) -> Blobs {
        Blobs {
            objects,
            folder: None,
        }
    }

    /// The shelf of an organization; with a key, what is put there is encrypted.
    pub fn shelf(&self, organization: OrganizationId, key: Option<DataKey>) -> Shelf {
        Shelf {
            objects: Arc::clone(&self.objects),
            key,
            organization,
        }
    }

    /// The organizations that have a shelf.
    ///
    /// # Errors
    /// Those of the place.
    pub async fn shelves(&self) -> Result<Vec<OrganizationId>, BlobError> {
        let top = self.objects.list_with_delimiter(None).await?;
        let names = top.common_prefixes.iter();
        Ok(names
            .filter_map(|path| path.as_ref().parse().ok())
            .collect())
    }

    /// Deletes what uploads that never ended have left, if it is older than `before`; answers how
    /// many pieces that were.
    ///
    /// # Errors
    /// Those of the place.
    pub async fn sweep_incoming(&self, before: Timestamp) -> Result<u64, BlobError> {
        let mut swept = 0;
        let mut left = self.objects.list(Some(&Path::from(INCOMING)));
        while let Some(object) = left.try_next().await? {
            if stored_at(&object) < before {
                self.objects.delete(&object.location).await?;
                swept += 1;
            }
        }
        if let Some(folder) = &self.folder {
            swept += sweep_folder(folder.join(INCOMING), before).await;
        }
        Ok(swept)
    }
}

impl Shelf {
    /// Whether the piece is there.
    ///
    /// # Errors
    /// Those of the place.
    pub async fn exists(&self, hash: ContentHash) -> Result<bool, BlobError> {
        Ok(self.find(hash).await?.is_some())
    }

    /// Deletes the piece; answers whether it was there.
    ///
    /// # Errors
    /// Those of the place.
    pub async fn delete(&self, hash: ContentHash) -> Result<bool, BlobError> {
        let mut was_there = false;
        for sealed in [true, false] {
            let path = self.path(hash, sealed);
            if found(self.objects.head(&path).await)?.is_some() {
                found(self.objects.delete(&path).await)?;
                was_there = true;
            }
        }
        Ok(was_there)
    }

    /// Every piece on the shelf, in no order, for a sweep.
    pub fn list(&self) -> BoxStream<'static, Result<Piece, BlobError>> {
        let prefix = Path::from(self.organization.to_string());
        let pieces = self.objects.list(Some(&prefix)).err_into();
        pieces
            .try_filter_map(|object| async move { Ok(piece(&object)) })
            .boxed()
    }

    pub(super) fn path(&self, hash: ContentHash, sealed: bool) -> Path {
        let (name, end) = (hash.to_string(), if sealed { SEALED } else { "" });
        let (first, second) = (&name[..2], &name[2..4]);
        Path::from(format!(
            "{}/{first}/{second}/{name}{end}",
            self.organization
        ))
    }

    /// Where the piece is, the encrypted form first.
    pub(super) async fn find(
        &self,
        hash: ContentHash,
    ) -> Result<Option<(ObjectMeta, bool)>, BlobError> {
        for sealed in [true, false] {
            let path = self.path(hash, sealed);
            if let Some(object) = found(self.objects.head(&path).await)? {
                return Ok(Some((object, sealed)));
            }
        }
        Ok(None)
    }
}

/// A name for an upload whose hash is not known yet.
pub(super) fn incoming(entropy: &[u8]) -> Path {
    let name: String = entropy.iter().map(|byte| format!("{byte:02x}")).collect();
    Path::from(format!("{INCOMING}/{name}"))
}

fn found<T>(answer: object_store::Result<T>) -> Result<Option<T>, BlobError> {
    match answer {
        Ok(value) => Ok(Some(value)),
        Err(object_store::Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn piece(object: &ObjectMeta) -> Option<Piece> {
    let name = object.location.filename()?;
    let hash = name.strip_suffix(SEALED).unwrap_or(name);
    Some(Piece {
        hash: hash.parse().ok()?,
        sealed: name.ends_with(SEALED),
        stored_size: object.size,
        stored_at: stored_at(object),
    })
}

fn stored_at(object: &ObjectMeta) -> Timestamp {
    Timestamp::from_microsecond(object.last_modified.timestamp_micros()).unwrap_or(Timestamp::MAX)
}

/// A killed process leaves half-written files, which a listing of objects does not show.
async fn sweep_folder(incoming: PathBuf, before: Timestamp) -> u64 {
    let sweep = move || {
        let Ok(entries) = std::fs::read_dir(incoming) else {
            return 0;
        };
        let old = entries.flatten().filter(|entry| {
            let changed = entry.metadata().and_then(|metadata| metadata.modified());
            let changed = changed.ok().and_then(|at| Timestamp::try_from(at).ok());
            changed.is_some_and(|at| at < before)
        });
        old.filter(|entry| std::fs::remove_file(entry.path()).is_ok())
            .count() as u64
    };
    tokio::task::spawn_blocking(sweep).await.unwrap_or(0)
}
