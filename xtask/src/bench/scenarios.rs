//! What is measured: for each page or act, how to ask the product and how to ask the bare server.

use super::http::{Answer, Request};
use super::load::{Script, repeat};
use super::markup::form_request;
use super::visitor::Visitor;
use crate::failure::Failure;

/// Connections that drive each side.
pub const CONNECTIONS: usize = 8;

/// One line of the table.
#[derive(Clone, Copy)]
pub struct Scenario {
    /// What is asked for.
    pub name: &'static str,
    /// The same kind of work on the bare server.
    pub bare: fn() -> Request,
    /// Finds the way through the product; gives one script for each connection.
    pub prepare: fn(port: u16) -> Result<Vec<Script>, Failure>,
}

/// All of them, in the order of the table.
pub const SCENARIOS: &[Scenario] = &[
    Scenario {
        name: "catalogue",
        bare: bare_list,
        prepare: |port| {
            let stranger = Visitor::stranger(port)?;
            Ok(same(&stranger, &Request::get(CATALOGUE)))
        },
    },
    Scenario {
        name: "micro-credential",
        bare: bare_page,
        prepare: |port| {
            let mut stranger = Visitor::stranger(port)?;
            let page = stranger.link(CATALOGUE, "/catalogue/")?;
            Ok(same(&stranger, &Request::get(page)))
        },
    },
    Scenario {
        name: "workspace",
        bare: bare_page,
        prepare: |port| {
            let (educator, page) = first_with(port, WORKSPACES)?;
            Ok(same(&educator, &Request::get(page)))
        },
    },
    Scenario {
        name: "award page",
        bare: bare_page,
        prepare: |port| {
            let (_, page) = first_with(port, AWARDS)?;
            let stranger = Visitor::stranger(port)?;
            Ok(same(&stranger, &Request::get(page)))
        },
    },
    Scenario {
        name: "autosave",
        bare: bare_save,
        prepare: autosave,
    },
];

/// Addresses of the product that the scenarios start from or look for.
const CATALOGUE: &str = "/catalogue";
const HOME: &str = "/home";
const WORKSPACES: &str = "/pursuits/";
const AWARDS: &str = "/awards/";
/// The end of the address to which a workspace saves itself.
const AUTOSAVE: &str = "/draft";
/// The field that says on which version of the draft a change rests, also in the answer.
const VERSION: &str = "version";
/// The beginning of the names of the fields that hold answers.
const ANSWER: &str = "answer";

fn bare_list() -> Request {
    Request::get("/list")
}

fn bare_page() -> Request {
    Request::get("/page")
}

fn bare_save() -> Request {
    Request::post(
        "/save",
        "text/plain",
        "A sentence, and one more sentence. ".repeat(20),
    )
}

/// The first educator of the demo whose home page leads to such an address, and the address.
fn first_with(port: u16, beginning: &str) -> Result<(Visitor, String), Failure> {
    all_with(port, beginning)?
        .into_iter()
        .next()
        .ok_or_else(|| Failure::new(format!("no educator's {HOME} leads to {beginning}...")))
}

fn all_with(port: u16, beginning: &str) -> Result<Vec<(Visitor, String)>, Failure> {
    let educators = Visitor::all_in_role(port, "educator")?;
    Ok(educators
        .into_iter()
        .filter_map(|mut educator| {
            let page = educator.link(HOME, beginning).ok()?;
            Some((educator, page))
        })
        .collect())
}

/// Each educator with a workspace types into it; each save rests on the version before.
fn autosave(port: u16) -> Result<Vec<Script>, Failure> {
    let mut scripts: Vec<Script> = Vec::new();
    for (mut educator, page) in all_with(port, WORKSPACES)? {
        let Ok(mut form) = educator.form(&page, AUTOSAVE) else {
            // A draft that was sent cannot be written in.
            continue;
        };
        let answer = form
            .fields
            .iter()
            .find(|(name, _)| name.starts_with(ANSWER));
        let Some((answer, _)) = answer.cloned() else {
            continue;
        };
        let mut typed = 0;
        scripts.push(Box::new(move |last| {
            typed += 1;
            if let Some(version) = last.and_then(saved_version) {
                form = form.clone().with(VERSION, &version);
            }
            form = form
                .clone()
                .with(&answer, &format!("Sentence {typed}. ").repeat(50));
            let request = form_request(&form.action, &form.fields);
            educator.dress(request.with("Accept", "application/json"))
        }));
    }
    match scripts.is_empty() {
        true => Err(Failure::new(
            "no educator of the demo has a draft to write in",
        )),
        false => Ok(scripts),
    }
}

fn saved_version(answer: &Answer) -> Option<String> {
    let saved: serde_json::Value = serde_json::from_slice(&answer.body).ok()?;
    saved.get(VERSION).map(ToString::to_string)
}

/// Every connection asks the same thing.
fn same(visitor: &Visitor, request: &Request) -> Vec<Script> {
    (0..CONNECTIONS)
        .map(|_| repeat(visitor.dress(request.clone())))
        .collect()
}
