//! The award of a stack: made by a job when the last award arrives or when the stack is published
//! later, signed like any other, and seen by whom its holder wants.

use domain::audit::{Fact, sha256_hex};
use domain::award::{Refusal, Visibility};
use domain::catalogue::stack::Member;
use domain::ids::{AwardId, CredentialId, PersonId};
use domain::people::Actor;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::award::stack::{self as kept, NewStackAward, NewStackCredential, StackAward};
use store::award::{holding, status_list};
use store::catalogue::{
    MemberShown, StackShown, current_stack, holders, members_of, stack_slug, stacks_containing,
};

use super::make::{current_list, free_place, hexadecimal};
use crate::catalogue::{StackHolders, held};
use crate::jobs::{AWARD_STACK_HOLDERS, AWARD_STACKS, SIGN_STACK};
use crate::letters::STACK_AWARDED;
use crate::{App, Failure, Outcome, Unit};

/// People that one run of the job for a published stack looks at.
const BATCH: u32 = 50;

/// What the job [`AWARD_STACKS`] needs to know: who was awarded something that may be the last part
/// of a stack.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AwardStacks {
    /// Who.
    pub person: PersonId,
    /// `micro-credential` or `stack`.
    pub kind: String,
    /// Its id.
    pub id: String,
}

/// What the job [`SIGN_STACK`] needs to know.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct StackToSign {
    /// The award whose edition is to be signed.
    pub award: AwardId,
    /// The edition.
    pub credential: CredentialId,
}

/// An award that a stack counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// Of what.
    pub member: Member,
    /// Its title then.
    pub title: String,
    /// The award.
    pub award: String,
}

/// Makes the award of every stack that is complete with what somebody was awarded.
pub async fn award_stacks(app: &App, job: AwardStacks) -> Outcome<()> {
    app.write(move |unit| {
        for (slug, _) in stacks_containing(unit.tx, &job.kind, &job.id)? {
            award_if_complete(unit, &slug, job.person)?;
        }
        Ok(())
    })
    .await
}

/// Makes the award of a stack that was just published for those who hold enough of it, so many at a
/// time.
pub async fn award_stack_holders(app: &App, job: StackHolders) -> Outcome<()> {
    app.write(move |unit| {
        let slug = stack_slug(unit.tx, job.stack)?;
        let people = holders(unit.tx, job.stack, job.after, BATCH)?;
        for person in &people {
            award_if_complete(unit, &slug, *person)?;
        }
        if people.len() < BATCH as usize {
            return Ok(());
        }
        let next = StackHolders {
            stack: job.stack,
            after: people.last().copied(),
        };
        unit.ask(AWARD_STACK_HOLDERS, &next, None)
    })
    .await
}

fn award_if_complete(unit: &Unit<'_>, slug: &str, person: PersonId) -> Outcome<()> {
    let Some(stack) = current_stack(unit.tx, slug)? else {
        return Ok(());
    };
    let members = members_of(unit.tx, stack.id, Some(person))?;
    if !stack.content.is_completed(&held(&members)) {
        return Ok(());
    }
    make(unit, &stack, &members, person)
}

/// A person has one award of a stack; a second is not made, whatever follows.
fn make(
    unit: &Unit<'_>,
    stack: &StackShown,
    members: &[MemberShown],
    person: PersonId,
) -> Outcome<()> {
    let counted: Vec<Counted> = members.iter().filter_map(counted).collect();
    let json = serde_json::to_string(&counted).map_err(Failure::broken)?;
    let award: AwardId = unit.public_id();
    let new = NewStackAward {
        id: award,
        stack: stack.id,
        version: stack.version,
        person,
        organization: stack.organization,
        counted: &json,
        now: unit.now,
    };
    if !kept::insert(unit.tx, &new)? {
        return Ok(());
    }
    let list = current_list(unit, stack.organization)?;
    let place = free_place(unit, list)?;
    let (holder_name, salt) = (
        holding::name_of(unit.tx, person)?,
        hexadecimal(unit.random::<16>()),
    );
    let credential: CredentialId = unit.public_id();
    let edition = NewStackCredential {
        id: credential,
        award,
        place: (list, place),
        holder_name: &holder_name,
        salt: &salt,
        now: unit.now,
    };
    if !kept::insert_edition(unit.tx, &edition)? {
        return Err(Failure::broken("a free place in a status list is taken"));
    }
    status_list::take(unit.tx, list)?;
    let fact = Fact::of("stack-awarded", "stack-award", award).with(json!({
        "stack": stack.id,
        "version": stack.version,
        "counted": counted.iter().map(|it| &it.award).collect::<Vec<_>>(),
        "credential": credential,
    }));
    unit.record(fact, &json!({"visibility": Visibility::Private}))?;
    unit.ask(SIGN_STACK, &StackToSign { award, credential }, None)?;
    ask(unit, person, "stack", &stack.id.to_string())?;
    let values = json!({
        "award": award,
        "title": stack.content.title,
        "issuer": stack.issuer,
    });
    unit.write_letter(person, STACK_AWARDED, &values)
}

