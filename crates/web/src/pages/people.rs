//! Signing in, the people of the demo, and what administrators and people themselves look after.

mod account;
mod addresses;
mod form;
mod invitations;
mod link;
mod list;
mod organizations;
mod person;

pub use account::{Account, SessionLine};
pub use addresses::{AddressLine, Addresses};
pub use form::{FormPage, FormPart};
pub use invitations::{InvitationPage, InvitationRow, InvitationTable, Invitations};
pub use link::{LinkPage, SignInLink};
pub use list::{HeldLine, People, PersonLine};
pub use organizations::{OrganizationLine, Organizations};
pub use person::{MergeLine, Person, PlainLine};

use askama::Template;
use axum::http::StatusCode;

use crate::form::{Field, Mend, error_of};
use crate::page::{Page, Sample};
use crate::pages::sample;
use crate::shell::Shell;

/// The form to sign in.
#[derive(Debug, Template)]
#[template(path = "people/sign-in.html")]
pub struct SignIn {
    /// The frame.
    pub shell: Shell,
    /// What was typed as address.
    pub email: String,
    /// Where to go afterwards, a path of this site.
    pub to: String,
    /// What is to mend.
    pub mends: Vec<Mend>,
}

impl SignIn {
    fn email_field(&self) -> Field {
        Field::new("email", self.shell.say("sign-in-email"))
            .kind("email", "username")
            .limit(254)
            .value(self.email.clone())
            .error(error_of(&self.mends, "email"))
    }

    fn password_field(&self) -> Field {
        Field::new("password", self.shell.say("sign-in-password"))
            .kind("password", "current-password")
            .limit(200)
            .error(error_of(&self.mends, "password"))
    }
}

impl Page for SignIn {
    const NAME: &'static str = "people/sign-in";

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
        let shell = sample::stranger(shell, "/sign-in");
        let empty = Self {
            shell: shell.clone(),
            email: String::new(),
            to: "/home".to_owned(),
            mends: Vec::new(),
        };
        let demo = Self {
            shell: Shell {
                is_demo: true,
                ..shell.clone()
            },
            ..Self {
                shell: shell.clone(),
                email: String::new(),
                to: String::new(),
                mends: Vec::new(),
            }
        };
        let mend = |field: &str| Mend {
            field: field.to_owned(),
            text: shell.say("refusal-wrong-address-or-password").to_string(),
        };
        let errors = Self {
            shell: shell.clone(),
            email: sample::HOSTILE.to_owned(),
            to: sample::HOSTILE.to_owned(),
            mends: vec![mend(""), mend("email")],
        };
        vec![("empty", empty), ("demo", demo), ("with-errors", errors)]
    }
}

/// Somebody whom one can be in the demo.
#[derive(Clone, Debug)]
pub struct DemoPerson {
    /// Their name.
    pub name: String,
    /// Their roles, in words.
    pub roles: Vec<String>,
    /// Where they work.
    pub organization: String,
    /// Where they stand in the demo's story, in one sentence.
    pub about: Option<String>,
    /// Where the form goes that signs in as them.
    pub signin: String,
}

/// The people of the demo, to be any of them with one click.
#[derive(Debug, Template)]
#[template(path = "people/demo.html")]
pub struct DemoPeople {
    /// The frame.
    pub shell: Shell,
    /// In the order in which they are shown.
    pub people: Vec<DemoPerson>,
}

impl Page for DemoPeople {
    const NAME: &'static str = "people/demo";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = Shell {
            is_demo: true,
            ..sample::stranger(shell, "/demo")
        };
        let person = |name: &str, role: &str, about: Option<&str>| DemoPerson {
            name: name.to_owned(),
            roles: vec![shell.say(role).to_string()],
            organization: "Alder Creek Middle School".to_owned(),
            about: about.map(str::to_owned),
            signin: format!("/demo/people/{}/session", name.len()),
        };
        let people = vec![
            person("Mara Delgado-Quinn", "role-educator", Some("Begins today.")),
            person("Joel Haverford", "role-assessor", None),
            person("Ruth Abenov", "role-administrator", None),
        ];
        vec![
            (
                "empty",
                Self {
                    shell: shell.clone(),
                    people: Vec::new(),
                },
            ),
            ("full", Self { shell, people }),
        ]
    }
}
