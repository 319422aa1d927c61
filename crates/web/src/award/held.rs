//! `/my-awards`: what the person who is signed in has been awarded.

use app::award::{Held, HeldStack, Position, list_awards, list_stack_awards};
use axum::extract::{Query, State};
use domain::award::CredentialState;
use domain::time::Timestamp;
use jiff::tz::TimeZone;
use serde::Deserialize;

use crate::asked::{Frame, Signed, unreadable};
use crate::dates::Dates;
use crate::icon::Mark;
use crate::page::Shown;
use crate::pages::award::{AwardLine, MyAwards};
use crate::pages::part::{Pages, State as Standing};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// Where the list goes on.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    after: Option<String>,
}

impl Asked {
    /// The place that [`after`] wrote.
    pub(super) fn position(&self) -> Result<Option<Position>, Trouble> {
        let Some(text) = &self.after else {
            return Ok(None);
        };
        let read = || {
            let (at, id) = text.split_once('_')?;
            let at = Timestamp::from_microsecond(at.parse().ok()?).ok()?;
            Some((at, id.parse().ok()?))
        };
        let wrong = || unreadable("after", "expected the value of \"next\" of the page before");
        read().map(Some).ok_or_else(wrong)
    }
}

/// A place in the list, as text for an address.
pub(super) fn after((at, id): Position) -> String {
    format!("{}_{id}", at.as_microsecond())
}

pub(super) async fn list(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Query(asked): Query<Asked>,
) -> Result<Shown<MyAwards>, Trouble> {
    let position = asked.position()?;
    let page = list_awards(&site.app, actor.person, position).await?;
    let dates = Dates::new(shell.language, TimeZone::UTC);
    let stacks = match position {
        None => list_stack_awards(&site.app, actor.person).await?,
        Some(_) => Vec::new(),
    };
    let stacks = stacks.iter().map(|it| stack_line(&shell, &dates, it));
    let awards = page.awards.iter().map(|it| line(&shell, &dates, it));
    Ok(Shown(MyAwards {
        lines: stacks.chain(awards).collect(),
        pages: Pages {
            first: position.map(|_| "/my-awards".to_owned()),
            next: page
                .next
                .map(|it| format!("/my-awards?after={}", after(it))),
        },
        shell,
    }))
}

fn stack_line(shell: &Shell, dates: &Dates, held: &HeldStack) -> AwardLine {
    let (mark, state) = match held.signed_at {
        None => (Mark::Waiting, "my-awards-state-signing"),
        Some(_) => (Mark::Met, "my-awards-state-valid"),
    };
    AwardLine {
        address: format!("/stack-awards/{}", held.award),
        title: held.content.title.clone(),
        level: held.content.level.to_string(),
        issuer: held.issuer.clone(),
        awarded: dates.day(held.awarded_at),
        state: Standing::new(mark, shell.say(state)),
        visibility: shell
            .say(&format!("visibility-{}", held.visibility.as_str()))
            .to_string(),
    }
}

fn line(shell: &Shell, dates: &Dates, held: &Held) -> AwardLine {
    let (mark, state) = match (held.state, held.signed_at) {
        (CredentialState::Revoked, _) => (Mark::Gone, "revoked"),
        (CredentialState::Superseded, _) => (Mark::Held, "superseded"),
        (CredentialState::Valid, None) => (Mark::Waiting, "signing"),
        (CredentialState::Valid, Some(_)) => (Mark::Met, "valid"),
    };
    AwardLine {
        address: format!("/awards/{}", held.award),
        title: held.title.clone(),
        level: held.level.to_string(),
        issuer: held.issuer.clone(),
        awarded: dates.day(held.awarded_at),
        state: Standing::new(mark, shell.say(&format!("my-awards-state-{state}"))),
        visibility: shell
            .say(&format!("visibility-{}", held.visibility.as_str()))
            .to_string(),
    }
}
