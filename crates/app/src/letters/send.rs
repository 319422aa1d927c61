//! The job that sends a letter: retried for three days, kept with its error after that.

use domain::ids::{LetterId, OneTimeLinkId, PersonId};
use domain::time::{SignedDuration, Timestamp, days_after};
use serde::{Deserialize, Serialize};
use store::letters::outbox::{self, Letter};
use store::system::job::backoff;

use super::fewer::Fewer;
use super::{Kind, Mail, NotCarried, Occasion, Receiver, receiver};
use crate::people::tokens;
use crate::{App, Failure, Outcome};

/// Sends a letter.
pub(crate) const SEND_LETTER: &str = "send-letter";

/// For how many days a letter is tried.
const TRIED_FOR_DAYS: u32 = 3;
/// The most characters of an error that are kept.
const MAX_ERROR: usize = 1000;
/// The most letters that a start looks after.
const RESUMED: u32 = 10_000;

/// What [`SEND_LETTER`] needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SendLetter {
    /// Which letter.
    pub letter: LetterId,
}

/// Sends a letter that was not sent yet. Without a way out it stays where it is.
pub(crate) async fn send_letter(app: &App, job: SendLetter) -> Outcome<()> {
    let (Some(words), Some(way)) = (&app.post.words, &app.post.way) else {
        return Ok(());
    };
    let loaded = app.read(move |unit| {
        let Some(letter) = outbox::find(unit.tx, job.letter)? else {
            return Ok(None);
        };
        let receiver = match letter.person {
            Some(person) => receiver(unit, person)?,
            None => None,
        };
        Ok(Some((letter, receiver)))
    });
    let Some((letter, receiver)) = loaded.await? else {
        return Ok(());
    };
    if letter.sent_at.is_some() || letter.given_up_at.is_some() {
        return Ok(());
    }
    let carried = match address_of(&letter, receiver.as_ref()) {
        None => Err(NotCarried::ForGood(
            "the receiver has no address".to_owned(),
        )),
        Some(to) => {
            let mut occasion = occasion(app, &letter, receiver.as_ref())?;
            occasion.way = full_way(app, &letter, occasion.kind)?;
            let mail = Mail {
                id: letter.id,
                at: app.clock.now(),
                to,
                words: words.letter(&occasion).map_err(Failure::broken)?,
                stop: occasion.fewer.clone(),
                choices: letter.person.map(|_| occasion.choices.clone()),
            };
            way.carry(&mail).await
        }
    };
    settle(app, vec![letter], carried, move |unit, at| {
        job.ask(unit, at)
    })
    .await
}

/// The address of a letter: its own, or that of its receiver.
pub(super) fn address_of(letter: &Letter, receiver: Option<&Receiver>) -> Option<String> {
    letter
        .address
        .clone()
        .or_else(|| receiver.and_then(|it| it.address.clone()))
}

/// What the words of a letter are made from, with every address in it but secret ones.
pub(super) fn occasion(
    app: &App,
    letter: &Letter,
    receiver: Option<&Receiver>,
) -> Outcome<Occasion> {
    let kind = Kind::of(&letter.kind)
        .ok_or_else(|| Failure::Broken(format!("no letter of kind {}", letter.kind)))?;
    let url = &app.settings.public_url;
    let fewer = letter.person.and_then(|person| fewer(app, person, kind));
    let language = receiver.and_then(|it| it.language.clone());
    Ok(Occasion {
        kind,
        language: language.unwrap_or_else(|| letter.language.clone()),
        values: letter.parameters.clone(),
        name: receiver.map(|it| it.name.clone()).unwrap_or_default(),
        way: match kind.secret() {
            None => format!("{url}{}", kind.path(&letter.parameters)),
            Some(_) => String::new(),
        },
        fewer,
        choices: format!("{url}/account/letters"),
    })
}

/// The address to which a letter leads, with its secret: for its receiver alone.
fn full_way(app: &App, letter: &Letter, kind: &Kind) -> Outcome<String> {
    let mut values = letter.parameters.clone();
    if let Some(name) = kind.secret() {
        let id = values.get(name).and_then(|it| it.as_str());
        let id = id.and_then(|it| it.parse::<OneTimeLinkId>().ok());
        let id = id.ok_or_else(|| Failure::Broken(format!("a letter without its {name}")))?;
        values[name] = tokens::token(app, name, id).into();
    }
    let url = &app.settings.public_url;
    Ok(format!("{url}{}", kind.path(&values)))
}

fn fewer(app: &App, person: PersonId, kind: &Kind) -> Option<String> {
    let it = Fewer::of_group(kind.group)?;
    Some(it.address(app, person))
}

/// Writes down what became of letters; asks for another try where that makes sense.
pub(super) async fn settle(
    app: &App,
    letters: Vec<Letter>,
    carried: Result<(), NotCarried>,
    again: impl Fn(&crate::Unit<'_>, Timestamp) -> Outcome<()> + Send + Sync + 'static,
) -> Outcome<()> {
    let ending = match &carried {
        Ok(()) => "sent",
        Err(NotCarried::ForNow(_)) => "waiting",
        Err(NotCarried::ForGood(_)) => "given-up",
    };
    metrics::counter!("testamur_letters_total", "ending" => ending).increment(letters.len() as u64);
    if let Err(error) = &carried {
        let first = letters.first().map(|it| it.id.to_string());
        tracing::warn!(letter = first, %error, ending, "a letter was not sent");
    }
    app.write(move |unit| {
        let mut tries = None;
        for it in &letters {
            match &carried {
                Ok(()) => {
                    outbox::mark_sent(unit.tx, it.id, unit.now)?;
                }
                Err(NotCarried::ForNow(error)) if !is_too_old(it, unit.now) => {
                    outbox::note_error(unit.tx, it.id, &cut(error))?;
                    tries = tries.max(Some(it.tries + 1));
                }
                Err(NotCarried::ForNow(error) | NotCarried::ForGood(error)) => {
                    outbox::give_up(unit.tx, it.id, &cut(error), unit.now)?;
                }
            }
        }
        match tries {
            Some(tries) => again(unit, later(unit.now, backoff(tries))),
            None => Ok(()),
        }
    })
    .await
}

fn is_too_old(letter: &Letter, now: Timestamp) -> bool {
    now >= days_after(letter.created_at, TRIED_FOR_DAYS)
}

fn cut(error: &str) -> String {
    error.chars().take(MAX_ERROR).collect()
}

fn later(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.checked_add(by).unwrap_or(Timestamp::MAX)
}

/// Asks again for letters of the last three days that have not been sent: for a start, since mail
/// may have been set up meanwhile. Answers how many wait. Older ones would be no news.
///
/// # Errors
/// Only what nobody expected.
pub async fn resume(app: &App) -> Outcome<usize> {
    if !app.post.sends() {
        return Ok(0);
    }
    app.write(|unit| {
        let since = unit
            .now
            .checked_sub(SignedDuration::from_hours(i64::from(TRIED_FOR_DAYS) * 24))
            .unwrap_or(Timestamp::UNIX_EPOCH);
        let waiting = outbox::unsent(unit.tx, Some(domain::ids::ordered(since, [0; 10])), RESUMED)?;
        for letter in &waiting {
            SendLetter { letter: *letter }.ask(unit, unit.now)?;
        }
        Ok(waiting.len())
    })
    .await
}
