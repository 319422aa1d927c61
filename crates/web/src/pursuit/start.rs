//! Beginning a micro-credential.

use app::Failure;
use app::growth::choose_way;
use app::pursuit::{Start, start};
use axum::extract::{Path, State};
use axum::response::Redirect;
use domain::catalogue::{Refusal as CatalogueRefusal, Slug};
use domain::growth::Way;
use domain::pursuit::Refusal as PursuitRefusal;
use domain::refusal::Refusal;

use crate::asked::{Fields, Signed};
use crate::growth::learning_address;
use crate::site::Site;
use crate::trouble::Trouble;

/// Begins, or leads to the pursuit that is under way already. Who learns first goes on to the learning
/// log, everybody else to the workspace.
pub(super) async fn begin(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let command = Start {
        micro_credential: named(&slug)?,
    };
    let (pursuit, is_new) = match start(&site.app, &actor, command, fields.key()).await {
        Ok(done) => (done.pursuit, true),
        Err(Failure::Refused(Refusal::Pursuit(PursuitRefusal::AlreadyPursuing { pursuit }))) => {
            (pursuit, false)
        }
        Err(other) => return Err(other.into()),
    };
    match Way::parse(fields.text("way")) {
        Some(way) if is_new => {
            choose_way(&site.app, &actor, pursuit, way).await?;
            Ok(Redirect::to(&match way {
                Way::Learn => learning_address(pursuit),
                Way::Show => format!("/pursuits/{pursuit}"),
            }))
        }
        _ => Ok(Redirect::to(&format!("/pursuits/{pursuit}"))),
    }
}

/// A micro-credential's name, as it stands in an address.
pub(super) fn named(slug: &str) -> Result<Slug, Trouble> {
    slug.parse()
        .map_err(|_| Refusal::from(CatalogueRefusal::NoSuchMicroCredential).into())
}
