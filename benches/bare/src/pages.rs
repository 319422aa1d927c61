//! The three addresses.

use std::fmt::Write;
use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Html;

use crate::rows::Rows;

type Answer = Result<Html<String>, StatusCode>;

/// `GET /list`
pub(crate) async fn list(State(rows): State<Arc<Rows>>) -> Answer {
    blocking(move || {
        let mut html = opening("List");
        for (id, title) in rows.titles()? {
            // Writing to a String does not fail.
            let _ = write!(html, "<li><a href=\"/page?id={id}\">{title}</a></li>");
        }
        Ok(html)
    })
    .await
}

/// `GET /page`
pub(crate) async fn page(State(rows): State<Arc<Rows>>) -> Answer {
    blocking(move || {
        let (title, body, parts) = rows.page(7)?;
        let mut html = opening(&title);
        let _ = write!(html, "<p>{body}</p>");
        for part in parts {
            let _ = write!(html, "<section>{part}</section>");
        }
        Ok(html)
    })
    .await
}

/// `POST /save`
pub(crate) async fn save(State(rows): State<Arc<Rows>>, body: String) -> Answer {
    blocking(move || Ok(format!("{}", rows.save(&body)?))).await
}

async fn blocking(work: impl FnOnce() -> rusqlite::Result<String> + Send + 'static) -> Answer {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(html)) => Ok(Html(html)),
        _ => Err(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

fn opening(title: &str) -> String {
    format!("<!doctype html><html lang=\"en\"><title>{title}</title><h1>{title}</h1>")
}
