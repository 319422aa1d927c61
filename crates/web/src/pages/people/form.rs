use askama::Template;
use axum::http::StatusCode;

use crate::form::{Choice, Choices, Field, HowMany, Mend};
use crate::page::{Page, Sample};
use crate::pages::part::Crumb;
use crate::pages::sample;
use crate::shell::Shell;

/// A part of a form.
#[derive(Clone, Debug)]
pub enum FormPart {
    /// One line.
    Line(Field),
    /// Many lines.
    Area(Field),
    /// One of many.
    Select(Choices),
    /// Some of a few.
    Boxes(Choices),
}

/// A page with one form and nothing else: adding a person, a role, an organization.
#[derive(Debug, Template)]
#[template(path = "people/form.html")]
pub struct FormPage {
    /// The frame.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// What the page is for.
    pub title: String,
    /// What to know before.
    pub lede: String,
    /// Where the form goes.
    pub action: String,
    /// The key under which its answer is kept.
    pub key: String,
    /// Its parts, in order.
    pub parts: Vec<FormPart>,
    /// What its button does.
    pub button: String,
    /// What is to mend.
    pub mends: Vec<Mend>,
}

impl Page for FormPage {
    const NAME: &'static str = "people/form";

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
        let shell = sample::administrator(shell);
        let page = |value: &str, mends: Vec<Mend>| Self {
            crumbs: vec![
                Crumb::above("/people", shell.say("people-title")),
                Crumb::here(shell.say("person-add-title")),
            ],
            title: shell.say("person-add-title").to_string(),
            lede: shell.say("person-add-lede").to_string(),
            action: "/people".to_owned(),
            key: "sample-key-1".to_owned(),
            parts: sample_parts(&shell, value),
            button: shell.say("person-add-button").to_string(),
            mends,
            shell: shell.clone(),
        };
        let mend = Mend {
            field: "name".to_owned(),
            text: sample::HOSTILE.to_owned(),
        };
        vec![
            ("empty", page("", Vec::new())),
            ("with-errors", page(sample::HOSTILE, vec![mend])),
        ]
    }
}

fn sample_parts(shell: &Shell, value: &str) -> Vec<FormPart> {
    let choices = |name: &str, word: &str, how_many| Choices {
        name: name.to_owned(),
        legend: shell.say(word).to_string(),
        hint: None,
        error: None,
        how_many,
        options: vec![
            Choice::new("one", sample::ISSUER, false),
            Choice::new("two", value, true),
        ],
    };
    vec![
        FormPart::Line(Field::new("name", shell.say("person-name")).value(value)),
        FormPart::Area(Field::new("more", shell.say("person-name")).value(value)),
        FormPart::Select(choices("organization", "person-organization", HowMany::One)),
        FormPart::Boxes(choices("role", "person-role", HowMany::Any)),
    ]
}
