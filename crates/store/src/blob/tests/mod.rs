use std::{convert::Infallible, path::PathBuf};

use bytes::Bytes;
use domain::ids::OrganizationId;
use futures::{TryStreamExt, stream};
use jiff::Timestamp;

use super::{BlobError, Blobs, ContentHash, DataKey, MasterKey, Piece, Shelf, Stored};

mod sealed;

const SIZES: [usize; 9] = [0, 1, 100, 65_535, 65_536, 65_537, 131_072, 200_000, 800_000];
const MUCH: u64 = 1 << 40;

fn organization(n: u8) -> OrganizationId {
    OrganizationId::from_bytes([n; 16])
}

fn master() -> MasterKey {
    MasterKey::new([7; 32])
}

fn key(n: u8) -> DataKey {
    let made = master().new_data_key(organization(n), [n; 32], [9; 24]);
    made.unwrap().0
}

/// Bytes without a pattern that could hide a mistake in the order.
fn content(size: usize) -> Vec<u8> {
    let mut state = size as u64 + 1;
    let next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 56) as u8
    };
    std::iter::repeat_with(next).take(size).collect()
}

struct Place {
    _folder: tempfile::TempDir,
    path: PathBuf,
    blobs: Blobs,
}

fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bytes");
    Place {
        blobs: Blobs::folder(&path).unwrap(),
        _folder: folder,
        path,
    }
}

impl Place {
    fn shelves(&self) -> [Shelf; 2] {
        [
            self.blobs.shelf(organization(1), None),
            self.blobs.shelf(organization(2), Some(key(2))),
        ]
    }

    /// The files below the folder.
    fn files(&self) -> Vec<PathBuf> {
        let mut folders = vec![self.path.clone()];
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path)
                } else {
                    files.push(path)
                }
            }
        }
        files
    }
}

async fn put(shelf: &Shelf, content: &[u8], entropy: u8) -> Result<Stored, BlobError> {
    let pieces: Vec<Result<Bytes, Infallible>> = content
        .chunks(50_000)
        .map(|piece| Ok(Bytes::copy_from_slice(piece)))
        .collect();
    shelf.put(stream::iter(pieces), MUCH, [entropy; 32]).await
}

async fn get(
    shelf: &Shelf,
    hash: ContentHash,
    range: Option<std::ops::Range<u64>>,
) -> Result<Vec<u8>, BlobError> {
    let found = shelf.get(hash, range).await?;
    let (wanted, bytes) = (found.range.end - found.range.start, found.bytes);
    let all: Vec<Bytes> = bytes.try_collect().await?;
    let all = all.concat();
    assert_eq!(all.len() as u64, wanted);
    Ok(all)
}

#[tokio::test]
async fn content_comes_back_as_it_went_in() {
    let place = place();
    for shelf in place.shelves() {
        for (n, size) in SIZES.into_iter().enumerate() {
            let content = content(size);
            let stored = put(&shelf, &content, n as u8).await.unwrap();
            assert_eq!(stored.hash, ContentHash::of(&content));
            assert_eq!((stored.size, stored.already), (size as u64, false));
            assert!(
                get(&shelf, stored.hash, None).await.unwrap() == content,
                "{size}"
            );
            assert!(shelf.exists(stored.hash).await.unwrap());
            shelf.verify(stored.hash).await.unwrap();
        }
    }
}

#[tokio::test]
async fn any_range_can_be_read_alone() {
    let place = place();
    for shelf in place.shelves() {
        let content = content(200_000);
        let hash = put(&shelf, &content, 1).await.unwrap().hash;
        for (start, end) in [
            (0, 1),
            (0, 65_536),
            (65_535, 65_537),
            (65_536, 131_072),
            (70_000, 199_999),
            (199_999, 200_000),
        ] {
            let part = get(&shelf, hash, Some(start..end)).await.unwrap();
            assert!(
                part == content[start as usize..end as usize],
                "{start}..{end}"
            );
        }
        let to_the_end = get(&shelf, hash, Some(150_000..MUCH)).await.unwrap();
        assert!(to_the_end == content[150_000..]);
        let behind = get(&shelf, hash, Some(200_000..200_001)).await;
        assert!(matches!(
            behind,
            Err(BlobError::OutOfRange { size: 200_000 })
        ));
    }
}

