//! The tree of organizations that an administrator looks after.

use app::people::{
    AddOrganization, Organization, add_organization, list_organizations, organizations_to_choose,
    view_organization,
};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::people::Slug;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::choices::{kind_word, kinds, one_of, organizations};
use super::forms::{Onward, id_in};
use super::refusal::Refused;
use crate::asked::{Fields, Frame, Signed};
use crate::dates::Dates;
use crate::form::{Choice, Field, HowMany, Mend, error_of};
use crate::page::Shown;
use crate::pages::part::{Crumb, Pages};
use crate::pages::people::{FormPage, FormPart, OrganizationLine, Organizations};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// `GET /organizations`: all of them, by short name.
pub(super) async fn show_all(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Query(onward): Query<Onward>,
) -> Result<Response, Trouble> {
    let after = Slug::parse("after", &onward.after).ok();
    let pages = |next: Option<Slug>| pages("/organizations", after.is_some(), next);
    let (found, next) = list_organizations(&site.app, &actor, after.clone()).await?;
    let page = Organizations {
        crumbs: Vec::new(),
        title: shell.say("organizations-title").to_string(),
        lede: shell.say("organizations-lede").to_string(),
        lines: lines(&shell, &found),
        pages: pages(next),
        add: "/organizations/new".to_owned(),
        add_person: "/people/new".to_owned(),
        change: None,
        close: None,
        shell,
    };
    Ok(Shown(page).into_response())
}

/// `GET /organizations/{organization}`: one of them, with those directly below.
pub(super) async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(id): Path<String>,
    Query(onward): Query<Onward>,
) -> Result<Response, Trouble> {
    let after = Slug::parse("after", &onward.after).ok();
    let is_onward = after.is_some();
    let found = view_organization(&site.app, &actor, id_in(&id)?, after).await?;
    let mut crumbs = vec![Crumb::above(
        "/organizations",
        shell.say("organizations-title"),
    )];
    let above = found.path.iter().skip(1).rev();
    crumbs.extend(above.map(|it| Crumb::above(address(it), it.name.as_str())));
    let here = found.path.first();
    let title = here
        .map(|it| it.name.as_str().to_owned())
        .unwrap_or_default();
    crumbs.push(Crumb::here(&title));
    let is_open = found.closed_at.is_none();
    let dates = Dates::new(shell.language, TimeZone::UTC);
    let lede = match (here, found.closed_at) {
        (_, Some(at)) => shell
            .say("organization-closed")
            .put("at", dates.day(at))
            .to_string(),
        (Some(it), None) => kind_word(&shell, it.kind),
        (None, None) => String::new(),
    };
    let page = Organizations {
        crumbs,
        title,
        lede,
        lines: lines(&shell, &found.children),
        pages: pages(&format!("/organizations/{id}"), is_onward, found.next),
        add: format!("/organizations/new?below={id}"),
        add_person: format!("/people/new?organization={id}"),
        change: is_open.then(|| format!("/organizations/{id}/edit")),
        close: is_open.then(|| format!("/organizations/{id}/closing")),
        shell,
    };
    Ok(Shown(page).into_response())
}

fn address(it: &Organization) -> String {
    format!("/organizations/{}", it.id)
}

fn lines(shell: &Shell, of: &[Organization]) -> Vec<OrganizationLine> {
    let line = |it: &Organization| OrganizationLine {
        address: address(it),
        name: it.name.as_str().to_owned(),
        slug: it.slug.as_str().to_owned(),
        kind: kind_word(shell, it.kind),
        issues: it.issues,
    };
    of.iter().map(line).collect()
}

fn pages(of: &str, is_onward: bool, next: Option<Slug>) -> Pages {
    Pages {
        first: is_onward.then(|| of.to_owned()),
        next: next.map(|it| format!("{of}?after={}", it.as_str())),
    }
}

/// Where a form begins.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Below {
    #[serde(default)]
    below: String,
}

/// `GET /organizations/new`.
pub(super) async fn form(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Query(from): Query<Below>,
) -> Result<Response, Trouble> {
    let parent = from.below.parse().ok();
    let offered = organizations_to_choose(&site.app, &actor, parent).await?;
    let typed = AddOrganization {
        parent,
        ..AddOrganization::default()
    };
    Ok(Shown(page(&site, shell, &offered, &typed, Vec::new())).into_response())
}

/// `POST /organizations`.
pub(super) async fn add(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    fields: Fields,
) -> Result<Response, Trouble> {
    let text = |name: &str| fields.text(name).to_owned();
    let parent = match fields.text("organization") {
        "" => None,
        id => Some(id_in(id)?),
    };
    let command = AddOrganization {
        parent,
        slug: text("slug"),
        name: text("name"),
        kind: text("kind"),
        time_zone: text("time_zone"),
        issues: fields.has("issues"),
        accent: String::new(),
    };
    match add_organization(&site.app, &actor, command.clone(), fields.key()).await {
        Ok(done) => {
            Ok(Redirect::to(&format!("/organizations/{}", done.organization)).into_response())
        }
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?;
            let offered = organizations_to_choose(&site.app, &actor, parent)
                .await
                .unwrap_or_default();
            Ok(refused.on(|mends| page(&site, shell, &offered, &command, mends)))
        }
    }
}

fn page(
    site: &Site,
    shell: Shell,
    offered: &[Organization],
    typed: &AddOrganization,
    mends: Vec<Mend>,
) -> FormPage {
    FormPage {
        crumbs: vec![
            Crumb::above("/organizations", shell.say("organizations-title")),
            Crumb::here(shell.say("organization-add-title")),
        ],
        title: shell.say("organization-add-title").to_string(),
        lede: shell.say("organization-add-lede").to_string(),
        action: "/organizations".to_owned(),
        key: site.fresh_key(),
        parts: parts(&shell, offered, typed, &mends),
        button: shell.say("organization-add-button").to_string(),
        mends,
        shell,
    }
}

fn parts(
    shell: &Shell,
    offered: &[Organization],
    typed: &AddOrganization,
    mends: &[Mend],
) -> Vec<FormPart> {
    let line = |name: &str, word: &str, value: &str, limit: u32| {
        Field::new(name, shell.say(word))
            .value(value)
            .limit(limit)
            .error(error_of(mends, name))
    };
    let parent = typed.parent.map(|it| it.to_string()).unwrap_or_default();
    let mut above = vec![Choice::new(
        "",
        shell.say("organization-root"),
        parent.is_empty(),
    )];
    above.extend(organizations(offered, &parent));
    let mut issues = one_of(
        shell,
        "issues",
        "organization-may",
        vec![Choice::new(
            "yes",
            shell.say("organization-issues-ask"),
            typed.issues,
        )],
        mends,
    );
    issues.how_many = HowMany::Any;
    vec![
        FormPart::Line(line("name", "organization-name", &typed.name, 160)),
        FormPart::Line(
            line("slug", "organization-slug", &typed.slug, 60)
                .hint(shell.say("organization-slug-hint"))
                .kind("text", "off"),
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
