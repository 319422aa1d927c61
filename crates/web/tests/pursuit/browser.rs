//! A browser without scripts, and a program, each signed in as somebody.

use app::jobs::Nudge;
use app::people::{Device, sign_in_to_demo};
use app::{App, Mode};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use domain::ids::PersonId;
use serde_json::Value;
use store::Store;
use testkit::World;
use tower::ServiceExt;
use uuid::Uuid;
use web::cookies::Scheme;
use web::guard::{Guard, IdSource};
use web::site::Site;

use super::fixture;

const ORIGIN: &str = "http://localhost:8080";

/// An installation with the micro-credential of the fixture, and its router.
pub struct House {
    /// The world under it.
    pub world: World,
    router: Router,
}

/// Somebody who asks.
pub struct Asker {
    router: Router,
    secret: String,
    /// Whether the browser says from which page a request comes, as all of today do.
    pub says_whence: bool,
}

/// What came back.
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Vec<u8>,
}

impl House {
    /// Builds it.
    pub async fn over(store: Store) -> Self {
        let world = fixture::world_in(store, Mode::Demo).await;
        let guard = Guard {
            scheme: Scheme::Http,
            origin: ORIGIN.into(),
            ids: IdSource::new(|| Uuid::from_u128(7)),
            is_demo: true,
        };
        let site = Site {
            app: world.app.clone(),
            guard,
            metrics: None,
            nudge: Nudge::default(),
        };
        Self {
            router: web::product(site),
            world,
        }
    }

    /// The use cases.
    pub fn app(&self) -> &App {
        &self.world.app
    }

    /// Somebody, signed in.
    pub async fn enter(&self, person: u128) -> Asker {
        let person = PersonId::from_u128(person);
        let signed_in = sign_in_to_demo(self.app(), person, Device::named("test"), None);
        Asker {
            router: self.router.clone(),
            secret: signed_in.await.unwrap().secret,
            says_whence: true,
        }
    }
}

impl Asker {
    /// Opens a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    /// Opens a page with more headers.
    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::get(path).header(header::ACCEPT, "text/html");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.ask(request, Body::empty()).await
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_as(path, fields, "text/html").await
    }

    /// Sends a form and wants to read this.
    pub async fn post_as(&self, path: &str, fields: &[(&str, &str)], accept: &str) -> Answer {
        let pairs: Vec<_> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", coded(name), coded(value)))
            .collect();
        let request = Request::post(path)
            .header(header::ACCEPT, accept)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request, Body::from(pairs.join("&"))).await
    }

    /// Sends a form with a file at its end.
    pub async fn upload(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        file: Option<(&str, &[u8])>,
    ) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!(
                "--line\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(part.as_bytes());
        }
        if let Some((name, bytes)) = file {
            let part = format!(
                "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/pdf\r\n\r\n"
            );
            body.extend_from_slice(part.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--line--\r\n");
        let request = Request::post(path)
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=line");
        self.ask(request, Body::from(body)).await
    }

    /// Asks as a program does.
    pub async fn json(&self, method: &str, path: &str, body: &Value) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT, "application/json");
        self.ask(request, Body::from(body.to_string())).await
    }

    async fn ask(&self, request: axum::http::request::Builder, body: Body) -> Answer {
        let mut request = request.header(header::COOKIE, format!("session={}", self.secret));
        if self.says_whence {
            request = request
                .header(header::ORIGIN, ORIGIN)
                .header("sec-fetch-site", "same-origin");
        }
        let request = request.body(body).unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: to_bytes(body, 10_000_000).await.unwrap().to_vec(),
        }
    }
}

impl Answer {
    /// Its body as text.
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// Its body as JSON.
    pub fn value(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// A header; empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |it| it.to_str().unwrap())
    }

    /// Where it leads, which must be somewhere else.
    pub fn leads_to(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text());
        self.header("location")
    }
}

fn coded(text: &str) -> String {
    text.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}
