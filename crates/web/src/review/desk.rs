//! `/desk`: what waits for an assessor.

use app::review::{Desk as Found, DeskDiscussion, DeskDone, DeskLine, DeskPlace, Holds, view_desk};
use axum::extract::{Query, State};
use domain::people::{Actor, Role};
use domain::review::turnaround::Standing as Stands;
use domain::time::Timestamp;
use serde::Deserialize;

use super::dates;
use crate::asked::{Frame, Signed, unreadable};
use crate::icon::Mark;
use crate::page::Shown;
use crate::pages::part::{Link, Note, Pages, State as Standing, Tone};
use crate::pages::review::{Desk, Qualified, ReviewLine};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// Where the list goes on, and what just happened.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    after: Option<String>,
    done: Option<String>,
}

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Query(asked): Query<Asked>,
) -> Result<Shown<Desk>, Trouble> {
    let after = asked.after.as_deref().map(place).transpose()?;
    let found = view_desk(&site.app, &actor, after).await?;
    let mut desk = fill(shell, &actor, &found);
    desk.pages.first = after.map(|_| "/desk".to_owned());
    desk.note = asked.done.and_then(|it| note(&desk.shell, &it));
    Ok(Shown(desk))
}

/// A place of the list as it stands in an address: due time and review.
pub(super) fn place(text: &str) -> Result<DeskPlace, Trouble> {
    let read = || {
        let (due, review) = text.split_once('~')?;
        Some(DeskPlace {
            due_at: Timestamp::from_microsecond(due.parse().ok()?).ok()?,
            review: review.parse().ok()?,
        })
    };
    read().ok_or_else(|| unreadable("after", "expected a place as an earlier page gave it"))
}

/// The same for the next address.
pub(super) fn written(place: DeskPlace) -> String {
    format!("{}~{}", place.due_at.as_microsecond(), place.review)
}

fn note(shell: &Shell, done: &str) -> Option<Note> {
    let word = match done {
        "sent" => "review-sent",
        "recused" => "review-recused",
        "accepted" => "review-accepted",
        "declined" => "review-declined",
        "returned" => "desk-returned",
        _ => return None,
    };
    Some(Note::new(Tone::Done, shell.say(word), ""))
}

fn fill(shell: Shell, actor: &Actor, found: &Found) -> Desk {
    let mut ways = vec![Link::new("/desk/reviewing", shell.say("reviewing-title"))];
    if actor.holds(Role::LeadAssessor) {
        ways.push(Link::new("/releases", shell.say("releases-title")));
    }
    Desk {
        note: None,
        waiting: found.reviews.iter().map(|it| line(&shell, it)).collect(),
        pages: Pages {
            first: None,
            next: found.next.map(|it| format!("/desk?after={}", written(it))),
        },
        discussions: found.discussions.iter().map(discussion).collect(),
        ways,
        done: found.done.iter().map(|it| done(&shell, it)).collect(),
        qualified: found
            .qualifications
            .iter()
            .map(|it| qualified(&shell, it))
            .collect(),
        shell,
    }
}

fn line(shell: &Shell, it: &DeskLine) -> ReviewLine {
    ReviewLine {
        address: format!("/reviews/{}", it.review),
        title: it.title.clone(),
        code: it.code.clone(),
        state: due(shell, it.due_at, &it.time_zone, it.standing),
        note: shell
            .say("desk-criteria")
            .put("count", it.criteria)
            .to_string(),
    }
}

/// The same beside a label that says what the day is.
pub(super) fn due_day(shell: &Shell, due_at: Timestamp, zone: &str, stands: Stands) -> Standing {
    if stands != Stands::OnTime {
        return due(shell, due_at, zone, stands);
    }
    let day = dates(shell.language, zone).near_day(due_at);
    Standing::new(Mark::Waiting, day)
}

/// When a review is due: its day in the issuer's zone, and whether that is past.
fn due(shell: &Shell, due_at: Timestamp, zone: &str, stands: Stands) -> Standing {
    let day = dates(shell.language, zone).near_day(due_at);
    let (mark, word) = match stands {
        Stands::OnTime => (Mark::Waiting, "due"),
        Stands::DueSoon => (Mark::NotYet, "due-soon"),
        Stands::Late => (Mark::Late, "due-late"),
    };
    Standing::new(mark, shell.say(word).put("day", day))
}

fn discussion(it: &DeskDiscussion) -> Link {
    let address = format!("/reviews/{}/discussion", it.review);
    Link::new(address, format!("{} ({})", it.title, it.code))
}

fn done(shell: &Shell, it: &DeskDone) -> ReviewLine {
    let day = dates(shell.language, &it.time_zone).short_day(it.ended_at);
    ReviewLine {
        address: format!("/reviews/{}", it.review),
        title: it.title.clone(),
        code: it.code.clone(),
        state: Standing::new(Mark::Ready, shell.say("review-done").put("day", day)),
        note: String::new(),
    }
}

fn qualified(shell: &Shell, it: &Holds) -> Qualified {
    Qualified {
        title: it.title.clone(),
        until: dates(shell.language, "UTC").day(it.valid_until),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_was_written() {
        let it = DeskPlace {
            due_at: Timestamp::from_microsecond(1_772_463_600_000_001).unwrap(),
            review: domain::ids::ReviewId::from_u128(7),
        };
        assert_eq!(place(&written(it)).unwrap(), it);
        for bad in ["", "~", "x~y", "1", "1~2"] {
            assert!(place(bad).is_err(), "{bad}");
        }
    }
}