#[tokio::test]
async fn the_same_content_is_kept_once() {
    let place = place();
    for shelf in place.shelves() {
        for size in [10, 800_000] {
            let content = content(size);
            assert!(!put(&shelf, &content, 1).await.unwrap().already);
            assert!(put(&shelf, &content, 2).await.unwrap().already);
            assert!(get(&shelf, ContentHash::of(&content), None).await.unwrap() == content);
        }
    }
    assert_eq!(place.files().len(), 4);
}

#[tokio::test]
async fn content_above_the_limit_leaves_nothing() {
    let place = place();
    let limit = 700_000;
    for shelf in place.shelves() {
        let endless = stream::repeat_with(|| Ok::<_, Infallible>(Bytes::from_static(&[5; 60_000])));
        let refused = shelf.put(endless, limit, [1; 32]).await;
        assert!(matches!(
            refused,
            Err(BlobError::TooLong { limit: 700_000 })
        ));
    }
    let exact = stream::iter([Ok::<_, Infallible>(Bytes::from_static(b"four"))]);
    assert!(place.shelves()[0].put(exact, 4, [1; 32]).await.is_ok());
    assert_eq!(place.files().len(), 1);
}

#[tokio::test]
async fn content_that_breaks_off_leaves_nothing() {
    let place = place();
    for shelf in place.shelves() {
        let mut pieces = vec![Ok(Bytes::from(content(400_000)))];
        pieces.push(Err("the line is dead"));
        let broken = shelf.put(stream::iter(pieces), MUCH, [1; 32]).await;
        assert!(matches!(broken, Err(BlobError::BrokeOff(words)) if words == "the line is dead"));
    }
    assert!(place.files().is_empty());
}

#[tokio::test]
async fn a_shelf_shows_only_its_own_pieces() {
    let place = place();
    let [plain, sealed] = place.shelves();
    let hash = put(&plain, b"mine", 1).await.unwrap().hash;
    assert!(!sealed.exists(hash).await.unwrap());
    assert!(matches!(
        sealed.get(hash, None).await,
        Err(BlobError::NotFound(_))
    ));
    let other = put(&sealed, b"theirs", 2).await.unwrap().hash;
    let listed: Vec<Piece> = sealed.list().try_collect().await.unwrap();
    assert_eq!(
        listed
            .iter()
            .map(|piece| (piece.hash, piece.sealed))
            .collect::<Vec<_>>(),
        [(other, true)]
    );
    assert!(listed[0].stored_at > Timestamp::UNIX_EPOCH);
    let mut shelves = place.blobs.shelves().await.unwrap();
    shelves.sort_unstable();
    assert_eq!(shelves, [organization(1), organization(2)]);
}

#[tokio::test]
async fn a_deleted_piece_is_gone() {
    let place = place();
    for shelf in place.shelves() {
        let hash = put(&shelf, b"words", 1).await.unwrap().hash;
        assert!(shelf.delete(hash).await.unwrap());
        assert!(!shelf.delete(hash).await.unwrap());
        assert!(!shelf.exists(hash).await.unwrap());
    }
    assert!(place.files().is_empty());
}

#[tokio::test]
async fn what_a_killed_upload_left_is_swept_when_it_is_old() {
    let place = place();
    let incoming = place.path.join("incoming");
    std::fs::create_dir_all(&incoming).unwrap();
    std::fs::write(incoming.join("0101"), b"whole").unwrap();
    std::fs::write(incoming.join("0202#1"), b"half").unwrap();
    assert_eq!(
        place
            .blobs
            .sweep_incoming(Timestamp::UNIX_EPOCH)
            .await
            .unwrap(),
        0
    );
    assert_eq!(place.blobs.sweep_incoming(Timestamp::MAX).await.unwrap(), 2);
    assert!(place.files().is_empty());
}
