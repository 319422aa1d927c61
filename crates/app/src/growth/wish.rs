//! An educator says how much time they have, and whether there are students to work with.

use domain::audit::Fact;
use domain::growth::{AskedWishes, Wishes};
use domain::people::Actor;
use store::growth::own;

use super::assess::veiled;
use crate::{App, Outcome};

/// Keeps what the actor can give, in the place of what they said before.
///
/// # Errors
/// `growth-fields`.
pub async fn wish(app: &App, actor: &Actor, asked: AskedWishes) -> Outcome<()> {
    let (it, person) = (Wishes::read(&asked)?, actor.person);
    app.write(move |unit| {
        own::wish(unit.tx, person, it, unit.now)?;
        let fact = Fact::of("wishes-changed", "person", person).by(person, None);
        unit.record(fact, &veiled(unit))
    })
    .await
}
