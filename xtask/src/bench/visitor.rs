//! Somebody who finds the way by what pages show: links, forms, the demo's list of people.

use serde_json::Value;

use super::http::{Answer, Connection, Request};
use super::markup::{self, Form};
use crate::failure::Failure;

/// Where the demo lists its people.
const PEOPLE: &str = "/demo/people.json";

/// A person with cookies.
#[derive(Debug)]
pub struct Visitor {
    connection: Connection,
    origin: String,
    cookies: Vec<(String, String)>,
}

impl Visitor {
    /// Somebody whom the server does not know.
    ///
    /// # Errors
    /// If nobody listens on the port.
    pub fn stranger(port: u16) -> Result<Self, Failure> {
        Ok(Self {
            connection: Connection::open(port)?,
            origin: format!("http://127.0.0.1:{port}"),
            cookies: Vec::new(),
        })
    }

    /// Everybody in the demo who holds a role, each signed in.
    ///
    /// # Errors
    /// If the demo lists nobody in that role, or does not let them in.
    pub fn all_in_role(port: u16, role: &str) -> Result<Vec<Self>, Failure> {
        let list = Self::stranger(port)?.page(PEOPLE)?;
        let people: Value = serde_json::from_slice(&list.body)
            .map_err(|error| Failure::new(format!("{PEOPLE} is not JSON: {error}")))?;
        let mut visitors = Vec::new();
        for door in doors_of(&people, role) {
            let mut visitor = Self::stranger(port)?;
            visitor.submit(door, &[])?;
            visitors.push(visitor);
        }
        match visitors.is_empty() {
            true => Err(Failure::new(format!("{PEOPLE} lists nobody who is {role}"))),
            false => Ok(visitors),
        }
    }

    /// A request as this person's browser would send it.
    pub fn dress(&self, request: Request) -> Request {
        let dressed = match self.cookies.is_empty() {
            true => request,
            false => {
                let cookies: Vec<String> = self
                    .cookies
                    .iter()
                    .map(|(name, value)| format!("{name}={value}"))
                    .collect();
                request.with("Cookie", &cookies.join("; "))
            }
        };
        match dressed.method {
            "GET" => dressed,
            _ => dressed
                .with("Origin", &self.origin)
                .with("Sec-Fetch-Site", "same-origin"),
        }
    }

    /// Reads a page.
    ///
    /// # Errors
    /// If it is not there for this person.
    pub fn page(&mut self, path: &str) -> Result<Answer, Failure> {
        let answer = self.ask(Request::get(path))?;
        match answer.status {
            200 => Ok(answer),
            status => Err(Failure::new(format!(
                "GET {path} was answered with {status}"
            ))),
        }
    }

    /// The first link on a page whose address begins with the given words.
    ///
    /// # Errors
    /// If the page has none.
    pub fn link(&mut self, page: &str, beginning: &str) -> Result<String, Failure> {
        let text = self.page(page)?.text();
        markup::links(&text)
            .into_iter()
            .find(|link| link.starts_with(beginning) && link.len() > beginning.len())
            .ok_or_else(|| Failure::new(format!("{page} has no link to {beginning}...")))
    }

    /// The form on a page whose address ends with the given words.
    ///
    /// # Errors
    /// If the page has none.
    pub fn form(&mut self, page: &str, ending: &str) -> Result<Form, Failure> {
        let text = self.page(page)?.text();
        markup::forms(&text)
            .into_iter()
            .find(|form| form.action.ends_with(ending))
            .ok_or_else(|| Failure::new(format!("{page} has no form that leads to ...{ending}")))
    }

    /// Sends the fields of a form; gives the answer, which may be a redirect.
    ///
    /// # Errors
    /// If it is refused.
    pub fn submit(&mut self, path: &str, fields: &[(String, String)]) -> Result<Answer, Failure> {
        let answer = self.ask(markup::form_request(path, fields))?;
        match answer.status {
            200..400 => Ok(answer),
            status => Err(Failure::new(format!(
                "POST {path} was answered with {status}"
            ))),
        }
    }

    fn ask(&mut self, request: Request) -> Result<Answer, Failure> {
        let answer = self.connection.ask(&self.dress(request))?;
        for (header, value) in &answer.headers {
            if header == "set-cookie" {
                self.keep(value);
            }
        }
        Ok(answer)
    }

    fn keep(&mut self, cookie: &str) {
        let pair = cookie.split(';').next().unwrap_or_default();
        if let Some((name, value)) = pair.split_once('=') {
            let name = name.trim();
            self.cookies.retain(|(known, _)| known != name);
            self.cookies
                .push((name.to_owned(), value.trim().to_owned()));
        }
    }
}

fn doors_of<'a>(people: &'a Value, role: &str) -> Vec<&'a str> {
    people
        .as_array()
        .into_iter()
        .flatten()
        .filter(|person| {
            let roles = person["roles"].as_array();
            roles.into_iter().flatten().any(|held| held == role)
        })
        .filter_map(|person| person["signin"].as_str())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_doors_of_a_role_are_found_in_the_list_of_people() {
        let people = json!([
            { "id": "1", "roles": ["educator"], "signin": "/demo/1" },
            { "id": "2", "roles": ["assessor", "educator"], "signin": "/demo/2" },
            { "id": "3", "roles": ["assessor"], "signin": "/demo/3" },
        ]);
        assert_eq!(doors_of(&people, "educator"), ["/demo/1", "/demo/2"]);
        assert_eq!(doors_of(&people, "leader"), Vec::<&str>::new());
    }
}
