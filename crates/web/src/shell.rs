//! What surrounds every page: who is here, in which language and theme, and the ways from here.

use crate::accent::Accent;
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

/// A main page that stands in the header, for those who may enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// An educator's home.
    Home,
    /// An educator's growth plan.
    Growth,
    /// Everybody's catalogue.
    Catalogue,
    /// An assessor's desk.
    Desk,
    /// Where lead assessors grant qualifications.
    Qualifications,
    /// The queue of those who manage reviews.
    Board,
    /// Where programme managers see every pursuit of their issuers.
    Programme,
    /// Where mentors find what they accompany.
    Accompanying,
    /// Where leaders publish what is needed.
    Needs,
    /// Where administrators look after people and organizations.
    People,
}

impl Door {
    /// Its address.
    pub const fn address(self) -> &'static str {
        match self {
            Self::Home => "/home",
            Self::Growth => "/growth",
            Self::Catalogue => "/catalogue",
            Self::Desk => "/desk",
            Self::Qualifications => "/qualifications",
            Self::Board => "/board",
            Self::Programme => "/programme",
            Self::Accompanying => "/accompanying",
            Self::Needs => "/needs",
            Self::People => "/people",
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Home => "nav-home",
            Self::Growth => "nav-growth",
            Self::Catalogue => "nav-catalogue",
            Self::Desk => "nav-desk",
            Self::Qualifications => "nav-qualifications",
            Self::Board => "nav-board",
            Self::Programme => "nav-programme",
            Self::Accompanying => "nav-accompanying",
            Self::Needs => "nav-needs",
            Self::People => "nav-people",
        }
    }
}

/// The person who is signed in, as far as the frame of a page shows them.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// The name by which the product greets them.
    pub name: String,
    /// The main pages that their roles open, in the order of the header.
    pub doors: Vec<Door>,
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

/// One way in the main navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
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

    /// The main navigation.
    pub fn ways(&self) -> Vec<Way> {
        let doors = self
            .visitor
            .as_ref()
            .map_or(&[Door::Catalogue][..], |it| &it.doors);
        let path = self.path.split('?').next().unwrap_or_default();
        doors
            .iter()
            .map(|door| {
                let address = door.address();
                let is_here = path == address
                    || path
                        .strip_prefix(address)
                        .is_some_and(|it| it.starts_with('/'));
                Way {
                    address,
                    word: door.word(),
                    is_here,
                }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stranger_finds_the_catalogue() {
        let shell = Shell {
            path: "/catalogue/wait-time?x=1".to_owned(),
            ..Shell::default()
        };
        assert_eq!(
            shell.ways(),
            [Way {
                address: "/catalogue",
                word: "nav-catalogue",
                is_here: true
            }]
        );
    }

    #[test]
    fn the_way_that_we_are_on_is_marked_and_no_other() {
        let visitor = Visitor {
            name: "Mara".to_owned(),
            doors: vec![Door::Home, Door::Catalogue],
        };
        let shell = Shell {
            path: "/homework".to_owned(),
            visitor: Some(visitor),
            ..Shell::default()
        };
        assert!(shell.ways().iter().all(|it| !it.is_here));
    }
}
