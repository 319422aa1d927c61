//! `[s3]`: a bucket for bytes.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use store::blob::Bucket;
use zeroize::Zeroizing;

use crate::world::Unusable;

/// The keys of `[s3]`. Without a bucket, bytes are in the folder.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Its name.
    pub bucket: Option<String>,
    /// What the names of all objects begin with.
    pub prefix: Option<String>,
    /// Where the server is; without it, Amazon's in the region.
    pub endpoint: Option<String>,
    /// The region; without it `us-east-1`, which other servers take for any.
    pub region: Option<String>,
    /// A file with the access key.
    pub access_key_file: Option<PathBuf>,
    /// A file with its secret.
    pub secret_key_file: Option<PathBuf>,
    /// The access key itself: only from the environment.
    #[serde(skip)]
    access_key: Option<String>,
    /// Its secret: only from the environment.
    #[serde(skip)]
    secret_key: Option<Zeroizing<String>>,
}

/// The keys stay hidden.
impl fmt::Debug for File {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "[s3] {:?} at {:?}", self.bucket, self.endpoint)
    }
}

impl File {
    /// What is set in the environment wins.
    pub(super) fn over(self, environment: &impl Fn(&str) -> Option<String>) -> Self {
        let said = |name: &str| environment(&format!("TESTAMUR_S3_{name}"));
        let path = |name: &str| said(name).map(PathBuf::from);
        Self {
            bucket: said("BUCKET").or(self.bucket),
            prefix: said("PREFIX").or(self.prefix),
            endpoint: said("ENDPOINT").or(self.endpoint),
            region: said("REGION").or(self.region),
            access_key_file: path("ACCESS_KEY_FILE").or(self.access_key_file),
            secret_key_file: path("SECRET_KEY_FILE").or(self.secret_key_file),
            access_key: said("ACCESS_KEY"),
            secret_key: said("SECRET_KEY").map(Zeroizing::new),
        }
    }

    /// The bucket with its keys read; none if none is named.
    pub(super) fn settle(self) -> Result<Option<Bucket>, Unusable> {
        let Some(name) = self.bucket.clone() else {
            return match self == Self::default() {
                true => Ok(None),
                false => Err(refused(
                    "bucket: expected the name of a bucket, found nothing",
                )),
            };
        };
        if let Some(endpoint) = &self.endpoint
            && !(endpoint.starts_with("https://") || endpoint.starts_with("http://"))
        {
            return Err(refused(&format!(
                "endpoint: expected https://HOST[:PORT], found {endpoint}"
            )));
        }
        let secret = self.secret_key.as_ref().map(|it| it.as_str().to_owned());
        let access_key = one(
            "access_key",
            self.access_key,
            self.access_key_file.as_deref(),
        )?;
        let secret_key = one("secret_key", secret, self.secret_key_file.as_deref())?;
        Ok(Some(Bucket {
            name,
            prefix: self.prefix.unwrap_or_default(),
            endpoint: self.endpoint,
            region: self.region.unwrap_or_else(|| "us-east-1".to_owned()),
            access_key,
            secret_key: Zeroizing::new(secret_key),
        }))
    }
}

fn one(name: &str, said: Option<String>, file: Option<&Path>) -> Result<String, Unusable> {
    let text = match (said, file) {
        (Some(text), _) => text,
        (None, Some(path)) => {
            std::fs::read_to_string(path).map_err(|error| Unusable::place(path, error))?
        }
        (None, None) => String::new(),
    };
    match text.trim() {
        "" => Err(refused(&format!(
            "{name}: name a file with it in {name}_file, or set TESTAMUR_S3_{}",
            name.to_uppercase()
        ))),
        text => Ok(text.to_owned()),
    }
}

fn refused(why: &str) -> Unusable {
    Unusable::Configuration(format!("[s3] {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(text: &str, environment: &[(&str, &str)]) -> Result<Option<Bucket>, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let said = |name: &str| {
            let found = environment.iter().find(|it| it.0 == name);
            found.map(|it| it.1.to_owned())
        };
        file.over(&said).settle().map_err(|error| error.to_string())
    }

    #[test]
    fn without_a_word_there_is_no_bucket() {
        assert_eq!(settled("", &[]), Ok(None));
    }

    #[test]
    fn keys_come_from_files_or_from_the_environment() {
        let folder = tempfile::tempdir().unwrap();
        let key = folder.path().join("key");
        std::fs::write(&key, "from a file\n").unwrap();
        let text = format!("bucket = \"evidence\"\naccess_key_file = {key:?}");
        let found = settled(&text, &[("TESTAMUR_S3_SECRET_KEY", "said")]);
        let found = found.unwrap().unwrap();
        assert_eq!(
            (found.access_key.as_str(), found.secret_key.as_str()),
            ("from a file", "said")
        );
        assert_eq!(found.region, "us-east-1");
        assert!(!format!("{found:?}").contains("said"));
    }

    #[test]
    fn half_a_description_is_refused_with_what_is_missing() {
        for (text, missing) in [
            ("region = \"eu-1\"", "bucket"),
            ("bucket = \"a\"", "TESTAMUR_S3_ACCESS_KEY"),
            ("bucket = \"a\"\nendpoint = \"s3.example\"", "https://HOST"),
            ("bucket = \"a\"\nsecret_key = \"x\"", "unknown field"),
        ] {
            let refused = settled(text, &[]).unwrap_err();
            assert!(refused.contains(missing), "{refused}");
        }
    }
}
