//! Whose work one does not judge, and who is not to judge one's own.

use askama::Template;
use axum::http::StatusCode;

use crate::form::{Field, Mend, error_of};
use crate::page::{Page, Sample};
use crate::pages::part::{Note, Tone};
use crate::pages::sample;
use crate::shell::Shell;

/// A relation that stands.
#[derive(Clone, Debug)]
pub struct RelationLine {
    /// The address of the other.
    pub address: String,
    /// Since when, in words.
    pub since: String,
    /// Where the form goes that ends it.
    pub end: String,
    /// Key under which the answer is stored.
    pub key: String,
}

/// Relations that a person has declared.
#[derive(Debug, Template)]
#[template(path = "review/relations.html")]
pub struct Relations {
    /// The frame.
    pub shell: Shell,
    /// What happened just now.
    pub note: Option<Note>,
    /// Oldest first.
    pub relations: Vec<RelationLine>,
    /// The address as typed.
    pub address: String,
    /// What is to mend.
    pub mends: Vec<Mend>,
    /// Key under which the answer is stored.
    pub key: String,
}

impl Relations {
    fn field(&self) -> Field {
        Field::new("address", self.shell.say("relations-address"))
            .hint(self.shell.say("relations-address-hint"))
            .value(self.address.clone())
            .error(error_of(&self.mends, "address"))
            .kind("email", "off")
            .limit(254)
    }
}

impl Page for Relations {
    const NAME: &'static str = "review/relations";

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
        let shell = &Shell {
            path: "/account/relations".to_owned(),
            ..sample::educator(shell)
        };
        let page = |relations, mends: Vec<Mend>, note| Self {
            note,
            relations,
            address: if mends.is_empty() {
                ""
            } else {
                sample::HOSTILE
            }
            .to_owned(),
            mends,
            key: "sample-key-1".to_owned(),
            shell: shell.clone(),
        };
        let line = RelationLine {
            address: "sam@example.org".to_owned(),
            since: "25 Nov 2026".to_owned(),
            end: "/account/relations/1/end".to_owned(),
            key: "sample-key-2".to_owned(),
        };
        let mend = Mend {
            field: "address".to_owned(),
            text: sample::HOSTILE.to_owned(),
        };
        let done = Note::new(Tone::Done, shell.say("relations-noted"), "");
        vec![
            ("empty", page(Vec::new(), Vec::new(), None)),
            ("full", page(vec![line], Vec::new(), Some(done))),
            ("with-errors", page(Vec::new(), vec![mend], None)),
        ]
    }
}
