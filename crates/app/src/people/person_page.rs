//! A person, as an administrator who looks after them knows them.

use domain::ids::{EventId, PersonId};
use domain::people::{Actor, Refusal};
use domain::time::Timestamp;
use store::people::address::{self, Address};
use store::people::merging::{self, Merge};
use store::people::{membership, person, session};
use store::system::event;

use super::administered::{self, Within};
use super::lists::Held;
use super::merging::is_undoable;
use crate::{App, Outcome};

/// The most sessions and events that are shown.
const SHOWN: u32 = 50;

/// A person with everything that an administrator needs to help them.
#[derive(Clone, Debug)]
pub struct PersonPage {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Their addresses, the one for letters first.
    pub addresses: Vec<Address>,
    /// What they hold where the actor looks after.
    pub held: Vec<Held>,
    /// The actor looks after everything that they hold.
    pub is_within: bool,
    /// Where they are signed in, newest first: what it is, since when, last used.
    pub sessions: Vec<(String, Timestamp, Timestamp)>,
    /// What happened to their account, newest first.
    pub history: Vec<Happened>,
    /// Where the history goes on, if it does.
    pub next: Option<EventId>,
    /// Accounts that went into this one, each with whether that can still be undone.
    pub merges: Vec<(Merge, bool)>,
    /// Links are mailed; otherwise they are shown once.
    pub is_sending: bool,
}

/// Something that happened to an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// What, in kebab-case.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// The person did it themselves.
    pub is_own: bool,
}

/// A person whom the actor looks after. Six statements.
///
/// # Errors
/// [`Refusal::NoSuchPerson`].
pub async fn view_person(
    app: &App,
    actor: &Actor,
    id: PersonId,
    before: Option<EventId>,
) -> Outcome<PersonPage> {
    administered::of_something(actor)?;
    let (actor, is_sending) = (actor.clone(), app.post.sends());
    app.read(move |unit| {
        let within = Within::of(unit, &actor, id)?;
        let it = person::find(unit.tx, id)?.ok_or(Refusal::NoSuchPerson)?;
        let is_within = within.is_everything();
        let sessions = session::of_person(unit.tx, id, SHOWN)?;
        let subject = id.to_string();
        let mut events = event::of_subject_before(unit.tx, "person", &subject, before, SHOWN + 1)?;
        let is_more = events.len() > SHOWN as usize;
        events.truncate(SHOWN as usize);
        let merges = merging::into(unit.tx, id)?;
        let alive = sessions.into_iter().filter(|it| unit.now < it.expires_at);
        Ok(PersonPage {
            person: id,
            name: it.name.as_str().to_owned(),
            addresses: address::of_person(unit.tx, id)?,
            held: within.held.into_iter().map(held).collect(),
            is_within,
            sessions: alive
                .map(|it| (it.device, it.created_at, it.seen_at))
                .collect(),
            next: events.last().filter(|_| is_more).map(|it| it.id),
            history: events
                .into_iter()
                .map(|it| Happened {
                    is_own: it.person == Some(id),
                    kind: it.kind,
                    at: it.at,
                })
                .collect(),
            merges: merges
                .into_iter()
                .map(|it| (it.clone(), is_undoable(&it, unit.now)))
                .collect(),
            is_sending,
        })
    })
    .await
}

fn held(it: membership::Listed) -> Held {
    Held {
        membership: it.id,
        role: it.membership.role,
        organization: it.membership.organization,
        name: it.organization,
    }
}
