//! Texts in a file, each with its place.

use serde::{Deserialize, Serialize};

use crate::source::all;
use crate::{MAX_IN_MEMORY, Neutral, Source, Unfit};

/// The most text of one file that is read, in bytes of UTF-8.
pub const MAX_TEXT: usize = 8 * 1024 * 1024;

/// Where in a file a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// The text itself.
    Body,
    /// The page of that number.
    Page(u32),
    /// The slide of that number.
    Slide(u32),
    /// The cells of all sheets.
    Cells,
    /// Heads and feet of pages.
    Margins,
    /// Footnotes, endnotes, notes to a slide.
    Notes,
    /// Comments.
    Comments,
    /// Descriptions of pictures, bookmarks, names of sheets and layers.
    Labels,
    /// Where links lead.
    Links,
}

/// A text and its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layer {
    /// Where it stands.
    pub place: Place,
    /// The text, lines apart.
    pub text: String,
}

/// What can be read in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// In the order of the file.
    pub layers: Vec<Layer>,
    /// Where text may stand that could not be read: pages that are pictures, fonts that do not say
    /// what their signs mean, what lies behind [`MAX_TEXT`].
    pub unread: Vec<Place>,
    /// Addresses on the web, and of mail, that the file leads to.
    pub links: Vec<String>,
}

impl Text {
    /// Adds a text, as far as the limit allows.
    pub(crate) fn add(&mut self, place: Place, text: String) {
        if text.trim().is_empty() {
            return;
        }
        let held: usize = self.layers.iter().map(|it| it.text.len()).sum();
        if held + text.len() > MAX_TEXT {
            self.unread.push(place);
        } else {
            self.layers.push(Layer { place, text });
        }
    }

    /// Adds where a link leads, once.
    pub(crate) fn link(&mut self, address: &str) {
        const MOST: usize = 200;
        let known = self.links.iter().any(|it| it == address);
        if !known && self.links.len() < MOST {
            self.links.push(address.chars().take(500).collect());
        }
    }
}

/// A text is its own rendition.
pub(crate) fn plain(source: &mut dyn Source) -> Result<Neutral, Unfit> {
    let mut made = Neutral::default();
    made.keep(0, source.size());
    let bytes = all(source, MAX_IN_MEMORY)?;
    let text = String::from_utf8(bytes).map_err(|_| Unfit::Broken)?;
    made.text.add(Place::Body, text);
    Ok(made)
}
