use axum::body::to_bytes;
use axum::http::HeaderValue;
use axum::routing::{get, post};
use serde_json::Value;
use tower::ServiceExt;
use uuid::Uuid;

use super::*;

const ID: Uuid = Uuid::from_u128(0x019a_b1c2_77aa_7000_8000_0a1b_2c3d_4e5f);

fn guard(scheme: Scheme) -> Guard {
    let origin = "http://localhost:8080".into();
    Guard {
        scheme,
        origin,
        ids: IdSource::new(|| ID),
        is_demo: false,
    }
}

fn routes() -> Router {
    Router::new()
        .route(
            "/page",
            get(|shell: axum::Extension<Shell>| async move { shell.say("nav-home").to_string() }),
        )
        .route("/form", post(|| async { "done" }))
        .route(
            "/panic",
            get(|| async { if true { panic!("on purpose") } else { "" } }),
        )
        .route("/slow", get(std::future::pending::<()>))
        .route(
            "/private",
            get(|| async { Trouble::new(StatusCode::UNAUTHORIZED, "sign-in-first") }),
        )
        .route(
            "/api/things",
            get(|| async { Trouble::of_status(StatusCode::CONFLICT) }),
        )
}

async fn ask(request: axum::http::request::Builder) -> (Response, String) {
    let guard = guard(Scheme::Http);
    let app = outside(inside(routes(), &guard, Duration::from_millis(50)), &guard);
    let answer = app
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap();
    let (parts, body) = answer.into_parts();
    let text = String::from_utf8(to_bytes(body, 1_000_000).await.unwrap().to_vec()).unwrap();
    (Response::from_parts(parts, Body::empty()), text)
}

fn browser(path: &str) -> axum::http::request::Builder {
    Request::get(path).header(header::ACCEPT, "text/html")
}

#[tokio::test]
async fn an_unknown_address_gets_a_page_that_helps_with_the_reference() {
    let (answer, text) = ask(browser("/nowhere")).await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    assert_eq!(answer.headers()["x-request-id"], ID.to_string());
    assert!(text.contains("There is no page at this address."));
    assert!(text.contains(&ID.to_string()));
    assert!(text.contains("href=\"/catalogue\""));
}

#[tokio::test]
async fn a_program_gets_the_same_as_problem_details() {
    let (answer, text) =
        ask(Request::get("/nowhere").header(header::ACCEPT, "application/json")).await;
    assert_eq!(
        answer.headers()[header::CONTENT_TYPE],
        "application/problem+json"
    );
    let problem: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(problem["status"], 404);
    assert_eq!(problem["code"], "no-such-page");
    assert_eq!(problem["type"], "urn:testamur:refusal:no-such-page");
    assert_eq!(problem["instance"], format!("urn:uuid:{ID}"));
}

#[tokio::test]
async fn the_api_answers_in_json_whoever_asks() {
    let (answer, _) = ask(browser("/api/things")).await;
    assert_eq!(answer.status(), StatusCode::CONFLICT);
    assert_eq!(
        answer.headers()[header::CONTENT_TYPE],
        "application/problem+json"
    );
}

#[tokio::test]
async fn a_wrong_method_is_refused_with_the_right_one() {
    let (answer, text) = ask(browser("/form")).await;
    assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.headers()[header::ALLOW], "POST");
    assert!(text.contains("cannot be used in that way"));
}

#[tokio::test]
async fn a_panic_becomes_a_page_that_helps() {
    let (answer, text) = ask(browser("/panic")).await;
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert!(text.contains("Something went wrong on our side."));
    assert!(!text.contains("on purpose"));
}

#[tokio::test]
async fn what_takes_too_long_is_stopped_and_said() {
    let (answer, text) = ask(browser("/slow")).await;
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(text.contains("This took too long"));
}

#[tokio::test]
async fn a_page_for_those_who_are_signed_in_leads_to_signing_in_and_back() {
    let (answer, _) = ask(browser("/private?a=1")).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    assert_eq!(
        answer.headers()[header::LOCATION],
        "/sign-in?to=/private%3Fa%3D1"
    );
}

#[tokio::test]
async fn a_post_from_another_site_is_refused() {
    let (answer, text) = ask(Request::post("/form").header("sec-fetch-site", "cross-site")).await;
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    assert!(text.contains("This came from another site"));
    let (answer, text) =
        ask(Request::post("/form").header("origin", "http://localhost:8080")).await;
    assert_eq!((answer.status(), text.as_str()), (StatusCode::OK, "done"));
}

#[tokio::test]
async fn every_answer_keeps_to_itself() {
    let (answer, _) = ask(browser("/page")).await;
    let policy = answer.headers()[header::CONTENT_SECURITY_POLICY]
        .to_str()
        .unwrap();
    assert!(policy.starts_with("default-src 'none'"));
    assert!(!policy.contains("unsafe"));
    assert_eq!(answer.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    assert!(
        answer
            .headers()
            .get(header::STRICT_TRANSPORT_SECURITY)
            .is_none()
    );
}

#[tokio::test]
async fn under_https_browsers_are_told_to_stay_with_it() {
    let guard = guard(Scheme::Https);
    let app = outside(inside(routes(), &guard, Duration::from_secs(1)), &guard);
    let answer = app
        .oneshot(Request::get("/page").body(Body::empty()).unwrap())
        .await
        .unwrap();
    assert!(
        answer
            .headers()
            .get(header::STRICT_TRANSPORT_SECURITY)
            .is_some()
    );
}

#[tokio::test]
async fn the_frame_speaks_the_language_of_the_cookie() {
    let (_, text) = ask(browser("/page").header(header::COOKIE, "language=es")).await;
    assert_eq!(text, "Inicio");
    let (_, text) = ask(browser("/nowhere").header(header::ACCEPT_LANGUAGE, "es")).await;
    assert!(text.contains("lang=\"es\""));
}

#[tokio::test]
async fn an_id_that_the_client_brings_is_not_taken() {
    let (answer, _) = ask(browser("/page").header("x-request-id", "mine")).await;
    assert_eq!(
        answer.headers()["x-request-id"],
        HeaderValue::from_str(&ID.to_string()).unwrap()
    );
}

#[tokio::test]
async fn a_page_is_compressed_for_those_who_can_read_it() {
    let guard = guard(Scheme::Http);
    let app = outside(inside(routes(), &guard, Duration::from_secs(1)), &guard);
    let request = browser("/nowhere")
        .header(header::ACCEPT_ENCODING, "br")
        .body(Body::empty())
        .unwrap();
    let answer = app.oneshot(request).await.unwrap();
    assert_eq!(answer.headers()[header::CONTENT_ENCODING], "br");
}
