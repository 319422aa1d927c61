use askama::Template;
use axum::http::StatusCode;

use crate::form::{Choice, Choices, Field, HowMany, Mend, error_of};
use crate::page::{Page, Sample};
use crate::pages::part::{Note, Tone};
use crate::pages::sample;
use crate::shell::Shell;
use crate::words::Language;

/// What a person looks after themselves: where they are signed in, password, language.
#[derive(Debug, Template)]
#[template(path = "people/account.html")]
pub struct Account {
    /// The frame.
    pub shell: Shell,
    /// Where they are signed in, newest first.
    pub sessions: Vec<SessionLine>,
    /// What has just been done.
    pub done: Option<Note>,
    /// What is to mend in the form for the password.
    pub mends: Vec<Mend>,
}

/// A place where somebody is signed in.
#[derive(Clone, Debug)]
pub struct SessionLine {
    /// The browser or program.
    pub device: String,
    /// Since when, and when it was used last.
    pub times: String,
    /// The one that looks at this page.
    pub is_this: bool,
    /// Where the form goes that ends it.
    pub end: String,
}

impl Account {
    fn old_field(&self) -> Field {
        self.password("old", "account-password-old", "current-password")
    }

    fn new_field(&self) -> Field {
        self.password("new", "account-password-new", "new-password")
            .hint(self.shell.say("password-hint"))
    }

    fn password(&self, name: &str, word: &str, purpose: &'static str) -> Field {
        Field::new(name, self.shell.say(word))
            .kind("password", purpose)
            .limit(200)
            .error(error_of(&self.mends, name))
    }

    fn languages(&self) -> Choices {
        let choice =
            |it: Language| Choice::new(it.code(), it.own_name(), it == self.shell.language);
        Choices {
            name: "language".to_owned(),
            legend: self.shell.say("account-language").to_string(),
            hint: None,
            error: None,
            how_many: HowMany::One,
            options: Language::ALL.into_iter().map(choice).collect(),
        }
    }

    fn has_others(&self) -> bool {
        self.sessions.iter().any(|it| !it.is_this)
    }
}

impl Page for Account {
    const NAME: &'static str = "people/account";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn status(&self) -> StatusCode {
        if self.mends.is_empty() {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        }
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = Shell {
            path: "/account".to_owned(),
            ..sample::educator(shell)
        };
        let line = |device: &str, is_this| SessionLine {
            device: device.to_owned(),
            times: shell
                .say("account-session-times")
                .put("since", "25 Nov 2026, 14:02")
                .put("seen", "26 Nov 2026, 08:10")
                .to_string(),
            is_this,
            end: "/account/sessions/1/end".to_owned(),
        };
        let page = |sessions, mends, done| Self {
            shell: shell.clone(),
            sessions,
            done,
            mends,
        };
        let mend = Mend {
            field: "old".to_owned(),
            text: shell.say("refusal-password-wrong").to_string(),
        };
        let done = Note::new(
            Tone::Done,
            shell.say("account-password-changed"),
            shell.say("account-password-changed-text"),
        );
        let this = vec![line("Firefox", true)];
        let several = vec![line("Firefox", true), line(sample::HOSTILE, false)];
        vec![
            ("one", page(this, Vec::new(), Some(done))),
            ("with-errors", page(several, vec![mend], None)),
        ]
    }
}
