//! What a backup is: a tar file with the database, the bytes, and last a manifest with the SHA-256
//! of each. The master key is not in it: whoever has both can read everything.

use std::io::{self, Read};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The database in the archive.
pub(super) const DATABASE: &str = "testamur.db";
/// The folder of evidence in the archive.
pub(super) const BYTES: &str = "bytes";
/// The manifest, the last member.
pub(super) const MANIFEST: &str = "manifest.json";
/// The form of archive that this program writes and reads.
pub(super) const FORMAT: u32 = 1;
/// Longest manifest, in bytes: about two million members.
pub(super) const MAX_MANIFEST_BYTES: u64 = 512 * 1024 * 1024;

/// What the archive holds.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    /// See [`FORMAT`].
    pub(super) format: u32,
    /// Version of the program that wrote it.
    pub(super) program: String,
    /// When it was begun.
    pub(super) made_at: jiff::Timestamp,
    /// `sqlite`, or `postgresql`, whose data are not in the archive.
    pub(super) database: Kind,
    /// Everything before the manifest, in order.
    pub(super) members: Vec<Member>,
}

/// Which database the installation had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    /// In the archive.
    Sqlite,
    /// Not in the archive.
    Postgresql,
}

/// One file of the archive.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Member {
    /// Its path in the archive.
    pub(super) path: String,
    /// In bytes.
    pub(super) size: u64,
    /// In lower-case hexadecimal.
    pub(super) sha256: String,
}

/// Counts and hashes what is read through it.
pub(super) struct Hashing<R> {
    inner: R,
    hasher: Sha256,
    size: u64,
}

impl<R: Read> Hashing<R> {
    pub(super) fn new(inner: R) -> Self {
        Self {
            inner,
            hasher: Sha256::new(),
            size: 0,
        }
    }

    /// The member that was read.
    pub(super) fn member(self, path: String) -> Member {
        let sha256 = self
            .hasher
            .finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Member {
            path,
            size: self.size,
            sha256,
        }
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.hasher.update(&buffer[..count]);
        self.size += count as u64;
        Ok(count)
    }
}
