//! Saying what a piece is, and taking it out.

use std::collections::BTreeSet;

use app::Failure;
use app::evidence::{DescribeFile, describe_file, remove_file};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::catalogue::Slug;
use domain::evidence::Refusal as EvidenceRefusal;
use domain::ids::{EvidenceId, PursuitId};
use domain::refusal::{Refusal, Refuse};

use crate::asked::{Fields, Frame, Signed, unreadable};
use crate::form::Mend;
use crate::pursuit::{Retry, pursuit_id, show, words_of};
use crate::refused::status_of;
use crate::site::Site;
use crate::trouble::Trouble;

/// Changes caption and criteria, then leads back to the piece.
pub(super) async fn describe(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path((pursuit, evidence)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let (pursuit, evidence) = (pursuit_id(&pursuit)?, evidence_id(&evidence)?);
    let command = DescribeFile {
        pursuit,
        evidence,
        caption: fields.text("caption").to_owned(),
        criteria: criteria(fields.all("criteria"))?,
    };
    let refusal = match describe_file(&site.app, &actor, command).await {
        Ok(()) => return Ok(back(pursuit, &format!("piece-{evidence}"))),
        Err(Failure::Refused(it @ Refusal::Evidence(EvidenceRefusal::CaptionTooLong { .. }))) => it,
        Err(other) => return Err(other.into()),
    };
    let retry = Retry {
        status: Some(status_of(refusal.kind())),
        mends: vec![Mend {
            field: String::new(),
            text: words_of(&shell, refusal.code(), &refusal.parameters()),
        }],
        ..Retry::default()
    };
    let page = show(&site, &actor, shell, pursuit, retry).await?;
    Ok(page.into_response())
}

/// Takes a piece out, then leads back to the workspace.
pub(super) async fn remove(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path((pursuit, evidence)): Path<(String, String)>,
    _checked: Fields,
) -> Result<Response, Trouble> {
    let (pursuit, evidence) = (pursuit_id(&pursuit)?, evidence_id(&evidence)?);
    remove_file(&site.app, &actor, pursuit, evidence).await?;
    Ok(back(pursuit, "part-2"))
}

fn back(pursuit: PursuitId, place: &str) -> Response {
    Redirect::to(&format!("/pursuits/{pursuit}#{place}")).into_response()
}

/// Ids of criteria, as forms and programs send them.
pub(super) fn criteria<'c>(all: impl Iterator<Item = &'c str>) -> Result<BTreeSet<Slug>, Trouble> {
    let wrong = |_| unreadable("criteria", "expected ids of criteria");
    all.map(|it| it.parse().map_err(wrong)).collect()
}

/// The id of a piece as it stands in an address; what is no id does not exist.
pub(super) fn evidence_id(text: &str) -> Result<EvidenceId, Trouble> {
    text.parse()
        .map_err(|_| Refusal::from(EvidenceRefusal::NoSuchEvidence).into())
}
