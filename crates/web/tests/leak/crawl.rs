//! Reads everything that somebody can reach.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::{Cursor, Read};
use std::sync::Arc;

use app::App;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use domain::ids::PersonId;
use store::args;
use tower::ServiceExt;
use web::cookies::Scheme;
use web::guard::{Guard, IdSource};
use web::route::table;
use web::site::Site;

use super::fixture::{person, run};
use super::world::Planted;

const ORIGIN: &str = "http://localhost:8080";
/// The most addresses of one crawl.
const MOST: usize = 4_000;

/// A crawl by one person.
pub struct Crawl {
    router: Router,
    secret: String,
    secrets: Vec<String>,
    parts: Vec<String>,
    foreign: Vec<String>,
    done: BTreeSet<String>,
    /// Answers that were read.
    pub seen: usize,
    /// Files that were read.
    pub files: usize,
}

struct Got {
    status: StatusCode,
    headers: HeaderMap,
    bytes: Vec<u8>,
}

impl Crawl {
    /// Signed in as that person, looking for those words.
    pub async fn of(planted: &Planted, who: PersonId, secrets: Vec<String>) -> Self {
        let app = planted.small.app();
        Self {
            secret: signed_in(app, who).await,
            router: product(app),
            parts: parts(planted).await,
            foreign: match who == person(super::fixture::EDUCATOR) {
                true => reviews(planted).await,
                false => vec![planted.pursuit.to_string(), planted.code.clone()],
            },
            ..Self::looking_for(secrets)
        }
    }

    /// Looking for those words, nowhere yet.
    pub fn looking_for(secrets: Vec<String>) -> Self {
        Self {
            router: Router::new(),
            secret: String::new(),
            secrets,
            parts: Vec::new(),
            foreign: Vec::new(),
            done: BTreeSet::new(),
            seen: 0,
            files: 0,
        }
    }

    /// Somebody may read their own name, address, school and district.
    pub async fn allow_own(&mut self, n: u128, planted: &Planted) {
        let own = planted.small.actor(n).await;
        let who = own.person;
        let now = planted.small.app().clock.now();
        let read = move |tx: &store::Tx| store::evidence::identity_of(tx, who, now);
        let identity = planted.small.app().store.read(read).await.unwrap();
        let own: Vec<_> = identity
            .places
            .iter()
            .map(|it| it.name.clone())
            .chain(identity.addresses)
            .collect();
        self.secrets.retain(|secret| !own.iter().any(|it| it.contains(secret.as_str())));
    }

    /// Every page and answer, from every route with everything that could stand in it, and from links.
    pub async fn everything(&mut self) {
        let gets = table().into_iter().filter(|it| it.method == Method::GET);
        let mut waiting: VecDeque<String> = gets.flat_map(|it| self.addresses(it.path)).collect();
        while let Some(path) = waiting.pop_front() {
            if self.done.len() >= MOST || !self.done.insert(path.clone()) {
                continue;
            }
            let accept = match path.starts_with("/api/") {
                true => "application/json",
                false => "text/html",
            };
            let got = self.get(&path, accept).await;
            self.look(&path, &got);
            if got.status == StatusCode::OK {
                let text = String::from_utf8_lossy(&got.bytes).into_owned();
                waiting.extend(links(&text));
            }
        }
    }

    /// Searching for a name that exists answers what searching for one that does not answers.
    pub async fn searches(&mut self, name: &str, nobody: &str) {
        for path in ["/catalogue", "/api/v1/micro-credentials"] {
            for field in ["q", "query", "search", "text"] {
                let answer = |it: &Got, word: &str| {
                    String::from_utf8_lossy(&it.bytes).replace(word, "")
                };
                let real = self.get(&format!("{path}?{field}={name}"), "text/html").await;
                let none = self.get(&format!("{path}?{field}={nobody}"), "text/html").await;
                assert_eq!(real.status, none.status, "{path}?{field}");
                let (real, none) = (answer(&real, name), answer(&none, nobody));
                assert_eq!(real.len(), none.len(), "{path}?{field} tells that {name} exists");
            }
        }
    }

    /// Errors of everything that changes something, asked of what is not theirs to change.
    pub async fn errors(&mut self) {
        self.parts = self.foreign.clone();
        let changes = table().into_iter().filter(|it| it.method != Method::GET);
        for route in changes.filter(|it| it.path.contains('{')) {
            for path in self.addresses(route.path) {
                let request = Request::builder()
                    .method(route.method.clone())
                    .uri(&path)
                    .header(header::CONTENT_TYPE, "application/json")
                    .header(header::ACCEPT, "application/json");
                let got = self.send(request, Body::from("{\"nothing\": true}")).await;
                self.look(&path, &got);
            }
        }
    }

