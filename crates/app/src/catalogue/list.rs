//! The list of what is published.

use domain::catalogue::Content;
use domain::time::Timestamp;
use store::catalogue::{self, Position};

use crate::{App, Outcome};

/// Lines of one page.
const PAGE: u32 = 24;
/// The longest search, in characters.
const MAX_WORDS: usize = 100;

/// What is asked of the list.
#[derive(Clone, Debug, Default)]
pub struct ListAsked {
    /// Words in title or competency; empty for all.
    pub words: String,
    /// After this place, as an earlier page gave it.
    pub after: Option<String>,
}

/// A published micro-credential.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Its short name, in addresses.
    pub slug: String,
    /// What it says.
    pub content: Content,
    /// Name of the issuer.
    pub issuer: String,
    /// Colour of the issuer.
    pub accent: String,
    /// Since when it is published.
    pub published_at: Timestamp,
}

/// A page of the list.
#[derive(Clone, Debug)]
pub struct ListPage {
    /// Its lines, by title.
    pub offers: Vec<Offer>,
    /// How many there are in all.
    pub total: u64,
    /// Where the next page begins.
    pub next: Option<String>,
}

/// Lists what is published; for everybody.
pub async fn list(app: &App, asked: ListAsked) -> Outcome<ListPage> {
    let words: String = asked.words.trim().chars().take(MAX_WORDS).collect();
    let after = asked
        .after
        .as_deref()
        .and_then(place_of)
        .unwrap_or_default();
    app.read(move |unit| {
        let mut lines = catalogue::listed(unit.tx, &words, &after, PAGE + 1)?;
        let more = lines.len() > PAGE as usize;
        lines.truncate(PAGE as usize);
        let last = lines
            .last()
            .map(|it| format!("{}~{}", it.version, it.title));
        let offers = lines.into_iter().map(|it| {
            Ok(Offer {
                slug: it.slug,
                content: super::content(&it.content)?,
                issuer: it.issuer,
                accent: it.accent,
                published_at: it.published_at,
            })
        });
        Ok(ListPage {
            offers: offers.collect::<Outcome<_>>()?,
            total: catalogue::count(unit.tx, &words)?,
            next: last.filter(|_| more),
        })
    })
    .await
}

fn place_of(text: &str) -> Option<Position> {
    let (id, title) = text.split_once('~')?;
    Some(Position {
        title: title.to_owned(),
        id: id.to_owned(),
    })
}
