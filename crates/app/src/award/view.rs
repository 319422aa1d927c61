//! An award, for whoever may see it.

use domain::award::{CredentialState, Refusal};
use domain::ids::{AwardId, PersonId};
use domain::time::Timestamp;
use serde_json::Value;
use store::award::issuer_key::{self as keys, PublicKey};
use store::award::showing::{self, Shown};

use super::addresses::Addresses;
use super::verification::{self, Verification};
use crate::{App, Failure, Outcome};

/// What the award's page shows.
#[derive(Clone, Debug)]
pub struct AwardShown {
    /// The award with its newest edition.
    pub award: Shown,
    /// The asker holds it.
    pub is_mine: bool,
    /// Why it was taken back and when, for its holder.
    pub revoked: Option<(String, Timestamp)>,
    /// The signed edition checked a moment ago; nothing while it is being signed.
    pub verification: Option<Verification>,
    /// Full address of its page.
    pub address: String,
    /// The issuer's decentralized identifier.
    pub did: String,
    /// Full address of the issuer's DID document.
    pub did_document: String,
    /// Full address of the status list.
    pub status_list: String,
    /// Strangers can fetch all this.
    pub is_reachable: bool,
}

/// An award and the check of its signed edition. Whoever may not see it is told that there is none.
pub async fn view_award(app: &App, asker: Option<PersonId>, id: AwardId) -> Outcome<AwardShown> {
    let (award, keys) = load(app, asker, id).await?;
    let revoked = match award.state {
        CredentialState::Revoked if asker == Some(award.person) => why_revoked(app, id).await?,
        _ => None,
    };
    let addresses = Addresses::new(&app.settings.public_url);
    let verification = verification::of(app, &award, &keys).await?;
    Ok(AwardShown {
        is_mine: asker == Some(award.person),
        revoked,
        verification,
        address: addresses.award(award.award),
        did: addresses.did(award.organization)?,
        did_document: addresses.did_document(award.organization),
        status_list: addresses.status_list(award.status_list),
        is_reachable: addresses.are_reachable(),
        award,
    })
}

/// Why an award was taken back, and when.
async fn why_revoked(app: &App, id: AwardId) -> Outcome<Option<(String, Timestamp)>> {
    app.read(move |unit| Ok(store::award::revocation::reason(unit.tx, id)?))
        .await
}

/// The signed edition as JSON. Refused while it is being signed.
pub async fn view_credential(app: &App, asker: Option<PersonId>, id: AwardId) -> Outcome<String> {
    app.read(move |unit| {
        let award = find(unit, asker, id)?;
        Ok(award.signed.ok_or(Refusal::NotSignedYet)?)
    })
    .await
}

/// What the award's seal is drawn from; only the edition itself is not checked.
pub async fn view_seal(app: &App, asker: Option<PersonId>, id: AwardId) -> Outcome<Shown> {
    app.read(move |unit| find(unit, asker, id)).await
}

/// The signed edition checked now.
pub async fn view_verification(
    app: &App,
    asker: Option<PersonId>,
    id: AwardId,
) -> Outcome<Verification> {
    let (award, keys) = load(app, asker, id).await?;
    let checked = verification::of(app, &award, &keys).await?;
    Ok(checked.ok_or(Refusal::NotSignedYet)?)
}

async fn load(app: &App, asker: Option<PersonId>, id: AwardId) -> Outcome<(Shown, Vec<PublicKey>)> {
    app.read(move |unit| {
        let award = find(unit, asker, id)?;
        let keys = keys::of_issuer(unit.tx, award.organization)?;
        Ok((award, keys))
    })
    .await
}

fn find(unit: &crate::Unit<'_>, asker: Option<PersonId>, id: AwardId) -> Outcome<Shown> {
    showing::find(unit.tx, id)?
        .filter(|award| award.visibility.shows_to(award.person, asker))
        .ok_or(Refusal::NoSuchAward.into())
}

/// Reads what we signed ourselves.
pub(super) fn read_json(text: &str) -> Outcome<Value> {
    serde_json::from_str(text).map_err(Failure::broken)
}
