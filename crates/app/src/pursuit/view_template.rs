//! A file that a requirement offers to fill in.

use domain::catalogue::{Slug, Template};
use domain::ids::PursuitId;
use domain::people::Actor;
use domain::pursuit::Refusal;

use super::own::own_work;
use crate::{App, Outcome};

/// The template of a requirement, in the version that one's own pursuit works on; one statement.
///
/// # Errors
/// `no-such-pursuit`; `unknown-field` if the requirement has none.
pub async fn view_template(
    app: &App,
    actor: &Actor,
    pursuit: PursuitId,
    requirement: &Slug,
) -> Outcome<Template> {
    let (actor, requirement) = (actor.clone(), requirement.clone());
    app.read(move |unit| {
        let work = own_work(unit, &actor, pursuit)?;
        let found = work.offer.content.requirement(&requirement);
        let template = found.and_then(|it| it.template.clone());
        Ok(template.ok_or(Refusal::UnknownField)?)
    })
    .await
}
