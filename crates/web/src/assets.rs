//! Style sheet, scripts, typefaces: part of the program, named by their content, kept by browsers for a year.
//!
//! `/static/testamur.3f9a0c1d2e4b.css` changes its name whenever its content changes, also when a typeface that it
//! names has changed. Text is compressed once, at the first request for it, and stays in memory.

use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::{LazyLock, OnceLock};

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use sha2::{Digest, Sha256};

use crate::trouble::Trouble;

/// The one style sheet: its layers in order of precedence, then the files that fill them.
pub const STYLE: &str = concat!(
    include_str!("../static/css/layers.css"),
    include_str!("../static/css/reset.css"),
    include_str!("../static/css/tokens.css"),
    include_str!("../static/css/base.css"),
    include_str!("../static/css/layout.css"),
    include_str!("../static/css/components.css"),
    include_str!("../static/css/pages.css"),
    include_str!("../static/css/print.css"),
);

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";
const WOFF2: &str = "font/woff2";

macro_rules! script {
    ($name:literal) => {
        (
            $name,
            JS,
            include_bytes!(concat!("../static/js/", $name)).as_slice(),
        )
    };
}

macro_rules! typeface {
    ($name:literal) => {
        (
            $name,
            WOFF2,
            include_bytes!(concat!("../static/fonts/", $name)).as_slice(),
        )
    };
}

/// Name, type and bytes; what is named by others stands before them.
const SOURCES: &[(&str, &str, &[u8])] = &[
    typeface!("inter.woff2"),
    typeface!("source-serif-4.woff2"),
    typeface!("source-serif-4-italic.woff2"),
    ("testamur.css", CSS, STYLE.as_bytes()),
    ("mark.svg", SVG, include_bytes!("../static/mark.svg")),
    script!("testamur.js"),
    script!("draft.js"),
    script!("scoring.js"),
];

struct Asset {
    name: &'static str,
    address: String,
    content_type: &'static str,
    bytes: Bytes,
    brotli: OnceLock<Bytes>,
    gzip: OnceLock<Bytes>,
}

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let mut assets: Vec<Asset> = Vec::with_capacity(SOURCES.len());
    for &(name, content_type, source) in SOURCES {
        let bytes = with_addresses(content_type, source, &assets);
        let address = format!("/static/{}", named_by_content(name, &bytes));
        let (brotli, gzip) = (OnceLock::new(), OnceLock::new());
        assets.push(Asset {
            name,
            address,
            content_type,
            bytes,
            brotli,
            gzip,
        });
    }
    assets
});

/// The bytes, with the addresses of earlier assets in the place of `/static/<name>`.
fn with_addresses(content_type: &str, source: &'static [u8], earlier: &[Asset]) -> Bytes {
    let Ok(text) = std::str::from_utf8(source) else {
        return Bytes::from_static(source);
    };
    if content_type == SVG {
        return Bytes::from_static(source);
    }
    let mut text = text.to_owned();
    for asset in earlier {
        text = text.replace(&format!("/static/{}", asset.name), &asset.address);
    }
    Bytes::from(text)
}

/// `testamur.css` becomes `testamur.<12 hexadecimal digits of its SHA-256>.css`.
fn named_by_content(name: &str, bytes: &[u8]) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let mut named = format!("{stem}.");
    for byte in &Sha256::digest(bytes)[..6] {
        let _ = write!(named, "{byte:02x}");
    }
    format!("{named}.{ending}")
}

/// The address of an asset, for templates: `{{ crate::assets::address("testamur.css") }}`. A test holds that every
/// name in a template exists.
pub fn address(name: &str) -> &'static str {
    ASSETS
        .iter()
        .find(|it| it.name == name)
        .map_or("/static/missing", |it| &it.address)
}

/// `GET /static/{name}`.
pub async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    match ASSETS
        .iter()
        .find(|it| it.address.strip_prefix("/static/") == Some(&name))
    {
        Some(asset) => asset.answer(&headers),
        None => Trouble::new(StatusCode::NOT_FOUND, "no-such-page").into_response(),
    }
}

impl Asset {
    fn answer(&self, headers: &HeaderMap) -> Response {
        let (bytes, encoding) = self.encoded(headers);
        let mut answer = bytes.into_response();
        let of = answer.headers_mut();
        of.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static(self.content_type),
        );
        of.insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=31536000, immutable"),
        );
        if let Some(encoding) = encoding {
            of.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        if self.is_text() {
            of.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        }
        answer
    }

    fn is_text(&self) -> bool {
        self.content_type != WOFF2
    }

    fn encoded(&self, headers: &HeaderMap) -> (Bytes, Option<&'static str>) {
        if self.is_text() && accepts(headers, "br") {
            (
                self.brotli.get_or_init(|| brotli(&self.bytes)).clone(),
                Some("br"),
            )
        } else if self.is_text() && accepts(headers, "gzip") {
            (
                self.gzip.get_or_init(|| gzip(&self.bytes)).clone(),
                Some("gzip"),
            )
        } else {
            (self.bytes.clone(), None)
        }
    }
}

/// Is that content coding accepted, with a weight above zero?
fn accepts(headers: &HeaderMap, coding: &str) -> bool {
    let lists = headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|it| it.to_str().ok());
    lists.flat_map(|it| it.split(',')).any(|it| {
        let mut parts = it.split(';').map(str::trim);
        let is_it = parts
            .next()
            .is_some_and(|it| it.eq_ignore_ascii_case(coding));
        is_it
            && !parts
                .any(|it| it.strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()) == Some(0.0))
    })
}

fn brotli(bytes: &[u8]) -> Bytes {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 9,
        ..Default::default()
    };
    // Writing into memory does not fail.
    let _ = brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters);
    Bytes::from(out)
}

fn gzip(bytes: &[u8]) -> Bytes {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    // Writing into memory does not fail.
    let _ = encoder.write_all(bytes);
    Bytes::from(encoder.finish().unwrap_or_default())
}

/// The files, for a program that writes sample pages to disk: address and bytes.
pub fn all() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    ASSETS
        .iter()
        .map(|it| (it.address.as_str(), it.bytes.as_ref()))
}

#[cfg(test)]
mod tests;
