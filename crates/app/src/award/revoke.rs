//! Taking an award back: one person proposes it with a reason, another confirms. The holder reads
//! the reason, and the status list says so within a minute.

use domain::audit::Fact;
use domain::award::CredentialState;
use domain::award::Refusal;
use domain::award::revocation::{self as rule, Revocation, RevocationState};
use domain::ids::{AwardId, RevocationId};
use domain::people::permission::{Question, may};
use domain::people::{Actor, Refusal as PeopleRefusal, Role};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::award::revocation::{self as kept, Awarded};
use store::award::{credential, status_list};

use super::status_list::ToSignList;
use crate::jobs::SIGN_STATUS_LIST;
use crate::letters::AWARD_REVOKED;
use crate::{App, IdempotencyKey, Outcome, Unit};

/// The most proposals of one page.
const PAGE: u32 = 100;

/// Which award to take back, and why.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProposeRevocation {
    /// The award.
    pub award: AwardId,
    /// In words that its holder reads.
    pub reason: String,
}

/// Which proposal to confirm or to drop.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct DecideRevocation {
    /// One that waits.
    pub revocation: RevocationId,
}

/// A proposal that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevocationLine {
    /// Which.
    pub revocation: RevocationId,
    /// The award.
    pub award: AwardId,
    /// Title of the micro-credential.
    pub title: String,
    /// The holder's name.
    pub holder: String,
    /// When it was awarded.
    pub awarded_at: Timestamp,
    /// Why.
    pub reason: String,
    /// Name of whoever proposed it.
    pub proposer: String,
    /// When.
    pub proposed_at: Timestamp,
    /// The asker proposed it: somebody else has to confirm.
    pub is_mine: bool,
}

/// Proposals that wait, of issuers where the actor may decide, oldest first.
///
/// # Errors
/// Refuses those who hold none of the roles.
pub async fn list_revocations(app: &App, actor: &Actor) -> Outcome<Vec<RevocationLine>> {
    let roles = [
        Role::LeadAssessor,
        Role::ProgrammeManager,
        Role::Administrator,
    ];
    if !roles.iter().any(|role| actor.holds(*role)) {
        return Err(PeopleRefusal::NotAllowed.into());
    }
    let person = actor.person;
    app.read(move |unit| {
        let waiting = kept::waiting(unit.tx, person, unit.now, PAGE)?;
        let told = |it: kept::WaitingRevocation| RevocationLine {
            is_mine: it.revocation.proposed_by == person,
            revocation: it.revocation.id,
            award: it.revocation.award,
            title: it.title,
            holder: it.holder,
            awarded_at: it.awarded_at,
            reason: it.revocation.reason,
            proposer: it.proposer,
            proposed_at: it.revocation.proposed_at,
        };
        Ok(waiting.into_iter().map(told).collect())
    })
    .await
}

/// Proposes to take an award back. Nothing happens until somebody else confirms.
///
/// # Errors
/// For those who may not decide about the issuer's awards there is no such award; refuses one's own,
/// a proposal without a reason, and a second one.
pub async fn propose_revocation(
    app: &App,
    actor: &Actor,
    command: ProposeRevocation,
    key: Option<IdempotencyKey>,
) -> Outcome<RevocationId> {
    let (by, wanted) = (actor.clone(), command.clone());
    app.once(
        Some(actor.person),
        "propose-revocation",
        key,
        &command,
        move |unit| {
            let (of, role) = permitted(unit, &by, wanted.award)?.ok_or(Refusal::NoSuchAward)?;
            let it = rule::propose(
                unit.id(),
                wanted.award,
                of.holder,
                by.person,
                &wanted.reason,
                unit.now,
            )?;
            if !kept::propose(unit.tx, &it)? {
                return Err(Refusal::AlreadyProposed.into());
            }
            record(unit, "revocation-proposed", &it, (&by, role))?;
            Ok(it.id)
        },
    )
    .await
}

