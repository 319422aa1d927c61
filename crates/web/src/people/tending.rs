//! Changing an organization, and closing it.

use app::people::{
    EditOrganization, Organization, Tended, close_organization, edit_organization,
    organizations_to_choose, tend_organization,
};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::OrganizationId;
use domain::people::Actor;

use super::choices::{kinds, one_of, organizations};
use super::forms::id_in;
use super::grant;
use super::refusal::Refused;
use crate::asked::{Fields, Frame, Signed};
use crate::form::{Choice, Field, HowMany, Mend, error_of};
use crate::page::Shown;
use crate::pages::part::Crumb;
use crate::pages::people::{FormPage, FormPart};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// `GET /organizations/{organization}/edit`.
pub(super) async fn form(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(id): Path<String>,
) -> Result<Response, Trouble> {
    let id: OrganizationId = id_in(&id)?;
    let it = tend_organization(&site.app, &actor, id).await?;
    let typed = EditOrganization {
        parent: it.organization.parent,
        name: it.organization.name.as_str().to_owned(),
        kind: it.organization.kind.as_str().to_owned(),
        time_zone: it.organization.time_zone.clone(),
        issues: it.organization.issues,
        aliases: it.aliases.clone(),
    };
    let offered = organizations_to_choose(&site.app, &actor, None).await?;
    let page = page(&site, shell, (&it, &offered), &typed, Vec::new());
    Ok(Shown(page).into_response())
}

/// `POST /organizations/{organization}`.
pub(super) async fn edit(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let id: OrganizationId = id_in(&id)?;
    let text = |name: &str| fields.text(name).to_owned();
    let parent = match fields.text("organization") {
        "" => None,
        above => Some(id_in(above)?),
    };
    let typed = EditOrganization {
        parent,
        name: text("name"),
        kind: text("kind"),
        time_zone: text("time_zone"),
        issues: fields.has("issues"),
        aliases: fields.text("aliases").lines().map(str::to_owned).collect(),
    };
    match edit_organization(&site.app, &actor, id, typed.clone()).await {
        Ok(()) => Ok(Redirect::to(&format!("/organizations/{id}")).into_response()),
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?;
            let it = tend_organization(&site.app, &actor, id).await?;
            let offered = organizations_to_choose(&site.app, &actor, None).await?;
            Ok(refused.on(|mends| page(&site, shell, (&it, &offered), &typed, mends)))
        }
    }
}

fn crumbs(shell: &Shell, it: &Organization, here: &str) -> Vec<Crumb> {
    vec![
        Crumb::above("/organizations", shell.say("organizations-title")),
        Crumb::above(format!("/organizations/{}", it.id), it.name.as_str()),
        Crumb::here(shell.say(here)),
    ]
}

fn page(
    site: &Site,
    shell: Shell,
    (it, offered): (&Tended, &[Organization]),
    typed: &EditOrganization,
    mends: Vec<Mend>,
) -> FormPage {
    FormPage {
        crumbs: crumbs(&shell, &it.organization, "organization-edit-title"),
        title: shell.say("organization-edit-title").to_string(),
        lede: shell
            .say("organization-edit-lede")
            .put("slug", it.organization.slug.as_str())
            .to_string(),
        action: format!("/organizations/{}", it.organization.id),
        key: site.fresh_key(),
        parts: parts(&shell, it, offered, typed, &mends),
        button: shell.say("organization-edit-button").to_string(),
        mends,
        shell,
    }
}

fn parts(
    shell: &Shell,
    it: &Tended,
    offered: &[Organization],
    typed: &EditOrganization,
    mends: &[Mend],
) -> Vec<FormPart> {
    let line = |name: &str, word: &str, value: &str, limit: u32| {
        Field::new(name, shell.say(word))
            .value(value)
            .limit(limit)
            .error(error_of(mends, name))
    };
    let parent = typed.parent.map(|it| it.to_string()).unwrap_or_default();
    let mut above = Vec::new();
    if it.organization.parent.is_none() {
        above.push(Choice::new(
            "",
            shell.say("organization-root"),
            parent.is_empty(),
        ));
    }
    let others: Vec<Organization> = offered
        .iter()
        .filter(|one| one.id != it.organization.id)
        .cloned()
        .collect();
    above.extend(organizations(&others, &parent));
    let may = Choice::new("yes", shell.say("organization-issues-ask"), typed.issues);
    let mut issues = one_of(shell, "issues", "organization-may", vec![may], mends);
    issues.how_many = HowMany::Any;
    vec![
        FormPart::Line(line("name", "organization-name", &typed.name, 160)),
        FormPart::Area(
            Field::new("aliases", shell.say("organization-aliases"))
                .hint(shell.say("organization-aliases-hint"))
                .value(typed.aliases.join("\n"))
                .error(error_of(mends, "aliases"))
                .limit(4_000)
                .optional(),
        ),
        FormPart::Select(one_of(
            shell,
            "organization",
            "organization-below",
            above,
            mends,
        )),
        FormPart::Select(one_of(
            shell,
            "kind",
            "organization-kind",
            kinds(shell, &typed.kind),
            mends,
        )),
        FormPart::Line(
            line("time_zone", "organization-zone", &typed.time_zone, 64)
                .hint(shell.say("organization-zone-hint")),
        ),
        FormPart::Boxes(issues),
    ]
}

/// `GET /organizations/{organization}/closing`.
pub(super) async fn closing(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(id): Path<String>,
) -> Result<Response, Trouble> {
    let id: OrganizationId = id_in(&id)?;
    let page = closing_page(&site, shell, &actor, id, ("", Vec::new())).await?;
    Ok(Shown(page).into_response())
}

async fn closing_page(
    site: &Site,
    shell: Shell,
    actor: &Actor,
    id: OrganizationId,
    (chosen, mends): (&str, Vec<Mend>),
) -> Result<FormPage, Trouble> {
    let it = tend_organization(&site.app, actor, id).await?;
    let offered = organizations_to_choose(&site.app, actor, None).await?;
    let others: Vec<Organization> = offered.into_iter().filter(|one| one.id != id).collect();
    let offered = organizations(&others, chosen);
    let custodian = one_of(
        &shell,
        "organization",
        "organization-custodian",
        offered,
        &mends,
    );
    Ok(FormPage {
        crumbs: crumbs(&shell, &it.organization, "organization-close-title"),
        title: shell.say("organization-close-title").to_string(),
        lede: shell
            .say("organization-close-lede")
            .put("name", it.organization.name.as_str())
            .to_string(),
        action: format!("/organizations/{id}/closing"),
        key: site.fresh_key(),
        parts: vec![FormPart::Select(custodian)],
        button: shell.say("organization-close-button").to_string(),
        mends,
        shell,
    })
}

/// `POST /organizations/{organization}/closing`.
pub(super) async fn close(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let id: OrganizationId = id_in(&id)?;
    let chosen = fields.text("organization");
    let outcome = match grant::chosen(chosen) {
        Ok(custodian) => close_organization(&site.app, &actor, id, custodian).await,
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(()) => Ok(Redirect::to(&format!("/organizations/{id}")).into_response()),
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?;
            let mends = refused.mends.clone();
            let page = closing_page(&site, shell, &actor, id, (chosen, mends)).await?;
            Ok(refused.on(|_| page))
        }
    }
}
