//! What people change about themselves.

use domain::audit::Fact;
use domain::people::{Actor, Password, Refusal};
use domain::refusal::Place;
use serde_json::json;
use store::people::{password, person, session};

use super::throttling::Scopes;
use super::{passwords, secret};
use crate::letters::PASSWORD_CHANGED;
use crate::{App, Failure, Outcome};

/// Keeps the language in which the actor reads, a BCP 47 tag of at most 35 characters.
///
/// # Errors
/// Only what nobody expected.
pub async fn change_language(app: &App, actor: &Actor, language: &str) -> Outcome<()> {
    let (id, language) = (actor.person, language.chars().take(35).collect::<String>());
    app.write(move |unit| {
        person::set_language(unit.tx, id, &language)?;
        let fact = Fact::of("language-changed", "person", id).by(id, None);
        unit.record(fact, &json!({ "language": language }))
    })
    .await
}

/// Somebody wants another password.
#[derive(Clone)]
pub struct ChangePassword {
    /// The one that counts until now.
    pub old: String,
    /// The one that is to count.
    pub new: String,
    /// The secret of the session that asks; it goes on, the others end.
    pub session: String,
}

/// Changes the actor's password and ends their other sessions.
///
/// # Errors
/// [`Refusal::Fields`] with the place `old` or `new`; [`Refusal::TooManySignIns`].
pub async fn change_password(app: &App, actor: &Actor, command: ChangePassword) -> Outcome<()> {
    let new = Password::parse("new", &command.new).map_err(|it| Refusal::Fields(vec![it]))?;
    let id = actor.person;
    let scopes = Scopes::of(&id.to_string(), None);
    let counted = scopes.clone();
    let hash = app.write(move |unit| match counted.count(unit)? {
        Ok(()) => Ok(Ok(password::of_person(unit.tx, id)?)),
        Err(refusal) => Ok(Err(refusal)),
    });
    let hash = hash.await??;
    if !passwords::verify(app, &command.old, hash).await?.fits {
        return Err(Failure::from(Refusal::Fields(vec![Place::new(
            "old",
            "password-wrong",
        )])));
    }
    let (new, this) = (
        passwords::hash(app, &new).await?,
        secret::hash(&command.session),
    );
    app.write(move |unit| {
        scopes.give_back(unit)?;
        password::put(unit.tx, id, &new, unit.now)?;
        session::remove_others(unit.tx, id, &this)?;
        let fact = Fact::of("password-changed", "person", id).by(id, None);
        unit.record(fact, &json!({ "changed_at": unit.now }))?;
        unit.write_letter(id, PASSWORD_CHANGED, &json!({}))
    })
    .await
}
