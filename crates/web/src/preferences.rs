//! Language and theme: two cookies that a small form in the frame of every page sets, without any script.

use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::cookies::{self, Scheme, Stay};
use crate::shell::Theme;
use crate::words::Language;

/// Name of the cookie with the language.
pub const LANGUAGE: &str = "language";
/// Name of the cookie with the theme.
pub const THEME: &str = "theme";

const ONE_YEAR: Stay = Stay::Seconds(365 * 24 * 60 * 60);

/// What the form sends; whatever is missing or unknown stays as it is.
#[derive(Debug, Default, Deserialize)]
pub struct Choice {
    /// `en` or `es`.
    #[serde(default)]
    pub language: String,
    /// `auto`, `light` or `dark`.
    #[serde(default)]
    pub theme: String,
    /// Path of the page to come back to.
    #[serde(default)]
    pub back: String,
}

/// `POST /preferences`: keeps the choice for a year and goes back.
pub async fn choose(State(scheme): State<Scheme>, Form(choice): Form<Choice>) -> Response {
    let mut headers = HeaderMap::new();
    let language = Language::parse(&choice.language).map(|it| (LANGUAGE, it.code()));
    let theme = Theme::parse(&choice.theme).map(|it| (THEME, it.as_str()));
    for (name, value) in [language, theme].into_iter().flatten() {
        if let Some(cookie) = cookies::set(scheme, name, value, ONE_YEAR) {
            headers.append(header::SET_COOKIE, cookie);
        }
    }
    if let Ok(back) = local_path(&choice.back).parse() {
        headers.insert(header::LOCATION, back);
    }
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// A path of this site, to go to after a form; the front page for anything that could lead elsewhere.
pub fn local_path(path: &str) -> &str {
    let is_plain =
        path.len() <= 2_000 && path.bytes().all(|it| it.is_ascii_graphic() && it != b'\\');
    let is_local = path.starts_with('/') && !path.starts_with("//");
    if is_plain && is_local { path } else { "/" }
}

/// A path as the value of a query parameter: everything but unreserved characters and `/` is percent-encoded.
pub fn in_query(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for byte in local_path(path).bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_only_goes_back_to_this_site() {
        assert_eq!(local_path("/catalogue?level=2"), "/catalogue?level=2");
        for elsewhere in [
            "https://evil.example/",
            "//evil.example",
            "/\\evil.example",
            "",
            "/a\r\nb",
            "javascript:1",
        ] {
            assert_eq!(local_path(elsewhere), "/", "{elsewhere:?}");
        }
    }

    #[test]
    fn a_path_in_a_query_cannot_end_it() {
        assert_eq!(in_query("/home?a=1&b=2#c"), "/home%3Fa%3D1%26b%3D2%23c");
    }

    #[tokio::test]
    async fn a_choice_is_kept_and_leads_back() {
        let choice = Choice {
            language: "es".to_owned(),
            theme: "neon".to_owned(),
            back: "/catalogue".to_owned(),
        };
        let answer = choose(State(Scheme::Http), Form(choice)).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        assert_eq!(answer.headers()[header::LOCATION], "/catalogue");
        let cookies: Vec<_> = answer
            .headers()
            .get_all(header::SET_COOKIE)
            .iter()
            .collect();
        assert_eq!(cookies.len(), 1);
        assert!(cookies[0].to_str().unwrap().starts_with("language=es;"));
    }
}
