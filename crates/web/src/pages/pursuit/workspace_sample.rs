//! Samples of the workspace.

use axum::http::StatusCode;

use super::workspace::{
    Answer, Aside, Attach, EarlierAttempt, Heard, LeftOver, Piece, Task, Upload, Workspace,
};
use crate::form::{Choice, Field, Mend, Words};
use crate::icon::{Form, Mark};
use crate::page::Sample;
use crate::pages::catalogue::Block;
use crate::pages::evidence::Findings;
use crate::pages::part::{CriterionLine, Crumb, Note, State, Tone};
use crate::pages::sample;
use crate::shell::Shell;

/// Workspaces as they can be.
pub(super) fn samples(shell: &Shell) -> Vec<Sample<Workspace>> {
    let shell = &Shell {
        path: "/pursuits/1".to_owned(),
        ..sample::educator(shell)
    };
    let mut empty = Workspace::sample(shell, 1, "", Vec::new());
    empty.findings.lines.clear();
    let mut full = Workspace::sample(
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
    full.newer = Some("/pursuits/1/newer-version".to_owned());
    full.reopens = vec![Choice::new("c0", sample::CRITERIA[0], false)];
    full.left_over = vec![
        LeftOver {
            name: sample::HOSTILE.to_owned(),
            text: Some(sample::HOSTILE.to_owned()),
            address: None,
        },
        LeftOver {
            name: "plan-1.pdf".to_owned(),
            text: None,
            address: Some("/files/e9".to_owned()),
        },
    ];
    let mut waiting = Workspace::sample(shell, 1, "", vec![piece(shell)]);
    waiting.can_send = false;
    waiting.aside = Aside {
        can_resume: true,
        ..Aside::default()
    };
    waiting.note = Some(Note::new(
        Tone::Plain,
        shell.say("draft-while-waiting"),
        shell.say("draft-while-waiting-text"),
    ));
    let mut errors = Workspace::sample(shell, 2, sample::HOSTILE, vec![piece(shell)]);
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
    errors.aside.error = Some(shell.say("aside-sure-missing").to_string());
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
        mentor: Some(shell.say("earlier-mentor").put("attempts", 3).to_string()),
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
            history: Some(format!("/pursuits/1/history/{name}")),
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
            links: vec![answer("link/log/1", task_link(shell))],
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
            findings: Findings::sample(
                shell,
                Some(answer("findings", shell.say("findings-why").to_string())),
            ),
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
            reopens: Vec::new(),
            left_over: Vec::new(),
            newer: None,
            aside: Aside {
                until: Some(
                    shell
                        .say("aside-until")
                        .put("day", "3 June 2027")
                        .to_string(),
                ),
                can_pause: true,
                can_resume: false,
                can_withdraw: true,
                error: None,
                key: "019ab1c2-0000-7000-8000-000000000007".to_owned(),
            },
            statements: ["own-work", "ready", "consents", "ai-described"]
                .map(|it| Choice::new(it, shell.say(&format!("attest-{it}")), false))
                .to_vec(),
            mends: Vec::new(),
            key: "019ab1c2-0000-7000-8000-000000000003".to_owned(),
            shell: shell.clone(),
        }
    }
}

fn task_link(shell: &Shell) -> String {
    let words = shell.say("task-link").put("title", "Turn log");
    words.put("number", 1).put("most", 2).to_string()
}
