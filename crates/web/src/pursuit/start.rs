//! Beginning a micro-credential.

use app::Failure;
use app::pursuit::{Start, start};
use axum::extract::{Path, State};
use axum::response::Redirect;
use domain::catalogue::{Refusal as CatalogueRefusal, Slug};
use domain::pursuit::Refusal as PursuitRefusal;
use domain::refusal::Refusal;

use crate::asked::{Fields, Signed};
use crate::site::Site;
use crate::trouble::Trouble;

/// Begins, or leads to the pursuit that is under way already.
pub(super) async fn begin(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let command = Start {
        micro_credential: named(&slug)?,
    };
    let pursuit = match start(&site.app, &actor, command, fields.key()).await {
        Ok(done) => done.pursuit,
        Err(Failure::Refused(Refusal::Pursuit(PursuitRefusal::AlreadyPursuing { pursuit }))) => {
            pursuit
        }
        Err(other) => return Err(other.into()),
    };
    Ok(Redirect::to(&format!("/pursuits/{pursuit}")))
}

/// A micro-credential's name, as it stands in an address.
pub(super) fn named(slug: &str) -> Result<Slug, Trouble> {
    slug.parse()
        .map_err(|_| Refusal::from(CatalogueRefusal::NoSuchMicroCredential).into())
}
