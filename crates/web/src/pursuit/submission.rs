//! `/pursuits/{id}/submission`: sending the draft to the assessors.

use app::Failure;
use app::pursuit::{Submit, submit};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::pursuit::{Attestation, Refusal as PursuitRefusal};
use domain::refusal::{Refusal, Refuse};

use super::fill::mend_of;
use super::texts;
use super::workspace::{Retry, id, show};
use crate::asked::{Fields, Frame, Signed};
use crate::refused::status_of;
use crate::site::Site;
use crate::trouble::Trouble;

/// The checklist stands at the end of the workspace.
pub(super) async fn checklist(Path(pursuit): Path<String>) -> Result<Redirect, Trouble> {
    let pursuit = id(&pursuit)?;
    Ok(Redirect::to(&format!("/pursuits/{pursuit}#submit")))
}

/// Saves the texts that came along, then sends the draft.
pub(super) async fn send(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(pursuit): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let pursuit = id(&pursuit)?;
    let attested: Vec<_> = fields.all("attest").map(str::to_owned).collect();
    let reopened: Vec<_> = fields.all("reopen").map(str::to_owned).collect();
    let mut retry = texts::save(&site, &actor, &shell, pursuit, &fields).await?;
    if !retry.typed.is_empty() {
        (retry.attested, retry.reopened) = (attested, reopened);
        let page = show(&site, &actor, shell, pursuit, retry).await?;
        return Ok(page.into_response());
    }
    let command = Submit {
        pursuit,
        attestations: fields
            .all("attest")
            .filter_map(Attestation::parse)
            .collect(),
        reopens: fields
            .all("reopen")
            .filter_map(|it| it.parse().ok())
            .collect(),
    };
    let refusal = match submit(&site.app, &actor, command, fields.key()).await {
        Ok(done) => {
            site.nudge.nudge();
            return Ok(Redirect::to(&format!("/submissions/{}", done.code)).into_response());
        }
        Err(Failure::Refused(Refusal::Pursuit(it @ PursuitRefusal::Incomplete(_)))) => it,
        Err(other) => return Err(other.into()),
    };
    let retry = Retry {
        status: Some(status_of(refusal.kind())),
        mends: refusal
            .places()
            .iter()
            .map(|it| mend_of(&shell, it))
            .collect(),
        attested,
        reopened,
        ..Retry::default()
    };
    let page = show(&site, &actor, shell, pursuit, retry).await?;
    Ok(page.into_response())
}
