//! A draft, read only, and what its educator, mentors and team mates say about it.

use app::growth::{DiscussionView, KeptComment, Say, say, unsay, view_discussion};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::catalogue::Source;
use domain::growth::{AskedComment, Refusal as GrowthRefusal};
use domain::pursuit::Field as DraftField;
use domain::refusal::Refusal;

use super::say::moment;
use crate::asked::{Fields, Frame, Signed};
use crate::form::{Choice, Field, Mend, error_of};
use crate::page::Shown;
use crate::pages::growth::{Action, Line, Section, Sheet, SheetForm};
use crate::pages::part::{Crumb, Fact, Link};
use crate::pages::people::FormPart;
use crate::people::choices::one_of;
use crate::people::forms::id_in;
use crate::people::refusal::Refused;
use crate::pursuit::pursuit_id;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// `GET /pursuits/{pursuit}/discussion`.
pub(super) async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(pursuit): Path<String>,
) -> Result<Response, Trouble> {
    let view = view_discussion(&site.app, &actor, pursuit_id(&pursuit)?).await?;
    let typed = AskedComment::default();
    Ok(Shown(page(&site, shell, &view, &typed, Vec::new())).into_response())
}

/// `POST /pursuits/{pursuit}/discussion`.
pub(super) async fn comment(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(pursuit): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let pursuit = pursuit_id(&pursuit)?;
    let asked = AskedComment {
        about: fields.text("about").to_owned(),
        text: fields.text("text").to_owned(),
    };
    let command = Say {
        pursuit,
        asked: asked.clone(),
    };
    match say(&site.app, &actor, command, fields.key()).await {
        Ok(_) => {
            site.nudge.nudge();
            Ok(Redirect::to(&format!("/pursuits/{pursuit}/discussion")).into_response())
        }
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?;
            let view = view_discussion(&site.app, &actor, pursuit).await?;
            Ok(refused.on(|mends| page(&site, shell, &view, &asked, mends)))
        }
    }
}

/// `POST /pursuits/{pursuit}/discussion/{comment}/removal`.
pub(super) async fn remove(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path((pursuit, id)): Path<(String, String)>,
    _: Fields,
) -> Result<Redirect, Trouble> {
    let pursuit = pursuit_id(&pursuit)?;
    let id = id_in(&id).map_err(|_| Refusal::from(GrowthRefusal::NoSuchComment))?;
    unsay(&site.app, &actor, pursuit, id).await?;
    Ok(Redirect::to(&format!("/pursuits/{pursuit}/discussion")))
}

fn page(
    site: &Site,
    shell: Shell,
    view: &DiscussionView,
    typed: &AskedComment,
    mends: Vec<Mend>,
) -> Sheet {
    let pursuit = view.pursuit;
    let title = &view.offer.content.title;
    let above = match view.is_own {
        true => Crumb::above(format!("/pursuits/{pursuit}"), title),
        false => Crumb::above("/accompanying", shell.say("nav-accompanying")),
    };
    let mut sections = vec![criteria(&shell, view), work(&shell, view)];
    sections.push(general(&shell, view));
    sections.push(saying(site, &shell, view, typed, &mends));
    Sheet {
        crumbs: vec![above, Crumb::here(shell.say("discussion-title"))],
        title: shell.say("discussion-of").put("title", title).to_string(),
        lede: shell.say("discussion-lede").to_string(),
        sections,
        mends,
        shell,
        ..Sheet::default()
    }
}

/// The criteria, each with the level to reach and what was said of it.
fn criteria(shell: &Shell, view: &DiscussionView) -> Section {
    let rubric = &view.offer.content.rubric;
    let lines = rubric.criteria.iter().map(|it| {
        let passes = it.descriptor(it.passing_level).unwrap_or_default();
        let about = format!("criterion/{}", it.id);
        said(
            shell,
            view,
            &[about],
            Line {
                title: it.title.clone(),
                texts: vec![passes.to_owned()],
                ..Line::default()
            },
        )
    });
    Section {
        id: "criteria",
        title: shell.say("criteria").to_string(),
        text: Some(shell.say("discussion-criteria-text").to_string()),
        lines: lines.collect(),
        ..Section::default()
    }
}

