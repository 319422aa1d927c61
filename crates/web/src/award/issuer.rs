//! `/issuers/{id}`: an issuer and its DID document.

use app::award::{IssuerShown, PublicKey, view_did_document, view_issuer};
use axum::extract::{Path, State};
use axum::response::Response;
use domain::award::Refusal;
use domain::ids::OrganizationId;
use jiff::tz::TimeZone;

use super::answer::{DID_DOCUMENT, Keep, open};
use crate::accent::Accent;
use crate::asked::Frame;
use crate::dates::Dates;
use crate::icon::Mark;
use crate::page::Shown;
use crate::pages::award::{Issuer, IssuerKey};
use crate::pages::part::{Fact, Link, State as Standing};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// A revoked key must be known soon; a verifier elsewhere keeps what it has for this long.
const KEEP: Keep = Keep::Seconds("300");

pub(super) async fn one(
    State(site): State<Site>,
    Frame(shell): Frame,
    Path(id): Path<String>,
) -> Result<Shown<Issuer>, Trouble> {
    let shown = view_issuer(&site.app, issuer_id(&id)?).await?;
    Ok(Shown(page(shell, shown)))
}

pub(super) async fn document(
    State(site): State<Site>,
    Path(id): Path<String>,
) -> Result<Response, Trouble> {
    let document = view_did_document(&site.app, issuer_id(&id)?).await?;
    Ok(open(DID_DOCUMENT, KEEP, document.to_string()))
}

fn issuer_id(text: &str) -> Result<OrganizationId, Trouble> {
    text.parse()
        .map_err(|_| super::refused(Refusal::NoSuchIssuer))
}

fn page(shell: Shell, shown: IssuerShown) -> Issuer {
    let dates = Dates::new(shell.language, TimeZone::UTC);
    let document = format!("/issuers/{}/did.json", shown.issuer.id);
    let offers = shown.offers.into_iter();
    Issuer {
        offers: offers
            .map(|it| Link::new(format!("/micro-credentials/{}", it.slug), it.title))
            .collect(),
        facts: vec![
            Fact::new(shell.say("issuer-did"), shown.did),
            Fact::linked(shell.say("issuer-document"), "did.json", document),
        ],
        keys: shown
            .keys
            .iter()
            .map(|it| key(&shell, &dates, it))
            .collect(),
        name: shown.issuer.name,
        shell: shell.in_accent(Accent::named(&shown.issuer.accent)),
    }
}

fn key(shell: &Shell, dates: &Dates, key: &PublicKey) -> IssuerKey {
    let state = match key.revoked_at {
        None => Standing::new(Mark::Met, shell.say("issuer-key-good")),
        Some(at) => {
            let word = shell.say("issuer-key-revoked").put("date", dates.day(at));
            Standing::new(Mark::Gone, word)
        }
    };
    IssuerKey {
        key: key.multibase.clone(),
        since: dates.day(key.created_at),
        state,
    }
}
