//! `/status-lists/{id}`: the signed list that tells which credentials are revoked.

use app::award::view_status_list;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::award::Refusal;

use super::answer::{CREDENTIAL, Keep, open};
use crate::site::Site;
use crate::trouble::Trouble;

/// A change must be seen within a minute, the time to sign the list included.
const KEEP: Keep = Keep::Seconds("30");

pub(super) async fn one(
    State(site): State<Site>,
    Path(id): Path<String>,
) -> Result<Response, Trouble> {
    let id = id
        .parse()
        .map_err(|_| super::refused(Refusal::NoSuchStatusList))?;
    let list = view_status_list(&site.app, id).await?;
    Ok(open(CREDENTIAL, KEEP, list))
}
