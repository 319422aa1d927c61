//! The shelf of an issuing organization, with its key.

use domain::ids::OrganizationId;
use store::blob::Shelf;
use store::system::data_key;

use crate::{App, Failure, Outcome};

/// The shelf of an organization; its key is made with the first piece.
pub(super) async fn shelf(app: &App, organization: OrganizationId) -> Outcome<Shelf> {
    let known = app
        .read(move |unit| Ok(data_key::find(unit.tx, organization)?))
        .await?;
    let wrapped = match known {
        Some(wrapped) => wrapped,
        None => make_key(app, organization).await?,
    };
    let key = app.master_key.data_key(organization, &wrapped)?;
    Ok(app.blobs.shelf(organization, Some(key)))
}

async fn make_key(app: &App, organization: OrganizationId) -> Outcome<Vec<u8>> {
    let (key, nonce) = (app.random(), app.random());
    let (_, wrapped) = app
        .master_key
        .new_data_key(organization, key, nonce)
        .map_err(Failure::from)?;
    app.write(move |unit| Ok(data_key::keep(unit.tx, organization, &wrapped, unit.now)?))
        .await
}
