//! Cookies: `__Host-` and `Secure` under https; plain names for http, which only a localhost may use.

use axum::http::{HeaderMap, HeaderValue, header};

/// How the product is reached, from its public address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Encrypted.
    Https,
    /// Plain, on this machine only.
    Http,
}

/// How long a cookie stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stay {
    /// Until the browser is closed.
    Visit,
    /// That many seconds.
    Seconds(u64),
    /// Not at all: takes the cookie away.
    Gone,
}

/// The name that a cookie has under that scheme.
pub fn name(scheme: Scheme, name: &str) -> String {
    match scheme {
        Scheme::Https => format!("__Host-{name}"),
        Scheme::Http => name.to_owned(),
    }
}

/// The header `Set-Cookie` for a value of unreserved characters (`A-Z a-z 0-9 - . _ ~`); nothing for any other value.
///
/// Always for the whole host, never readable by scripts, and not sent along with posts from other sites.
pub fn set(scheme: Scheme, of: &str, value: &str, stay: Stay) -> Option<HeaderValue> {
    let fits = |it: u8| it.is_ascii_alphanumeric() || b"-._~".contains(&it);
    if value.len() > 512 || !value.bytes().all(fits) {
        return None;
    }
    let mut text = format!(
        "{}={value}; Path=/; HttpOnly; SameSite=Lax",
        name(scheme, of)
    );
    if scheme == Scheme::Https {
        text.push_str("; Secure");
    }
    match stay {
        Stay::Visit => {}
        Stay::Seconds(seconds) => text.push_str(&format!("; Max-Age={seconds}")),
        Stay::Gone => text.push_str("; Max-Age=0"),
    }
    HeaderValue::from_str(&text).ok()
}

/// The value of a cookie, if the browser sent it once and only once: twice means that somebody planted one.
pub fn get<'a>(headers: &'a HeaderMap, scheme: Scheme, of: &str) -> Option<&'a str> {
    let wanted = name(scheme, of);
    let mut found = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|it| it.to_str().ok())
        .flat_map(|it| it.split(';'))
        .filter_map(|it| it.trim().split_once('='))
        .filter(|(name, _)| *name == wanted)
        .map(|(_, value)| value);
    let value = found.next()?;
    found.next().is_none().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_static(value))])
    }

    #[test]
    fn under_https_a_cookie_belongs_to_this_host_alone() {
        let cookie = set(Scheme::Https, "session", "aZ0-_", Stay::Seconds(60)).unwrap();
        assert_eq!(
            cookie,
            "__Host-session=aZ0-_; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60"
        );
    }

    #[test]
    fn on_localhost_without_https_it_has_a_plain_name() {
        let cookie = set(Scheme::Http, "theme", "dark", Stay::Visit).unwrap();
        assert_eq!(cookie, "theme=dark; Path=/; HttpOnly; SameSite=Lax");
    }

    #[test]
    fn a_value_that_could_break_out_is_not_set() {
        assert_eq!(
            set(Scheme::Http, "theme", "dark; Domain=evil", Stay::Visit),
            None
        );
        assert_eq!(set(Scheme::Http, "theme", "a\r\nb", Stay::Visit), None);
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        assert_eq!(
            get(&sent("a=1; session=x; b=2"), Scheme::Http, "session"),
            Some("x")
        );
        assert_eq!(
            get(&sent("__Host-session=x"), Scheme::Https, "session"),
            Some("x")
        );
        assert_eq!(get(&sent("session=x"), Scheme::Https, "session"), None);
    }

    #[test]
    fn a_cookie_that_is_sent_twice_is_not_trusted() {
        assert_eq!(
            get(&sent("session=a; session=b"), Scheme::Http, "session"),
            None
        );
    }
}
