//! A whole installation for tests: its time moves when the test says so, its randomness is known.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use app::{App, Clock, Entropy, Mode, Settings};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use store::Store;
use store::blob::{Blobs, MasterKey};

use crate::Failure;

/// Monday, 2 March 2026, 15:00 UTC, in microseconds: when every world begins.
const FIRST_MOMENT: i64 = 1_772_463_600_000_000;

/// A clock that stands still until it is moved.
#[derive(Debug)]
pub struct FakeClock(AtomicI64);

impl FakeClock {
    /// Moves the time on.
    pub fn advance(&self, by: SignedDuration) {
        self.0
            .fetch_add(i64::try_from(by.as_micros()).unwrap_or(0), Ordering::SeqCst);
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.load(Ordering::SeqCst)).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

/// Bytes that look random and are the same in every run.
#[derive(Debug, Default)]
pub struct SeededEntropy(AtomicU64);

impl Entropy for SeededEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let n = self.0.fetch_add(1, Ordering::SeqCst);
            chunk.copy_from_slice(&Sha256::digest(n.to_be_bytes())[..chunk.len()]);
        }
    }
}

/// An installation for a test. Its folder of bytes goes with it.
pub struct World {
    /// The use cases.
    pub app: App,
    /// Its time.
    pub clock: Arc<FakeClock>,
    _folder: tempfile::TempDir,
}

impl World {
    /// An installation over a migrated store, at the start of time, at `http://localhost:8080`.
    ///
    /// # Errors
    /// If there is no place for bytes.
    pub fn over(store: Store) -> Result<Self, Failure> {
        Self::in_mode(store, Mode::Serving)
    }

    /// The same, in a mode.
    ///
    /// # Errors
    /// If there is no place for bytes.
    pub fn in_mode(store: Store, mode: Mode) -> Result<Self, Failure> {
        let folder =
            tempfile::tempdir().map_err(|error| Failure::of("a folder for bytes", error))?;
        let path: PathBuf = folder.path().join("bytes");
        let clock = Arc::new(FakeClock(AtomicI64::new(FIRST_MOMENT)));
        let app = App {
            store,
            blobs: Blobs::folder(&path).map_err(|error| Failure::of("a place for bytes", error))?,
            master_key: Arc::new(MasterKey::new([7; 32])),
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            entropy: Arc::new(SeededEntropy::default()),
            settings: Arc::new(Settings {
                public_url: "http://localhost:8080".to_owned(),
                mode,
                take_back: SignedDuration::ZERO,
            }),
            post: app::letters::Post::default(),
        };
        Ok(Self {
            app,
            clock,
            _folder: folder,
        })
    }
}
