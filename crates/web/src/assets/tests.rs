use std::io::Read as _;

use axum::http::HeaderValue;

use super::*;

fn accepting(codings: &'static str) -> HeaderMap {
    HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(codings))])
}

fn style() -> &'static Asset {
    ASSETS.iter().find(|it| it.name == "testamur.css").unwrap()
}

#[test]
fn the_style_sheet_is_under_40_kb_and_the_typefaces_under_120() {
    assert!(STYLE.len() < 40_000, "{} bytes", STYLE.len());
    let typefaces: usize = ASSETS
        .iter()
        .filter(|it| it.content_type == WOFF2)
        .map(|it| it.bytes.len())
        .sum();
    assert!(typefaces < 120_000, "{typefaces} bytes");
    let scripts: usize = ASSETS
        .iter()
        .filter(|it| it.content_type == JS)
        .map(|it| it.bytes.len())
        .sum();
    assert!(scripts < 25_000, "{scripts} bytes");
}

#[test]
fn a_name_follows_the_content_of_the_file_and_of_what_it_names() {
    assert_ne!(
        named_by_content("a.css", b"1"),
        named_by_content("a.css", b"2")
    );
    let text = std::str::from_utf8(&style().bytes).unwrap();
    assert!(text.contains(address("inter.woff2")));
    assert!(!text.contains("/static/inter.woff2"));
}

#[test]
fn the_style_sheet_names_only_files_that_exist() {
    let text = std::str::from_utf8(&style().bytes).unwrap();
    for file in text
        .split("url(\"")
        .skip(1)
        .filter_map(|it| it.split('"').next())
    {
        assert!(ASSETS.iter().any(|it| it.address == file), "{file}");
    }
}

#[tokio::test]
async fn a_file_may_be_kept_for_a_year_and_says_what_it_is() {
    let name = style().address.trim_start_matches("/static/").to_owned();
    let answer = serve(Path(name), accepting("gzip, br")).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.headers()[header::CONTENT_TYPE], CSS);
    assert_eq!(
        answer.headers()[header::CACHE_CONTROL],
        "public, max-age=31536000, immutable"
    );
    assert_eq!(answer.headers()[header::CONTENT_ENCODING], "br");
}

#[tokio::test]
async fn a_file_of_an_older_release_is_not_found() {
    let answer = serve(
        Path("testamur.000000000000.css".to_owned()),
        HeaderMap::new(),
    )
    .await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
}

#[test]
fn what_is_compressed_comes_out_as_it_was() {
    let (bytes, encoding) = style().encoded(&accepting("gzip;q=0.5"));
    assert_eq!(encoding, Some("gzip"));
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(bytes.as_ref())
        .read_to_end(&mut text)
        .unwrap();
    assert_eq!(text, style().bytes);

    let (bytes, encoding) = style().encoded(&accepting("br"));
    assert_eq!(encoding, Some("br"));
    let mut text = Vec::new();
    ::brotli::BrotliDecompress(&mut bytes.as_ref(), &mut text).unwrap();
    assert_eq!(text, style().bytes);
}

#[test]
fn a_coding_that_is_refused_is_not_used() {
    assert_eq!(style().encoded(&accepting("br;q=0, gzip;q=0")).1, None);
    assert_eq!(style().encoded(&accepting("identity")).1, None);
}
