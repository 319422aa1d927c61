//! Helping a person in again: an administrator sets nobody's password, but has a link made with
//! which the person sets it.

use domain::audit::Fact;
use domain::ids::PersonId;
use domain::people::{Actor, LinkPurpose, Refusal, Role};
use domain::time::Timestamp;
use serde_json::json;
use store::people::{address, link, session};

use super::administered::{self, Within};
use super::links::{full_address, make};
use crate::letters::{PASSWORD_LINK, to_address};
use crate::{App, Outcome};

/// A link to set a password was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasswordLink {
    /// The full address, to be handed over in person: only where it could not be mailed, and only
    /// this once.
    pub shown: Option<String>,
    /// When it stops counting.
    pub expires_at: Timestamp,
}

/// Makes a link with which a person sets a new password. It is mailed where that is possible; else
/// it is shown to the administrator, once, and only if they look after everything that the person
/// holds: nobody comes by it into an account that can do more than their own reach.
///
/// # Errors
/// [`Refusal::NoSuchPerson`], [`Refusal::BeyondReach`].
pub async fn make_password_link(
    app: &App,
    actor: &Actor,
    person: PersonId,
) -> Outcome<PasswordLink> {
    administered::of_something(actor)?;
    let (actor, sends) = (actor.clone(), app.post.sends());
    let made = app.write(move |unit| {
        let within = Within::of(unit, &actor, person)?;
        let to = address::of_person(unit.tx, person)?.into_iter().next();
        let to = to.filter(|_| sends);
        if to.is_none() && !within.is_everything() {
            return Err(Refusal::BeyondReach.into());
        }
        let made = make(unit, person, LinkPurpose::SetPassword, None)?;
        if let Some(to) = &to {
            let hours = LinkPurpose::SetPassword.lifetime().as_hours();
            let values = json!({ "link": made.id, "hours": hours });
            to_address(
                unit,
                Some(person),
                to.address.as_str(),
                None,
                PASSWORD_LINK,
                &values,
            )?;
        }
        let fact = Fact::of("password-link-made", "person", person)
            .by(actor.person, Some(Role::Administrator))
            .with(json!({ "mailed": to.is_some() }));
        unit.record(
            fact,
            &json!({ "link": made.id, "expires_at": made.expires_at }),
        )?;
        Ok((made, to.is_some()))
    });
    let (made, is_mailed) = made.await?;
    Ok(PasswordLink {
        shown: (!is_mailed).then(|| full_address(app, made.id)),
        expires_at: made.expires_at,
    })
}

/// Ends every session of a person whom the actor looks after, and every link with which they could
/// sign in; answers how many sessions.
///
/// # Errors
/// [`Refusal::NoSuchPerson`].
pub async fn end_sessions_of(app: &App, actor: &Actor, person: PersonId) -> Outcome<u64> {
    administered::of_something(actor)?;
    let actor = actor.clone();
    app.write(move |unit| {
        Within::of(unit, &actor, person)?;
        let ended = session::remove_others(unit.tx, person, "")?;
        for purpose in [LinkPurpose::SignIn, LinkPurpose::SetPassword] {
            link::make_void(unit.tx, person, purpose, unit.now)?;
        }
        let fact = Fact::of("sessions-ended-by-administrator", "person", person)
            .by(actor.person, Some(Role::Administrator));
        unit.record(fact, &json!({ "ended": ended }))?;
        Ok(ended)
    })
    .await
}
