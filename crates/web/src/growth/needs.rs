//! Where leaders publish what their school or district needs.

use app::growth::{
    NeedLine, PublishNeed, change_need, end_need, list_needs, publish_need, view_need,
};
use app::people::Organization;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::growth::{AskedNeed, Need, Refusal as GrowthRefusal};
use domain::ids::NeedId;
use domain::refusal::Refusal;
use serde::Deserialize;

use super::say::{competencies_field, day, day_field, lines, names};
use crate::asked::{Fields, Frame, Signed};
use crate::form::{Field, Mend, error_of};
use crate::icon::Mark;
use crate::page::Shown;
use crate::pages::growth::{Action, Line, Section, Sheet};
use crate::pages::part::{Crumb, Empty, Fact, Link, Pages, State as Standing};
use crate::pages::people::{FormPage, FormPart};
use crate::people::choices::{one_of, organizations};
use crate::people::forms::id_in;
use crate::people::refusal::Refused;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// Where the list goes on.
#[derive(Debug, Default, Deserialize)]
pub(super) struct From {
    before: Option<NeedId>,
}

/// `GET /needs`.
pub(super) async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Query(from): Query<From>,
) -> Result<Response, Trouble> {
    let view = list_needs(&site.app, &actor, from.before).await?;
    let (over, open): (Vec<_>, Vec<_>) = view.needs.into_iter().partition(|it| it.is_over);
    let section = |id, title: &str, none: &str, of: Vec<NeedLine>| Section {
        id,
        title: shell.say(title).to_string(),
        empty: of.is_empty().then(|| Empty {
            title: shell.say(none).to_string(),
            text: shell.say("needs-none-text").to_string(),
            way: None,
        }),
        lines: of.iter().map(|it| line(&shell, it)).collect(),
        ..Section::default()
    };
    let mut sections = vec![section("open", "needs-open", "needs-none", open)];
    if !over.is_empty() {
        sections.push(section("over", "needs-over", "needs-none", over));
    }
    let page = Sheet {
        title: shell.say("nav-needs").to_string(),
        lede: shell.say("needs-lede").to_string(),
        primary: Some(Link::new("/needs/new", shell.say("need-add-title"))),
        pages: Pages {
            first: from.before.map(|_| "/needs".to_owned()),
            next: view.next.map(|it| format!("/needs?before={it}")),
        },
        sections,
        shell,
        ..Sheet::default()
    };
    Ok(Shown(page).into_response())
}

fn line(shell: &Shell, it: &NeedLine) -> Line {
    let (id, need) = (it.kept.id, &it.kept.need);
    let state = match (it.is_over, it.counts) {
        (true, _) => Standing::new(Mark::Gone, shell.say("need-is-over")),
        (false, true) => Standing::new(Mark::Met, shell.say("need-counts")),
        (false, false) => Standing::new(Mark::Waiting, shell.say("need-begins-later")),
    };
    let long = |word: &str| shell.say(word).put("title", &need.title).to_string();
    let is_open = !it.is_over;
    Line {
        title: need.title.clone(),
        state: Some(state),
        texts: vec![need.reason.clone()],
        facts: vec![
            Fact::new(shell.say("need-of"), &it.kept.organization_name),
            Fact::new(shell.say("need-period"), period(shell, need)),
            Fact::new(shell.say("growth-competencies"), names(&need.competencies)),
        ],
        ways: Vec::from_iter(
            is_open.then(|| Link::new(format!("/needs/{id}"), shell.say("growth-change"))),
        ),
        actions: Vec::from_iter(is_open.then(|| {
            let address = format!("/needs/{id}/end");
            Action::new(address, shell.say("need-end"), long("need-end-long"))
        })),
        ..Line::default()
    }
}

/// From which day until which, in words.
pub(super) fn period(shell: &Shell, need: &Need) -> String {
    let from = day(shell, need.from);
    let phrase = match need.until {
        Some(until) => shell.say("need-from-until").put("until", day(shell, until)),
        None => shell.say("need-from"),
    };
    phrase.put("from", from).to_string()
}

/// `GET /needs/new`.
pub(super) async fn form(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
) -> Result<Response, Trouble> {
    let offered = list_needs(&site.app, &actor, None).await?.organizations;
    let chosen = match &offered[..] {
        [only] => only.id.to_string(),
        _ => String::new(),
    };
    let new = Some((&offered[..], chosen.as_str()));
    let asked = AskedNeed::default();
    Ok(Shown(page(&site, shell, "/needs", new, &asked, Vec::new())).into_response())
}

