//! The workspace: answers, evidence, and what is missing before it can be sent.

use askama::Template;
use axum::http::StatusCode;

use crate::form::{Choice, Choices, Field, HowMany, Mend, Words, error_of};
use crate::icon::{Form, Mark};
use crate::page::{Page, Sample};
use crate::pages::catalogue::Block;
use crate::pages::part::{CriterionLine, Crumb, Note, Rubric, State, Tone};
use crate::pages::sample;
use crate::shell::Shell;

/// A text of the draft: one of its fields, with the version that it had when the page was made.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Label, hint, text, count of words; its name is the draft's field, such as `answer/start`.
    pub field: Field,
    /// The version, sent along as `version/<name>`.
    pub version: u64,
    /// Print of the text that the page shows, sent along as `was/<name>`, so that a text that was
    /// not touched is left alone; empty if the text is not saved.
    pub was: String,
    /// What is stored, where that is something else than what is shown.
    pub stored: Option<String>,
    /// Rows of the box.
    pub rows: u8,
}

/// One criterion that a piece can be attached to.
#[derive(Clone, Debug)]
pub struct Attach {
    /// Its id, sent as `criteria`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The piece is attached to it.
    pub is_chosen: bool,
}

/// A piece of evidence that is there.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its id in the page and in addresses.
    pub id: String,
    /// Name of the file.
    pub name: String,
    /// What it is made of.
    pub form: Form,
    /// What the educator says it shows.
    pub caption: String,
    /// Size, length, findings.
    pub note: String,
    /// Ready, being checked, look at this.
    pub state: State,
    /// Where it can be opened.
    pub address: String,
    /// The criteria, and which of them it is attached to.
    pub attach: Vec<Attach>,
    /// Where changes are sent: caption and criteria.
    pub action: String,
    /// Where taking it out is sent.
    pub remove: String,
}

/// The form that adds a file.
#[derive(Clone, Debug)]
pub struct Upload {
    /// Where it goes, as `multipart/form-data`: `requirement`, `caption`, `criteria`, then `file`.
    pub action: String,
    /// The requirement that it answers.
    pub requirement: String,
    /// What the file dialog offers, such as `.pdf,image/*`.
    pub accept: String,
    /// Sizes and forms, in words.
    pub hint: String,
    /// The criteria to attach it to.
    pub attach: Vec<Attach>,
    /// Key under which the answer is stored.
    pub key: String,
    /// What is wrong with what was just sent.
    pub error: Option<String>,
}

/// One requirement.
#[derive(Clone, Debug)]
pub struct Task {
    /// Its id in the page.
    pub id: String,
    /// What it is.
    pub title: String,
    /// What to do.
    pub text: Vec<Block>,
    /// Counts and limits, in words.
    pub limits: Vec<String>,
    /// What one can check.
    pub indicators: Vec<String>,
    /// A file to fill in: its address and name.
    pub template: Option<(String, String)>,
    /// Titles of the criteria that rest on it, as a list in words; empty if none does.
    pub shows: String,
    /// Complete, begun, nothing yet.
    pub state: State,
    /// Texts that are written here.
    pub texts: Vec<Answer>,
    /// Pieces that are there.
    pub pieces: Vec<Piece>,
    /// The form for one more file; none if no file is taken or all are there.
    pub upload: Option<Upload>,
}

/// What assessors said of a criterion that is open.
#[derive(Clone, Debug)]
pub struct Heard {
    /// Its title.
    pub title: String,
    /// The place in the page where it is worked on.
    pub address: String,
    /// Not yet, with the level.
    pub state: State,
    /// Their words, in an order that tells nothing.
    pub feedback: Vec<String>,
}

/// The attempt before this draft.
#[derive(Clone, Debug)]
pub struct EarlierAttempt {
    /// Its whole feedback.
    pub address: String,
    /// When it was decided, in words.
    pub decided: String,
    /// The criteria that it left open.
    pub heard: Vec<Heard>,
}

