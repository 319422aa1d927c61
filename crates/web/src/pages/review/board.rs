//! The board of those who manage reviews.

use askama::Template;

use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{Link, Pages, State};
use crate::pages::sample;
use crate::shell::Shell;

/// One row of counts: how many submissions stand so, by age.
#[derive(Clone, Debug)]
pub struct CountRow {
    /// How they stand.
    pub state: State,
    /// Each count as a link to those submissions: of all ages first.
    pub counts: Vec<Link>,
}

/// A submission.
#[derive(Clone, Debug)]
pub struct BoardLine {
    /// Its page.
    pub address: String,
    /// Its code.
    pub code: String,
    /// Title of the micro-credential.
    pub title: String,
    /// How it stands, with the day that matters.
    pub state: State,
    /// When it came, in words.
    pub came: String,
    /// How far its reviews are, in words.
    pub reviews: String,
    /// When its decision can be expected, in words.
    pub expected: String,
}

/// An assessor and what waits for them.
#[derive(Clone, Debug)]
pub struct BusyLine {
    /// Their name.
    pub name: String,
    /// Such as `3 of 12`.
    pub load: String,
    /// How many of these are late.
    pub late: u32,
    /// Until when they are away, in words.
    pub away: Option<String>,
}

/// The board.
#[derive(Debug, Template)]
#[template(path = "review/board.html")]
pub struct Board {
    /// The frame.
    pub shell: Shell,
    /// Counts by standing and age.
    pub counts: Vec<CountRow>,
    /// What the list below shows, if not everything.
    pub filter: Option<String>,
    /// The submissions, oldest first.
    pub lines: Vec<BoardLine>,
    /// Where the rest is.
    pub pages: Pages,
    /// Everybody who may assess, by name.
    pub assessors: Vec<BusyLine>,
    /// What else those who manage find.
    pub ways: Vec<Link>,
}

impl Page for Board {
    const NAME: &'static str = "review/board";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/board".to_owned(),
            ..sample::lead(shell)
        };
        let row = |mark, word: &str| CountRow {
            state: State::new(mark, shell.say(word)),
            counts: vec![
                Link::new("/board?standing=late", "12"),
                Link::new("/board?standing=late&age=new", "7"),
                Link::new("/board?standing=late&age=week", "4"),
                Link::new("/board?standing=late&age=old", "1"),
            ],
        };
        let line = BoardLine {
            address: "/board/submissions/1".to_owned(),
            code: "W-4417".to_owned(),
            title: sample::TITLE.to_owned(),
            state: State::new(Mark::Late, shell.say("board-late")),
            came: "25 Nov 2026".to_owned(),
            reviews: shell
                .say("board-reviews")
                .put("waiting", 1)
                .put("done", 1)
                .to_string(),
            expected: shell
                .say("board-expected-range")
                .put("median", "1 Dec 2026")
                .put("ninetieth", "4 Dec 2026")
                .to_string(),
        };
        let busy = BusyLine {
            name: "Joel Haverford".to_owned(),
            load: shell
                .say("board-load")
                .put("count", 3)
                .put("limit", 12)
                .to_string(),
            late: 1,
            away: Some("4 Jan 2027".to_owned()),
        };
        let full = Self {
            counts: vec![
                row(Mark::NotYet, "board-unassigned"),
                row(Mark::Late, "board-late"),
            ],
            filter: Some(shell.say("board-late").to_string()),
            lines: vec![line],
            pages: Pages {
                first: Some("/board".to_owned()),
                next: Some("/board?after=1".to_owned()),
            },
            assessors: vec![busy],
            ways: vec![Link::new("/board/holidays", shell.say("holidays-title"))],
            shell: shell.clone(),
        };
        let empty = Self {
            shell: shell.clone(),
            counts: Vec::new(),
            filter: None,
            lines: Vec::new(),
            pages: Pages::default(),
            assessors: Vec::new(),
            ways: Vec::new(),
        };
        vec![("empty", empty), ("full", full)]
    }
}
