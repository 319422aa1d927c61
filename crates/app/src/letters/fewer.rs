//! Getting fewer letters by one click, signed in or not (RFC 8058). The address itself says who
//! and what, and carries a tag that only this installation can make.

use domain::audit::Fact;
use domain::ids::PersonId;
use domain::letters::{Group, Pace};
use domain::refusal::Request;
use serde_json::json;
use store::letters::preference;
use store::people::person;
use subtle::ConstantTimeEq;

use crate::{App, Outcome, Unit};

/// What the tag is made for; it counts for nothing else.
const PURPOSE: &str = "unsubscribe";

/// What somebody does not want any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fewer {
    /// Letters of one group.
    OfGroup(Group),
    /// Digests: all groups at this pace.
    OfPace(Pace),
}

impl Fewer {
    /// No letters of that group, where that may be chosen.
    pub(super) fn of_group(group: Group) -> Option<Self> {
        group.allows(Pace::Off).then_some(Self::OfGroup(group))
    }

    const fn word(self) -> &'static str {
        match self {
            Self::OfGroup(group) => group.as_str(),
            Self::OfPace(pace) => pace.as_str(),
        }
    }

    fn parse(word: &str) -> Option<Self> {
        let pace = || Pace::parse(word).map(Self::OfPace);
        Group::parse(word).and_then(Self::of_group).or_else(pace)
    }

    /// The full address that takes one click.
    pub(super) fn address(self, app: &App, person: PersonId) -> String {
        let said = format!("{person}.{}", self.word());
        let tag = tag(app, &said);
        format!("{}/unsubscribe/{said}.{tag}", app.settings.public_url)
    }

    fn read(app: &App, token: &str) -> Option<(PersonId, Self)> {
        let (said, given) = token.rsplit_once('.')?;
        let is_ours = bool::from(tag(app, said).as_bytes().ct_eq(given.as_bytes()));
        let (person, word) = said.split_once('.').filter(|_| is_ours)?;
        Some((person.parse().ok()?, Self::parse(word)?))
    }
}

fn tag(app: &App, said: &str) -> String {
    let tag = app.master_key.tag(PURPOSE, said.as_bytes());
    tag.iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Stops what a token names; answers what that was. To be asked again does no harm.
///
/// # Errors
/// [`Request::NoSuchPage`] for a token that is not ours.
pub async fn stop(app: &App, token: &str, and_do: bool) -> Outcome<Fewer> {
    let (id, fewer) = Fewer::read(app, token).ok_or(Request::NoSuchPage)?;
    if !and_do {
        return Ok(fewer);
    }
    app.write(move |unit| {
        if person::find(unit.tx, id)?.is_none() {
            return Err(Request::NoSuchPage.into());
        }
        let groups = groups(unit, id, fewer)?;
        for group in &groups {
            preference::put(unit.tx, id, *group, Pace::Off)?;
        }
        let fact = Fact::of("letters-stopped", "person", id).by(id, None);
        unit.record(fact, &json!({ "groups": groups }))?;
        Ok(fewer)
    })
    .await
}

fn groups(unit: &Unit<'_>, person: PersonId, fewer: Fewer) -> Outcome<Vec<Group>> {
    let pace = match fewer {
        Fewer::OfGroup(group) => return Ok(vec![group]),
        Fewer::OfPace(pace) => pace,
    };
    let chosen = preference::of_person(unit.tx, person)?;
    let now = |group: Group| {
        let own = chosen.iter().find(|(it, _)| *it == group);
        own.map_or_else(|| group.first_pace(), |(_, pace)| *pace)
    };
    let all = Group::ALL.into_iter();
    Ok(all
        .filter(|it| it.allows(Pace::Off) && now(*it) == pace)
        .collect())
}
