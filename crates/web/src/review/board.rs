//! `/board`: the queue of those who manage reviews.

use app::review::{Board as Found, BoardAsked, BoardPlace, Busy, Count, Line, view_board};
use axum::extract::{Query, State};
use domain::time::Timestamp;
use serde::Deserialize;

use super::dates;
use crate::asked::{Frame, Signed, unreadable};
use crate::icon::Mark;
use crate::page::Shown;
use crate::pages::part::{Link, Pages, State as Standing};
use crate::pages::review::{Board, BoardLine, BusyLine, CountRow};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// The standings with their marks and words, the most pressing first.
const STANDINGS: [(&str, Mark, &str); 4] = [
    ("unassigned", Mark::NotYet, "board-unassigned"),
    ("late", Mark::Late, "board-late"),
    ("due-soon", Mark::Held, "board-due-soon"),
    ("on-time", Mark::Waiting, "board-on-time"),
];
/// The ages, youngest first.
const AGES: [(&str, &str); 3] = [
    ("new", "board-new"),
    ("week", "board-week"),
    ("old", "board-old"),
];

/// Which part of the board is wanted.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    standing: Option<String>,
    age: Option<String>,
    after: Option<String>,
}

impl Asked {
    /// As the use case asks it; what is no standing or age is left out.
    pub(super) fn read(&self) -> Result<BoardAsked, Trouble> {
        let standing = self.standing.as_deref().unwrap_or_default();
        let age = self.age.as_deref().unwrap_or_default();
        let known = |all: &[&str], it: &str| all.contains(&it).then(|| it.to_owned());
        let standings = STANDINGS.map(|(it, ..)| it);
        Ok(BoardAsked {
            standing: known(&standings, standing).unwrap_or_default(),
            age: known(&AGES.map(|(it, _)| it), age).unwrap_or_default(),
            after: self.after.as_deref().map(place).transpose()?,
        })
    }
}

/// A place of the list as it stands in an address.
fn place(text: &str) -> Result<BoardPlace, Trouble> {
    let read = || {
        let (at, submission) = text.split_once('~')?;
        Some(BoardPlace {
            submitted_at: Timestamp::from_microsecond(at.parse().ok()?).ok()?,
            submission: submission.parse().ok()?,
        })
    };
    read().ok_or_else(|| unreadable("after", "expected a place as an earlier page gave it"))
}

/// The same for the next address.
pub(super) fn written(place: BoardPlace) -> String {
    format!(
        "{}~{}",
        place.submitted_at.as_microsecond(),
        place.submission
    )
}

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Query(asked): Query<Asked>,
) -> Result<Shown<Board>, Trouble> {
    let asked = asked.read()?;
    let found = view_board(&site.app, &actor, asked.clone()).await?;
    Ok(Shown(fill(shell, &found, &asked)))
}

fn fill(shell: Shell, found: &Found, asked: &BoardAsked) -> Board {
    let here = address(&asked.standing, &asked.age);
    let more = |place: BoardPlace| {
        let joint = if here.contains('?') { '&' } else { '?' };
        format!("{here}{joint}after={}", written(place))
    };
    Board {
        counts: counts(&shell, &found.counts),
        filter: filter(&shell, asked),
        lines: found
            .submissions
            .iter()
            .map(|it| line(&shell, it))
            .collect(),
        pages: Pages {
            first: asked.after.map(|_| here.clone()),
            next: found.next.map(more),
        },
        assessors: found.assessors.iter().map(|it| busy(&shell, it)).collect(),
        ways: vec![
            Link::new("/releases", shell.say("releases-title")),
            Link::new("/board/holidays", shell.say("holidays-title")),
            Link::new("/revocations", shell.say("revocations-title")),
        ],
        shell,
    }
}

fn address(standing: &str, age: &str) -> String {
    match (standing, age) {
        ("", "") => "/board".to_owned(),
        (standing, "") => format!("/board?standing={standing}"),
        ("", age) => format!("/board?age={age}"),
        (standing, age) => format!("/board?standing={standing}&age={age}"),
    }
}

