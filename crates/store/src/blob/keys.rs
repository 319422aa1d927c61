//! The master key, the keys of organizations that it wraps, and small secrets that it seals.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use domain::ids::OrganizationId;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{BlobError, hash::from_hex};

const VERSION: u8 = 1;
const NONCE: usize = 24;

/// The installation's key, kept outside its database.
pub struct MasterKey(Zeroizing<[u8; 32]>);

/// The key of one organization's bytes.
#[derive(Clone)]
pub struct DataKey(Zeroizing<[u8; 32]>);

impl MasterKey {
    /// From its 32 bytes.
    pub fn new(bytes: [u8; 32]) -> MasterKey {
        MasterKey(Zeroizing::new(bytes))
    }

    /// From 64 hexadecimal digits; white space around them is ignored.
    ///
    /// # Errors
    /// [`BlobError::NotAKey`].
    pub fn parse(text: &str) -> Result<MasterKey, BlobError> {
        from_hex(text.trim())
            .map(MasterKey::new)
            .ok_or(BlobError::NotAKey)
    }

    /// Encrypts a small secret. `purpose` says what it is for and for whom (`issuer-key ID`): it
    /// opens for nothing else. The nonce is random and never used twice.
    ///
    /// # Errors
    /// [`BlobError::Unsealable`] only for secrets of many gigabytes.
    pub fn seal(
        &self,
        purpose: &str,
        secret: &[u8],
        nonce: [u8; NONCE],
    ) -> Result<Vec<u8>, BlobError> {
        let payload = Payload {
            msg: secret,
            aad: purpose.as_bytes(),
        };
        let sealed = self
            .cipher()
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| unsealable(purpose))?;
        Ok([&[VERSION], nonce.as_slice(), &sealed].concat())
    }

    /// A tag of a message that only this key can make: HMAC-SHA-256 (RFC 2104) of purpose and
    /// message. `purpose` says what it is for; it counts for nothing else.
    pub fn tag(&self, purpose: &str, message: &[u8]) -> [u8; 32] {
        // HMAC fills the key up with zeros to the length of a block.
        let mut block = Zeroizing::new([0; 64]);
        block[..32].copy_from_slice(self.0.as_slice());
        let mut hmac = Hmac::<Sha256>::new((&*block).into());
        hmac.update(b"testamur tag ");
        hmac.update(purpose.as_bytes());
        hmac.update(&[0]);
        hmac.update(message);
        hmac.finalize().into_bytes().into()
    }

    /// Decrypts what [`MasterKey::seal`] made for the same purpose.
    ///
    /// # Errors
    /// [`BlobError::Unsealable`].
    pub fn open(&self, purpose: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, BlobError> {
        let unsealable = || unsealable(purpose);
        let (version, rest) = sealed.split_first().ok_or_else(unsealable)?;
        let (nonce, secret) = rest.split_first_chunk::<NONCE>().ok_or_else(unsealable)?;
        if *version != VERSION {
            return Err(unsealable());
        }
        let payload = Payload {
            msg: secret,
            aad: purpose.as_bytes(),
        };
        self.cipher()
            .decrypt(&XNonce::from(*nonce), payload)
            .map(Zeroizing::new)
            .map_err(|_| unsealable())
    }

    /// A new key for an organization's bytes, and its wrapped form for the database
    /// ([`crate::system::data_key`]).
    ///
    /// # Errors
    /// None in practice; see [`MasterKey::seal`].
    pub fn new_data_key(
        &self,
        organization: OrganizationId,
        key: [u8; 32],
        nonce: [u8; NONCE],
    ) -> Result<(DataKey, Vec<u8>), BlobError> {
        let wrapped = self.seal(&purpose(organization), &key, nonce)?;
        Ok((DataKey(Zeroizing::new(key)), wrapped))
    }

    /// The key that was wrapped for this organization.
    ///
    /// # Errors
    /// [`BlobError::Unsealable`].
    pub fn data_key(
        &self,
        organization: OrganizationId,
        wrapped: &[u8],
    ) -> Result<DataKey, BlobError> {
        let purpose = purpose(organization);
        let key = self.open(&purpose, wrapped)?;
        let key: [u8; 32] = key
            .as_slice()
            .try_into()
            .map_err(|_| unsealable(&purpose))?;
        Ok(DataKey(Zeroizing::new(key)))
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&(*self.0).into())
    }
}

impl DataKey {
    pub(super) fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&(*self.0).into())
    }
}

fn purpose(organization: OrganizationId) -> String {
    format!("data-key {organization}")
}

fn unsealable(purpose: &str) -> BlobError {
    BlobError::Unsealable {
        purpose: purpose.to_owned(),
    }
}
