//! HTML or JSON: what the `Accept` header asks for (RFC 9110 section 12.5.1).

use axum::http::{HeaderMap, header};

/// A form in which an address can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A page, for people.
    Html,
    /// JSON, for programs.
    Json,
}

/// The form that is named first among those of the highest weight; nothing if neither HTML nor JSON is named.
/// Wildcards name neither.
pub fn asked_for(headers: &HeaderMap) -> Option<Format> {
    let mut best: Option<(f32, Format)> = None;
    let lists = headers
        .get_all(header::ACCEPT)
        .iter()
        .filter_map(|it| it.to_str().ok());
    for range in lists.flat_map(|it| it.split(',')).take(64) {
        let mut parts = range.split(';').map(str::trim);
        let Some(format) = parts.next().and_then(named) else {
            continue;
        };
        let weight = parts
            .find_map(|it| it.strip_prefix("q=")?.parse::<f32>().ok())
            .unwrap_or(1.0);
        if weight > 0.0 && best.is_none_or(|(so_far, _)| weight > so_far) {
            best = Some((weight, format));
        }
    }
    best.map(|(_, format)| format)
}

fn named(media_type: &str) -> Option<Format> {
    let media_type = media_type.to_ascii_lowercase();
    match media_type.as_str() {
        "text/html" | "application/xhtml+xml" => Some(Format::Html),
        "application/json" => Some(Format::Json),
        it if it.starts_with("application/") && it.ends_with("+json") => Some(Format::Json),
        _ => None,
    }
}

/// For the address of an award, which is also the id of a credential: JSON unless HTML is named before it, since
/// verifiers often send `*/*` or no `Accept` at all and browsers always name `text/html`.
pub fn credential_or_page(headers: &HeaderMap) -> Format {
    asked_for(headers).unwrap_or(Format::Json)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn accept(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::ACCEPT, HeaderValue::from_static(value))])
    }

    const BROWSER: &str =
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    #[test]
    fn a_browser_gets_the_page() {
        assert_eq!(credential_or_page(&accept(BROWSER)), Format::Html);
    }

    #[test]
    fn whoever_asks_for_nothing_in_particular_gets_the_credential() {
        assert_eq!(credential_or_page(&HeaderMap::new()), Format::Json);
        assert_eq!(credential_or_page(&accept("*/*")), Format::Json);
        assert_eq!(credential_or_page(&accept("application/*")), Format::Json);
    }

    #[test]
    fn of_two_forms_the_heavier_and_then_the_earlier_one_counts() {
        assert_eq!(
            asked_for(&accept("application/ld+json, text/html")),
            Some(Format::Json)
        );
        assert_eq!(
            asked_for(&accept("text/html, application/json")),
            Some(Format::Html)
        );
        assert_eq!(
            asked_for(&accept("text/html;q=0.5, application/vc+json")),
            Some(Format::Json)
        );
        assert_eq!(
            asked_for(&accept("Application/JSON;q=0, TEXT/HTML;q=0.1")),
            Some(Format::Html)
        );
    }

    #[test]
    fn an_accept_of_other_things_names_neither() {
        assert_eq!(asked_for(&accept("image/png, text/plain;q=x")), None);
    }
}
