//! What `/metrics` says, and to whom.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::net::SocketAddr;
use std::sync::Arc;

use app::jobs::Runner;
use app::people::{Device, sign_in_to_demo};
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use domain::ids::PersonId;
use store::Store;
use testamur::serve::{install_metrics, site};
use testkit::World;
use tower::ServiceExt;
use web::site::Metrics;

async fn ask(product: &axum::Router, peer: &str) -> (StatusCode, String) {
    let mut request = Request::get("/metrics").body(Body::empty()).unwrap();
    let peer: SocketAddr = peer.parse().unwrap();
    request.extensions_mut().insert(ConnectInfo(peer));
    let answer = product.clone().oneshot(request).await.unwrap();
    let status = answer.status();
    let body = to_bytes(answer.into_body(), 4_000_000).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

testkit::each_database! {
    async fn each_use_case_is_measured_with_how_it_ended(store: Store) {
        let handle = install_metrics().unwrap();
        let world = World::in_mode(store, app::Mode::Demo).unwrap();
        let app = &world.app;
        let metrics = Metrics { render: Arc::new(move || handle.render()), token: None };
        let product = web::product(site(app, &Runner::new(app.clone()), Some(metrics)));
        app::people::setup_token(app).await.unwrap();
        sign_in_to_demo(app, PersonId::from_u128(1), Device::default(), None).await.unwrap_err();
        let broken = app.read(|_| -> app::Outcome<()> { Err(app::Failure::broken("on purpose")) });
        broken.await.unwrap_err();

        let (status, text) = ask(&product, "127.0.0.1:9").await;
        assert_eq!(status, StatusCode::OK);
        for (use_case, outcome) in [("people/first_administrator", "done"), ("people/demo", "refused"), ("crates/testamur/tests/metrics", "broken")] {
            let line = format!("testamur_use_case_seconds_count{{use_case=\"{use_case}\",outcome=\"{outcome}\"}} ");
            assert!(text.contains(&line), "{line} in {text}");
        }
        assert!(text.contains("testamur_use_case_seconds_bucket{"), "{text}");
        assert_eq!(ask(&product, "192.0.2.7:9").await.0, StatusCode::NOT_FOUND);
    }
}
