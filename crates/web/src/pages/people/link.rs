use askama::Template;
use axum::http::StatusCode;

use crate::form::{Field, Mend, error_of};
use crate::page::{Page, Sample};
use crate::pages::part::{Note, Tone};
use crate::pages::sample;
use crate::shell::Shell;

fn status_of(mends: &[Mend]) -> StatusCode {
    if mends.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

/// Asking for a link to sign in.
#[derive(Debug, Template)]
#[template(path = "people/sign-in-link.html")]
pub struct SignInLink {
    /// The frame.
    pub shell: Shell,
    /// What was typed as address.
    pub email: String,
    /// This installation sends mail.
    pub is_sending: bool,
    /// It was asked for.
    pub is_sent: bool,
    /// What is to mend.
    pub mends: Vec<Mend>,
}

impl SignInLink {
    fn email_field(&self) -> Field {
        Field::new("email", self.shell.say("sign-in-email"))
            .kind("email", "username")
            .limit(254)
            .value(self.email.clone())
            .error(error_of(&self.mends, "email"))
    }

    fn sent(&self) -> Note {
        Note::new(
            Tone::Done,
            self.shell.say("sign-in-link-sent"),
            self.shell.say("sign-in-link-sent-text"),
        )
    }

    fn quiet(&self) -> Note {
        Note::new(
            Tone::Plain,
            self.shell.say("refusal-no-mail"),
            self.shell.say("refusal-no-mail-fix"),
        )
    }
}

impl Page for SignInLink {
    const NAME: &'static str = "people/sign-in-link";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn status(&self) -> StatusCode {
        status_of(&self.mends)
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let page = |email: &str, is_sending, is_sent, mends| Self {
            shell: sample::stranger(shell, "/sign-in/link"),
            email: email.to_owned(),
            is_sending,
            is_sent,
            mends,
        };
        let mend = Mend {
            field: "email".to_owned(),
            text: shell.say("refusal-address-unusable").to_string(),
        };
        vec![
            ("empty", page("", true, false, Vec::new())),
            ("sent", page("", true, true, Vec::new())),
            ("without-mail", page("", false, false, Vec::new())),
            (
                "with-errors",
                page(sample::HOSTILE, true, false, vec![mend]),
            ),
        ]
    }
}

/// A link that counts once, before it is used.
#[derive(Debug, Template)]
#[template(path = "people/link.html")]
pub struct LinkPage {
    /// The frame.
    pub shell: Shell,
    /// What it is for.
    pub title: String,
    /// For whom.
    pub text: String,
    /// Until when it counts.
    pub until: String,
    /// What its button does.
    pub button: String,
    /// Where the form goes.
    pub action: String,
    /// It sets a password.
    pub asks_password: bool,
    /// What is to mend.
    pub mends: Vec<Mend>,
}

impl LinkPage {
    fn password_field(&self) -> Field {
        Field::new("password", self.shell.say("account-password-new"))
            .kind("password", "new-password")
            .hint(self.shell.say("password-hint"))
            .limit(200)
            .error(error_of(&self.mends, "password"))
    }
}

impl Page for LinkPage {
    const NAME: &'static str = "people/link";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn status(&self) -> StatusCode {
        status_of(&self.mends)
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let page = |asks_password, text: &str, mends| Self {
            shell: sample::stranger(shell, "/links/1"),
            title: shell.say("link-password").to_string(),
            text: text.to_owned(),
            until: shell
                .say("link-until")
                .put("at", "25 Nov 2026, 14:02")
                .to_string(),
            button: shell.say("link-password-button").to_string(),
            action: "/links/1".to_owned(),
            asks_password,
            mends,
        };
        let mend = Mend {
            field: "password".to_owned(),
            text: sample::HOSTILE.to_owned(),
        };
        vec![
            ("plain", page(false, sample::HOSTILE, Vec::new())),
            ("with-errors", page(true, "Mara", vec![mend])),
        ]
    }
}
