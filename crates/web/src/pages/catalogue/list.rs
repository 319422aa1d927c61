//! The list of published micro-credentials.

use askama::Template;

use crate::form::Choice;
use crate::page::{Page, Sample};
use crate::pages::part::Pages;
use crate::pages::sample;
use crate::seal::{Seal, Variant};
use crate::shell::Shell;

/// One micro-credential as a line of a list.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Its page.
    pub address: String,
    /// Its title.
    pub title: String,
    /// The competency in one sentence.
    pub competency: String,
    /// Who issues it.
    pub issuer: String,
    /// Name of its level.
    pub level: String,
    /// Typical time in hours.
    pub hours: u16,
    /// What it asks for, such as "no video needed".
    pub needs: Vec<String>,
    /// The visitor's own standing with it, such as "You are working on it".
    pub standing: Option<String>,
    /// Its seal, in the small form.
    pub seal: Seal,
}

impl Offer {
    /// Two lines for samples.
    pub fn samples(shell: &Shell) -> Vec<Self> {
        let wait_time = Self {
            address: "/catalogue/wait-time".to_owned(),
            title: sample::TITLE.to_owned(),
            competency: sample::COMPETENCY.to_owned(),
            issuer: sample::ISSUER.to_owned(),
            level: "foundation".to_owned(),
            hours: 6,
            needs: vec![
                shell.say("need-students").to_string(),
                shell.say("need-no-video").to_string(),
            ],
            standing: Some(shell.say("standing-working").to_string()),
            seal: sample::seal_data(shell, 4).draw(Variant::Small),
        };
        let formative_check = Self {
            address: "/catalogue/formative-check".to_owned(),
            title: "Formative Check that Changes the Lesson".to_owned(),
            competency: "Find out in five minutes what the class understood, and teach tomorrow's lesson differently."
                .to_owned(),
            issuer: "Tamarack County Schools".to_owned(),
            level: "proficient".to_owned(),
            hours: 12,
            needs: vec![shell.say("need-no-students").to_string(), shell.say("need-video").to_string()],
            standing: None,
            seal: sample::other_seal_data(shell).draw(Variant::Small),
        };
        vec![wait_time, formative_check]
    }
}

/// One way to narrow the list.
#[derive(Clone, Debug)]
pub struct Facet {
    /// Name of the parameter.
    pub name: String,
    /// What it is about.
    pub legend: String,
    /// What can be chosen.
    pub options: Vec<Choice>,
}

/// The list of published micro-credentials.
#[derive(Debug, Template)]
#[template(path = "catalogue/list.html")]
pub struct List {
    /// The frame.
    pub shell: Shell,
    /// What was searched for.
    pub query: String,
    /// Ways to narrow the list; the block is left out if there are none.
    pub facets: Vec<Facet>,
    /// The lines of this page.
    pub offers: Vec<Offer>,
    /// How many there are in all.
    pub total: u64,
    /// Where the rest is.
    pub pages: Pages,
}

impl List {
    fn is_narrowed(&self) -> bool {
        self.facets
            .iter()
            .flat_map(|it| &it.options)
            .any(|it| it.is_chosen)
    }
}

impl Page for List {
    const NAME: &'static str = "catalogue/list";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &sample::stranger(shell, "/catalogue");
        let list = |query: &str, offers: Vec<Offer>, facets, next: Option<&str>| Self {
            shell: shell.clone(),
            query: query.to_owned(),
            facets,
            total: offers.len() as u64,
            offers,
            pages: Pages {
                first: None,
                next: next.map(str::to_owned),
            },
        };
        let facet = Facet {
            name: "level".to_owned(),
            legend: shell.say("facet-level").to_string(),
            options: vec![
                Choice::new("foundation", "foundation", true),
                Choice::new("proficient", "proficient", false),
            ],
        };
        let one = Offer::samples(shell).into_iter().take(1).collect();
        vec![
            ("empty", list("", Vec::new(), Vec::new(), None)),
            (
                "nothing-found",
                list(sample::HOSTILE, Vec::new(), Vec::new(), None),
            ),
            ("narrowed", list("questions", one, vec![facet], None)),
            (
                "full",
                list(
                    "",
                    Offer::samples(shell),
                    Vec::new(),
                    Some("/catalogue?after=wtw"),
                ),
            ),
        ]
    }
}
