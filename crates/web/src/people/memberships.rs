//! Giving somebody a role, and ending it.

use app::people::{
    GrantMembership, Organization, end_membership, grant_membership, organizations_to_choose,
};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::people::Refusal;
use domain::refusal::Place;

use super::choices::{one_of, organizations, roles};
use super::forms::id_in;
use super::list::{From, email_field};
use super::refusal::Refused;
use crate::asked::{Fields, Frame, Signed};
use crate::form::Mend;
use crate::page::Shown;
use crate::pages::part::Crumb;
use crate::pages::people::{FormPage, FormPart};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// What stands in the form.
#[derive(Clone, Debug, Default)]
struct Typed {
    email: String,
    organization: String,
    role: String,
}

/// `GET /memberships/new`.
pub(super) async fn form(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Query(from): Query<From>,
) -> Result<Response, Trouble> {
    let offered =
        organizations_to_choose(&site.app, &actor, from.organization.parse().ok()).await?;
    let typed = Typed {
        organization: from.organization,
        ..Typed::default()
    };
    Ok(Shown(page(&site, shell, &offered, &typed, Vec::new())).into_response())
}

/// `POST /memberships`.
pub(super) async fn grant(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    fields: Fields,
) -> Result<Response, Trouble> {
    let typed = Typed {
        email: fields.text("email").to_owned(),
        organization: fields.text("organization").to_owned(),
        role: fields.text("role").to_owned(),
    };
    let outcome = match typed.command() {
        Ok(command) => grant_membership(&site.app, &actor, command, fields.key()).await,
        Err(refusal) => Err(refusal.into()),
    };
    match outcome {
        Ok(_) => Ok(Redirect::to("/people").into_response()),
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?;
            let from = typed.organization.parse().ok();
            let offered = organizations_to_choose(&site.app, &actor, from)
                .await
                .unwrap_or_default();
            Ok(refused.on(|mends| page(&site, shell, &offered, &typed, mends)))
        }
    }
}

/// `POST /memberships/{membership}/end`.
pub(super) async fn end(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(membership): Path<String>,
    _checked: Fields,
) -> Result<Response, Trouble> {
    end_membership(&site.app, &actor, id_in(&membership)?).await?;
    Ok(Redirect::to("/people").into_response())
}

impl Typed {
    fn command(&self) -> Result<GrantMembership, Refusal> {
        let unknown = || Refusal::Fields(vec![Place::new("organization", "organization-missing")]);
        Ok(GrantMembership {
            email: self.email.clone(),
            organization: self.organization.parse().map_err(|_| unknown())?,
            role: self.role.clone(),
        })
    }
}

fn page(
    site: &Site,
    shell: Shell,
    offered: &[Organization],
    typed: &Typed,
    mends: Vec<Mend>,
) -> FormPage {
    let offered = organizations(offered, &typed.organization);
    let roles = roles(&shell, &[&typed.role]);
    let parts = vec![
        FormPart::Line(email_field(&shell, &typed.email, &mends)),
        FormPart::Select(one_of(
            &shell,
            "organization",
            "person-organization",
            offered,
            &mends,
        )),
        FormPart::Select(one_of(&shell, "role", "person-role", roles, &mends)),
    ];
    FormPage {
        crumbs: vec![
            Crumb::above("/people", shell.say("people-title")),
            Crumb::here(shell.say("membership-title")),
        ],
        title: shell.say("membership-title").to_string(),
        lede: shell.say("membership-lede").to_string(),
        action: "/memberships".to_owned(),
        key: site.fresh_key(),
        parts,
        button: shell.say("membership-button").to_string(),
        mends,
        shell,
    }
}
