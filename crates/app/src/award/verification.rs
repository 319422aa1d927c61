//! The signed edition of an award, checked live: from the file as it is served, with the issuer's
//! DID document and status list as they are served, by the same rules as anybody else's.

use credential::documents::Documents;
use credential::verify::{Report, verify};
use domain::ids::{OrganizationId, StatusListId};
use domain::time::Timestamp;
use serde_json::Value;
use store::award::issuer_key::PublicKey;
use store::award::showing::Shown;

use super::addresses::Addresses;
use super::issuer_key::did_document;
use super::view::read_json;
use crate::{App, Failure, Outcome};

/// What came out.
#[derive(Clone, Debug)]
pub struct Verification {
    /// When it was checked.
    pub at: Timestamp,
    /// Each check with its outcome and reason.
    pub report: Report,
}

/// Checks the newest edition; nothing while it is being signed. The check is arithmetic of some
/// milliseconds, so it runs beside the threads that answer requests.
pub(super) async fn of(
    app: &App,
    award: &Shown,
    keys: &[PublicKey],
) -> Outcome<Option<Verification>> {
    let served = Served {
        organization: award.organization,
        signed: award.signed.as_deref(),
        status_list: award.status_list,
        signed_list: award.signed_list.as_deref(),
    };
    of_served(app, served, keys).await
}

/// What is served of a signed edition.
#[derive(Clone, Copy)]
pub(super) struct Served<'a> {
    /// Who issued it.
    pub(super) organization: OrganizationId,
    /// The signed edition as JSON, once it is signed.
    pub(super) signed: Option<&'a str>,
    /// The list that tells whether it is revoked.
    pub(super) status_list: StatusListId,
    /// That list, signed, as JSON.
    pub(super) signed_list: Option<&'a str>,
}

/// Checks a signed edition, of an award or of a stack's award.
pub(super) async fn of_served(
    app: &App,
    award: Served<'_>,
    keys: &[PublicKey],
) -> Outcome<Option<Verification>> {
    let Some(signed) = award.signed else {
        return Ok(None);
    };
    let credential = read_json(signed)?;
    let documents = documents(app, award, keys)?;
    let at = app.clock.now();
    let work = move || verify(&credential, &documents, at, None);
    let report = tokio::task::spawn_blocking(work)
        .await
        .map_err(Failure::broken)?
        .map_err(Failure::broken)?;
    Ok(Some(Verification { at, report }))
}

fn documents(app: &App, award: Served<'_>, keys: &[PublicKey]) -> Outcome<Documents> {
    let addresses = Addresses::new(&app.settings.public_url);
    let did = addresses.did(award.organization)?;
    let mut documents = Documents::default();
    documents.insert(did.clone(), did_document(&did, keys)?);
    if let Some(list) = award.signed_list {
        let list: Value = read_json(list)?;
        documents.insert(addresses.status_list(award.status_list), list);
    }
    Ok(documents)
}