/// The workspace of a pursuit.
#[derive(Debug, Template)]
#[template(path = "pursuit/workspace.html")]
pub struct Workspace {
    /// The frame, in the issuer's colour.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// Title of the micro-credential.
    pub title: String,
    /// Address of the pursuit; `/texts` and `/submission` below it take the forms.
    pub address: String,
    /// Of the answer.
    pub status: StatusCode,
    /// From 1.
    pub attempt: u32,
    /// Such as `Saved 14:02`.
    pub saved: Option<String>,
    /// What happened just now.
    pub note: Option<Note>,
    /// The criteria with their state, each leading to its first source.
    pub criteria: Vec<CriterionLine>,
    /// The rubric.
    pub rubric: Rubric,
    /// The attempt before, once it is decided.
    pub earlier: Option<EarlierAttempt>,
    /// Part 1.
    pub overview: Vec<Answer>,
    /// Part 2.
    pub tasks: Vec<Task>,
    /// Part 3, with the use of AI.
    pub reflection: Vec<Answer>,
    /// From the second attempt: what changed.
    pub change: Option<Answer>,
    /// What is missing before it can be sent: the field it is about, in words.
    pub missing: Vec<Mend>,
    /// It can be sent: no attempt is with the assessors, and it is not awarded.
    pub can_send: bool,
    /// Values and words of the statements.
    pub statements: Vec<Choice>,
    /// What was refused when it was sent.
    pub mends: Vec<Mend>,
    /// Key under which the answer to sending is stored.
    pub key: String,
}

impl Workspace {
    fn statement_choices(&self) -> Choices {
        Choices {
            name: "attest".to_owned(),
            legend: self.shell.say("submit-statements").to_string(),
            hint: None,
            error: error_of(&self.mends, "attest"),
            how_many: HowMany::Any,
            options: self.statements.clone(),
        }
    }
}

impl Page for Workspace {
    const NAME: &'static str = "pursuit/workspace";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn status(&self) -> StatusCode {
        self.status
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/pursuits/1".to_owned(),
            ..sample::educator(shell)
        };
        let empty = Self::sample(shell, 1, "", Vec::new());
        let mut full = Self::sample(
            shell,
            2,
            "I start from turn 4, the shortest pause.",
            vec![piece(shell)],
        );
        full.note = Some(Note::new(
            Tone::Done,
            shell.say("saved-at").put("time", "14:02"),
            "",
        ));
        full.missing.clear();
        full.earlier = Some(earlier(shell));
        let mut waiting = Self::sample(shell, 1, "", vec![piece(shell)]);
        waiting.can_send = false;
        waiting.note = Some(Note::new(
            Tone::Plain,
            shell.say("draft-while-waiting"),
            shell.say("draft-while-waiting-text"),
        ));
        let mut errors = Self::sample(shell, 2, sample::HOSTILE, vec![piece(shell)]);
        errors.mends = vec![
            Mend {
                field: "answer/start".to_owned(),
                text: sample::HOSTILE.to_owned(),
            },
            Mend {
                field: "attest".to_owned(),
                text: shell.say("submit-statements").to_string(),
            },
        ];
        errors.status = StatusCode::UNPROCESSABLE_ENTITY;
        if let Some(answer) = errors.overview.first_mut() {
            answer.field.error = Some(sample::HOSTILE.to_owned());
            answer.stored = Some(sample::HOSTILE.to_owned());
        }
        let upload = errors.tasks.first_mut().and_then(|it| it.upload.as_mut());
        if let Some(upload) = upload {
            upload.error = Some(sample::HOSTILE.to_owned());
        }
        vec![
            ("empty", empty),
            ("full", full),
            ("waiting", waiting),
            ("with-errors", errors),
        ]
    }
}

fn attach(chosen: usize) -> Vec<Attach> {
    let titles = sample::CRITERIA.iter().enumerate();
    titles
        .map(|(at, title)| Attach {
            id: format!("c{at}"),
            title: (*title).to_owned(),
            is_chosen: at == chosen,
        })
        .collect()
}

fn earlier(shell: &Shell) -> EarlierAttempt {
    EarlierAttempt {
        address: "/submissions/W441-7X2K/feedback".to_owned(),
        decided: "Friday 20 November".to_owned(),
        heard: vec![Heard {
            title: sample::CRITERIA[3].to_owned(),
            address: "#task-log".to_owned(),
            state: State::new(Mark::NotYet, shell.say("criterion-not-yet").put("level", 2)),
            feedback: vec![sample::HOSTILE.to_owned()],
        }],
    }
}