/// Asks whether something that was awarded completes a stack.
pub(super) fn ask(unit: &Unit<'_>, person: PersonId, kind: &str, id: &str) -> Outcome<()> {
    let job = AwardStacks {
        person,
        kind: kind.to_owned(),
        id: id.to_owned(),
    };
    unit.ask(AWARD_STACKS, &job, None)
}

fn counted(it: &MemberShown) -> Option<Counted> {
    Some(Counted {
        member: it.member.clone(),
        title: it.title.clone(),
        award: it.award.clone()?,
    })
}

/// Reads which awards counted.
pub(super) fn read_counted(award: &StackAward) -> Outcome<Vec<Counted>> {
    serde_json::from_str(&award.counted).map_err(Failure::broken)
}

/// A stack's award, for whoever may see it.
#[derive(Clone, Debug)]
pub struct StackAwardShown {
    /// The award with its newest edition.
    pub award: StackAward,
    /// The awards that made it complete.
    pub counted: Vec<Counted>,
    /// The asker holds it.
    pub is_mine: bool,
    /// The signed edition checked a moment ago; nothing while it is being signed.
    pub verification: Option<super::Verification>,
    /// Full address of its page.
    pub address: String,
    /// The issuer's decentralized identifier.
    pub did: String,
    /// Full address of the issuer's DID document.
    pub did_document: String,
    /// Full address of the status list.
    pub status_list: String,
    /// Strangers can fetch all this.
    pub is_reachable: bool,
}

/// A stack's award and the check of its signed edition. Whoever may not see it is told that there
/// is none.
pub async fn view_stack_award(
    app: &App,
    asker: Option<PersonId>,
    id: AwardId,
) -> Outcome<StackAwardShown> {
    let (award, keys) = app
        .read(move |unit| {
            let award = find(unit, asker, id)?;
            let keys = store::award::issuer_key::of_issuer(unit.tx, award.organization)?;
            Ok((award, keys))
        })
        .await?;
    let served = super::verification::Served {
        organization: award.organization,
        signed: award.signed.as_deref(),
        status_list: award.status_list,
        signed_list: award.signed_list.as_deref(),
    };
    let verification = super::verification::of_served(app, served, &keys).await?;
    let addresses = super::Addresses::new(&app.settings.public_url);
    Ok(StackAwardShown {
        address: addresses.stack_award(award.award),
        did: addresses.did(award.organization)?,
        did_document: addresses.did_document(award.organization),
        status_list: addresses.status_list(award.status_list),
        is_reachable: addresses.are_reachable(),
        counted: read_counted(&award)?,
        is_mine: asker == Some(award.person),
        verification,
        award,
    })
}

/// The signed edition as JSON. Refused while it is being signed.
pub async fn view_stack_credential(
    app: &App,
    asker: Option<PersonId>,
    id: AwardId,
) -> Outcome<String> {
    app.read(move |unit| Ok(find(unit, asker, id)?.signed.ok_or(Refusal::NotSignedYet)?))
        .await
}

/// A person's own stacks, newest first.
pub async fn list_stack_awards(app: &App, person: PersonId) -> Outcome<Vec<kept::HeldStack>> {
    app.read(move |unit| Ok(kept::of_person(unit.tx, person)?))
        .await
}

/// The holder chooses who may see it.
pub async fn set_stack_visibility(
    app: &App,
    actor: &Actor,
    id: AwardId,
    visibility: Visibility,
) -> Outcome<Visibility> {
    let person = actor.person;
    app.write(move |unit| {
        if !kept::show_to(unit.tx, id, person, visibility)? {
            return Err(Refusal::NoSuchAward.into());
        }
        let fact = Fact::of("award-visibility-set", "stack-award", id)
            .by(person, None)
            .with(json!({"to": visibility}));
        unit.record(fact, &json!({"visibility": visibility}))?;
        Ok(visibility)
    })
    .await
}

fn find(unit: &Unit<'_>, asker: Option<PersonId>, id: AwardId) -> Outcome<StackAward> {
    kept::find(unit.tx, id)?
        .filter(|award| award.visibility.shows_to(award.person, asker))
        .ok_or(Refusal::NoSuchAward.into())
}

/// Keeps what was signed.
pub(super) async fn keep_signed(app: &App, award: StackAward, signed: String) -> Outcome<()> {
    app.write(move |unit| {
        if !kept::sign(unit.tx, award.credential, &signed, unit.now)? {
            return Ok(());
        }
        let fact = Fact::of("credential-signed", "stack-credential", award.credential)
            .with(json!({"award": award.award}));
        unit.record(fact, &json!({"sha256": sha256_hex(&signed)}))
    })
    .await
}
