//! How the installation is doing, for Prometheus: told to whoever names the configured token, or,
//! without one, to programs that connect from this machine.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use subtle::ConstantTimeEq;

use crate::session::bearer;
use crate::site::{Metrics, Site};

const KIND: &str = "text/plain; version=0.0.4; charset=utf-8";
/// What a proxy says of those for whom it asks.
const FORWARDED: [&str; 4] = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

/// `GET /metrics`. Others are told that there is nothing: how busy an installation is, is its own
/// affair.
pub(super) async fn show(State(site): State<Site>, request: Request) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    match &site.metrics {
        Some(it) if may_read(it, request.headers(), peer.map(|it| it.0)) => {
            metrics::counter!("testamur_store_statements_total")
                .absolute(site.app.store.statements_run());
            ([(header::CONTENT_TYPE, KIND)], (it.render)()).into_response()
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

fn may_read(metrics: &Metrics, headers: &HeaderMap, peer: Option<SocketAddr>) -> bool {
    match &metrics.token {
        Some(token) => {
            bearer(headers).is_some_and(|named| named.as_bytes().ct_eq(token.as_bytes()).into())
        }
        // A proxy on this machine asks for somebody elsewhere.
        None => {
            peer.is_some_and(|it| it.ip().to_canonical().is_loopback())
                && FORWARDED.iter().all(|it| !headers.contains_key(*it))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    fn with(name: &'static str, value: &'static str) -> HeaderMap {
        let pair = (
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
        HeaderMap::from_iter([pair])
    }

    fn metrics(token: Option<&str>) -> Metrics {
        Metrics {
            render: Arc::new(String::new),
            token: token.map(Arc::from),
        }
    }

    #[test]
    fn without_a_token_only_this_machine_reads_them_and_no_proxy_on_it() {
        let open = metrics(None);
        let none = HeaderMap::new();
        let peer = |text: &str| text.parse().ok();
        assert!(may_read(&open, &none, peer("127.0.0.1:9")));
        assert!(may_read(&open, &none, peer("[::1]:9")));
        assert!(may_read(&open, &none, peer("[::ffff:127.0.0.1]:9")));
        assert!(!may_read(&open, &none, peer("192.0.2.1:9")));
        assert!(!may_read(&open, &none, None));
        for name in FORWARDED {
            let asked_for = with(name, "192.0.2.1");
            assert!(!may_read(&open, &asked_for, peer("127.0.0.1:9")), "{name}");
        }
    }

    #[test]
    fn with_a_token_whoever_names_it_reads_them_and_nobody_else() {
        let closed = metrics(Some("long and secret"));
        let far = "192.0.2.1:9".parse().ok();
        let near = "127.0.0.1:9".parse().ok();
        let right = with("authorization", "Bearer long and secret");
        assert!(may_read(&closed, &right, far));
        assert!(!may_read(
            &closed,
            &with("authorization", "Bearer long"),
            far
        ));
        assert!(!may_read(&closed, &HeaderMap::new(), near));
    }
}