    /// Nothing in these bytes, nor in what is packed in them, may tell.
    pub fn check(&self, place: &str, bytes: &[u8]) {
        let text = readable(bytes);
        for secret in &self.secrets {
            assert!(
                !text.contains(secret.as_str()),
                "{place} tells {secret}: {}",
                around(&text, secret)
            );
        }
    }

    fn look(&mut self, path: &str, got: &Got) {
        self.seen += 1;
        for (name, value) in &got.headers {
            self.check(&format!("{path}, header {name}"), value.as_bytes());
        }
        // What somebody asked for is theirs: an address that is not found is said again.
        let decoded = String::from_utf8_lossy(&got.bytes);
        match decoded.contains(path) && !got.status.is_success() {
            true => self.check(path, decoded.replace(path, "").as_bytes()),
            false => self.check(path, &got.bytes),
        }
        if path.contains("/files/") && got.status == StatusCode::OK {
            self.files += 1;
        }
    }

    fn addresses(&self, path: &str) -> Vec<String> {
        let mut all = vec![String::new()];
        for part in path.split('/').skip(1) {
            let values = match part.starts_with('{') {
                true => self.parts.clone(),
                false => vec![part.to_owned()],
            };
            all = all
                .iter()
                .flat_map(|before| values.iter().map(move |it| format!("{before}/{it}")))
                .collect();
        }
        all
    }

    async fn get(&self, path: &str, accept: &str) -> Got {
        let request = Request::get(path).header(header::ACCEPT, accept);
        self.send(request, Body::empty()).await
    }

    async fn send(&self, request: axum::http::request::Builder, body: Body) -> Got {
        let request = request
            .header("origin", ORIGIN)
            .header("sec-fetch-site", "same-origin")
            .header("cookie", format!("session={}", self.secret));
        let request = request.body(body).unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        Got {
            status: parts.status,
            headers: parts.headers,
            bytes: to_bytes(body, 8 * 1024 * 1024).await.unwrap().to_vec(),
        }
    }
}

fn product(app: &App) -> Router {
    web::product(Site {
        app: app.clone(),
        guard: Guard {
            scheme: Scheme::Http,
            origin: Arc::from(ORIGIN),
            ids: IdSource::new(|| uuid::Uuid::from_u128(1)),
            is_demo: false,
        },
        metrics: None,
        nudge: app::jobs::Nudge::default(),
    })
}

/// Somebody is signed in, once however often they are; answers the secret.
async fn signed_in(app: &App, who: PersonId) -> String {
    let secret = format!("{:064x}", domain::ids::untyped(who).as_u128());
    let now = app.clock.now();
    let row = args![
        domain::audit::sha256_hex(&secret),
        who,
        now,
        domain::time::days_after(now, 7)
    ];
    run(
        app,
        "INSERT INTO session (secret_hash, person_id, device, created_at, seen_at, expires_at)
         VALUES ($1, $2, 'test', $3, $3, $4) ON CONFLICT (secret_hash) DO NOTHING",
        row,
    )
    .await;
    secret
}

/// Everything that can stand in an address.
async fn parts(planted: &Planted) -> Vec<String> {
    let mut all = vec![
        planted.pursuit.to_string(),
        planted.submission.to_string(),
        planted.code.clone(),
        planted.small.published.slug.to_string(),
        "log".to_owned(),
    ];
    all.extend(planted.evidence.iter().map(ToString::to_string));
    all.extend(reviews(planted).await);
    all.push(person(super::fixture::NEIGHBOUR).to_string());
    all
}

/// The reviews of the submission.
async fn reviews(planted: &Planted) -> Vec<String> {
    let all = planted.small.reviews(planted.submission).await;
    all.iter().map(|it| it.seated.id.to_string()).collect()
}

/// Where a page leads, on this site.
fn links(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for before in ["href=\"", "src=\"", "data=\"", "\"address\":\""] {
        for rest in html.split(before).skip(1) {
            let Some(address) = rest.split('"').next() else {
                continue;
            };
            let address = address.split('#').next().unwrap_or_default().replace("&amp;", "&");
            if address.starts_with('/') && !address.starts_with("/static/") {
                found.push(address);
            }
        }
    }
    found
}

/// Everything in the bytes that could be read: as they are, in UTF-16, and what is packed in a zip.
fn readable(bytes: &[u8]) -> String {
    let mut all = String::from_utf8_lossy(bytes).into_owned();
    if bytes.contains(&0) {
        all.extend(bytes.iter().filter(|it| **it != 0).map(|it| char::from(*it)));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for n in 0..zip.len() {
            let mut content = Vec::new();
            zip.by_index(n).unwrap().read_to_end(&mut content).unwrap();
            all.push_str(&readable(&content));
        }
    }
    all
}

fn around(text: &str, secret: &str) -> String {
    let at = text.find(secret).unwrap_or(0);
    let from: BTreeMap<usize, char> = text[..at].char_indices().rev().take(60).collect();
    let from = from.first_key_value().map_or(at, |it| *it.0);
    text[from..].chars().take(140).collect()
}
