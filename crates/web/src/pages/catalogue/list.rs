//! The list of published micro-credentials.

use askama::Template;
use axum::http::StatusCode;

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
    pub options: Vec<FacetOption>,
}

/// One option of a facet.
#[derive(Clone, Debug)]
pub struct FacetOption {
    /// What is sent.
    pub value: String,
    /// Its words.
    pub words: String,
    /// How many the list would hold.
    pub count: u64,
    /// It is chosen.
    pub is_chosen: bool,
}

/// Something that was chosen.
#[derive(Clone, Debug)]
pub struct Narrowing {
    /// What it is about.
    pub facet: String,
    /// What was chosen.
    pub words: String,
    /// The list without it.
    pub without: String,
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
    /// What was chosen of them.
    pub narrowings: Vec<Narrowing>,
    /// The most characters of a search.
    pub limit: usize,
    /// What is wrong with the search.
    pub error: Option<String>,
    /// The lines of this page.
    pub offers: Vec<Offer>,
    /// How many there are in all.
    pub total: u64,
    /// Where the rest is.
    pub pages: Pages,
    /// Where nothing has every word: lines with some of them.
    pub near: Vec<Offer>,
    /// The same words without choices, if both were given.
    pub without_choices: Option<String>,
}

impl List {
    fn is_narrowed(&self) -> bool {
        !self.narrowings.is_empty()
    }
}

fn option(value: &str, words: &str, is_chosen: bool) -> FacetOption {
    FacetOption {
        value: value.to_owned(),
        words: words.to_owned(),
        count: 1,
        is_chosen,
    }
}

/// What is chosen in samples.
fn narrowings(facets: &[Facet]) -> Vec<Narrowing> {
    let chosen = |facet: &Facet| {
        let options = facet.options.iter().filter(|it| it.is_chosen);
        let narrowing = |it: &FacetOption| Narrowing {
            facet: facet.legend.clone(),
            words: it.words.clone(),
            without: "/catalogue".to_owned(),
        };
        options.map(narrowing).collect::<Vec<_>>()
    };
    facets.iter().flat_map(chosen).collect()
}

impl Page for List {
    const NAME: &'static str = "catalogue/list";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn status(&self) -> StatusCode {
        match self.error {
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::OK,
        }
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &sample::stranger(shell, "/catalogue");
        let list = |query: &str, offers: Vec<Offer>, facets: Vec<Facet>, next: Option<&str>| Self {
            shell: shell.clone(),
            query: query.to_owned(),
            narrowings: narrowings(&facets),
            facets,
            limit: 200,
            error: None,
            near: Vec::new(),
            without_choices: None,
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
                option("foundation", "foundation", true),
                option("proficient", sample::HOSTILE, false),
            ],
        };
        let one = Offer::samples(shell).into_iter().take(1).collect();
        vec![
            ("empty", list("", Vec::new(), Vec::new(), None)),
            (
                "nothing-found",
                Self {
                    near: Offer::samples(shell),
                    without_choices: Some("/catalogue?q=x".to_owned()),
                    ..list(sample::HOSTILE, Vec::new(), vec![facet.clone()], None)
                },
            ),
            (
                "too-long",
                Self {
                    error: Some(sample::HOSTILE.to_owned()),
                    ..list(sample::HOSTILE, Vec::new(), Vec::new(), None)
                },
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
