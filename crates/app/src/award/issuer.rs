//! An issuer as strangers see it: its page and its DID document.

use domain::award::Refusal;
use domain::ids::OrganizationId;
use serde_json::Value;
use store::award::issuer::{self, Issuer, Offer};
use store::award::issuer_key::{self as keys, PublicKey};

use super::addresses::Addresses;
use super::issuer_key;
use crate::{App, Outcome};

/// The most micro-credentials that an issuer's page lists; the catalogue has them all.
const MOST_OFFERS: u32 = 100;

/// What an issuer's page shows.
#[derive(Clone, Debug)]
pub struct IssuerShown {
    /// The organization.
    pub issuer: Issuer,
    /// Its decentralized identifier.
    pub did: String,
    /// Every key that it ever had, newest first.
    pub keys: Vec<PublicKey>,
    /// What it has published.
    pub offers: Vec<Offer>,
}

/// An issuer's page. An organization that neither issues nor ever did is not shown.
pub async fn view_issuer(app: &App, id: OrganizationId) -> Outcome<IssuerShown> {
    let did = Addresses::new(&app.settings.public_url).did(id)?;
    app.read(move |unit| {
        let issuer = issuer::find(unit.tx, id)?.ok_or(Refusal::NoSuchIssuer)?;
        let keys = keys::of_issuer(unit.tx, id)?;
        if !issuer.issues && keys.is_empty() {
            return Err(Refusal::NoSuchIssuer.into());
        }
        let offers = issuer::published(unit.tx, id, MOST_OFFERS)?;
        Ok(IssuerShown {
            issuer,
            did: did.clone(),
            keys,
            offers,
        })
    })
    .await
}

/// An issuer's DID document; refused for an organization that never had a key.
pub async fn view_did_document(app: &App, id: OrganizationId) -> Outcome<Value> {
    let did = Addresses::new(&app.settings.public_url).did(id)?;
    let keys = app
        .read(move |unit| Ok(keys::of_issuer(unit.tx, id)?))
        .await?;
    if keys.is_empty() {
        return Err(Refusal::NoSuchIssuer.into());
    }
    Ok(issuer_key::did_document(&did, &keys)?)
}
