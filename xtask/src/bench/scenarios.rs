//! What is measured: for each page or act, how to ask the product and how to ask the bare server.

use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};

use super::client::Client;
use super::http::{Answer, Request};
use super::load::{Script, repeat};
use super::work::{Work, saving, submission};
use crate::failure::Failure;

/// Connections that drive each side.
pub const CONNECTIONS: usize = 8;

/// Where the way through the product begins.
pub struct Start<'a> {
    /// The product's port.
    pub port: u16,
    /// Work to be done again.
    pub work: &'a Work,
    /// How many requests will be asked for at most, all rounds together.
    pub requests: usize,
}

/// One line of the table.
#[derive(Clone, Copy)]
pub struct Scenario {
    /// What is asked for.
    pub name: &'static str,
    /// The same kind of work on the bare server.
    pub bare: fn() -> Request,
    /// Requests of one round at most: what is done once needs its own work each time.
    pub most: usize,
    /// Finds the way through the product; gives one script for each connection.
    pub prepare: fn(&Start<'_>) -> Result<Vec<Script>, Failure>,
}

/// All of them, in the order of the table.
pub const SCENARIOS: &[Scenario] = &[
    Scenario {
        name: "catalogue",
        bare: bare_list,
        most: usize::MAX,
        prepare: catalogue,
    },
    Scenario {
        name: "micro-credential",
        bare: bare_page,
        most: usize::MAX,
        prepare: micro_credential,
    },
    Scenario {
        name: "workspace",
        bare: bare_page,
        most: usize::MAX,
        prepare: workspace,
    },
    Scenario {
        name: "award page",
        bare: bare_page,
        most: usize::MAX,
        prepare: award_page,
    },
    Scenario {
        name: "autosave",
        bare: bare_save,
        most: usize::MAX,
        prepare: autosave,
    },
    Scenario {
        name: "submit",
        bare: bare_save,
        most: 24,
        prepare: submit,
    },
];

fn bare_list() -> Request {
    Request::get("/list")
}

fn bare_page() -> Request {
    Request::get("/page")
}

fn bare_save() -> Request {
    Request::post("/save", "text/plain", typed(0))
}

/// About as much as a prompt asks for.
fn typed(number: u64) -> String {
    format!("Sentence {number}, and one more. ").repeat(20)
}

fn catalogue(start: &Start<'_>) -> Result<Vec<Script>, Failure> {
    same(&Client::stranger(start.port)?, "/catalogue")
}

fn micro_credential(start: &Start<'_>) -> Result<Vec<Script>, Failure> {
    let mut stranger = Client::stranger(start.port)?;
    let found = stranger.json(Request::get("/api/v1/micro-credentials"))?;
    let slug = found
        .pointer("/items/0/slug")
        .and_then(Value::as_str)
        .ok_or_else(|| Failure::new("the demo's catalogue is empty"))?;
    same(&stranger, &format!("/micro-credentials/{slug}"))
}

/// A workspace with texts and files in it.
fn workspace(start: &Start<'_>) -> Result<Vec<Script>, Failure> {
    let mut educator = newcomers(start.port, "workspace", 1)?.remove(0);
    let pursuit = start.work.prepare(&mut educator)?;
    same(&educator, &format!("/pursuits/{pursuit}"))
}

/// An award of the demo as a stranger meets it.
fn award_page(start: &Start<'_>) -> Result<Vec<Script>, Failure> {
    for mut educator in Client::all_in_role(start.port, "educator")? {
        let held = educator.json(Request::get("/api/v1/awards"))?;
        if let Some(award) = held.pointer("/items/0/id").and_then(Value::as_str) {
            let visibility = format!("/api/v1/awards/{award}/visibility");
            educator.send("PUT", &visibility, &json!({"visibility": "public"}))?;
            let page = format!("/awards/{award}");
            return same(&Client::stranger(start.port)?, &page);
        }
    }
    Err(Failure::new("no educator of the demo holds an award"))
}

/// Eight educators type at the same time; each save rests on the version before.
fn autosave(start: &Start<'_>) -> Result<Vec<Script>, Failure> {
    let field = start
        .work
        .texts()
        .first()
        .map(|(field, _)| (*field).to_owned())
        .ok_or_else(|| Failure::new("the work has no text"))?;
    let mut scripts: Vec<Script> = Vec::new();
    for mut educator in newcomers(start.port, "autosave", CONNECTIONS)? {
        let pursuit = start.work.begin(&mut educator)?;
        let field = field.clone();
        let mut version = 0;
        scripts.push(Box::new(move |last| {
            version = last.and_then(saved_version).unwrap_or(version);
            educator.dress(saving(&pursuit, &field, &typed(version), version))
        }));
    }
    Ok(scripts)
}

fn saved_version(answer: &Answer) -> Option<u64> {
    let saved: Value = serde_json::from_slice(&answer.body).ok()?;
    saved["version"].as_u64()
}

/// Each request sends the finished work of another educator.
fn submit(start: &Start<'_>) -> Result<Vec<Script>, Failure> {
    let mut ready = Vec::new();
    for mut educator in newcomers(start.port, "submit", start.requests)? {
        let pursuit = start.work.prepare(&mut educator)?;
        ready.push(educator.dress(submission(&pursuit)));
    }
    let ready = Arc::new(Mutex::new(ready));
    let take = move |ready: &Mutex<Vec<Request>>| {
        let next = ready.lock().unwrap_or_else(PoisonError::into_inner).pop();
        // Nothing is left: an address that nobody answers ends the measurement with an error.
        next.unwrap_or_else(|| Request::get("/nothing-left-to-send"))
    };
    Ok((0..CONNECTIONS)
        .map(|_| {
            let ready = Arc::clone(&ready);
            Box::new(move |_: Option<&Answer>| take(&ready)) as Script
        })
        .collect())
}

fn newcomers(port: u16, about: &str, count: usize) -> Result<Vec<Client>, Failure> {
    let mut administrator = Client::all_in_role(port, "administrator")?
        .into_iter()
        .next()
        .ok_or_else(|| Failure::new("the demo has no administrator"))?;
    (0..count)
        .map(|number| Client::newcomer(&mut administrator, about, number))
        .collect()
}

/// Every connection asks the same thing.
fn same(client: &Client, page: &str) -> Result<Vec<Script>, Failure> {
    let scripts = (0..CONNECTIONS).map(|_| repeat(client.dress(Request::get(page))));
    Ok(scripts.collect())
}
