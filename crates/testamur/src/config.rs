//! Configuration: a TOML file, then the environment, then the command line; the last one wins.
//!
//! ```toml
//! public_url = "https://credentials.example"
//! listen = "127.0.0.1:8080"
//! folder = "/var/lib/testamur"
//! database = "postgres://testamur@/testamur"   # without: SQLite in the folder
//! ```

mod mail;
mod s3;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use app::letters::SmtpSettings;
use serde::Deserialize;
use store::Address;
use store::blob::Bucket;

pub use self::mail::MailFile;
use crate::world::Unusable;

/// Everything that an operator can set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Where strangers reach this installation: scheme, host and port, no slash at the end.
    pub public_url: String,
    /// Where the server listens.
    pub listen: SocketAddr,
    /// Where database, bytes and master key are.
    pub folder: PathBuf,
    /// The database, if it is not the one in the folder.
    pub database: Option<String>,
    /// The file with the master key, if it is not the one in the folder.
    pub master_key_file: Option<PathBuf>,
    /// The file with the token that opens `/metrics`; without it only this machine reads them.
    pub metrics_token_file: Option<PathBuf>,
    /// The server that takes letters; without it they stay in the outbox.
    pub mail: Option<SmtpSettings>,
    /// How many minutes a submission can be taken back before a review of it can be opened.
    pub take_back_minutes: u32,
    /// The bucket for bytes, if they are not in the folder.
    pub bucket: Option<Bucket>,
}

/// How many minutes a submission can be taken back, if nothing else is set.
const TAKE_BACK_MINUTES: u32 = 30;
/// The longest time to take a submission back: a day.
const MAX_TAKE_BACK_MINUTES: u32 = 24 * 60;

/// A configuration file. Unknown keys are refused.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// See [`Config::public_url`].
    pub public_url: Option<String>,
    /// See [`Config::listen`].
    pub listen: Option<String>,
    /// See [`Config::folder`].
    pub folder: Option<PathBuf>,
    /// See [`Config::database`].
    pub database: Option<String>,
    /// See [`Config::master_key_file`].
    pub master_key_file: Option<PathBuf>,
    /// See [`Config::metrics_token_file`].
    pub metrics_token_file: Option<PathBuf>,
    /// See [`Config::mail`].
    pub mail: Option<MailFile>,
    /// See [`Config::take_back_minutes`].
    pub take_back_minutes: Option<u32>,
    /// See [`Config::bucket`].
    #[serde(default)]
    pub s3: s3::File,
}

impl File {
    /// Reads a file; an absent path is an empty file.
    pub fn read(path: Option<&Path>) -> Result<Self, Unusable> {
        let Some(path) = path else {
            return Ok(Self::default());
        };
        let text = std::fs::read_to_string(path).map_err(|error| Unusable::place(path, error))?;
        toml::from_str(&text).map_err(|error| Unusable::place(path, error))
    }

    /// What is set in the environment wins over the file: `TESTAMUR_PUBLIC_URL`, `TESTAMUR_LISTEN`,
    /// `TESTAMUR_FOLDER`, `TESTAMUR_DATABASE`, `TESTAMUR_MASTER_KEY_FILE`,
    /// `TESTAMUR_METRICS_TOKEN_FILE`, `TESTAMUR_S3_` with each key of `[s3]`, and those of [`MailFile`].
    ///
    /// # Errors
    /// If a number is none.
    pub fn over(self, environment: impl Fn(&str) -> Option<String>) -> Result<Self, Unusable> {
        let path = |name: &str| environment(name).map(PathBuf::from);
        let mail = self.mail.unwrap_or_default().over(&environment)?;
        Ok(Self {
            public_url: environment("TESTAMUR_PUBLIC_URL").or(self.public_url),
            listen: environment("TESTAMUR_LISTEN").or(self.listen),
            folder: path("TESTAMUR_FOLDER").or(self.folder),
            database: environment("TESTAMUR_DATABASE").or(self.database),
            master_key_file: path("TESTAMUR_MASTER_KEY_FILE").or(self.master_key_file),
            metrics_token_file: path("TESTAMUR_METRICS_TOKEN_FILE").or(self.metrics_token_file),
            mail: Some(mail),
            take_back_minutes: self.take_back_minutes,
            s3: self.s3.over(&environment),
        })
    }

