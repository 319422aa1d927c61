//! Requests to the product, by somebody or by nobody.

use std::sync::Arc;

use app::App;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use domain::ids::PersonId;
use store::people::session::Session;
use tower::ServiceExt;
use web::cookies::Scheme;
use web::guard::{Guard, IdSource};
use web::site::Site;

/// What browsers accept.
pub const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
const ORIGIN: &str = "http://localhost:8080";

/// The product over a world.
pub struct Product {
    router: Router,
    app: App,
}

/// An answer, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// A header as text; empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |it| it.to_str().unwrap())
    }

    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

impl Product {
    pub fn over(app: &App) -> Self {
        let site = Site {
            app: app.clone(),
            guard: Guard {
                scheme: Scheme::Http,
                origin: Arc::from(ORIGIN),
                ids: IdSource::new(|| uuid::Uuid::from_u128(1)),
                is_demo: false,
            },
            metrics: None,
            nudge: app::jobs::Nudge::default(),
        };
        Self {
            router: web::product(site),
            app: app.clone(),
        }
    }

    /// Signs a person in; answers the secret of the session.
    pub async fn sign_in(&self, person: PersonId) -> String {
        let secret = format!("{:064x}", domain::ids::untyped(person).as_u128());
        let now = self.app.clock.now();
        let session = Session {
            secret_hash: domain::audit::sha256_hex(&secret),
            person,
            device: "test".to_owned(),
            created_at: now,
            seen_at: now,
            expires_at: domain::time::days_after(now, 7),
        };
        let kept = self
            .app
            .write(move |unit| Ok(store::people::session::insert(unit.tx, &session)?));
        kept.await.unwrap();
        secret
    }

    /// A request exactly as it is, from no page of ours.
    pub async fn bare(&self, request: Request<Body>) -> axum::response::Response {
        self.router.clone().oneshot(request).await.unwrap()
    }

    pub async fn get(&self, path: &str, accept: &str, secret: Option<&str>) -> Answer {
        let request = Request::get(path).header("accept", accept);
        self.send(request, secret, String::new()).await
    }

    /// A form from a page of the product.
    pub async fn post(&self, path: &str, form: &str, secret: Option<&str>) -> Answer {
        self.form_as(path, form, BROWSER, secret).await
    }

    /// A form, as a browser or its script sends it.
    pub async fn form_as(
        &self,
        path: &str,
        form: &str,
        accept: &str,
        secret: Option<&str>,
    ) -> Answer {
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("accept", accept);
        self.send(request, secret, form.to_owned()).await
    }

    pub async fn json(&self, path: &str, json: &str, secret: Option<&str>) -> Answer {
        let request = Request::post(path).header("content-type", "application/json");
        self.send(request, secret, json.to_owned()).await
    }

    pub async fn put(&self, path: &str, json: &str, secret: Option<&str>) -> Answer {
        let request = Request::put(path).header("content-type", "application/json");
        self.send(request, secret, json.to_owned()).await
    }

    async fn send(
        &self,
        mut request: axum::http::request::Builder,
        secret: Option<&str>,
        body: String,
    ) -> Answer {
        request = request
            .header("origin", ORIGIN)
            .header("sec-fetch-site", "same-origin");
        if let Some(secret) = secret {
            request = request.header("cookie", format!("session={secret}"));
        }
        let request = request.body(Body::from(body)).unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let body = to_bytes(body, 4 * 1024 * 1024).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    }
}
