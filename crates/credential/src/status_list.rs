//! Bitstring Status List 1.0 (W3C Recommendation 2025-05-15): revocation that does not say whose credential is looked at.

use std::io::Read as _;
use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::contexts::CREDENTIALS_V2;
use crate::time;

/// Fewest entries of a list (16 KiB): below it, looking up a list would tell whose credential is meant.
pub const MIN_ENTRIES: u32 = 131_072;
/// Most bytes that a list may have when unpacked (2 MiB, 16,777,216 entries).
pub const MAX_UNPACKED: usize = 2 * 1024 * 1024;

/// The bits of a list, bit 0 leftmost in the first byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusList {
    bytes: Vec<u8>,
}

/// Why a list or an index cannot be used. The names in capitals are those of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StatusListError {
    /// Fewer entries than [`MIN_ENTRIES`].
    #[error(
        "STATUS_LIST_LENGTH_ERROR: the status list has {entries} entries, at least {MIN_ENTRIES} are needed"
    )]
    Length {
        /// Entries found.
        entries: u64,
    },
    /// The index is beyond the list.
    #[error("RANGE_ERROR: the index {index} is beyond the {entries} entries of the status list")]
    Range {
        /// Index asked for.
        index: u64,
        /// Entries of the list.
        entries: u64,
    },
    /// Not base 64, or not GZIP.
    #[error("the encodedList is not \"u\", base 64 for URLs, and GZIP inside")]
    Encoding,
    /// Unpacks to more than [`MAX_UNPACKED`].
    #[error("the encodedList unpacks to more than {MAX_UNPACKED} bytes")]
    TooLarge,
    /// The list could not be packed.
    #[error("the status list could not be packed")]
    Packing,
}

impl StatusList {
    /// A list with nothing set, of at least [`MIN_ENTRIES`], rounded up to whole bytes.
    #[must_use]
    pub fn empty(entries: u32) -> Self {
        let bytes = entries.max(MIN_ENTRIES).div_ceil(8);
        Self {
            bytes: vec![0; bytes as usize],
        }
    }

    /// Number of entries.
    #[must_use]
    pub fn entries(&self) -> u64 {
        self.bytes.len() as u64 * 8
    }

    /// Sets or clears an entry.
    ///
    /// # Errors
    /// [`StatusListError::Range`].
    pub fn set(&mut self, index: u64, value: bool) -> Result<(), StatusListError> {
        let (byte, mask) = self.place(index)?;
        if value {
            self.bytes[byte] |= mask;
        } else {
            self.bytes[byte] &= !mask;
        }
        Ok(())
    }

    /// Whether an entry is set.
    ///
    /// # Errors
    /// [`StatusListError::Range`].
    pub fn get(&self, index: u64) -> Result<bool, StatusListError> {
        let (byte, mask) = self.place(index)?;
        Ok(self.bytes[byte] & mask != 0)
    }

    fn place(&self, index: u64) -> Result<(usize, u8), StatusListError> {
        let beyond = StatusListError::Range {
            index,
            entries: self.entries(),
        };
        let byte = usize::try_from(index / 8).map_err(|_| beyond)?;
        if byte >= self.bytes.len() {
            return Err(beyond);
        }
        Ok((byte, 0x80 >> (index % 8)))
    }

    /// The `encodedList`: the same bits always give the same text.
    ///
    /// # Errors
    /// [`StatusListError::Packing`] if the compressor fails.
    pub fn encode(&self) -> Result<String, StatusListError> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        packer
            .write_all(&self.bytes)
            .map_err(|_| StatusListError::Packing)?;
        let packed = packer.finish().map_err(|_| StatusListError::Packing)?;
        Ok(format!("u{}", URL_SAFE_NO_PAD.encode(packed)))
    }

    /// Reads an `encodedList`. Lists made before the Recommendation have no leading `u`; they are read too.
    ///
    /// # Errors
    /// [`StatusListError`]: wrong encoding, too large, or fewer than [`MIN_ENTRIES`].
    pub fn decode(text: &str) -> Result<Self, StatusListError> {
        // GZIP begins with 1f 8b, which base 64 writes as "H4s": so a "u" in front is always the multibase prefix.
        let digits = text.strip_prefix('u').unwrap_or(text);
        let packed = URL_SAFE_NO_PAD
            .decode(digits.trim_end_matches('='))
            .map_err(|_| StatusListError::Encoding)?;
        let mut bytes = Vec::new();
        let mut unpacker = GzDecoder::new(packed.as_slice()).take(MAX_UNPACKED as u64 + 1);
        unpacker
            .read_to_end(&mut bytes)
            .map_err(|_| StatusListError::Encoding)?;
        if bytes.len() > MAX_UNPACKED {
            return Err(StatusListError::TooLarge);
        }
        let list = Self { bytes };
        if list.entries() < u64::from(MIN_ENTRIES) {
            return Err(StatusListError::Length {
                entries: list.entries(),
            });
        }
        Ok(list)
    }
}

