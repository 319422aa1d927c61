//! Giving somebody a role, and ending it.

use app::Failure;
use app::people::{GrantMembership, Organization, end_membership, grant_membership};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::choices::{one_of, organizations, roles};
use super::forms::id_in;
use super::grant::{self, From, email_field};
use crate::asked::{Fields, Frame, Signed};
use crate::form::Mend;
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
    let typed = Typed {
        organization: from.organization,
        ..Typed::default()
    };
    grant::begun(&site, &actor, &typed.organization, |offered| {
        page(&site, shell, offered, &typed, Vec::new())
    })
    .await
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
        Err(failure) => Err(failure),
    };
    let who = (&site, &shell, &actor);
    grant::ended(
        who,
        (outcome, "/people"),
        &typed.organization,
        |offered, mends| page(&site, shell.clone(), offered, &typed, mends),
    )
    .await
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
    fn command(&self) -> Result<GrantMembership, Failure> {
        Ok(GrantMembership {
            email: self.email.clone(),
            organization: grant::chosen(&self.organization)?,
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
