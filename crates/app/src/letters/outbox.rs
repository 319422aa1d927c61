//! Reading letters: one's own, and the outbox of the installation.

use domain::audit::Fact;
use domain::ids::{LetterId, PersonId};
use domain::letters::Pace;
use domain::people::Actor;
use domain::refusal::Request;
use domain::time::Timestamp;
use serde_json::json;
use store::letters::outbox::{self, Letter};

use super::send::{address_of, occasion};
use super::{Occasion, receiver};
use crate::people::ask_to_run;
use crate::{App, Outcome, Unit};

/// Lines of a page.
const PAGE: u32 = 50;

/// What became of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetterState {
    /// Sent.
    Sent(Timestamp),
    /// It goes out soon; with the error of the last try, if one was made.
    Waiting(Option<String>),
    /// It stays here: no mail server is set up.
    Kept,
    /// It waits for the end of the day or week.
    ForDigest(Pace),
    /// Its receiver wants no such letters by mail.
    NotWanted,
    /// It could not be sent.
    GivenUp(String),
}

/// A letter in a list.
#[derive(Clone, Debug)]
pub struct LetterLine {
    /// Which.
    pub id: LetterId,
    /// To whom: a name, or the address alone.
    pub to: String,
    /// When it was written.
    pub created_at: Timestamp,
    /// What became of it.
    pub state: LetterState,
    /// What its words are made from.
    pub occasion: Occasion,
}

/// A page of letters.
#[derive(Clone, Debug)]
pub struct Letters {
    /// Newest first.
    pub lines: Vec<LetterLine>,
    /// Where the next page begins, if there is one.
    pub next: Option<LetterId>,
    /// Letters leave the house.
    pub is_sending: bool,
}

/// A letter to be read.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The letter.
    pub line: LetterLine,
    /// The address to which it goes or went; nothing if there is none.
    pub address: Option<String>,
}

/// The actor's own letters, newest first. Two statements.
///
/// # Errors
/// Only what nobody expected.
pub async fn list_letters(app: &App, actor: &Actor, before: Option<LetterId>) -> Outcome<Letters> {
    let person = actor.person;
    let found = app.read(move |unit| Ok(outbox::of_person(unit.tx, person, before, PAGE + 1)?));
    page(app, found.await?)
}

/// Every letter of the installation, newest first. Two statements.
///
/// # Errors
/// `not-allowed`.
pub async fn list_outbox(app: &App, actor: &Actor, before: Option<LetterId>) -> Outcome<Letters> {
    let actor = actor.clone();
    let found = app.read(move |unit| {
        ask_to_run(unit, &actor)?;
        Ok(outbox::before(unit.tx, before, PAGE + 1)?)
    });
    page(app, found.await?)
}

fn page(app: &App, mut found: Vec<Letter>) -> Outcome<Letters> {
    let is_more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    let next = found.last().filter(|_| is_more).map(|it| it.id);
    let lines = found.iter().map(|it| line(app, it));
    Ok(Letters {
        lines: lines.collect::<Outcome<_>>()?,
        next,
        is_sending: app.post.sends(),
    })
}

fn line(app: &App, letter: &Letter) -> Outcome<LetterLine> {
    let mut occasion = occasion(app, letter, None)?;
    occasion.name = letter.name.clone().unwrap_or_default();
    let to = letter.name.clone().or_else(|| letter.address.clone());
    Ok(LetterLine {
        id: letter.id,
        to: to.unwrap_or_default(),
        created_at: letter.created_at,
        state: state(app, letter),
        occasion,
    })
}

fn state(app: &App, it: &Letter) -> LetterState {
    let error = it.error.clone();
    match (it.sent_at, it.given_up_at, it.pace) {
        (Some(at), _, _) => LetterState::Sent(at),
        (None, Some(_), _) => LetterState::GivenUp(error.unwrap_or_default()),
        (None, None, Pace::Off) => LetterState::NotWanted,
        _ if !app.post.sends() => LetterState::Kept,
        (None, None, Pace::AtOnce) => LetterState::Waiting(error),
        (None, None, pace) => LetterState::ForDigest(pace),
    }
}

/// One of the actor's own letters. Two statements.
///
/// # Errors
/// [`Request::NoSuchPage`], also for the letter of somebody else.
pub async fn open_letter(app: &App, actor: &Actor, id: LetterId) -> Outcome<Opened> {
    let person = actor.person;
    let found = app.read(move |unit| loaded(unit, id, Some(person))).await?;
    opened(app, found)
}

/// A letter of the outbox. That an administrator opened it is recorded.
///
/// # Errors
/// `not-allowed`, [`Request::NoSuchPage`].
pub async fn open_outbox(app: &App, actor: &Actor, id: LetterId) -> Outcome<Opened> {
    let actor = actor.clone();
    let by = actor.person;
    let found = app.write(move |unit| {
        ask_to_run(unit, &actor)?;
        let found = loaded(unit, id, None)?;
        let fact = Fact::of("letter-opened", "letter", id)
            .by(by, Some(domain::people::Role::Administrator));
        unit.record(fact, &json!({ "sent_at": found.0.sent_at }))?;
        Ok(found)
    });
    opened(app, found.await?)
}

type Loaded = (Letter, Option<super::Receiver>);

fn loaded(unit: &Unit<'_>, id: LetterId, only: Option<PersonId>) -> Outcome<Loaded> {
    let letter = outbox::find(unit.tx, id)?
        .filter(|it| only.is_none() || it.person == only)
        .ok_or(Request::NoSuchPage)?;
    let receiver = match letter.person {
        Some(person) => receiver(unit, person)?,
        None => None,
    };
    Ok((letter, receiver))
}

fn opened(app: &App, (letter, receiver): Loaded) -> Outcome<Opened> {
    let mut line = line(app, &letter)?;
    line.occasion = occasion(app, &letter, receiver.as_ref())?;
    Ok(Opened {
        address: address_of(&letter, receiver.as_ref()),
        line,
    })
}
