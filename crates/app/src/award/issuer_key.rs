//! The keys that issuers sign with: made here, sealed with the master key, never logged.

use credential::did_web::{DidWebError, PublishedKey};
use credential::multikey::{KeyError, PublicKey, SecretKey};
use domain::audit::Fact;
use domain::ids::{IssuerKeyId, OrganizationId};
use serde_json::json;
use store::award::issuer_key::{self, SealedKey};
use store::blob::MasterKey;
use zeroize::Zeroizing;

use super::addresses::Addresses;
use crate::{App, Failure, Outcome};

/// Gives an organization that issues a key to sign with, unless it has one; answers the key that
/// signs from now on.
pub async fn ensure_issuer_key(app: &App, organization: OrganizationId) -> Outcome<IssuerKeyId> {
    let known = app
        .read(move |unit| Ok(issuer_key::signing(unit.tx, organization)?))
        .await?;
    if let Some(key) = known {
        return Ok(key.id);
    }
    let id: IssuerKeyId = domain::ids::opaque(app.random());
    let seed = Zeroizing::new(app.random::<32>());
    let public = SecretKey::from_seed(&seed).public().to_multibase();
    let secret = app
        .master_key
        .seal(&purpose(id), seed.as_slice(), app.random())?;
    let made = SealedKey { id, secret };
    app.write(move |unit| {
        if let Some(key) = issuer_key::signing(unit.tx, organization)? {
            return Ok(key.id);
        }
        issuer_key::insert(unit.tx, &made, organization, &public, unit.now)?;
        let fact =
            Fact::of("issuer-key-made", "organization", organization).with(json!({"key": id}));
        unit.record(fact, &json!({"publicKeyMultibase": public}))?;
        Ok(id)
    })
    .await
}

/// A key at work: opened, with the names that a proof needs.
pub(super) struct SigningKey {
    /// The secret half.
    pub(super) secret: SecretKey,
    /// The issuer's identifier.
    pub(super) did: String,
    /// The full name of the key.
    pub(super) method: String,
}

/// Opens the key that an issuer signs with; makes one if there is none.
pub(super) async fn open(app: &App, organization: OrganizationId) -> Outcome<SigningKey> {
    ensure_issuer_key(app, organization).await?;
    let sealed = app
        .read(move |unit| Ok(issuer_key::signing(unit.tx, organization)?))
        .await?
        .ok_or(domain::award::Refusal::NoSigningKey)?;
    let addresses = Addresses::new(&app.settings.public_url);
    Ok(SigningKey {
        secret: unseal(&app.master_key, &sealed)?,
        did: addresses.did(organization).map_err(Failure::broken)?,
        method: addresses
            .key(organization, sealed.id)
            .map_err(Failure::broken)?,
    })
}

fn unseal(master_key: &MasterKey, sealed: &SealedKey) -> Outcome<SecretKey> {
    let bytes = master_key.open(&purpose(sealed.id), &sealed.secret)?;
    let seed: &[u8; 32] = bytes.as_slice().try_into().map_err(|_| {
        Failure::broken(format!("the issuer key {} is not 32 bytes long", sealed.id))
    })?;
    Ok(SecretKey::from_seed(seed))
}

/// How an issuer stands with the key that it signs with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyStanding {
    /// There is none; the first that is needed will be made.
    Missing,
    /// It opens with this master key.
    Opens,
    /// It was changed, or sealed with another master key.
    Sealed,
}

/// Does the master key open the key that an issuer signs with?
///
/// # Errors
/// Those of the database.
pub fn issuer_key_standing(
    tx: &store::Tx,
    master_key: &MasterKey,
    organization: OrganizationId,
) -> Result<KeyStanding, store::StoreError> {
    Ok(match issuer_key::signing(tx, organization)? {
        None => KeyStanding::Missing,
        Some(sealed) if unseal(master_key, &sealed).is_ok() => KeyStanding::Opens,
        Some(_) => KeyStanding::Sealed,
    })
}

fn purpose(id: IssuerKeyId) -> String {
    format!("issuer-key {id}")
}

/// The issuer's DID document over all keys that it ever had: an old key still vouches for what it
/// signed, unless it is revoked.
pub(super) fn did_document(
    did: &str,
    keys: &[issuer_key::PublicKey],
) -> Result<serde_json::Value, KeyError> {
    let published = keys.iter().map(published).collect::<Result<Vec<_>, _>>()?;
    Ok(credential::did_web::document(did, &published))
}

fn published(key: &issuer_key::PublicKey) -> Result<PublishedKey, KeyError> {
    Ok(PublishedKey {
        fragment: key.id.to_string(),
        key: PublicKey::parse(&key.multibase)?,
        revoked: key.revoked_at,
    })
}

impl From<DidWebError> for Failure {
    fn from(error: DidWebError) -> Self {
        Self::broken(error)
    }
}

impl From<KeyError> for Failure {
    fn from(error: KeyError) -> Self {
        Self::broken(error)
    }
}
