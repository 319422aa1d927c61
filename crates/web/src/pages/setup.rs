//! The first administrator, made with the token that the program printed at its start.

use askama::Template;
use axum::http::StatusCode;

use crate::form::{Choice, Choices, Field, HowMany, Mend, error_of};
use crate::page::{Page, Sample};
use crate::pages::sample;
use crate::shell::Shell;

/// The form that makes the first administrator and the first organization.
#[derive(Debug, Default, Template)]
#[template(path = "people/first-administrator.html")]
pub struct FirstAdministrator {
    /// The frame.
    pub shell: Shell,
    /// The token, if it came with the address.
    pub token: String,
    /// What was typed as name.
    pub name: String,
    /// What was typed as address.
    pub email: String,
    /// What was typed as name of the organization.
    pub organization: String,
    /// What was chosen as its kind.
    pub kind: String,
    /// What was typed as its time zone.
    pub time_zone: String,
    /// What is to mend.
    pub mends: Vec<Mend>,
}

impl FirstAdministrator {
    fn field(&self, name: &str, word: &str, value: &str, limit: u32) -> Field {
        Field::new(name, self.shell.say(word))
            .value(value)
            .limit(limit)
            .error(error_of(&self.mends, name))
    }

    fn kinds(&self) -> Choices {
        let words = [
            ("district", "organization-kind-district"),
            ("school", "organization-kind-school"),
            ("state", "organization-kind-state"),
            ("provider", "organization-kind-provider"),
        ];
        let choice = |(value, word): (&str, &str)| {
            Choice::new(value, self.shell.say(word), value == self.kind)
        };
        Choices {
            name: "kind".to_owned(),
            legend: self.shell.say("organization-kind").to_string(),
            hint: None,
            error: error_of(&self.mends, "kind"),
            how_many: HowMany::One,
            options: words.into_iter().map(choice).collect(),
        }
    }

    fn zone(&self) -> Field {
        self.field("time_zone", "organization-zone", &self.time_zone, 64)
            .hint(self.shell.say("organization-zone-hint"))
            .kind("text", "off")
    }

    fn fields(&self) -> [Field; 5] {
        let say = |id: &str| self.shell.say(id);
        [
            self.field("token", "setup-token", &self.token, 200)
                .hint(say("setup-token-hint"))
                .kind("text", "off"),
            self.field("name", "setup-name", &self.name, 120)
                .kind("text", "name"),
            self.field("email", "sign-in-email", &self.email, 254)
                .kind("email", "username"),
            self.field("password", "sign-in-password", "", 200)
                .hint(say("password-hint"))
                .kind("password", "new-password"),
            self.field(
                "organization",
                "setup-organization",
                &self.organization,
                160,
            )
            .hint(say("setup-organization-hint"))
            .kind("text", "organization"),
        ]
    }
}

impl Page for FirstAdministrator {
    const NAME: &'static str = "people/first-administrator";

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
        let shell = sample::stranger(shell, "/setup");
        let empty = Self {
            shell: shell.clone(),
            ..Self::default()
        };
        let errors = Self {
            shell,
            token: sample::HOSTILE.to_owned(),
            name: sample::HOSTILE.to_owned(),
            mends: vec![Mend {
                field: "token".to_owned(),
                text: sample::HOSTILE.to_owned(),
            }],
            ..Self::default()
        };
        vec![("empty", empty), ("with-errors", errors)]
    }
}
