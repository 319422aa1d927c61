use askama::Template;
use axum::http::StatusCode;

use crate::form::{Field, Mend, error_of};
use crate::page::{Page, Sample};
use crate::pages::part::{Note, Tone};
use crate::pages::sample;
use crate::shell::Shell;

/// A person's own addresses.
#[derive(Debug, Template)]
#[template(path = "people/addresses.html")]
pub struct Addresses {
    /// The frame.
    pub shell: Shell,
    /// The one for letters first.
    pub lines: Vec<AddressLine>,
    /// What was typed as another one.
    pub email: String,
    /// This installation sends mail.
    pub is_sending: bool,
    /// What has just been done.
    pub done: Option<Note>,
    /// What is to mend.
    pub mends: Vec<Mend>,
}

/// An address of a person.
#[derive(Clone, Debug)]
pub struct AddressLine {
    /// The address.
    pub address: String,
    /// Letters go there.
    pub is_first: bool,
    /// It was proved to be theirs.
    pub is_proved: bool,
    /// It may go: it is not the only one.
    pub can_go: bool,
}

impl Addresses {
    fn email_field(&self) -> Field {
        Field::new("email", self.shell.say("addresses-another"))
            .kind("email", "email")
            .limit(254)
            .value(self.email.clone())
            .error(error_of(&self.mends, "email"))
    }

    fn quiet(&self) -> Note {
        Note::new(
            Tone::Plain,
            self.shell.say("refusal-no-mail"),
            self.shell.say("refusal-no-mail-fix"),
        )
    }
}

impl Page for Addresses {
    const NAME: &'static str = "people/addresses";

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
            path: "/account/addresses".to_owned(),
            ..sample::educator(shell)
        };
        let line = |address: &str, is_first| AddressLine {
            address: address.to_owned(),
            is_first,
            is_proved: !is_first,
            can_go: true,
        };
        let page = |lines, is_sending, mends: Vec<Mend>| Self {
            lines,
            email: mends.first().map_or("", |_| sample::HOSTILE).to_owned(),
            is_sending,
            done: mends
                .is_empty()
                .then(|| Note::new(Tone::Done, shell.say("addresses-sent"), "")),
            mends,
            shell: shell.clone(),
        };
        let mend = Mend {
            field: "email".to_owned(),
            text: sample::HOSTILE.to_owned(),
        };
        let one = vec![AddressLine {
            can_go: false,
            ..line("mara@example.org", true)
        }];
        let two = vec![line("mara@example.org", true), line(sample::HOSTILE, false)];
        vec![
            ("one", page(one, false, Vec::new())),
            ("with-errors", page(two, true, vec![mend])),
        ]
    }
}
