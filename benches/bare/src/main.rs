//! The least that a page from a database can cost: axum and SQLite, nothing else.
//!
//! `bare PORT FOLDER` serves three addresses on loopback, the yardstick of `cargo xtask bench`:
//! - `GET /list`: twenty rows as a list;
//! - `GET /page`: one row and its twelve parts as a page;
//! - `POST /save`: the body into one row, durable when the answer leaves.
//!
//! No sign-in, no permission, no checks, no headers: it is a measure, not a product.

mod pages;
mod rows;

use std::net::Ipv4Addr;
use std::process::ExitCode;
use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use rows::Rows;

#[tokio::main]
async fn main() -> ExitCode {
    match serve().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("bare: {problem}");
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let (Some(port), Some(folder), None) = (words.next(), words.next(), words.next()) else {
        return Err("usage: bare PORT FOLDER".into());
    };
    let rows = Arc::new(Rows::open(folder.as_ref())?);
    let routes = Router::new()
        .route("/list", get(pages::list))
        .route("/page", get(pages::page))
        .route("/save", post(pages::save))
        .with_state(rows);
    let address = (Ipv4Addr::LOCALHOST, port.parse::<u16>()?);
    let listener = tokio::net::TcpListener::bind(address).await?;
    axum::serve(listener, routes).await?;
    Ok(())
}
