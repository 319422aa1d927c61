//! `/account/relations`: whose work one does not judge, and who is not to judge one's own.

use app::review::{
    DeclareRelation, EndRelation, Relation, declare_relation, end_relation, list_relations,
};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::refusal::Refusal;
use domain::review::Refusal as ReviewRefusal;
use serde::Deserialize;

use super::dates;
use super::mended::Mended;
use crate::asked::{Fields, Frame, Signed};
use crate::form::Mend;
use crate::page::Shown;
use crate::pages::part::{Note, Tone};
use crate::pages::review::{RelationLine, Relations};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// What just happened.
#[derive(Debug, Default, Deserialize)]
pub struct Just {
    done: Option<String>,
}

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Query(just): Query<Just>,
) -> Result<Shown<Relations>, Trouble> {
    let found = list_relations(&site.app, &actor).await?;
    let note = match just.done.as_deref() {
        Some("noted") => Some("relations-noted"),
        Some("ended") => Some("relations-ended"),
        _ => None,
    };
    let note = note.map(|word| Note::new(Tone::Done, shell.say(word), ""));
    let mut page = fill(&site, shell, &found, String::new(), Vec::new());
    page.note = note;
    Ok(Shown(page))
}

fn fill(
    site: &Site,
    shell: Shell,
    found: &[Relation],
    address: String,
    mends: Vec<Mend>,
) -> Relations {
    let dates = dates(shell.language, "UTC");
    let lines = found.iter().map(|it| RelationLine {
        address: it.address.clone(),
        since: dates.short_day(it.declared_at),
        end: format!("/account/relations/{}/end", it.relation),
        key: site.fresh_key(),
    });
    Relations {
        note: None,
        relations: lines.collect(),
        address,
        mends,
        key: site.fresh_key(),
        shell,
    }
}

pub(super) async fn declare(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    fields: Fields,
) -> Result<Response, Trouble> {
    let address = fields.text("address").to_owned();
    let command = DeclareRelation {
        address: address.clone(),
    };
    match declare_relation(&site.app, &actor, command, fields.key()).await {
        Ok(()) => {
            site.nudge.nudge();
            Ok(Redirect::to("/account/relations?done=noted").into_response())
        }
        Err(failure) => {
            let mended = Mended::of(failure, &shell)?;
            let found = list_relations(&site.app, &actor).await?;
            Ok(mended.on(|mends| fill(&site, shell, &found, address, mends)))
        }
    }
}

pub(super) async fn end(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(relation): Path<String>,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let relation = relation
        .parse()
        .map_err(|_| Refusal::from(ReviewRefusal::NoSuchEntry))?;
    end_relation(&site.app, &actor, EndRelation { relation }, fields.key()).await?;
    Ok(Redirect::to("/account/relations?done=ended"))
}
