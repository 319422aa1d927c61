use askama::Template;

use crate::page::{Page, Sample};
use crate::pages::part::{Crumb, Empty, Pages};
use crate::pages::sample;
use crate::shell::Shell;

/// Organizations: all that an administrator looks after, or those directly below one.
#[derive(Debug, Template)]
#[template(path = "people/organizations.html")]
pub struct Organizations {
    /// The frame.
    pub shell: Shell,
    /// The way from the root of the tree.
    pub crumbs: Vec<Crumb>,
    /// Whose page it is.
    pub title: String,
    /// What it is.
    pub lede: String,
    /// A page of them.
    pub lines: Vec<OrganizationLine>,
    /// The next page.
    pub pages: Pages,
    /// Where one more is added here.
    pub add: String,
    /// Where a person is added here.
    pub add_person: String,
    /// Where this one is changed; none on the page of all.
    pub change: Option<String>,
    /// Where it is closed, while it is open.
    pub close: Option<String>,
}

/// An organization in a list.
#[derive(Clone, Debug)]
pub struct OrganizationLine {
    /// Its page.
    pub address: String,
    /// Its name.
    pub name: String,
    /// Its short name.
    pub slug: String,
    /// What it is, in words.
    pub kind: String,
    /// It publishes micro-credentials.
    pub issues: bool,
}

impl Organizations {
    fn empty(&self) -> Empty {
        Empty {
            title: self.shell.say("organizations-none").to_string(),
            text: self.shell.say("organizations-none-text").to_string(),
            way: None,
        }
    }
}

impl Page for Organizations {
    const NAME: &'static str = "people/organizations";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = Shell {
            path: "/organizations".to_owned(),
            ..sample::administrator(shell)
        };
        let line = |name: &str, issues| OrganizationLine {
            address: "/organizations/1".to_owned(),
            name: name.to_owned(),
            slug: "larkfield-institute".to_owned(),
            kind: shell.say("organization-kind-provider").to_string(),
            issues,
        };
        let page = |lines: Vec<OrganizationLine>, next: Option<&str>| Self {
            crumbs: vec![
                Crumb::above("/organizations", shell.say("organizations-title")),
                Crumb::here(sample::ISSUER),
            ],
            title: sample::ISSUER.to_owned(),
            lede: shell.say("organization-kind-state").to_string(),
            lines,
            pages: Pages {
                first: None,
                next: next.map(str::to_owned),
            },
            add: "/organizations/new?below=1".to_owned(),
            add_person: "/people/new?organization=1".to_owned(),
            change: Some("/organizations/1/edit".to_owned()),
            close: Some("/organizations/1/closing".to_owned()),
            shell: shell.clone(),
        };
        let lines = vec![line(sample::ISSUER, true), line(sample::HOSTILE, false)];
        vec![
            ("empty", page(Vec::new(), None)),
            ("full", page(lines, Some("/organizations?after=x"))),
        ]
    }
}
