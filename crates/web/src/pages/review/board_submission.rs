//! One submission on the board: who reviews it, and what can be done about it.

use askama::Template;
use axum::http::StatusCode;

use crate::form::{Choice, Mend};
use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{Crumb, Note, State, Tone};
use crate::pages::sample;
use crate::shell::Shell;

/// A review.
#[derive(Clone, Debug)]
pub struct SeatLine {
    /// Which seat, in words.
    pub seat: String,
    /// The assessor's name.
    pub assessor: String,
    /// What became of it.
    pub state: State,
    /// When it was given and is due, in words.
    pub times: String,
    /// What can be done; nothing once it has ended.
    pub ways: Option<SeatWays>,
}

/// What can be done with a review that is not handed in.
#[derive(Clone, Debug)]
pub struct SeatWays {
    /// Where the form goes that takes it back.
    pub release: String,
    /// Where the form goes that gives it to somebody else.
    pub reassignment: String,
    /// Keys under which the answers are stored.
    pub keys: [String; 2],
}

/// One submission on the board.
#[derive(Debug, Template)]
#[template(path = "review/board_submission.html")]
pub struct BoardSubmission {
    /// The frame.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// Title of the micro-credential.
    pub title: String,
    /// Code of the submission.
    pub code: String,
    /// When it came, in words.
    pub came: String,
    /// What happened just now.
    pub note: Option<Note>,
    /// Its reviews by seat.
    pub seats: Vec<SeatLine>,
    /// Why nobody takes an empty seat, one line each.
    pub reasons: Vec<String>,
    /// Everybody who may assess: id, name and load.
    pub assessors: Vec<Choice>,
    /// What is to mend.
    pub mends: Vec<Mend>,
    /// The status of the answer.
    pub status: StatusCode,
}

impl Page for BoardSubmission {
    const NAME: &'static str = "review/board-submission";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn status(&self) -> StatusCode {
        self.status
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/board/submissions/1".to_owned(),
            ..sample::lead(shell)
        };
        let ways = SeatWays {
            release: "/board/reviews/1/release".to_owned(),
            reassignment: "/board/reviews/1/reassignment".to_owned(),
            keys: ["sample-key-1".to_owned(), "sample-key-2".to_owned()],
        };
        let seat = |ways: Option<SeatWays>| SeatLine {
            seat: shell.say("board-seat").put("seat", 1).to_string(),
            assessor: "Joel Haverford".to_owned(),
            state: State::new(Mark::Waiting, shell.say("review-state-opened")),
            times: "25 Nov 2026".to_owned(),
            ways,
        };
        let page = |mends: Vec<Mend>, note| Self {
            crumbs: vec![
                Crumb::above("/board", shell.say("board-title")),
                Crumb::here("W-4417"),
            ],
            title: sample::TITLE.to_owned(),
            code: "W-4417".to_owned(),
            came: "25 Nov 2026".to_owned(),
            note,
            seats: vec![seat(Some(ways.clone())), seat(None)],
            reasons: vec![sample::HOSTILE.to_owned()],
            assessors: vec![Choice::new("p1", "Ines Okonkwo", false)],
            status: if mends.is_empty() {
                StatusCode::OK
            } else {
                StatusCode::UNPROCESSABLE_ENTITY
            },
            mends,
            shell: shell.clone(),
        };
        let mend = Mend {
            field: String::new(),
            text: sample::HOSTILE.to_owned(),
        };
        let done = Note::new(Tone::Done, shell.say("board-released"), "");
        vec![
            ("full", page(Vec::new(), Some(done))),
            ("with-errors", page(vec![mend], None)),
        ]
    }
}