    /// The configuration, with what was not said filled in.
    pub fn settle(self, folder: &str) -> Result<Config, Unusable> {
        let listen = self.listen.unwrap_or_else(|| "127.0.0.1:8080".to_owned());
        let listen: SocketAddr = listen.parse().map_err(|_| {
            Unusable::Configuration(format!(
                "listen: expected an address and a port such as 127.0.0.1:8080, found {listen}"
            ))
        })?;
        let public_url = self
            .public_url
            .unwrap_or_else(|| format!("http://localhost:{}", listen.port()));
        let take_back_minutes = self.take_back_minutes.unwrap_or(TAKE_BACK_MINUTES);
        if take_back_minutes > MAX_TAKE_BACK_MINUTES {
            return Err(Unusable::Configuration(format!(
                "take_back_minutes: expected 0 to {MAX_TAKE_BACK_MINUTES}, found {take_back_minutes}"
            )));
        }
        Ok(Config {
            take_back_minutes,
            public_url: checked(&public_url)?,
            listen,
            folder: self.folder.unwrap_or_else(|| PathBuf::from(folder)),
            database: self.database,
            master_key_file: self.master_key_file,
            metrics_token_file: self.metrics_token_file,
            mail: self.mail.unwrap_or_default().settle()?,
            bucket: self.s3.settle()?,
        })
    }
}

/// `https://host[:port]`, or `http://localhost[:port]`: credentials name it for ever.
fn checked(url: &str) -> Result<String, Unusable> {
    let url = url.trim_end_matches('/');
    let host = url.strip_prefix("https://").or_else(|| {
        let host = url.strip_prefix("http://")?;
        let name = host.split(':').next().unwrap_or_default();
        matches!(name, "localhost" | "127.0.0.1").then_some(host)
    });
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']) => {
            Ok(url.to_owned())
        }
        _ => Err(Unusable::Configuration(format!(
            "public_url: expected https://HOST or, to try things out, http://localhost:PORT, without a path; found {url}"
        ))),
    }
}

impl Config {
    /// Where the database is.
    pub fn database(&self) -> Address {
        match &self.database {
            Some(text) => Address::parse(text),
            None => Address::Sqlite(self.folder.join("testamur.db")),
        }
    }

    /// The folder of evidence.
    pub fn bytes(&self) -> PathBuf {
        self.folder.join("bytes")
    }

    /// The token that opens `/metrics`, if there is to be one.
    ///
    /// # Errors
    /// If its file cannot be read, or holds less than 16 or more than 200 characters.
    pub fn metrics_token(&self) -> Result<Option<String>, Unusable> {
        let Some(path) = &self.metrics_token_file else {
            return Ok(None);
        };
        let text = std::fs::read_to_string(path).map_err(|error| Unusable::place(path, error))?;
        let token = text.trim();
        if !(16..=200).contains(&token.len()) || !token.bytes().all(|it| it.is_ascii_graphic()) {
            let expected = "expected 16 to 200 letters, digits and signs without a space, as `openssl rand -hex 32` makes them";
            return Err(Unusable::place(path, expected));
        }
        Ok(Some(token.to_owned()))
    }

    /// The file with the master key.
    pub fn master_key(&self) -> PathBuf {
        self.master_key_file
            .clone()
            .unwrap_or_else(|| self.folder.join("master.key"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_configuration_it_is_sqlite_in_a_folder_on_localhost() {
        let it = File::default().settle("testamur-data").unwrap();
        assert_eq!(it.public_url, "http://localhost:8080");
        assert_eq!(
            it.database(),
            Address::Sqlite(PathBuf::from("testamur-data/testamur.db"))
        );
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let file: File = toml::from_str("listen = \"127.0.0.1:1\"\nfolder = \"a\"").unwrap();
        let said = |name: &str| (name == "TESTAMUR_LISTEN").then(|| "127.0.0.1:2".to_owned());
        let it = file.over(said).unwrap().settle("b").unwrap();
        assert_eq!((it.listen.port(), it.folder), (2, PathBuf::from("a")));
    }

    #[test]
    fn an_address_that_strangers_cannot_use_is_refused() {
        for bad in [
            "http://example.org",
            "https://",
            "https://a/b",
            "ftp://a",
            "example.org",
            "http://localhost/x",
        ] {
            let file = File {
                public_url: Some(bad.to_owned()),
                ..File::default()
            };
            assert!(file.settle("x").is_err(), "{bad}");
        }
        assert!(toml::from_str::<File>("publik_url = \"x\"").is_err());
    }
}