/// A row for each standing, with a count for all ages and one for each.
fn counts(shell: &Shell, counts: &[Count]) -> Vec<CountRow> {
    let number = |standing: &str, age: &str| -> u32 {
        let those = counts.iter().filter(|it| it.standing == standing);
        those
            .filter(|it| age.is_empty() || it.age == age)
            .map(|it| it.submissions)
            .sum()
    };
    let link = |standing: &str, age: &str| Link::new(address(standing, age), number(standing, age));
    STANDINGS
        .iter()
        .map(|(standing, mark, word)| CountRow {
            state: Standing::new(*mark, shell.say(word)),
            counts: std::iter::once("")
                .chain(AGES.map(|(age, _)| age))
                .map(|age| link(standing, age))
                .collect(),
        })
        .collect()
}

fn filter(shell: &Shell, asked: &BoardAsked) -> Option<String> {
    let standing = STANDINGS.iter().find(|(it, ..)| *it == asked.standing);
    let age = AGES.iter().find(|(it, _)| *it == asked.age);
    let words: Vec<String> = standing
        .map(|(.., word)| word)
        .into_iter()
        .chain(age.map(|(_, word)| word))
        .map(|word| shell.say(word).to_string())
        .collect();
    (!words.is_empty()).then(|| words.join(", "))
}

fn line(shell: &Shell, it: &Line) -> BoardLine {
    let dates = dates(shell.language, &it.time_zone);
    let known = STANDINGS.iter().find(|(word, ..)| *word == it.standing);
    let (_, mark, word) = known.unwrap_or(&STANDINGS[3]);
    let due = it.due_at.map(|at| dates.near_day(at));
    let state = match due {
        Some(day) => format!(
            "{}, {}",
            shell.say(word),
            shell.say("board-due").put("day", day)
        ),
        None => shell.say(word).to_string(),
    };
    let expected = it.expected.map_or_else(
        || shell.say("board-expected-unknown").to_string(),
        |when| {
            shell
                .say("board-expected-range")
                .put("median", dates.short_day(when.median))
                .put("ninetieth", dates.short_day(when.ninetieth))
                .to_string()
        },
    );
    BoardLine {
        address: format!("/board/submissions/{}", it.submission),
        code: it.code.clone(),
        title: it.title.clone(),
        state: Standing::new(*mark, state),
        came: dates.short_day(it.submitted_at),
        reviews: shell
            .say("board-reviews")
            .put("waiting", it.waiting)
            .put("done", it.handed_in)
            .to_string(),
        expected,
    }
}

fn busy(shell: &Shell, it: &Busy) -> BusyLine {
    BusyLine {
        name: it.name.clone(),
        load: shell
            .say("board-load")
            .put("count", it.waiting)
            .put("limit", it.limit)
            .to_string(),
        late: it.late,
        away: it
            .absent_until
            .map(|at| dates(shell.language, "UTC").short_day(at)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_standing_or_age_shows_everything_and_a_bad_place_is_refused() {
        let asked = |standing: &str, after: Option<&str>| Asked {
            standing: Some(standing.to_owned()),
            age: Some("x".to_owned()),
            after: after.map(str::to_owned),
        };
        let it = asked("late", None).read().unwrap();
        assert_eq!((it.standing.as_str(), it.age.as_str()), ("late", ""));
        assert_eq!(
            asked("nonsense", None).read().unwrap(),
            BoardAsked::default()
        );
        assert!(asked("", Some("1~2")).read().is_err());
        let place = BoardPlace {
            submitted_at: Timestamp::UNIX_EPOCH,
            submission: domain::ids::SubmissionId::from_u128(7),
        };
        let read = asked("", Some(&written(place))).read().unwrap();
        assert_eq!(read.after, Some(place));
    }
}
