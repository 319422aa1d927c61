//! Somebody who uses the product by its API, as a program would.

use serde_json::{Value, json};

use super::http::{Answer, Connection, Request};
use crate::failure::Failure;

/// Where the demo lists its people.
const PEOPLE: &str = "/demo/people.json";

/// The password of everybody whom the measurement adds.
const PASSWORD: &str = "a tram, a pear and nine kettles";

/// One signed-in person, or a stranger.
#[derive(Debug)]
pub struct Client {
    connection: Connection,
    port: u16,
    /// What shows who it is.
    cookies: Option<String>,
}

impl Client {
    /// Somebody whom the server does not know.
    ///
    /// # Errors
    /// If nobody listens on the port.
    pub fn stranger(port: u16) -> Result<Self, Failure> {
        Ok(Self {
            connection: Connection::open(port)?,
            port,
            cookies: None,
        })
    }

    /// Everybody in the demo who holds a role, each signed in.
    ///
    /// # Errors
    /// If the demo does not list its people, or lets one not in.
    pub fn all_in_role(port: u16, role: &str) -> Result<Vec<Self>, Failure> {
        let people = Self::stranger(port)?.json(Request::get(PEOPLE))?;
        doors_of(&people, role)
            .into_iter()
            .map(|door| Self::through(port, door, ""))
            .collect()
    }

    /// Signs in by a form; who it is shows in a cookie.
    fn through(port: u16, door: &str, form: &str) -> Result<Self, Failure> {
        let mut client = Self::stranger(port)?;
        let kind = "application/x-www-form-urlencoded";
        let knock = client.dress(Request::post(door, kind, form));
        let answer = client.ask(&knock)?;
        let cookies: Vec<&str> = answer
            .headers
            .iter()
            .filter(|(header, _)| header == "set-cookie")
            .filter_map(|(_, cookie)| cookie.split(';').next())
            .collect();
        client.cookies = Some(cookies.join("; "));
        Ok(client)
    }

    /// An educator who is added by an administrator and signs in. What they are for and a number
    /// make the address.
    ///
    /// # Errors
    /// If the administrator may not, or the number was taken.
    pub fn newcomer(administrator: &mut Self, about: &str, number: usize) -> Result<Self, Failure> {
        let organizations = administrator.json(Request::get("/api/v1/organizations"))?;
        let school = organizations["organizations"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|it| it["kind"] == "school")
            .ok_or_else(|| Failure::new("the demo has no school"))?;
        let email = format!("{about}-{number}@example.org");
        administrator.send(
            "POST",
            "/api/v1/people",
            &json!({
                "name": format!("Newcomer {about} {number}"),
                "email": email,
                "password": PASSWORD,
                "memberships": [{"organization": school["id"], "role": "educator"}],
            }),
        )?;
        let form = format!("email={email}&password={}", PASSWORD.replace(' ', "+"));
        Self::through(administrator.port, "/sign-in", &form)
    }

    /// A request as this person would send it.
    pub fn dress(&self, request: Request) -> Request {
        let request = match &self.cookies {
            Some(cookies) => request.with("Cookie", cookies),
            None => request,
        };
        match request.method {
            "GET" => request,
            _ => request.with("Sec-Fetch-Site", "same-origin"),
        }
    }

    /// Sends JSON and reads the JSON that comes back; null if nothing does.
    ///
    /// # Errors
    /// If it is refused.
    pub fn send(
        &mut self,
        method: &'static str,
        path: &str,
        body: &Value,
    ) -> Result<Value, Failure> {
        self.json(json_request(method, path, body))
    }

    /// Asks and reads the JSON that comes back; null if nothing does.
    ///
    /// # Errors
    /// If it is refused.
    pub fn json(&mut self, request: Request) -> Result<Value, Failure> {
        let request = self.dress(request);
        let answer = self.ask(&request)?;
        Ok(serde_json::from_slice(&answer.body).unwrap_or(Value::Null))
    }

    fn ask(&mut self, request: &Request) -> Result<Answer, Failure> {
        let answer = self.connection.ask(request)?;
        match answer.status {
            200..400 => Ok(answer),
            status => Err(Failure::new(format!(
                "{} {} was answered with {status}: {}",
                request.method,
                request.path,
                answer.text()
            ))),
        }
    }
}

/// A request with a JSON body.
pub fn json_request(method: &'static str, path: &str, body: &Value) -> Request {
    Request {
        method,
        ..Request::post(path, "application/json", body.to_string())
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
