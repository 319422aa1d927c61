//! The job that signs a status list anew, and the list as strangers fetch it.

use credential::contexts::ContextSet;
use credential::eddsa;
use credential::status_list::{StatusList as Bits, StatusPurpose, list_credential};
use domain::audit::{Fact, sha256_hex};
use domain::award::{Refusal, STATUS_LIST_ENTRIES};
use domain::ids::StatusListId;
use domain::time::Timestamp;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::award::credential as editions;
use store::award::status_list::{self, StatusList};

use super::addresses::Addresses;
use super::issuer_key::{self, SigningKey};
use crate::jobs::SIGN_STATUS_LIST;
use crate::{App, Failure, Outcome, Unit};

/// How long a signed list may be relied on.
const VALID_FOR: SignedDuration = SignedDuration::from_hours(72);
/// A list is signed anew when it is this old, changed or not.
const RENEWED_AFTER: SignedDuration = SignedDuration::from_hours(24);

/// How long a renewal may be under way.
const RENEWAL_TAKES: SignedDuration = SignedDuration::from_hours(1);

/// What the job [`SIGN_STATUS_LIST`] needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToSignList {
    /// The list to be signed anew.
    pub list: StatusListId,
}

impl ToSignList {
    /// For the job that renews the list: one that waits is enough.
    fn renewal_key(self) -> String {
        format!("{SIGN_STATUS_LIST}/renewal/{}", self.list)
    }

    /// For a job because something changed: one that waits is enough, and it does not wait for the
    /// next renewal.
    pub fn change_key(self) -> String {
        format!("{SIGN_STATUS_LIST}/change/{}", self.list)
    }
}

/// Signs a list from the states of its credentials, if it has changed, was never signed, or is a
/// day old; and asks for its next renewal.
pub async fn sign_status_list(app: &App, job: ToSignList) -> Outcome<()> {
    let (list, revoked) = load(app, job.list).await?;
    if !is_due(&list, app.clock.now()) {
        return app
            .write(move |unit| ask_for_renewal(unit, job, list.signed_at))
            .await;
    }
    let key = issuer_key::open(app, list.organization).await?;
    let signed = sign(app, &list, &revoked, &key)?;
    app.write(move |unit| {
        if status_list::sign(unit.tx, list.id, &signed, list.wanted, unit.now)? {
            let fact = Fact::of("status-list-signed", "status-list", list.id)
                .with(json!({"revision": list.wanted, "revoked": revoked.len()}));
            unit.record(fact, &json!({"sha256": sha256_hex(&signed)}))?;
        }
        ask_for_renewal(unit, job, Some(unit.now))
    })
    .await
}

async fn load(app: &App, id: StatusListId) -> Outcome<(StatusList, Vec<u32>)> {
    app.read(move |unit| {
        let list = status_list::find(unit.tx, id)?
            .ok_or_else(|| Failure::broken(format!("there is no status list {id} to sign")))?;
        let mut revoked = editions::revoked(unit.tx, id)?;
        revoked.extend(store::award::stack::revoked(unit.tx, id)?);
        Ok((list, revoked))
    })
    .await
}

fn is_due(list: &StatusList, now: Timestamp) -> bool {
    list.wanted > list.revision || list.signed_at.is_none_or(|at| at + RENEWED_AFTER <= now)
}

fn ask_for_renewal(unit: &Unit<'_>, job: ToSignList, signed_at: Option<Timestamp>) -> Outcome<()> {
    let due = signed_at.unwrap_or(unit.now) + RENEWED_AFTER;
    unit.ask_after(due, SIGN_STATUS_LIST, &job, Some(&job.renewal_key()))
}

fn sign(app: &App, list: &StatusList, revoked: &[u32], key: &SigningKey) -> Outcome<String> {
    let mut bits = Bits::empty(STATUS_LIST_ENTRIES);
    for index in revoked {
        bits.set(u64::from(*index), true).map_err(Failure::broken)?;
    }
    let now = app.clock.now();
    let url = Addresses::new(&app.settings.public_url).status_list(list.id);
    let until = Some(now + VALID_FOR);
    let unsigned = list_credential(&url, &key.did, StatusPurpose::Revocation, &bits, now, until)
        .map_err(Failure::broken)?;
    let contexts = ContextSet::trusted().map_err(Failure::broken)?;
    let signed = eddsa::sign(&unsigned, &key.secret, &key.method, now, contexts);
    Ok(signed.map_err(Failure::broken)?.to_string())
}

/// The signed list as JSON, for whoever asks. A list that nobody renewed in time, because its job
/// was given up, is asked for again.
pub async fn view_status_list(app: &App, id: StatusListId) -> Outcome<String> {
    let list = app
        .read(move |unit| Ok(status_list::find(unit.tx, id)?))
        .await?
        .ok_or(Refusal::NoSuchStatusList)?;
    if is_forgotten(&list, app.clock.now()) {
        let job = ToSignList { list: id };
        app.write(move |unit| unit.ask(SIGN_STATUS_LIST, &job, Some(&job.change_key())))
            .await?;
    }
    Ok(list.signed.ok_or(Refusal::NotSignedYet)?)
}

fn is_forgotten(list: &StatusList, now: Timestamp) -> bool {
    list.signed_at
        .is_some_and(|at| at + RENEWED_AFTER + RENEWAL_TAKES <= now)
}
