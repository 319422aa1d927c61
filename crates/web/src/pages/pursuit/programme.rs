//! Pursuits as a programme manager sees them: by state, and one of them. Nobody is named.

use askama::Template;
use axum::http::StatusCode;

use crate::form::{Choice, Choices, Field, HowMany, Mend, error_of};
use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{Crumb, Fact, Link, Note, Pages, State, Tone};
use crate::pages::sample;
use crate::shell::Shell;

/// One pursuit as a line.
#[derive(Clone, Debug)]
pub struct ProgrammeLine {
    /// Its page.
    pub address: String,
    /// Title of the micro-credential.
    pub title: String,
    /// Code of its latest attempt.
    pub code: Option<String>,
    /// Its state.
    pub state: State,
    /// Since when, in words.
    pub since: String,
}

/// Pursuits in one state.
#[derive(Debug, Template)]
#[template(path = "pursuit/programme.html")]
pub struct Programme {
    /// The frame.
    pub shell: Shell,
    /// The states to look at; the one that is shown has no address.
    pub states: Vec<Crumb>,
    /// The pursuits, newest first.
    pub lines: Vec<ProgrammeLine>,
    /// Older ones.
    pub pages: Pages,
}

impl Page for Programme {
    const NAME: &'static str = "pursuit/programme";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/programme".to_owned(),
            ..sample::lead(shell)
        };
        let line = ProgrammeLine {
            address: "/programme/pursuits/1".to_owned(),
            title: sample::TITLE.to_owned(),
            code: Some("W441-7X2K".to_owned()),
            state: State::new(Mark::Waiting, shell.say("state-with-assessors")),
            since: "25 Nov 2026, 14:05".to_owned(),
        };
        let page = |lines: Vec<ProgrammeLine>| Self {
            states: vec![
                Crumb::here(shell.say("programme-submitted")),
                Crumb::above("/programme?state=expired", shell.say("programme-expired")),
            ],
            pages: Pages {
                first: (!lines.is_empty()).then(|| "/programme".to_owned()),
                next: None,
            },
            lines,
            shell: shell.clone(),
        };
        vec![("empty", page(Vec::new())), ("full", page(vec![line]))]
    }
}

/// One pursuit and what can be done with it.
#[derive(Debug, Template)]
#[template(path = "pursuit/managed.html")]
pub struct ManagedPursuit {
    /// The frame.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// Of the answer.
    pub status: StatusCode,
    /// Title of the micro-credential.
    pub title: String,
    /// Where it stands.
    pub state: State,
    /// What happened just now.
    pub note: Option<Note>,
    /// What is known of it.
    pub facts: Vec<Fact>,
    /// Its address; `/hold`, `/hold/end` and `/reopening` below it take the forms.
    pub address: String,
    /// Where it can be given back as incomplete.
    pub give_back: Option<Link>,
    /// Why it could be put on hold; nothing if it cannot.
    pub concerns: Vec<Choice>,
    /// The reason of a hold, as it was typed.
    pub reason: Field,
    /// A hold can be lifted.
    pub can_lift: bool,
    /// It can get more time.
    pub can_reopen: bool,
    /// What was refused.
    pub mends: Vec<Mend>,
    /// Key under which the answer is stored.
    pub key: String,
}

impl ManagedPursuit {
    fn concern_choices(&self) -> Choices {
        Choices {
            name: "concern".to_owned(),
            legend: self.shell.say("managed-concern").to_string(),
            hint: None,
            error: error_of(&self.mends, "concern"),
            how_many: HowMany::One,
            options: self.concerns.clone(),
        }
    }
}

impl Page for ManagedPursuit {
    const NAME: &'static str = "pursuit/managed";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn status(&self) -> StatusCode {
        self.status
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/programme/pursuits/1".to_owned(),
            ..sample::lead(shell)
        };
        let concerns = ["privacy", "integrity"]
            .map(|it| Choice::new(it, shell.say(&format!("concern-{it}")), it == "privacy"));
        let reason = || Field::new("reason", shell.say("managed-reason")).limit(2_000);
        let waiting = || Self {
            crumbs: vec![
                Crumb::above("/programme", shell.say("programme-title")),
                Crumb::here(sample::TITLE),
            ],
            status: StatusCode::OK,
            title: sample::TITLE.to_owned(),
            state: State::new(Mark::Waiting, shell.say("state-with-assessors")),
            note: None,
            facts: vec![Fact::new(shell.say("fact-code"), "W441-7X2K")],
            address: "/programme/pursuits/1".to_owned(),
            give_back: Some(Link::new(
                "/submissions/W441-7X2K/returning",
                shell.say("returning-title"),
            )),
            concerns: concerns.to_vec(),
            reason: reason(),
            can_lift: false,
            can_reopen: false,
            mends: Vec::new(),
            key: "019ab1c2-0000-7000-8000-000000000006".to_owned(),
            shell: shell.clone(),
        };
        let aside = Self {
            note: Some(Note::new(Tone::Done, shell.say("managed-done"), "")),
            give_back: None,
            concerns: Vec::new(),
            can_lift: true,
            can_reopen: true,
            ..waiting()
        };
        let error = shell.say("refusal-pursuit-reason-missing").to_string();
        let errors = Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            reason: reason().value(sample::HOSTILE).error(Some(error.clone())),
            mends: vec![Mend {
                field: "reason".to_owned(),
                text: error,
            }],
            ..waiting()
        };
        vec![
            ("waiting", waiting()),
            ("aside", aside),
            ("with-errors", errors),
        ]
    }
}
