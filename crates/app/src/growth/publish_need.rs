//! Publishing a priority of a school or district.

use domain::audit::Fact;
use domain::growth::{AskedNeed, Need};
use domain::ids::{NeedId, OrganizationId};
use domain::people::permission::{Question, may};
use domain::people::{Actor, Refusal as PeopleRefusal, Role};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::growth::need;
use store::people::path_of;

use crate::jobs::{TELL_OF_NEED, TellOfNeed};
use crate::{App, IdempotencyKey, Outcome, Unit};

/// A priority is to be published.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PublishNeed {
    /// Of which organization.
    pub organization: OrganizationId,
    /// What it says.
    #[serde(flatten)]
    pub need: AskedNeed,
}

/// It is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedPublished {
    /// Its id.
    pub need: NeedId,
}

/// Publishes a need; educators of the organization and of all below get a letter.
///
/// # Errors
/// `growth-fields` with everything to mend; `no-such-organization` where the actor leads nothing.
pub async fn publish_need(
    app: &App,
    actor: &Actor,
    command: PublishNeed,
    key: Option<IdempotencyKey>,
) -> Outcome<NeedPublished> {
    let (need, at) = (Need::read(&command.need)?, command.organization);
    let (actor, by) = (actor.clone(), Some(actor.person));
    app.once(by, "growth/publish-need", key, &command, move |unit| {
        lead(unit, &actor, at)?;
        let id = unit.id();
        let new = need::NewNeed {
            id,
            organization: at,
            need: &need,
            by: actor.person,
            now: unit.now,
        };
        need::insert(unit.tx, new)?;
        let fact = Fact::of("need-published", "need", id)
            .by(actor.person, Some(Role::Leader))
            .with(json!({ "organization": at }));
        unit.record(fact, &need)?;
        unit.ask(TELL_OF_NEED, &TellOfNeed { need: id }, None)?;
        Ok(NeedPublished { need: id })
    })
    .await
}

/// Only those who lead an organization go on. For others it does not exist.
pub(super) fn lead(unit: &Unit<'_>, actor: &Actor, at: OrganizationId) -> Outcome<()> {
    let path = path_of(unit.tx, at)?;
    let question = Question::PublishNeed {
        organization: &path,
    };
    match !path.is_empty() && may(actor, question) {
        true => Ok(()),
        false => Err(PeopleRefusal::NoSuchOrganization.into()),
    }
}
