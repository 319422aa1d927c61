//! Sessions: who is behind a request, and ending them.

use domain::audit::Fact;
use domain::people::{Actor, SESSION_IDLE_DAYS};
use domain::refusal::Request;
use domain::time::{SignedDuration, Timestamp, days_after};
use serde_json::json;
use store::people::session;

use super::secret;
use crate::{App, Outcome};

/// A session that is used all the time is noted as used this often.
const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(5);
/// The most sessions that a list shows.
const SHOWN: u32 = 100;

/// Who is behind a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visitor {
    /// Who, with what they hold.
    pub actor: Actor,
    /// Their name.
    pub name: String,
    /// The language that they chose, as a BCP 47 tag.
    pub language: Option<String>,
}

/// One of a person's own sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSession {
    /// Names it; of no use for signing in.
    pub id: String,
    /// What the browser or program said that it is.
    pub device: String,
    /// When they signed in.
    pub created_at: Timestamp,
    /// When it was used last, to some minutes.
    pub seen_at: Timestamp,
    /// The one that asks.
    pub is_this: bool,
}

/// Who is behind a request with that secret; nobody if the session has ended, was revoked, or has
/// not been used for too long. One statement, and a second every five minutes.
///
/// # Errors
/// Only what nobody expected.
pub async fn visitor(app: &App, secret: &str) -> Outcome<Option<Visitor>> {
    if !secret::is_plausible(secret) {
        return Ok(None);
    }
    let hash = secret::hash(secret);
    let asked = hash.clone();
    let now = app.clock.now();
    let found = app
        .read(move |unit| Ok(session::visitor(unit.tx, &asked, now)?))
        .await?;
    let Some(it) = found.filter(|it| is_alive(it.seen_at, it.expires_at, now)) else {
        return Ok(None);
    };
    if now.duration_since(it.seen_at) >= NOTED_EVERY {
        app.write(move |unit| Ok(session::touch(unit.tx, &hash, unit.now)?))
            .await?;
    }
    Ok(Some(Visitor {
        actor: it.actor,
        name: it.name,
        language: it.language,
    }))
}

fn is_alive(seen_at: Timestamp, expires_at: Timestamp, now: Timestamp) -> bool {
    now < expires_at && now < days_after(seen_at, SESSION_IDLE_DAYS)
}

/// Ends the session of that secret. Ending it twice is no harm.
///
/// # Errors
/// Only what nobody expected.
pub async fn sign_out(app: &App, actor: &Actor, secret: &str) -> Outcome<()> {
    let (person, hash) = (actor.person, secret::hash(secret));
    app.write(move |unit| {
        if session::remove_of(unit.tx, &hash, person)? {
            let fact = Fact::of("signed-out", "person", person).by(person, None);
            unit.record(fact, &json!({ "session": hash }))?;
        }
        Ok(())
    })
    .await
}

/// The actor's sessions that are alive, newest first; the one with that secret is marked.
///
/// # Errors
/// Only what nobody expected.
pub async fn list_own_sessions(app: &App, actor: &Actor, secret: &str) -> Outcome<Vec<OwnSession>> {
    let (person, this, now) = (actor.person, secret::hash(secret), app.clock.now());
    let kept = app
        .read(move |unit| Ok(session::of_person(unit.tx, person, SHOWN)?))
        .await?;
    let alive = kept
        .into_iter()
        .filter(|it| is_alive(it.seen_at, it.expires_at, now));
    let shown = alive.map(|it| OwnSession {
        is_this: it.secret_hash == this,
        id: it.secret_hash,
        device: it.device,
        created_at: it.created_at,
        seen_at: it.seen_at,
    });
    Ok(shown.collect())
}

/// Ends one of the actor's own sessions.
///
/// # Errors
/// [`Request::NoSuchPage`], also when it is somebody else's.
pub async fn revoke_session(app: &App, actor: &Actor, id: &str) -> Outcome<()> {
    let (person, id) = (actor.person, id.to_owned());
    app.write(move |unit| {
        if !session::remove_of(unit.tx, &id, person)? {
            return Err(Request::NoSuchPage.into());
        }
        let fact = Fact::of("session-revoked", "person", person).by(person, None);
        unit.record(fact, &json!({ "session": id }))
    })
    .await
}

/// Ends every session of the actor but the one with that secret; answers how many.
///
/// # Errors
/// Only what nobody expected.
pub async fn end_other_sessions(app: &App, actor: &Actor, secret: &str) -> Outcome<u64> {
    let (person, this) = (actor.person, secret::hash(secret));
    app.write(move |unit| {
        let ended = session::remove_others(unit.tx, person, &this)?;
        if ended > 0 {
            let fact = Fact::of("other-sessions-revoked", "person", person).by(person, None);
            unit.record(fact, &json!({ "session": this, "ended": ended }))?;
        }
        Ok(ended)
    })
    .await
}
