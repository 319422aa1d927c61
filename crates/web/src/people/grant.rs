//! What adding a person, giving a role and inviting have in common: a form that asks for somebody,
//! an organization and a role, and comes back with what was typed.

use app::people::{Organization, organizations_to_choose};
use app::{Failure, Outcome};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::OrganizationId;
use domain::people::{Actor, Refusal};
use domain::refusal::Place;
use serde::Deserialize;

use super::refusal::Refused;
use crate::form::{Field, Mend, error_of};
use crate::page::Shown;
use crate::pages::people::FormPage;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// Where a form begins.
#[derive(Debug, Default, Deserialize)]
pub(super) struct From {
    /// The organization that is chosen already.
    #[serde(default)]
    pub organization: String,
}

/// The organization that was chosen.
///
/// # Errors
/// If none was.
pub(super) fn chosen(text: &str) -> Result<OrganizationId, Failure> {
    let missing = || Refusal::Fields(vec![Place::new("organization", "organization-missing")]);
    text.parse().map_err(|_| missing().into())
}

/// The empty form, with one organization chosen.
pub(super) async fn begun(
    site: &Site,
    actor: &Actor,
    organization: &str,
    page: impl FnOnce(&[Organization]) -> FormPage,
) -> Result<Response, Trouble> {
    let from = organization.parse().ok();
    let offered = organizations_to_choose(&site.app, actor, from).await?;
    Ok(Shown(page(&offered)).into_response())
}

/// Onward, or the form again with what was typed and what is to mend.
pub(super) async fn ended<T>(
    (site, shell, actor): (&Site, &Shell, &Actor),
    (outcome, onward): (Outcome<T>, &str),
    organization: &str,
    page: impl FnOnce(&[Organization], Vec<Mend>) -> FormPage,
) -> Result<Response, Trouble> {
    match outcome {
        Ok(_) => Ok(Redirect::to(onward).into_response()),
        Err(failure) => {
            let refused = Refused::of(failure, shell)?;
            let from = organization.parse().ok();
            let offered = organizations_to_choose(&site.app, actor, from)
                .await
                .unwrap_or_default();
            Ok(refused.on(|mends| page(&offered, mends)))
        }
    }
}

/// The field for somebody's address.
pub(super) fn email_field(shell: &Shell, value: &str, mends: &[Mend]) -> Field {
    Field::new("email", shell.say("sign-in-email"))
        .kind("email", "off")
        .limit(254)
        .value(value)
        .error(error_of(mends, "email"))
}
