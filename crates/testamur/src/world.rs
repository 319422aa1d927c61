//! The real clock and the real randomness, and an installation opened with them.

use std::path::Path;
use std::sync::Arc;

use app::letters::{Carry, Post, Smtp};
use app::{App, Clock, Entropy, Mode, Settings};
use domain::time::{SignedDuration, Timestamp};
use store::blob::{Blobs, MasterKey};
use store::{Options, Store};

use crate::config::Config;

/// The clock of this machine.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(
        clippy::disallowed_methods,
        reason = "the one place where the time is read"
    )]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// The randomness of the operating system.
#[derive(Clone, Copy, Debug)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    /// Ends the program if the system has no randomness: nothing can be done safely without.
    fn fill(&self, bytes: &mut [u8]) {
        if getrandom::fill(bytes).is_err() {
            tracing::error!("the operating system gives no randomness");
            std::process::abort();
        }
    }
}

/// Why an installation cannot be opened; the sentence says what to do.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// A folder or file.
    #[error("{path}: {reason}")]
    Place {
        /// Which.
        path: String,
        /// Why, and what to do.
        reason: String,
    },
    /// The database.
    #[error("the database: {0}")]
    Database(#[from] store::StoreError),
    /// The bytes or the master key.
    #[error("the place for bytes: {0}")]
    Bytes(#[from] store::blob::BlobError),
    /// The configuration.
    #[error("{0}")]
    Configuration(String),
    /// Anything that a use case refused.
    #[error("{0}")]
    Refused(String),
}

impl Unusable {
    /// About a folder or file.
    pub fn place(path: &Path, reason: impl std::fmt::Display) -> Self {
        Self::Place {
            path: path.display().to_string(),
            reason: reason.to_string(),
        }
    }
}

impl From<app::Failure> for Unusable {
    fn from(failure: app::Failure) -> Self {
        Self::Refused(failure.to_string())
    }
}

/// Opens an installation: makes its folder and master key if they are missing, and brings the
/// database to the newest form.
pub async fn open(config: &Config, mode: Mode) -> Result<App, Unusable> {
    std::fs::create_dir_all(&config.folder)
        .map_err(|error| Unusable::place(&config.folder, error))?;
    let entropy = Arc::new(SystemEntropy);
    let mut seed = [0; 8];
    entropy.fill(&mut seed);
    let options = Options {
        seed: u64::from_be_bytes(seed),
        ..Options::default()
    };
    let store = Store::open(&config.database(), options).await?;
    let report = store.migrate(SystemClock.now()).await?;
    if !report.applied.is_empty() {
        tracing::info!(applied = ?report.applied, "the database was brought to the newest form");
    }
    let app = App {
        store,
        blobs: blobs(config, entropy.as_ref()).await?,
        master_key: Arc::new(master_key(config, entropy.as_ref())?),
        clock: Arc::new(SystemClock),
        entropy,
        settings: Arc::new(Settings {
            public_url: config.public_url.clone(),
            mode,
            take_back: match mode {
                Mode::Demo => SignedDuration::ZERO,
                Mode::Serving => SignedDuration::from_mins(i64::from(config.take_back_minutes)),
            },
        }),
        post: post(config)?,
    };
    app::growth::keep_unknown_offers(&app).await?;
    let listed = app::catalogue::list_unlisted(&app).await?;
    if listed > 0 {
        tracing::info!(
            listed,
            "published micro-credentials were put into the catalogue's index"
        );
    }
    Ok(app)
}

/// The words of letters, and the way out where there is one.
fn post(config: &Config) -> Result<Post, Unusable> {
    let way = config.mail.as_ref().map(Smtp::new).transpose();
    let way = way.map_err(|sentence| Unusable::Configuration(format!("mail: {sentence}")))?;
    Ok(Post {
        words: Some(Arc::new(web::letters::Words)),
        way: way.map(|it| Arc::new(it) as Arc<dyn Carry>),
    })
}

/// The place for bytes. A bucket is tried out first: it must refuse to replace what exists.
pub async fn blobs(config: &Config, entropy: &dyn Entropy) -> Result<Blobs, Unusable> {
    let Some(bucket) = &config.bucket else {
        return Ok(Blobs::folder(&config.bytes())?);
    };
    let blobs = Blobs::bucket(bucket)?;
    let mut name = [0; 16];
    entropy.fill(&mut name);
    blobs.probe(name).await?;
    Ok(blobs)
}

/// Reads the master key; a new installation makes one, readable by its owner alone.
fn master_key(config: &Config, entropy: &dyn Entropy) -> Result<MasterKey, Unusable> {
    let path = config.master_key();
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok(MasterKey::parse(text.trim())?),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let mut bytes = [0; 32];
            entropy.fill(&mut bytes);
            let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            write_secret(&path, &text).map_err(|error| Unusable::place(&path, error))?;
            Ok(MasterKey::parse(&text)?)
        }
        Err(error) => Err(Unusable::place(&path, error)),
    }
}

#[cfg(unix)]
fn write_secret(path: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(not(unix))]
fn write_secret(path: &Path, text: &str) -> std::io::Result<()> {
    std::fs::write(path, text)
}
