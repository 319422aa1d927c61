//! `/submissions/{code}/blindness`: what was checked before a submission was sent.

use app::evidence::{RecordView, view_check, view_record};
use axum::Json;
use axum::extract::{Path, State};
use domain::evidence::blindness::{Check, Fit, PieceCheck};

use super::words;
use crate::asked::{Frame, Signed};
use crate::page::Shown;
use crate::pages::evidence::{Record, RecordPiece};
use crate::pages::part::{Crumb, Fact};
use crate::pursuit::pursuit_id;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(code): Path<String>,
) -> Result<Shown<Record>, Trouble> {
    let view = view_record(&site.app, &actor, &code).await?;
    Ok(Shown(record(shell, &view)))
}

/// The record for programs.
pub(super) async fn for_program(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(code): Path<String>,
) -> Result<Json<RecordView>, Trouble> {
    Ok(Json(view_record(&site.app, &actor, &code).await?))
}

/// The check of a draft, for programs.
pub(super) async fn check_for_program(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(pursuit): Path<String>,
) -> Result<Json<Check>, Trouble> {
    let pursuit = pursuit_id(&pursuit)?;
    Ok(Json(view_check(&site.app, &actor, pursuit).await?))
}

fn record(shell: Shell, view: &RecordView) -> Record {
    let it = &view.record;
    let label = |field: &str| (field.to_owned(), String::new());
    let lines = words::lines(&shell, &it.check, label).into_iter();
    Record {
        crumbs: vec![
            Crumb::above("/home", shell.say("nav-home")),
            Crumb::here(&view.title),
        ],
        intro: shell
            .say("record-intro")
            .put("code", &view.code)
            .to_string(),
        // The workspace, into which these lead, is not this page.
        lines: lines
            .map(|mut line| {
                line.address.clear();
                line
            })
            .collect(),
        why: it.why.clone(),
        pieces: it.check.pieces.iter().map(|it| piece(&shell, it)).collect(),
        prints: vec![
            shell.say("record-rule").put("rule", it.rule).to_string(),
            shell.say("record-hash").put("hash", &view.hash).to_string(),
        ],
        shell,
    }
}

fn piece(shell: &Shell, it: &PieceCheck) -> RecordPiece {
    let mut facts = vec![Fact::new(shell.say("record-original"), &it.sha256)];
    if let Fit::Ready {
        recipe,
        sha256,
        removed,
        ..
    } = &it.fit
    {
        facts.push(Fact::new(shell.say("record-rendition"), sha256));
        facts.push(Fact::new(shell.say("record-recipe"), recipe));
        if !removed.is_empty() {
            let words = words::removed(shell, removed);
            facts.push(Fact::new(shell.say("record-removed"), words));
        }
    }
    RecordPiece {
        name: it.shown_name.clone(),
        facts,
    }
}
