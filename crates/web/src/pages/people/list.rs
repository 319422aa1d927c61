use askama::Template;

use crate::form::Field;
use crate::page::{Page, Sample};
use crate::pages::part::{Empty, Pages};
use crate::pages::sample;
use crate::shell::Shell;

/// The people whom an administrator looks after, by name.
#[derive(Debug, Template)]
#[template(path = "people/list.html")]
pub struct People {
    /// The frame.
    pub shell: Shell,
    /// A page of them.
    pub lines: Vec<PersonLine>,
    /// The next page.
    pub pages: Pages,
    /// What is looked for.
    pub query: String,
}

/// A person with what they hold.
#[derive(Clone, Debug)]
pub struct PersonLine {
    /// Their page.
    pub page: String,
    /// Their name.
    pub name: String,
    /// Their address.
    pub address: Option<String>,
    /// What they hold.
    pub held: Vec<HeldLine>,
}

/// A role in an organization.
#[derive(Clone, Debug)]
pub struct HeldLine {
    /// The role, in words.
    pub role: String,
    /// The organization's name.
    pub organization: String,
    /// Where the form goes that ends it; none for one's own administration.
    pub end: Option<String>,
}

impl People {
    fn search_field(&self) -> Field {
        Field::new("q", self.shell.say("people-search"))
            .kind("search", "off")
            .limit(100)
            .value(&self.query)
            .optional()
    }

    fn empty(&self) -> Empty {
        let (title, text) = match self.query.is_empty() {
            true => ("people-none", "people-none-text"),
            false => ("people-found-none", "people-found-none-text"),
        };
        Empty {
            title: self.shell.say(title).to_string(),
            text: self.shell.say(text).to_string(),
            way: None,
        }
    }
}

impl Page for People {
    const NAME: &'static str = "people/list";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = sample::administrator(shell);
        let held = |end: Option<&str>| HeldLine {
            role: shell.say("role-educator").to_string(),
            organization: sample::HOSTILE.to_owned(),
            end: end.map(str::to_owned),
        };
        let line = |name: &str| PersonLine {
            page: "/people/1".to_owned(),
            name: name.to_owned(),
            address: Some("mara@alder-creek.example.org".to_owned()),
            held: vec![held(Some("/memberships/1/end")), held(None)],
        };
        let full = Self {
            shell: shell.clone(),
            lines: vec![line("Mara Delgado-Quinn"), line(sample::HOSTILE)],
            pages: Pages {
                first: None,
                next: Some("/people?after=1".to_owned()),
            },
            query: sample::HOSTILE.to_owned(),
        };
        let empty = Self {
            shell,
            lines: Vec::new(),
            pages: Pages::default(),
            query: String::new(),
        };
        vec![("empty", empty), ("full", full)]
    }
}