/// Prompts and requirements with what is written and handed in.
fn work(shell: &Shell, view: &DiscussionView) -> Section {
    let lines = view.offer.content.sources().map(|source| {
        let title = match source {
            Source::Overview(it) | Source::Reflection(it) => &it.text,
            Source::Requirement(it) => &it.title,
        };
        let id = source.id();
        let texts = view.draft.texts.iter();
        let texts =
            texts.filter(|(field, it)| field.source() == Some(id) && !it.text.trim().is_empty());
        let abouts = std::iter::once(format!("requirement/{id}"))
            .chain([DraftField::Answer(id.clone()).to_string()])
            .chain(texts.clone().map(|(field, _)| field.to_string()));
        let abouts: Vec<_> = abouts.collect();
        let files = view.draft.files(id).map(|it| {
            let name = match it.caption.is_empty() {
                true => it.shown_name.clone(),
                false => format!("{}: {}", it.shown_name, it.caption),
            };
            Link::new(format!("/files/{}", it.id), name)
        });
        let mut line = Line {
            title: title.clone(),
            texts: texts.map(|(_, it)| it.text.clone()).collect(),
            ways: files.collect(),
            ..Line::default()
        };
        if line.texts.is_empty() && line.ways.is_empty() {
            line.texts
                .push(shell.say("discussion-nothing-yet").to_string());
        }
        said(shell, view, &abouts, line)
    });
    Section {
        id: "draft",
        title: shell.say("discussion-draft").to_string(),
        text: Some(shell.say("discussion-draft-text").to_string()),
        lines: lines.collect(),
        ..Section::default()
    }
}

/// The line with what was said of it as points.
fn said(shell: &Shell, view: &DiscussionView, abouts: &[String], mut line: Line) -> Line {
    let comments = view.comments.iter().filter(|it| abouts.contains(&it.about));
    for it in comments {
        let (point, removal) = point(shell, view, it);
        line.points.push(point);
        line.actions.extend(removal);
    }
    line
}

fn point(shell: &Shell, view: &DiscussionView, it: &KeptComment) -> (String, Option<Action>) {
    let day = moment(shell, it.created_at);
    let phrase = shell
        .say("comment-line")
        .put("name", &it.name)
        .put("day", day);
    let point = phrase.put("text", &it.text).to_string();
    let removal = (it.person == view.reader).then(|| {
        let start: String = it.text.chars().take(40).collect();
        Action::new(
            format!("/pursuits/{}/discussion/{}/removal", view.pursuit, it.id),
            shell.say("comment-remove"),
            shell.say("comment-remove-long").put("text", start),
        )
    });
    (point, removal)
}

/// What was said of the draft as a whole, and who is here.
fn general(shell: &Shell, view: &DiscussionView) -> Section {
    let names: Vec<_> = view.companions.iter().map(|it| it.name.as_str()).collect();
    let line = Line {
        title: shell.say("discussion-whole").to_string(),
        facts: Vec::from_iter(
            (!names.is_empty()).then(|| Fact::new(shell.say("companions-there"), names.join(", "))),
        ),
        ..Line::default()
    };
    let mut ways = vec![Link::new(
        format!("/pursuits/{}/learning", view.pursuit),
        shell.say("learning-title"),
    )];
    if view.is_own {
        ways.push(Link::new(
            format!("/pursuits/{}/companions", view.pursuit),
            shell.say("companions-title"),
        ));
    }
    Section {
        id: "whole",
        title: shell.say("discussion-general").to_string(),
        lines: vec![said(shell, view, &["draft".to_owned()], line)],
        ways,
        ..Section::default()
    }
}

fn saying(
    site: &Site,
    shell: &Shell,
    view: &DiscussionView,
    typed: &AskedComment,
    mends: &[Mend],
) -> Section {
    let content = &view.offer.content;
    let option = |about: String, words: &str| {
        let is_chosen = about == typed.about;
        Choice::new(about, words, is_chosen)
    };
    let mut options = vec![option(
        "draft".to_owned(),
        &shell.say("discussion-whole").to_string(),
    )];
    let criteria = content.rubric.criteria.iter();
    options.extend(criteria.map(|it| option(format!("criterion/{}", it.id), &it.title)));
    options.extend(content.sources().map(|source| {
        let words = match source {
            Source::Overview(it) | Source::Reflection(it) => &it.text,
            Source::Requirement(it) => &it.title,
        };
        option(format!("requirement/{}", source.id()), words)
    }));
    let text = Field::new("text", shell.say("comment-text"))
        .value(typed.text.clone())
        .limit(4000)
        .error(error_of(mends, "text"));
    Section {
        id: "comment",
        title: shell.say("comment-title").to_string(),
        text: Some(shell.say("comment-who-sees").to_string()),
        form: Some(SheetForm {
            action: format!("/pursuits/{}/discussion", view.pursuit),
            key: site.fresh_key(),
            parts: vec![
                FormPart::Select(one_of(shell, "about", "comment-about", options, mends)),
                FormPart::Area(text),
            ],
            button: shell.say("comment-button").to_string(),
            is_primary: true,
        }),
        ..Section::default()
    }
}
