//! One stack, with the way through it; and all of them.

use std::collections::BTreeSet;

use domain::catalogue::Refusal;
use domain::catalogue::stack::{GroupProgress, Member};
use domain::ids::{AwardId, PersonId};
use store::catalogue::{MemberShown, StackShown, current_stack, members_of, stacks};

use crate::{App, Outcome};

/// Stacks of one page.
const PAGE: u32 = 24;

/// A stack, and how the visitor stands with it.
#[derive(Clone, Debug)]
pub struct StackLooked {
    /// The stack.
    pub stack: StackShown,
    /// Its members as they are now.
    pub members: Vec<MemberShown>,
    /// How far the visitor is, group by group; nothing held for a stranger.
    pub progress: Vec<GroupProgress>,
    /// The award that the visitor has of it.
    pub award: Option<AwardId>,
}

impl StackLooked {
    /// A member as it is now.
    pub fn member(&self, member: &Member) -> Option<&MemberShown> {
        self.members.iter().find(|it| it.member == *member)
    }
}

/// Looks at the current version; for everybody.
pub async fn look_stack(
    app: &App,
    visitor: Option<PersonId>,
    slug: String,
) -> Outcome<StackLooked> {
    app.read(move |unit| {
        let stack = current_stack(unit.tx, &slug)?.ok_or(Refusal::NoSuchStack)?;
        let members = members_of(unit.tx, stack.id, visitor)?;
        let award = match visitor {
            Some(person) => store::award::stack::of_stack(unit.tx, person, stack.id)?,
            None => None,
        };
        Ok(StackLooked {
            progress: stack.content.progress(&held(&members)),
            award,
            members,
            stack,
        })
    })
    .await
}

/// The members that are held.
pub(crate) fn held(members: &[MemberShown]) -> BTreeSet<Member> {
    let held = members.iter().filter(|it| it.award.is_some());
    held.map(|it| it.member.clone()).collect()
}

/// A page of stacks, by title.
#[derive(Clone, Debug)]
pub struct StackPage {
    /// The stacks.
    pub stacks: Vec<StackShown>,
    /// Where the next page begins.
    pub next: Option<String>,
}

/// Lists the current stacks; for everybody.
pub async fn list_stacks(app: &App, after: Option<String>) -> Outcome<StackPage> {
    app.read(move |unit| {
        let place = after.as_deref().and_then(|it| it.split_once('~'));
        let (id, title) = place.unwrap_or_default();
        let mut found = stacks(unit.tx, (title, id), PAGE + 1)?;
        let more = found.len() > PAGE as usize;
        found.truncate(PAGE as usize);
        let next = found.last().filter(|_| more);
        Ok(StackPage {
            next: next.map(|it| format!("{}~{}", it.version, it.content.title)),
            stacks: found,
        })
    })
    .await
}
