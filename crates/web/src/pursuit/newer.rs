//! `/pursuits/{id}/newer-version`: what a newer version changes, and moving to it.

use app::pursuit::{MoveVersion, NewerVersion, move_version, view_newer};
use axum::Json;
use axum::extract::{Path, State};
use axum::response::Redirect;
use domain::catalogue::change::{Aspect, Changes, How};
use domain::ids::VersionId;
use domain::pursuit::Refusal as PursuitRefusal;
use domain::refusal::{Refusal, Refuse};
use serde::Deserialize;
use serde_json::{Value, json};

use super::fill::words_of;
use super::frame;
use super::workspace::id;
use crate::asked::{Fields, Frame, JsonBody, Key, Signed};
use crate::page::Shown;
use crate::pages::part::{Crumb, Note, Tone};
use crate::pages::pursuit::{Difference, Group, Newer};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(pursuit): Path<String>,
) -> Result<Shown<Newer>, Trouble> {
    let view = view_newer(&site.app, &actor, id(&pursuit)?).await?;
    Ok(Shown(fill(&site, shell, &view)))
}

fn fill(site: &Site, shell: Shell, view: &NewerVersion) -> Newer {
    let shell = frame::in_colour(shell, &view.now.issuer);
    let changes = Changes::between(&view.now.content, &view.content);
    let workspace = format!("/pursuits/{}", view.pursuit);
    let why = view.may_move.as_ref().err();
    let note = why.map(|it| {
        let text = words_of(&shell, it.code(), &it.parameters());
        Note::new(Tone::Look, shell.say("newer-not-now"), text)
    });
    Newer {
        crumbs: vec![
            Crumb::above("/home", shell.say("nav-home")),
            Crumb::above(workspace.clone(), &view.now.content.title),
            Crumb::here(shell.say("newer-title")),
        ],
        note,
        groups: groups(&shell, view, &changes),
        action: why.is_none().then(|| format!("{workspace}/newer-version")),
        read: format!("/micro-credentials/{}", view.now.slug),
        version: view.newer.to_string(),
        key: site.fresh_key(),
        shell,
    }
}

fn groups(shell: &Shell, view: &NewerVersion, changes: &Changes) -> Vec<Group> {
    let how = |it: How| {
        let word = match it {
            How::Added => "newer-added",
            How::Removed => "newer-removed",
            How::Changed => "newer-changed",
        };
        shell.say(word).to_string()
    };
    let entries = changes.entries.iter().map(|it| Difference {
        how: how(it.how),
        title: it.title.clone(),
        note: (it.how == How::Removed).then(|| shell.say("newer-removed-note").to_string()),
    });
    let criteria = changes.criteria.iter().map(|it| Difference {
        how: how(it.how),
        title: it.title.clone(),
        note: (it.how == How::Changed).then(|| judged_anew(shell, it.aspects.iter())),
    });
    let carried = view.content.rubric.criteria.iter();
    let carried = carried
        .filter(|it| changes.carries(&it.id))
        .map(|it| Difference {
            how: shell.say("newer-same").to_string(),
            title: it.title.clone(),
            note: Some(shell.say("newer-carried").to_string()),
        });
    let group = |title: &str, lines: Vec<Difference>| Group {
        title: shell.say(title).to_string(),
        lines,
    };
    let all = [
        group("newer-entries", entries.collect()),
        group("newer-criteria", criteria.chain(carried).collect()),
    ];
    all.into_iter().filter(|it| !it.lines.is_empty()).collect()
}

/// What of a criterion differs, and what follows.
fn judged_anew<'a>(shell: &Shell, aspects: impl Iterator<Item = &'a Aspect>) -> String {
    let words: Vec<_> = aspects
        .map(|it| {
            let word = match it {
                Aspect::Text => "newer-aspect-text",
                Aspect::Levels => "newer-aspect-levels",
                Aspect::PassingLevel => "newer-aspect-passing",
                Aspect::Sources => "newer-aspect-sources",
            };
            shell.say(word).to_string()
        })
        .collect();
    shell
        .say("newer-judged-anew")
        .put("aspects", words.join(", "))
        .to_string()
}

/// Moves the pursuit.
pub(super) async fn go(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(pursuit): Path<String>,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let command = MoveVersion {
        pursuit: id(&pursuit)?,
        to: version(fields.text("version"))?,
    };
    let done = move_version(&site.app, &actor, command, fields.key()).await?;
    Ok(Redirect::to(&format!("/pursuits/{}", done.pursuit)))
}

fn version(text: &str) -> Result<VersionId, Trouble> {
    text.parse()
        .map_err(|_| Refusal::from(PursuitRefusal::NoNewerVersion).into())
}

/// What differs, for programs.
pub(super) async fn read_json(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(pursuit): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let view = view_newer(&site.app, &actor, id(&pursuit)?).await?;
    let changes = Changes::between(&view.now.content, &view.content);
    Ok(Json(json!({
        "pursuit": view.pursuit,
        "from": view.now.version,
        "to": view.newer,
        "can_move": view.may_move.is_ok(),
        "changes": changes,
        "content": view.content,
    })))
}

/// Where to move.
#[derive(Debug, Deserialize)]
pub(super) struct To {
    version: VersionId,
}

/// Moves the pursuit, for programs.
pub(super) async fn go_json(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(pursuit): Path<String>,
    JsonBody(to): JsonBody<To>,
) -> Result<Json<Value>, Trouble> {
    let command = MoveVersion {
        pursuit: id(&pursuit)?,
        to: to.version,
    };
    let done = move_version(&site.app, &actor, command, key).await?;
    Ok(Json(json!({"id": done.pursuit, "version": done.version})))
}
