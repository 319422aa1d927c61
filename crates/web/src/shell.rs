//! What surrounds every page: who is here, in which language and theme, and the ways from here.

use crate::accent::Accent;
use crate::ways::{self, Place, Way};
use crate::words::{self, Language, Phrase};

/// Light, dark, or as the device has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Auto,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

impl Theme {
    /// Its name in the cookie, in forms and in `data-theme`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Auto, Self::Light, Self::Dark]
            .into_iter()
            .find(|it| it.as_str() == name)
    }
}

/// The person who is signed in, as far as the frame of a page shows them.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// The name by which the product greets them.
    pub name: String,
    /// The ways that are open to them, by [`crate::ways::open_to`].
    pub ways: Vec<Way>,
}

/// The frame of a page. Every page struct carries one as its field `shell`.
#[derive(Clone, Debug, Default)]
pub struct Shell {
    /// Chosen by [`Language::choose`].
    pub language: Language,
    /// From the cookie.
    pub theme: Theme,
    /// The issuer's colour, where a page belongs to an issuer.
    pub accent: Accent,
    /// Who is signed in.
    pub visitor: Option<Visitor>,
    /// The hidden field `csrf` of every form; empty for those who are not signed in.
    pub csrf: String,
    /// Path and query of this page: forms of the frame come back to it.
    pub path: String,
    /// A demonstration: the frame says so and offers the list of demo people.
    pub is_demo: bool,
    /// The request's id, which error pages show and the log has.
    pub reference: String,
}

/// A way as the frame shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signpost {
    /// Where it leads.
    pub address: &'static str,
    /// Id of its words.
    pub word: &'static str,
    /// We are there.
    pub is_here: bool,
}

impl Shell {
    /// Starts the sentence of that id in the page's language.
    pub fn say(&self, id: &str) -> Phrase {
        words::say(self.language, id)
    }

    /// The same frame in an issuer's colour.
    #[must_use]
    pub fn in_accent(mut self, accent: Accent) -> Self {
        self.accent = accent;
        self
    }

    /// The header's row.
    pub fn row(&self) -> Vec<Signpost> {
        self.signposts(Place::Row)
    }

    /// The pages in the menu behind the person's name.
    pub fn menu(&self) -> Vec<Signpost> {
        self.signposts(Place::Menu)
    }

    fn signposts(&self, place: Place) -> Vec<Signpost> {
        let path = self.path.split('?').next().unwrap_or_default();
        let open = match &self.visitor {
            Some(visitor) => visitor.ways.clone(),
            None => ways::open_to(None),
        };
        open.into_iter()
            .filter(|it| it.place == place)
            .map(|way| Signpost {
                address: way.address,
                word: way.word,
                is_here: leads_to(way.address, path),
            })
            .collect()
    }

    /// The languages that the page can be read in instead.
    pub fn other_languages(&self) -> Vec<Language> {
        Language::ALL
            .into_iter()
            .filter(|it| *it != self.language)
            .collect()
    }
}

/// The page itself, or one below it.
fn leads_to(address: &str, path: &str) -> bool {
    path.strip_prefix(address)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_that_we_are_on_is_marked_with_and_without_a_query() {
        let shell = Shell {
            path: "/catalogue/wait-time?x=1".to_owned(),
            ..Shell::default()
        };
        let here = Signpost {
            address: "/catalogue",
            word: "nav-catalogue",
            is_here: true,
        };
        assert_eq!(shell.row(), [here]);
        assert_eq!(shell.menu(), []);
    }

    #[test]
    fn a_way_whose_address_only_begins_alike_is_not_marked() {
        assert!(leads_to("/home", "/home"));
        assert!(!leads_to("/home", "/homework"));
    }
}
