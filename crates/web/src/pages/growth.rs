//! Pages of growth: sections with lines, each with what can be done, and forms.

use askama::Template;
use axum::http::StatusCode;

use crate::form::{Choice, Choices, Field, HowMany, Mend};
use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{Crumb, Empty, Fact, Link, Note, Pages, State, Tone};
use crate::pages::people::FormPart;
use crate::pages::sample;
use crate::shell::Shell;

/// Something that can be done with one button.
#[derive(Clone, Debug)]
pub struct Action {
    /// Where its form goes.
    pub address: String,
    /// What the button says.
    pub word: String,
    /// What it says to those who hear it without what stands around it.
    pub long: String,
    /// More that the form sends.
    pub hidden: Vec<(String, String)>,
}

impl Action {
    /// A button with nothing more to send.
    pub fn new(address: impl Into<String>, word: impl ToString, long: impl ToString) -> Self {
        Self {
            address: address.into(),
            word: word.to_string(),
            long: long.to_string(),
            hidden: Vec::new(),
        }
    }

    /// The same, with a value to send.
    #[must_use]
    pub fn sending(mut self, name: &str, value: impl ToString) -> Self {
        self.hidden.push((name.to_owned(), value.to_string()));
        self
    }
}

/// One line of a section.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// What it is.
    pub title: String,
    /// Where it leads.
    pub address: Option<String>,
    /// Its state.
    pub state: Option<State>,
    /// Paragraphs about it.
    pub texts: Vec<String>,
    /// Reasons or names, as a list.
    pub points: Vec<String>,
    /// Small facts.
    pub facts: Vec<Fact>,
    /// Ways on.
    pub ways: Vec<Link>,
    /// What can be done.
    pub actions: Vec<Action>,
}

/// A form in a section.
#[derive(Clone, Debug)]
pub struct SheetForm {
    /// Where it goes.
    pub action: String,
    /// The key under which its answer is kept.
    pub key: String,
    /// Its parts, in order.
    pub parts: Vec<FormPart>,
    /// What its button does.
    pub button: String,
    /// It is the one thing to do on the page.
    pub is_primary: bool,
}

impl SheetForm {
    /// The class of its button.
    pub const fn class(&self) -> &'static str {
        match self.is_primary {
            true => "btn primary",
            false => "btn",
        }
    }
}

/// A section of a page.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// Names it in addresses.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What to know of it.
    pub text: Option<String>,
    /// What stands where nothing is yet.
    pub empty: Option<Empty>,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Ways on.
    pub ways: Vec<Link>,
    /// Its form.
    pub form: Option<SheetForm>,
}

/// A page of sections.
#[derive(Debug, Default, Template)]
#[template(path = "growth/sheet.html")]
pub struct Sheet {
    /// The frame.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// What the page is for.
    pub title: String,
    /// What to know before.
    pub lede: String,
    /// The one thing to do, as a link.
    pub primary: Option<Link>,
    /// Something that just happened.
    pub note: Option<Note>,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// Where the rest is.
    pub pages: Pages,
    /// What is to mend.
    pub mends: Vec<Mend>,
}

impl Page for Sheet {
    const NAME: &'static str = "growth/sheet";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn status(&self) -> StatusCode {
        match self.mends.is_empty() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = sample::educator(shell);
        let page = |sections, mends| Self {
            shell: shell.clone(),
            crumbs: vec![Crumb::here(shell.say("nav-growth"))],
            title: shell.say("nav-growth").to_string(),
            lede: sample::COMPETENCY.to_owned(),
            sections,
            mends,
            ..Self::default()
        };
        let empty = Section {
            id: "none",
            title: shell.say("nav-needs").to_string(),
            empty: Some(Empty {
                title: sample::ISSUER.to_owned(),
                text: sample::COMPETENCY.to_owned(),
                way: Some(Link::new("/catalogue", shell.say("nav-catalogue"))),
            }),
            ..Section::default()
        };
        let mend = Mend {
            field: "text".to_owned(),
            text: sample::HOSTILE.to_owned(),
        };
        let full = Self {
            primary: Some(Link::new("/catalogue", shell.say("nav-catalogue"))),
            note: Some(Note::new(Tone::Done, sample::TITLE, sample::HOSTILE)),
            pages: Pages {
                first: Some("/growth".to_owned()),
                next: None,
            },
            ..page(vec![sample_section(&shell, "", false)], Vec::new())
        };
        let errors = page(
            vec![sample_section(&shell, sample::HOSTILE, true)],
            vec![mend],
        );
        vec![
            ("empty", page(vec![empty], Vec::new())),
            ("full", full),
            ("with-errors", errors),
        ]
    }
}

fn sample_section(shell: &Shell, value: &str, is_primary: bool) -> Section {
    let choices = |name: &str, how_many| Choices {
        name: name.to_owned(),
        legend: sample::CRITERIA[0].to_owned(),
        hint: None,
        error: None,
        how_many,
        options: vec![Choice::new("one", sample::ISSUER, true)],
    };
    let line = Line {
        title: sample::TITLE.to_owned(),
        address: Some("/micro-credentials/wait-time".to_owned()),
        state: Some(State::new(Mark::Met, shell.say("state-earned"))),
        texts: vec![value.to_owned()],
        points: sample::CRITERIA.map(str::to_owned).to_vec(),
        facts: vec![Fact::new(sample::CRITERIA[1], value)],
        ways: vec![Link::new("/growth", shell.say("nav-growth"))],
        actions: vec![Action::new("/growth", sample::CRITERIA[2], value).sending("way", value)],
    };
    Section {
        id: "sample",
        title: sample::ISSUER.to_owned(),
        text: Some(sample::COMPETENCY.to_owned()),
        empty: None,
        lines: vec![line],
        ways: vec![Link::new("/needs", shell.say("nav-needs"))],
        form: Some(SheetForm {
            action: "/growth".to_owned(),
            key: "sample-key-1".to_owned(),
            parts: vec![
                FormPart::Line(Field::new("text", sample::CRITERIA[3]).value(value)),
                FormPart::Area(Field::new("more", sample::CRITERIA[2]).value(value)),
                FormPart::Select(choices("one", HowMany::One)),
                FormPart::Boxes(choices("some", HowMany::Any)),
            ],
            button: shell.say("nav-catalogue").to_string(),
            is_primary,
        }),
    }
}
