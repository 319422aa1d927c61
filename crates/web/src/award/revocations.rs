//! `/revocations`: awards are taken back by two people with a reason.

use app::Failure;
use app::award::{
    DecideRevocation, ProposeRevocation, RevocationLine, confirm_revocation, drop_revocation,
    list_revocations, propose_revocation,
};
use axum::Json;
use axum::extract::{Path, Query, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::award::Refusal;
use domain::ids::{AwardId, RevocationId};
use domain::people::Actor;
use domain::refusal::{Kind, Refuse};
use jiff::tz::TimeZone;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::asked::{Fields, Frame, JsonBody, Key, Signed, check_header};
use crate::dates::Dates;
use crate::form::Mend;
use crate::page::Shown;
use crate::pages::award::{ProposalLine, Revocations};
use crate::pages::part::{Note, Tone};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// What just happened.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Just {
    done: Option<String>,
}

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Query(just): Query<Just>,
) -> Result<Shown<Revocations>, Trouble> {
    let found = list_revocations(&site.app, &actor).await?;
    let note = match just.done.as_deref() {
        Some("proposed") => Some("revocations-proposed"),
        Some("confirmed") => Some("revocations-confirmed"),
        Some("dropped") => Some("revocations-dropped"),
        _ => None,
    };
    let note = note.map(|word| Note::new(Tone::Done, shell.say(word), ""));
    let mut page = fill(&site, shell, &found, &Fields::default(), Vec::new());
    page.note = note;
    Ok(Shown(page))
}

fn fill(
    site: &Site,
    shell: Shell,
    found: &[RevocationLine],
    typed: &Fields,
    mends: Vec<Mend>,
) -> Revocations {
    let dates = Dates::new(shell.language, TimeZone::UTC);
    let line = |it: &RevocationLine| ProposalLine {
        title: it.title.clone(),
        holder: it.holder.clone(),
        awarded: dates.short_day(it.awarded_at),
        reason: it.reason.clone(),
        proposed: format!("{}, {}", dates.short_day(it.proposed_at), it.proposer),
        confirm: (!it.is_mine).then(|| format!("/revocations/{}/confirmation", it.revocation)),
        drop: format!("/revocations/{}/end", it.revocation),
        keys: [site.fresh_key(), site.fresh_key()],
    };
    Revocations {
        note: None,
        waiting: found.iter().map(line).collect(),
        award: typed.text("award").to_owned(),
        reason: typed.text("reason").to_owned(),
        mends,
        key: site.fresh_key(),
        shell,
    }
}

/// The award that was meant: its id, or its address.
fn award(text: &str) -> Option<AwardId> {
    let text = text.trim().trim_end_matches(".json");
    text.rsplit('/').next()?.parse().ok()
}

pub(super) async fn propose(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    fields: Fields,
) -> Result<Response, Trouble> {
    let proposed = match award(fields.text("award")) {
        Some(award) => {
            let command = ProposeRevocation {
                award,
                reason: fields.text("reason").to_owned(),
            };
            propose_revocation(&site.app, &actor, command, fields.key()).await
        }
        None => Err(Failure::from(Refusal::NoSuchAward)),
    };
    match proposed {
        Ok(_) => Ok(Redirect::to("/revocations?done=proposed").into_response()),
        Err(failure) => again(&site, &actor, shell, &fields, failure).await,
    }
}

/// The page comes back with what was typed; a refusal of the award stands at its field.
async fn again(
    site: &Site,
    actor: &Actor,
    shell: Shell,
    fields: &Fields,
    failure: Failure,
) -> Result<Response, Trouble> {
    let is_mendable = match &failure {
        Failure::Refused(it) => {
            matches!(it.kind(), Kind::Invalid | Kind::Conflict | Kind::Forbidden)
                || it.code() == "no-such-award"
        }
        Failure::Broken(_) => false,
    };
    let trouble = Trouble::from(failure);
    if !is_mendable {
        return Err(trouble);
    }
    let mut mends = trouble.mends(&shell);
    if mends.is_empty() {
        mends.push(Mend {
            field: "award".to_owned(),
            text: format!("{} {}", trouble.what(&shell), trouble.fix(&shell)),
        });
    }
    let found = list_revocations(&site.app, actor).await?;
    let page = fill(site, shell, &found, fields, mends);
    Ok(Shown(page).into_response())
}

pub(super) async fn confirm(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let command = decide(&id)?;
    confirm_revocation(&site.app, &actor, command, fields.key()).await?;
    site.nudge.nudge();
    Ok(Redirect::to("/revocations?done=confirmed"))
}

pub(super) async fn end(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    drop_revocation(&site.app, &actor, decide(&id)?, fields.key()).await?;
    Ok(Redirect::to("/revocations?done=dropped"))
}

/// The proposal in an address; what is no id does not exist.
fn decide(text: &str) -> Result<DecideRevocation, Trouble> {
    let revocation: RevocationId = text
        .parse()
        .map_err(|_| super::refused(Refusal::NoSuchRevocation))?;
    Ok(DecideRevocation { revocation })
}

pub(super) async fn list(
    State(site): State<Site>,
    Signed(actor): Signed,
) -> Result<Json<Value>, Trouble> {
    let found = list_revocations(&site.app, &actor).await?;
    Ok(Json(json!({"revocations": found})))
}

pub(super) async fn propose_by_program(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(command): JsonBody<ProposeRevocation>,
) -> Result<(StatusCode, Json<Value>), Trouble> {
    let revocation = propose_revocation(&site.app, &actor, command, key).await?;
    let answer = json!({"revocation": revocation});
    Ok((StatusCode::CREATED, Json(answer)))
}

pub(super) async fn confirm_by_program(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(id): Path<String>,
    request: Request,
) -> Result<StatusCode, Trouble> {
    check_header(request.headers(), request.extensions())?;
    confirm_revocation(&site.app, &actor, decide(&id)?, key).await?;
    site.nudge.nudge();
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn end_by_program(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(id): Path<String>,
    request: Request,
) -> Result<StatusCode, Trouble> {
    check_header(request.headers(), request.extensions())?;
    drop_revocation(&site.app, &actor, decide(&id)?, key).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_award_is_meant_by_its_id_or_its_address() {
        let id = AwardId::from_u128(7);
        for text in [
            id.to_string(),
            format!(" https://example.org/awards/{id} "),
            format!("/awards/{id}.json"),
        ] {
            assert_eq!(award(&text), Some(id), "{text}");
        }
        assert_eq!(award("nothing"), None);
    }
}
