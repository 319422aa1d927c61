//! What the credential commands read: one document, a stream of lines, a key, documents of others.

use std::convert::Infallible;
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use credential::command::read_key;
use credential::documents::Documents;
use credential::json::{self, MAX_BYTES};
use credential::multikey::SecretKey;
use zeroize::Zeroizing;

use crate::world::Unusable;

/// A file, or standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// Standard input.
    Standard,
    /// A file.
    File(PathBuf),
}

impl FromStr for Source {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(if text == "-" {
            Self::Standard
        } else {
            Self::File(PathBuf::from(text))
        })
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Standard => f.write_str("standard input"),
            Self::File(path) => path.display().fmt(f),
        }
    }
}

impl Source {
    /// Why it cannot be used, with its name.
    pub(super) fn unusable(&self, reason: impl fmt::Display) -> Unusable {
        Unusable::Place {
            path: self.to_string(),
            reason: reason.to_string(),
        }
    }

    /// One document; at most one byte more than any document may have, so that it is refused by
    /// its length.
    pub(super) fn document(&self) -> Result<Vec<u8>, Unusable> {
        read_from(self.open()?).map_err(|error| self.unusable(error))
    }

    /// Its lines.
    pub(super) fn lines(&self) -> Result<Box<dyn BufRead + Send>, Unusable> {
        Ok(Box::new(BufReader::with_capacity(256 * 1024, self.open()?)))
    }

    fn open(&self) -> Result<Box<dyn Read + Send>, Unusable> {
        match self {
            Self::Standard => Ok(Box::new(io::stdin())),
            Self::File(path) => match File::open(path) {
                Ok(file) => Ok(Box::new(file)),
                Err(error) => Err(self.unusable(error)),
            },
        }
    }
}

fn read_from(input: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn read(path: &Path) -> Result<Vec<u8>, Unusable> {
    File::open(path)
        .and_then(read_from)
        .map_err(|error| Unusable::place(path, error))
}

/// The key pair of a file.
pub(super) fn secret_key(path: &Path) -> Result<SecretKey, Unusable> {
    let text = Zeroizing::new(read(path)?);
    read_key(&text).map_err(|error| Unusable::place(path, error))
}

/// `URL=FILE`: a document and where the network would have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Given {
    address: String,
    file: PathBuf,
}

impl FromStr for Given {
    type Err = String;

    /// The last `=` parts the two: an address may have one, in its query.
    fn from_str(text: &str) -> Result<Self, String> {
        match text.rsplit_once('=') {
            Some((address, file)) if address.contains(':') && !file.is_empty() => Ok(Self {
                address: address.to_owned(),
                file: PathBuf::from(file),
            }),
            _ => Err("expected URL=FILE, such as did:web:credentials.example=did.json".to_owned()),
        }
    }
}

/// Loads the documents once.
pub(super) fn documents(given: &[Given]) -> Result<Documents, Unusable> {
    let mut documents = Documents::default();
    for it in given {
        let document =
            json::parse(&read(&it.file)?).map_err(|error| Unusable::place(&it.file, error))?;
        documents.insert(it.address.as_str(), document);
    }
    Ok(documents)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_may_have_an_equals_sign() {
        let it: Given = "https://a.example/list?id=1=list.json".parse().unwrap();
        assert_eq!(
            (it.address.as_str(), it.file),
            ("https://a.example/list?id=1", PathBuf::from("list.json"))
        );
    }

    #[test]
    fn a_document_needs_an_address_and_a_file() {
        for bad in ["list.json", "https://a.example/=", "a=b"] {
            assert!(bad.parse::<Given>().is_err(), "{bad}");
        }
    }
}