/// `POST /needs`.
pub(super) async fn publish(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    fields: Fields,
) -> Result<Response, Trouble> {
    let (asked, chosen) = (asked(&fields), fields.text("organization"));
    let outcome = match chosen.parse() {
        Ok(organization) => {
            let command = PublishNeed {
                organization,
                need: asked.clone(),
            };
            publish_need(&site.app, &actor, command, fields.key()).await
        }
        Err(_) => Err(domain::people::Refusal::NoSuchOrganization.into()),
    };
    match outcome {
        Ok(_) => {
            site.nudge.nudge();
            Ok(Redirect::to("/needs").into_response())
        }
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?;
            let offered = list_needs(&site.app, &actor, None).await?.organizations;
            let new = Some((&offered[..], chosen));
            Ok(refused.on(|mends| page(&site, shell, "/needs", new, &asked, mends)))
        }
    }
}

/// `GET /needs/{need}`.
pub(super) async fn edit(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(id): Path<String>,
) -> Result<Response, Trouble> {
    let kept = view_need(&site.app, &actor, need_in(&id)?).await?.kept;
    let text = |day: jiff::civil::Date| day.to_string();
    let asked = AskedNeed {
        title: kept.need.title,
        reason: kept.need.reason,
        competencies: lines(&kept.need.competencies),
        from: text(kept.need.from),
        until: kept.need.until.map(text).unwrap_or_default(),
    };
    let action = format!("/needs/{id}");
    Ok(Shown(page(&site, shell, &action, None, &asked, Vec::new())).into_response())
}

/// `POST /needs/{need}`.
pub(super) async fn change(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let asked = asked(&fields);
    match change_need(&site.app, &actor, need_in(&id)?, asked.clone()).await {
        Ok(()) => Ok(Redirect::to("/needs").into_response()),
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?;
            let action = format!("/needs/{id}");
            Ok(refused.on(|mends| page(&site, shell, &action, None, &asked, mends)))
        }
    }
}

/// `POST /needs/{need}/end`.
pub(super) async fn end(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    _: Fields,
) -> Result<Response, Trouble> {
    end_need(&site.app, &actor, need_in(&id)?).await?;
    Ok(Redirect::to("/needs").into_response())
}

/// A need's id in an address.
pub(super) fn need_in(id: &str) -> Result<NeedId, Trouble> {
    id_in(id).map_err(|_| Refusal::from(GrowthRefusal::NoSuchNeed).into())
}

fn asked(fields: &Fields) -> AskedNeed {
    let text = |name: &str| fields.text(name).to_owned();
    AskedNeed {
        title: text("title"),
        reason: text("reason"),
        competencies: text("competencies"),
        from: text("from"),
        until: text("until"),
    }
}

/// The form; `new` has the organizations to choose from and the chosen one, where it is new.
fn page(
    site: &Site,
    shell: Shell,
    action: &str,
    new: Option<(&[Organization], &str)>,
    typed: &AskedNeed,
    mends: Vec<Mend>,
) -> FormPage {
    let title = match new {
        Some(_) => shell.say("need-add-title").to_string(),
        None => shell.say("need-change-title").to_string(),
    };
    let mut parts = Vec::new();
    if let Some((offered, chosen)) = new {
        let offered = organizations(offered, chosen);
        let select = one_of(&shell, "organization", "need-of", offered, &mends);
        parts.push(FormPart::Select(select));
    }
    let text = |name: &str, word: &str, value: &str, limit| {
        Field::new(name, shell.say(word))
            .value(value)
            .limit(limit)
            .error(error_of(&mends, name))
    };
    let from = shell.say("need-first-day").to_string();
    let until = shell.say("need-last-day").to_string();
    parts.extend([
        FormPart::Line(text("title", "need-title", &typed.title, 160)),
        FormPart::Area(text("reason", "need-reason", &typed.reason, 2000)),
        FormPart::Area(competencies_field(&shell, &typed.competencies, &mends)),
        FormPart::Line(day_field("from", from, &typed.from, &mends)),
        FormPart::Line(day_field("until", until, &typed.until, &mends).optional()),
    ]);
    FormPage {
        crumbs: vec![
            Crumb::above("/needs", shell.say("nav-needs")),
            Crumb::here(&title),
        ],
        title,
        lede: shell.say("need-form-lede").to_string(),
        action: action.to_owned(),
        key: site.fresh_key(),
        parts,
        button: shell.say("need-button").to_string(),
        mends,
        shell,
    }
}