/// What a set bit means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusPurpose {
    /// Withdrawn for good.
    Revocation,
    /// Not to be relied on while the bit is set.
    Suspension,
}

impl StatusPurpose {
    /// The word in `statusPurpose`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Revocation => "revocation",
            Self::Suspension => "suspension",
        }
    }
}

/// The unsigned credential that carries a list, one purpose a list; sign it like any other.
///
/// `url` is where it is served, `issuer` the DID of whoever issues the credentials that point to it.
///
/// # Errors
/// [`StatusListError::Packing`].
pub fn list_credential(
    url: &str,
    issuer: &str,
    purpose: StatusPurpose,
    list: &StatusList,
    valid_from: Timestamp,
    valid_until: Option<Timestamp>,
) -> Result<Value, StatusListError> {
    let mut credential = json!({
        "@context": [CREDENTIALS_V2],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer,
        "validFrom": time::format(valid_from),
        "credentialSubject": {
            "id": format!("{url}#list"),
            "type": "BitstringStatusList",
            "statusPurpose": purpose.as_str(),
            "encodedList": list.encode()?,
        },
    });
    if let Some(until) = valid_until {
        credential["validUntil"] = Value::String(time::format(until));
    }
    Ok(credential)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_survives_its_text_form_with_bit_zero_leftmost() {
        let mut list = StatusList::empty(0);
        list.set(0, true).unwrap();
        list.set(131_071, true).unwrap();
        assert_eq!((list.bytes[0], list.bytes[16_383]), (0x80, 0x01));
        let read = StatusList::decode(&list.encode().unwrap()).unwrap();
        assert_eq!(read, list);
        assert_eq!(
            (read.get(0), read.get(1), read.get(131_071)),
            (Ok(true), Ok(false), Ok(true))
        );
        list.set(0, false).unwrap();
        assert_eq!(list.get(0), Ok(false));
    }

    #[test]
    fn a_list_without_its_prefix_is_read_too() {
        let text = StatusList::empty(0).encode().unwrap();
        assert!(StatusList::decode(&text[1..]).is_ok());
    }

    #[test]
    fn an_index_beyond_the_list_is_a_range_error() {
        let list = StatusList::empty(0);
        assert!(list.get(131_071).is_ok());
        let error = list.get(131_072).unwrap_err();
        assert!(error.to_string().starts_with("RANGE_ERROR"));
        assert!(list.get(u64::MAX).is_err());
    }

    #[test]
    fn a_short_list_is_a_length_error() {
        let short = StatusList {
            bytes: vec![0; 100],
        };
        let error = StatusList::decode(&short.encode().unwrap()).unwrap_err();
        assert_eq!(error, StatusListError::Length { entries: 800 });
    }

    #[test]
    fn a_list_that_unpacks_without_end_is_refused() {
        let bomb = StatusList {
            bytes: vec![0; 64 * 1024 * 1024],
        };
        assert_eq!(
            StatusList::decode(&bomb.encode().unwrap()),
            Err(StatusListError::TooLarge)
        );
    }

    #[test]
    fn garbage_is_refused() {
        for text in ["", "u", "u!!!", "uAAAA"] {
            assert_eq!(
                StatusList::decode(text),
                Err(StatusListError::Encoding),
                "{text:?}"
            );
        }
    }
}
