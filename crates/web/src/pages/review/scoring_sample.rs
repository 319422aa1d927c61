//! The review that its page's samples show.

use axum::http::StatusCode;

use super::{LevelChoice, PinFields, PinLine, Review, Score, Shelf, Shown};
use crate::form::Choice;
use crate::icon::{Form, Mark};
use crate::pages::part::State;
use crate::pages::sample;
use crate::shell::Shell;

impl Review {
    pub(super) fn sample(shell: &Shell) -> Self {
        let rubric = sample::rubric();
        let level = |criterion: &crate::pages::part::Criterion, at: usize| LevelChoice {
            number: rubric.levels[at].number,
            name: rubric.levels[at].name.clone(),
            text: criterion.descriptors[at].clone(),
        };
        let scores = rubric
            .criteria
            .iter()
            .enumerate()
            .map(|(at, criterion)| Score {
                id: format!("c{at}"),
                title: criterion.title.clone(),
                levels: (0..3).map(|it| level(criterion, it)).collect(),
                version: 2,
                chosen: (at == 0).then_some(2),
                feedback: String::new(),
                is_unsure: at == 0,
                pins: vec![PinLine {
                    id: "1".to_owned(),
                    text: sample::HOSTILE.to_owned(),
                    address: Some("/files/1#t=75".to_owned()),
                }],
                pin: PinFields {
                    pieces: vec![Choice::new("file:1", "recording.wav", false)],
                    ..PinFields::default()
                },
                error: None,
                feedback_error: None,
            });
        let shown = |id: &str, name: &str, form, address: Option<&str>, text: Option<&str>| Shown {
            id: id.to_owned(),
            name: name.to_owned(),
            form,
            caption: if address.is_some() {
                "The third week".to_owned()
            } else {
                String::new()
            },
            note: "240 kB".to_owned(),
            address: address.map(str::to_owned),
            text: text.map(str::to_owned),
        };
        let shelf = |id: &str, title: &str, pieces| Shelf {
            id: id.to_owned(),
            title: title.to_owned(),
            shows: sample::CRITERIA[0].to_owned(),
            pieces,
            before: Vec::new(),
        };
        Self {
            title: sample::TITLE.to_owned(),
            code: "W-4417".to_owned(),
            due: State::new(Mark::Waiting, "Tuesday 1 December"),
            criteria: 4,
            change: None,
            ai_use: Some("None.".to_owned()),
            shelves: vec![
                shelf(
                    "start",
                    "Where you start",
                    vec![shown(
                        "t1",
                        "Answer",
                        Form::Text,
                        None,
                        Some(sample::HOSTILE),
                    )],
                ),
                shelf(
                    "recording",
                    "A recording of one discussion",
                    vec![shown(
                        "e1",
                        "W-4417-1.mp4",
                        Form::Video,
                        Some("/evidence/e1"),
                        None,
                    )],
                ),
                shelf(
                    "logs",
                    "Two turn logs",
                    vec![
                        shown(
                            "e2",
                            "W-4417-2.pdf",
                            Form::Document,
                            Some("/evidence/e2"),
                            None,
                        ),
                        shown(
                            "e3",
                            "W-4417-3.mp3",
                            Form::Sound,
                            Some("/evidence/e3"),
                            None,
                        ),
                    ],
                ),
                shelf("replies", "Three longer replies", Vec::new()),
            ],
            scores: scores.collect(),
            address: "/reviews/1".to_owned(),
            key: "019ab1c2-0000-7000-8000-000000000006".to_owned(),
            private_note: String::new(),
            private_note_version: 0,
            saved: None,
            status: StatusCode::OK,
            mends: Vec::new(),
            shell: shell.clone(),
        }
    }

    /// The first shelf changed since the attempt before.
    pub(super) fn with_what_was_before(&mut self) {
        if let Some(shelf) = self.shelves.first_mut() {
            shelf.before = shelf.pieces.clone();
            for piece in &mut shelf.before {
                piece.id = format!("before-{}", piece.id);
            }
        }
    }
}
