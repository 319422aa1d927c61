//! The issuer's one colour.
//!
//! An issuer chooses one of six. Each has a light and a dark form with at least 7 : 1 on paper, defined in
//! `static/css/tokens.css` under `[data-accent]`, so that a page needs no style attribute and the content security
//! policy can forbid them. A test measures the contrast.

/// A colour of the palette.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Accent {
    /// A red purple, the product's own.
    #[default]
    Plum,
    /// A blue green.
    Teal,
    /// A deep blue.
    Navy,
    /// A red brown.
    Umber,
    /// A leaf green.
    Forest,
    /// A grey blue.
    Slate,
}

impl Accent {
    /// Every colour.
    pub const ALL: [Self; 6] = [
        Self::Plum,
        Self::Teal,
        Self::Navy,
        Self::Umber,
        Self::Forest,
        Self::Slate,
    ];

    /// Its name in storage and in `data-accent`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plum => "plum",
            Self::Teal => "teal",
            Self::Navy => "navy",
            Self::Umber => "umber",
            Self::Forest => "forest",
            Self::Slate => "slate",
        }
    }

    /// The colour of that name; the product's own for any other.
    pub fn named(name: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|it| it.as_str() == name)
            .unwrap_or_default()
    }

    /// sRGB, as in the seal, which looks the same in both themes.
    pub const fn hex(self) -> &'static str {
        match self {
            Self::Plum => "#6a2c5c",
            Self::Teal => "#17545a",
            Self::Navy => "#27407c",
            Self::Umber => "#7a3d12",
            Self::Forest => "#2c5530",
            Self::Slate => "#3f4a5c",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets;

    fn luminance(hex: &str) -> f64 {
        let part = |at: usize| {
            let c = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if c <= 0.040_45 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    /// WCAG 2.2, definition of contrast ratio.
    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The light and dark value of a token, in the rule that starts with `selector`.
    fn token(selector: &str, name: &str) -> (String, String) {
        let css = assets::STYLE;
        let rule = &css[css
            .find(selector)
            .unwrap_or_else(|| panic!("{selector} in the style sheet"))..];
        let value = &rule[rule.find(&format!("{name}:")).unwrap()..];
        let value = &value[value.find("light-dark(").unwrap() + 11..];
        let (light, rest) = value.split_once(',').unwrap();
        (
            light.trim().to_owned(),
            rest.split_once(')').unwrap().0.trim().to_owned(),
        )
    }

    #[test]
    fn every_accent_can_be_read_on_paper_in_both_themes() {
        let paper = token(":root", "--paper");
        for accent in Accent::ALL {
            let selector = format!("[data-accent=\"{}\"]", accent.as_str());
            let (light, dark) = token(&selector, "--accent");
            let on = token(&selector, "--accent-on");
            assert_eq!(
                light,
                accent.hex(),
                "the seal and the page agree on {accent:?}"
            );
            assert!(
                contrast(&light, &paper.0) >= 7.0,
                "{accent:?} on light paper"
            );
            assert!(contrast(&dark, &paper.1) >= 7.0, "{accent:?} on dark paper");
            assert!(
                contrast(&light, &on.0) >= 7.0,
                "text on a light {accent:?} button"
            );
            assert!(
                contrast(&dark, &on.1) >= 7.0,
                "text on a dark {accent:?} button"
            );
            assert!(
                contrast(&light, crate::seal::GOLD) >= 3.0,
                "gold on {accent:?}"
            );
        }
    }

    #[test]
    fn every_signal_colour_can_be_read_on_paper_in_both_themes() {
        let paper = token(":root", "--paper");
        for name in ["--ink", "--soft", "--met", "--notyet", "--wait", "--error"] {
            let (light, dark) = token(":root", name);
            assert!(contrast(&light, &paper.0) >= 4.5, "{name} on light paper");
            assert!(contrast(&dark, &paper.1) >= 4.5, "{name} on dark paper");
        }
    }

    #[test]
    fn an_unknown_name_gives_the_product_s_own_colour() {
        assert_eq!(Accent::named("chartreuse"), Accent::Plum);
        assert!(
            Accent::ALL
                .into_iter()
                .all(|it| Accent::named(it.as_str()) == it)
        );
    }
}
