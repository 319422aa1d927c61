//! Inviting mentors and team mates, and what becomes of it.

use domain::audit::Fact;
use domain::growth::{AskedInvitation, Invitation, MAX_COMPANIONS, Refusal};
use domain::ids::{CompanionInvitationId, PersonId, PursuitId};
use domain::people::Actor;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::growth::companion;
use store::people::address::owner as of_address;

use crate::letters::{COMPANION_ANSWERED, COMPANION_INVITED, to_address};
use crate::pursuit::own_work;
use crate::{App, IdempotencyKey, Outcome, Unit};

/// Somebody is to be invited.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Invite {
    /// To accompany which pursuit.
    pub pursuit: PursuitId,
    /// Who, and as what.
    #[serde(flatten)]
    pub asked: AskedInvitation,
}

/// They are invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InviteDone {
    /// The invitation.
    pub invitation: CompanionInvitationId,
}

/// Invites whoever has an address. The answer is the same whether somebody here has it or not, so
/// that nobody learns who has an account.
///
/// # Errors
/// `growth-fields`, `no-such-pursuit`, `own-address`, `already-invited`, `too-many-of-them`.
pub async fn invite(
    app: &App,
    actor: &Actor,
    command: Invite,
    key: Option<IdempotencyKey>,
) -> Outcome<InviteDone> {
    let it = Invitation::read(&command.asked)?;
    let (actor, pursuit, by) = (actor.clone(), command.pursuit, Some(actor.person));
    app.once(by, "growth/invite", key, &command, move |unit| {
        let work = own_work(unit, &actor, pursuit)?;
        let receiver = of_address(unit.tx, &it.email)?;
        if receiver == Some(actor.person) {
            return Err(Refusal::OwnAddress.into());
        }
        let there = companion::of_pursuit(unit.tx, pursuit)?;
        if receiver.is_some_and(|it| there.iter().any(|known| known.person == it)) {
            return Err(Refusal::AlreadyInvited.into());
        }
        let open = companion::open(unit.tx, pursuit)?;
        if there.len() + open.len() >= MAX_COMPANIONS {
            let limit = MAX_COMPANIONS;
            return Err(Refusal::TooManyOfThem { limit }.into());
        }
        let id = unit.id();
        if !companion::invite(unit.tx, id, pursuit, &it, unit.now)? {
            return Err(Refusal::AlreadyInvited.into());
        }
        let fact = Fact::of("companion-invited", "pursuit", pursuit)
            .by(actor.person, None)
            .with(json!({ "invitation": id, "role": it.role }));
        unit.record(fact, &json!({ "open": true }))?;
        let values = json!({ "title": work.offer.content.title });
        let address = it.email.as_str();
        to_address(unit, receiver, address, None, COMPANION_INVITED, &values)?;
        Ok(InviteDone { invitation: id })
    })
    .await
}

/// The answer to an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// I accompany.
    Accept,
    /// I do not.
    Decline,
}

/// Answers an invitation to one of the actor's addresses; accepting leads to the pursuit. Whoever
/// has been given a review of the pursuit cannot accept it, and is not told that this is why:
/// accepting would tell them whose work they judge.
///
/// # Errors
/// `companion-no-such-invitation`, `companion-invitation-closed`.
pub async fn answer_invitation(
    app: &App,
    actor: &Actor,
    id: CompanionInvitationId,
    answer: Answer,
) -> Outcome<Option<PursuitId>> {
    let person = actor.person;
    let answered = app
        .write(move |unit| {
            let invited = addressed(unit, person, id)?;
            let judges = companion::judges(unit.tx, invited.pursuit, person)?;
            let accepts = answer == Answer::Accept && !judges;
            let word = if accepts { "accepted" } else { "declined" };
            if !companion::answer(unit.tx, id, word, unit.now)? {
                return Err(Refusal::InvitationClosed.into());
            }
            if accepts {
                companion::join(unit.tx, invited.pursuit, person, invited.role, unit.now)?;
            }
            let fact = Fact::of("companion-answered", "pursuit", invited.pursuit)
                .by(person, None)
                .with(json!({ "invitation": id, "answer": word }));
            unit.record(fact, &json!({ "answer": word }))?;
            tell(unit, invited.pursuit)?;
            Ok((accepts, invited.pursuit))
        })
        .await?;
    match (answer, answered) {
        (Answer::Decline, _) => Ok(None),
        (Answer::Accept, (true, pursuit)) => Ok(Some(pursuit)),
        (Answer::Accept, (false, _)) => Err(Refusal::InvitationClosed.into()),
    }
}

fn addressed(
    unit: &Unit<'_>,
    person: PersonId,
    id: CompanionInvitationId,
) -> Outcome<companion::Invited> {
    let invited = companion::find(unit.tx, id)?.ok_or(Refusal::NoSuchInvitation)?;
    if of_address(unit.tx, &invited.address)? != Some(person) {
        return Err(Refusal::NoSuchInvitation.into());
    }
    match invited.is_open {
        true => Ok(invited),
        false => Err(Refusal::InvitationClosed.into()),
    }
}

/// The letter says that there is an answer, not which: the page of the pursuit shows it.
fn tell(unit: &Unit<'_>, pursuit: PursuitId) -> Outcome<()> {
    let Some(work) = store::pursuit::work(unit.tx, pursuit)? else {
        return Ok(());
    };
    let values = json!({ "pursuit": pursuit, "title": work.offer.content.title });
    unit.write_letter(work.stored.person, COMPANION_ANSWERED, &values)
}

/// Withdraws an invitation that has no answer yet.
///
/// # Errors
/// `no-such-pursuit`, `companion-no-such-invitation`, `companion-invitation-closed`.
pub async fn withdraw_invitation(
    app: &App,
    actor: &Actor,
    id: CompanionInvitationId,
) -> Outcome<PursuitId> {
    let actor = actor.clone();
    app.write(move |unit| {
        let invited = companion::find(unit.tx, id)?.ok_or(Refusal::NoSuchInvitation)?;
        let work = store::pursuit::work(unit.tx, invited.pursuit)?;
        if work.is_none_or(|it| it.stored.person != actor.person) {
            return Err(Refusal::NoSuchInvitation.into());
        }
        if !companion::answer(unit.tx, id, "withdrawn", unit.now)? {
            return Err(Refusal::InvitationClosed.into());
        }
        let fact = Fact::of("companion-invitation-withdrawn", "pursuit", invited.pursuit)
            .by(actor.person, None)
            .with(json!({ "invitation": id }));
        unit.record(fact, &json!({ "open": false }))?;
        Ok(invited.pursuit)
    })
    .await
}

/// Somebody accompanies a pursuit no longer: they leave, or its educator lets them go. That they
/// did accompany it stays known, since they must never judge it.
///
/// # Errors
/// `no-such-companion`, also where the actor is neither of the two.
pub async fn end_companionship(
    app: &App,
    actor: &Actor,
    pursuit: PursuitId,
    person: PersonId,
) -> Outcome<()> {
    let actor = actor.clone();
    app.write(move |unit| {
        let work = store::pursuit::work(unit.tx, pursuit)?.ok_or(Refusal::NoSuchCompanion)?;
        let is_either = actor.person == person || actor.person == work.stored.person;
        if !is_either || !companion::leave(unit.tx, pursuit, person, unit.now)? {
            return Err(Refusal::NoSuchCompanion.into());
        }
        let fact = Fact::of("companion-left", "pursuit", pursuit)
            .by(actor.person, None)
            .with(json!({ "person": person }));
        unit.record(fact, &json!({ "ended_at": unit.now }))
    })
    .await
}