/// Confirms somebody else's proposal: every edition of the award is revoked, the holder is told why,
/// and the status lists are signed anew.
///
/// # Errors
/// Proposals of other issuers are unknown; refuses one's own proposal, one's own award, and what is
/// over.
pub async fn confirm_revocation(
    app: &App,
    actor: &Actor,
    command: DecideRevocation,
    key: Option<IdempotencyKey>,
) -> Outcome<AwardId> {
    let by = actor.clone();
    app.once(
        Some(actor.person),
        "confirm-revocation",
        key,
        &command,
        move |unit| {
            let (it, of, role) = decidable(unit, &by, command.revocation)?;
            let it = it.confirm(of.holder, by.person)?;
            kept::end(unit.tx, it.id, it.state, by.person, unit.now)?;
            record(unit, "award-revoked", &it, (&by, role))?;
            revoke(unit, it.award)?;
            let values = json!({"award": it.award, "title": of.title, "reason": it.reason});
            unit.write_letter(of.holder, AWARD_REVOKED, &values)?;
            Ok(it.award)
        },
    )
    .await
}

/// Drops a proposal: it is turned down, or its proposer thought better of it.
///
/// # Errors
/// Proposals of other issuers are unknown; refuses what is over.
pub async fn drop_revocation(
    app: &App,
    actor: &Actor,
    command: DecideRevocation,
    key: Option<IdempotencyKey>,
) -> Outcome<AwardId> {
    let by = actor.clone();
    app.once(
        Some(actor.person),
        "drop-revocation",
        key,
        &command,
        move |unit| {
            let (it, _, role) = decidable(unit, &by, command.revocation)?;
            let it = it.drop_it()?;
            kept::end(
                unit.tx,
                it.id,
                RevocationState::Dropped,
                by.person,
                unit.now,
            )?;
            record(unit, "revocation-dropped", &it, (&by, role))?;
            Ok(it.award)
        },
    )
    .await
}

/// Revokes every edition of an award and asks for the lists that say so.
fn revoke(unit: &Unit<'_>, award: AwardId) -> Outcome<()> {
    for (edition, list) in kept::editions(unit.tx, award)? {
        if credential::set_state(unit.tx, edition, CredentialState::Revoked)? {
            status_list::want(unit.tx, list)?;
            let job = ToSignList { list };
            unit.ask(SIGN_STATUS_LIST, &job, Some(&job.change_key()))?;
        }
    }
    Ok(())
}

/// The award with the role by which the actor may decide about it; nothing if they may not.
fn permitted(unit: &Unit<'_>, actor: &Actor, award: AwardId) -> Outcome<Option<(Awarded, Role)>> {
    let Some(of) = kept::awarded(unit.tx, award)? else {
        return Ok(None);
    };
    let issuer = store::people::path_of(unit.tx, of.issuer)?;
    if !may(actor, Question::RevokeAward { issuer: &issuer }) {
        return Ok(None);
    }
    let roles = [Role::ProgrammeManager, Role::LeadAssessor];
    let mut held = roles.into_iter().filter(|it| actor.holds_in(*it, &issuer));
    let role = held.next().unwrap_or(Role::Administrator);
    Ok(Some((of, role)))
}

fn decidable(
    unit: &Unit<'_>,
    actor: &Actor,
    id: RevocationId,
) -> Outcome<(Revocation, Awarded, Role)> {
    let it = kept::find(unit.tx, id)?.ok_or(Refusal::NoSuchRevocation)?;
    let (of, role) = permitted(unit, actor, it.award)?.ok_or(Refusal::NoSuchRevocation)?;
    Ok((it, of, role))
}

fn record(
    unit: &Unit<'_>,
    kind: &'static str,
    it: &Revocation,
    (by, role): (&Actor, Role),
) -> Outcome<()> {
    let fact = Fact::of(kind, "award", it.award)
        .by(by.person, Some(role))
        .with(json!({"revocation": it.id}));
    unit.record(fact, &json!({"state": it.state, "reason": it.reason}))
}
