//! How often a person wants to hear of what.

use domain::audit::Fact;
use domain::letters::{Group, Pace};
use domain::people::{Actor, Refusal};
use domain::refusal::Place;
use serde_json::json;
use store::letters::preference;

use crate::{App, Outcome};

/// The pace of one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What letters are about.
    pub group: Group,
    /// How often.
    pub pace: Pace,
}

/// What the actor has chosen, or what counts without a choice, for every group. One statement.
///
/// # Errors
/// Only what nobody expected.
pub async fn list_choices(app: &App, actor: &Actor) -> Outcome<Vec<Choice>> {
    let person = actor.person;
    app.read(move |unit| {
        let chosen = preference::of_person(unit.tx, person)?;
        let choice = |group: Group| {
            let own = chosen.iter().find(|(it, _)| *it == group);
            let pace = own.map(|(_, pace)| *pace).filter(|it| group.allows(*it));
            Choice {
                group,
                pace: pace.unwrap_or_else(|| group.first_pace()),
            }
        };
        Ok(Group::ALL.into_iter().map(choice).collect())
    })
    .await
}

/// Keeps the actor's choices: words of groups and paces, as they came. Groups that are not named
/// stay as they are.
///
/// # Errors
/// [`Refusal::Fields`] with every group that is unknown or does not allow its pace.
pub async fn choose(app: &App, actor: &Actor, asked: &[(String, String)]) -> Outcome<()> {
    let (person, choices) = (actor.person, read(asked)?);
    app.write(move |unit| {
        for it in &choices {
            preference::put(unit.tx, person, it.group, it.pace)?;
        }
        let fact = Fact::of("letters-chosen", "person", person).by(person, None);
        let state: Vec<_> = choices.iter().map(|it| (it.group, it.pace)).collect();
        unit.record(fact, &json!({ "choices": state }))
    })
    .await
}

fn read(asked: &[(String, String)]) -> Result<Vec<Choice>, Refusal> {
    let mut places = Vec::new();
    let mut choices = Vec::new();
    for (group, pace) in asked.iter().take(Group::ALL.len() + 1) {
        let known = Group::parse(group).zip(Pace::parse(pace));
        match known.filter(|(group, pace)| group.allows(*pace)) {
            Some((group, pace)) => choices.push(Choice { group, pace }),
            None => places.push(Place::new(
                group.chars().take(40).collect::<String>(),
                "pace-unknown",
            )),
        }
    }
    match places.is_empty() {
        true => Ok(choices),
        false => Err(Refusal::Fields(places)),
    }
}
