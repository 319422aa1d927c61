//! `/qualifications`: a lead assessor grants them and sees what waits for want of them.

use app::Failure;
use app::assessors::{GrantQualification, grant_qualification, list_qualifications};
use app::review::list_waiting;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::assessors::Refusal as AssessorsRefusal;
use domain::people::Actor;
use domain::refusal::{Refusal, Refuse};
use serde::Deserialize;

use super::fill::{Typed, fill};
use crate::asked::{Fields, Frame, Signed};
use crate::form::Mend;
use crate::page::Shown;
use crate::pages::assessors::Qualifications;
use crate::pursuit::words_of;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// What was granted just now.
#[derive(Debug, Default, Deserialize)]
pub struct Just {
    granted: Option<String>,
}

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Query(just): Query<Just>,
) -> Result<Shown<Qualifications>, Trouble> {
    let typed = Typed {
        granted: just.granted,
        ..Typed::default()
    };
    show(&site, &actor, shell, typed).await
}

async fn show(
    site: &Site,
    actor: &Actor,
    shell: Shell,
    typed: Typed,
) -> Result<Shown<Qualifications>, Trouble> {
    let standing = list_qualifications(&site.app, actor).await?;
    let waiting = list_waiting(&site.app, actor).await?;
    Ok(Shown(fill(
        shell,
        site.fresh_key(),
        &standing,
        &waiting,
        typed,
    )))
}

pub(super) async fn grant(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    fields: Fields,
) -> Result<Response, Trouble> {
    let refusal = match asked(&fields) {
        Ok(command) => match grant_qualification(&site.app, &actor, command, fields.key()).await {
            Ok(done) => {
                let address = format!("/qualifications?granted={}", done.qualification);
                return Ok(Redirect::to(&address).into_response());
            }
            Err(Failure::Refused(Refusal::Assessors(refusal))) => refusal,
            Err(failure) => return Err(failure.into()),
        },
        Err(refusal) => refusal,
    };
    let typed = Typed {
        person: fields.text("person").to_owned(),
        micro_credential: fields.text("micro_credential").to_owned(),
        reason: fields.text("reason").to_owned(),
        mends: mends(&shell, &refusal),
        granted: None,
    };
    Ok(show(&site, &actor, shell, typed).await?.into_response())
}

/// What the form asks for; nobody or nothing chosen is as good as nobody who exists.
fn asked(fields: &Fields) -> Result<GrantQualification, AssessorsRefusal> {
    Ok(GrantQualification {
        person: fields
            .text("person")
            .parse()
            .map_err(|_| AssessorsRefusal::NotAnAssessor)?,
        micro_credential: fields
            .text("micro_credential")
            .parse()
            .map_err(|_| AssessorsRefusal::NoSuchRubric)?,
        reason: fields.text("reason").to_owned(),
    })
}

fn mends(shell: &Shell, refusal: &AssessorsRefusal) -> Vec<Mend> {
    let whole = |field: &str| {
        vec![Mend {
            field: field.to_owned(),
            text: words_of(shell, refusal.code(), &refusal.parameters()),
        }]
    };
    match refusal {
        AssessorsRefusal::NoSuchRubric => whole("micro_credential"),
        AssessorsRefusal::NotAnAssessor | AssessorsRefusal::OwnQualification => whole("person"),
        AssessorsRefusal::Fields(places) => places
            .iter()
            .map(|it| Mend {
                field: it.field.clone(),
                text: words_of(shell, it.code, &it.parameters),
            })
            .collect(),
    }
}
