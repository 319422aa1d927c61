//! The languages of the product, and which of them a person gets.

use unic_langid::LanguageIdentifier;

/// A language that every sentence of the product exists in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, also the fallback.
    #[default]
    English,
    /// Spanish.
    Spanish,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// The BCP 47 tag, as in `lang="en"`, cookies and stored preferences.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// Its own name for itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Español",
        }
    }

    /// The language of a tag; its region and script do not matter (`es-MX` is Spanish).
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL
            .into_iter()
            .find(|it| it.code().eq_ignore_ascii_case(primary))
    }

    /// The first that is known of: what the person has chosen in their account, the cookie of this browser, what the
    /// browser asks for (`Accept-Language`, RFC 9110 section 12.5.4), English.
    pub fn choose(preference: Option<&str>, cookie: Option<&str>, accept: Option<&str>) -> Self {
        preference
            .and_then(Self::parse)
            .or_else(|| cookie.and_then(Self::parse))
            .or_else(|| accept.and_then(Self::asked_for))
            .unwrap_or_default()
    }

    /// The language with the highest weight in an `Accept-Language` header; the earlier one of equals.
    fn asked_for(header: &str) -> Option<Self> {
        let mut best: Option<(f32, Self)> = None;
        for range in header.split(',').take(32) {
            let mut parts = range.split(';');
            let Some(language) = parts.next().and_then(Self::parse) else {
                continue;
            };
            let weight = parts
                .find_map(|it| it.trim().strip_prefix("q=")?.parse::<f32>().ok())
                .unwrap_or(1.0);
            if weight > 0.0 && best.is_none_or(|(so_far, _)| weight > so_far) {
                best = Some((weight, language));
            }
        }
        best.map(|(_, language)| language)
    }

    pub(super) fn identifier(self) -> LanguageIdentifier {
        // Each code is a tag that can be read; a test holds it.
        self.code().parse().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, English, Spanish};

    #[test]
    fn the_account_goes_before_the_cookie_and_the_cookie_before_the_browser() {
        assert_eq!(
            Language::choose(Some("es"), Some("en"), Some("en")),
            Spanish
        );
        assert_eq!(Language::choose(None, Some("es"), Some("en")), Spanish);
        assert_eq!(Language::choose(None, None, Some("es")), Spanish);
        assert_eq!(Language::choose(None, None, None), English);
    }

    #[test]
    fn the_browser_gets_the_language_that_it_weighs_highest() {
        let asked = |header| Language::choose(None, None, Some(header));
        assert_eq!(asked("fr, es-MX;q=0.8, en;q=0.5"), Spanish);
        assert_eq!(asked("en;q=0.4, es;q=0.9"), Spanish);
        assert_eq!(asked("en, es"), English);
        assert_eq!(asked("es;q=0, en;q=0.1"), English);
        assert_eq!(asked("fr, de"), English);
        assert_eq!(asked("esperanto;;;q=x,,"), English);
    }

    #[test]
    fn every_code_is_a_language_tag() {
        for language in Language::ALL {
            assert_eq!(language.identifier().to_string(), language.code());
        }
    }

    #[test]
    fn an_unknown_choice_is_as_good_as_none() {
        assert_eq!(
            Language::choose(Some("xx"), Some(""), Some("es-419")),
            Spanish
        );
    }
}