fn piece(shell: &Shell) -> Piece {
    Piece {
        id: "e1".to_owned(),
        name: "turn-log-after.pdf".to_owned(),
        form: Form::Document,
        caption: "The log of the third week".to_owned(),
        note: "240 kB".to_owned(),
        state: State::new(Mark::Ready, shell.say("piece-ready")),
        address: "/files/e1".to_owned(),
        attach: attach(0),
        action: "/pursuits/1/files/e1".to_owned(),
        remove: "/pursuits/1/files/e1/removal".to_owned(),
    }
}

impl Workspace {
    fn sample(shell: &Shell, attempt: u32, text: &str, pieces: Vec<Piece>) -> Self {
        let answer = |name: &str, label: String| Answer {
            field: Field {
                words: Some(Words {
                    said: shell
                        .say("words-of")
                        .put("count", 8)
                        .put("least", 100)
                        .put("most", 200)
                        .to_string(),
                    pattern: shell
                        .say("words-of")
                        .put("count", "#")
                        .put("least", 100)
                        .put("most", 200)
                        .to_string(),
                    saved: Some(shell.say("saved-at").put("time", "14:02").to_string()),
                }),
                ..Field::new(name, label).value(text).limit(40_000)
            },
            version: 3,
            was: "0123456789abcdef".to_owned(),
            stored: None,
            rows: 8,
        };
        let line = |at: usize, mark: Mark, note: &str| CriterionLine {
            mark,
            address: "#task-log".to_owned(),
            title: sample::CRITERIA[at].to_owned(),
            note: note.to_owned(),
            is_here: at == 0,
        };
        let task = Task {
            id: "task-log".to_owned(),
            title: "Two turn logs".to_owned(),
            text: vec![Block::Paragraph(
                "One from before, one from after.".to_owned(),
            )],
            limits: vec!["2 documents, up to 5 MB each".to_owned()],
            indicators: vec!["Both pauses are in it.".to_owned()],
            template: Some((
                "/pursuits/1/templates/log".to_owned(),
                "turn-log.csv".to_owned(),
            )),
            shows: sample::CRITERIA[0].to_owned(),
            state: State::new(
                Mark::Draft,
                shell
                    .say("task-count")
                    .put("there", pieces.len())
                    .put("needed", 2),
            ),
            texts: Vec::new(),
            pieces,
            upload: Some(Upload {
                action: "/pursuits/1/files".to_owned(),
                requirement: "log".to_owned(),
                accept: ".pdf,.csv".to_owned(),
                hint: "PDF or spreadsheet, up to 5 MB".to_owned(),
                attach: attach(0),
                key: "019ab1c2-0000-7000-8000-000000000002".to_owned(),
                error: None,
            }),
        };
        Self {
            crumbs: vec![
                Crumb::above("/home", shell.say("nav-home")),
                Crumb::here(sample::TITLE),
            ],
            title: sample::TITLE.to_owned(),
            address: "/pursuits/1".to_owned(),
            status: StatusCode::OK,
            attempt,
            saved: Some(shell.say("saved-at").put("time", "14:02").to_string()),
            note: None,
            criteria: vec![
                line(0, Mark::Draft, "1 piece"),
                line(1, Mark::Todo, "nothing yet"),
                line(2, Mark::Met, "met"),
            ],
            rubric: sample::rubric(),
            earlier: None,
            overview: vec![answer("answer/start", "Whom do you teach?".to_owned())],
            tasks: vec![task],
            reflection: vec![
                answer("answer/end", "What made it so?".to_owned()),
                answer("ai-use", shell.say("ai-use").to_string()),
            ],
            change: (attempt > 1).then(|| answer("note", shell.say("what-changed").to_string())),
            missing: vec![
                Mend {
                    field: "answer/start".to_owned(),
                    text: "92 more words on whom you teach".to_owned(),
                },
                Mend {
                    field: String::new(),
                    text: "One more log".to_owned(),
                },
            ],
            can_send: true,
            statements: ["own-work", "ready", "consents", "ai-described"]
                .map(|it| Choice::new(it, shell.say(&format!("attest-{it}")), false))
                .to_vec(),
            mends: Vec::new(),
            key: "019ab1c2-0000-7000-8000-000000000003".to_owned(),
            shell: shell.clone(),
        }
    }
}
