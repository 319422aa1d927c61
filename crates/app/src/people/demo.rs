//! The people of the demo, whom everybody may be. Nothing of this exists when serving.

use domain::ids::PersonId;
use domain::people::Role;
use domain::refusal::Request;
use store::people::person;

use super::lists::{self, PAGE};
use super::sign_in::{Device, SignedIn, new_session};
use crate::{App, Mode, Outcome};

/// Somebody whom one can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoPerson {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What they are, each once.
    pub roles: Vec<Role>,
    /// Where they work: the first of their organizations.
    pub organization: String,
}

/// The people of the demo by name, at most [`PAGE`]. Two statements.
///
/// # Errors
/// [`Request::NoSuchPage`] when this is no demo.
pub async fn list_demo_people(app: &App) -> Outcome<Vec<DemoPerson>> {
    only_in_the_demo(app)?;
    let page = app.read(|unit| {
        let lines = person::after(unit.tx, None, PAGE)?;
        lists::page(unit, None, lines)
    });
    Ok(page.await?.people.into_iter().map(demo_person).collect())
}

fn demo_person(it: lists::Known) -> DemoPerson {
    let mut roles: Vec<Role> = it.held.iter().map(|held| held.role).collect();
    roles.sort_unstable();
    roles.dedup();
    let organization = it
        .held
        .into_iter()
        .next()
        .map(|held| held.name)
        .unwrap_or_default();
    DemoPerson {
        person: it.person,
        name: it.name,
        roles,
        organization,
    }
}

/// Signs in as one of the demo people; the session that the browser had until now ends.
///
/// # Errors
/// [`Request::NoSuchPage`] when this is no demo or there is no such person.
pub async fn sign_in_to_demo(
    app: &App,
    id: PersonId,
    device: Device,
    replaces: Option<String>,
) -> Outcome<SignedIn> {
    only_in_the_demo(app)?;
    app.write(move |unit| {
        if person::find(unit.tx, id)?.is_none() {
            return Err(Request::NoSuchPage.into());
        }
        new_session(unit, id, &device, replaces.as_deref())
    })
    .await
}

fn only_in_the_demo(app: &App) -> Outcome<()> {
    match app.settings.mode {
        Mode::Demo => Ok(()),
        Mode::Serving => Err(Request::NoSuchPage.into()),
    }
}
