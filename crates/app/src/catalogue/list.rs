//! The list of what is published: searched, narrowed, counted.

use domain::catalogue::Card;
use domain::catalogue::facets::{Chosen, Facet, FacetOption, Tally};
use domain::catalogue::search::Query;
use domain::time::Timestamp;
use store::catalogue::{self, Listed, Match, Position};

use crate::{App, Outcome, Unit};

/// Lines of one page.
const PAGE: u32 = 24;
/// Lines that are offered where nothing has every word.
const NEAR: u32 = 6;

/// What is asked of the list.
#[derive(Clone, Debug, Default)]
pub struct ListAsked {
    /// Words to find; empty for all.
    pub words: String,
    /// What was chosen of the facets.
    pub chosen: Chosen,
    /// After this place, as an earlier page gave it.
    pub after: Option<String>,
}

/// A published micro-credential.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Its short name, in addresses.
    pub slug: String,
    /// What a list shows of it.
    pub card: Card,
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
    /// Its lines: with words the best first, else by title.
    pub offers: Vec<Offer>,
    /// How many there are in all.
    pub total: u64,
    /// Every facet with its options, each with how many it would leave.
    pub facets: Vec<(Facet, Vec<FacetOption>)>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// Where nothing has every word: lines with some of them, whatever was chosen.
    pub near: Vec<Offer>,
}

/// Lists what is published; for everybody.
pub async fn list(app: &App, asked: ListAsked) -> Outcome<ListPage> {
    let query = Query::parse(&asked.words)?;
    let after = asked
        .after
        .as_deref()
        .and_then(place_of)
        .unwrap_or_default();
    app.read(move |unit| {
        let groups = catalogue::groups(unit.tx, query.as_ref())?;
        let tally = Tally::of(&groups, &asked.chosen);
        let profiles = (!asked.chosen.is_empty()).then_some(tally.fitting.as_slice());
        let mut lines = match &query {
            _ if tally.total == 0 => Vec::new(),
            None => catalogue::by_title(unit.tx, profiles, &after, PAGE + 1)?,
            Some(query) => {
                catalogue::by_words(unit.tx, query, Match::Every, profiles, &after, PAGE + 1)?
            }
        };
        let more = lines.len() > PAGE as usize;
        lines.truncate(PAGE as usize);
        let next = lines.last().filter(|_| more).map(place);
        let near = match &query {
            Some(query) if groups.is_empty() => near(unit, query)?,
            _ => Vec::new(),
        };
        Ok(ListPage {
            offers: lines.into_iter().map(offer).collect(),
            total: tally.total,
            facets: tally.facets,
            next,
            near,
        })
    })
    .await
}

/// What has at least one of several words.
fn near(unit: &Unit<'_>, query: &Query) -> Outcome<Vec<Offer>> {
    if query.words().len() < 2 {
        return Ok(Vec::new());
    }
    let first = Position::default();
    let lines = catalogue::by_words(unit.tx, query, Match::Some, None, &first, NEAR)?;
    Ok(lines.into_iter().map(offer).collect())
}

fn offer(it: Listed) -> Offer {
    Offer {
        slug: it.slug,
        card: it.card,
        issuer: it.issuer,
        accent: it.accent,
        published_at: it.published_at,
    }
}

fn place(it: &Listed) -> String {
    format!("{}~{}~{}", it.score, it.number, it.title)
}

fn place_of(text: &str) -> Option<Position> {
    let mut parts = text.splitn(3, '~');
    Some(Position {
        score: parts.next()?.parse().ok()?,
        number: parts.next()?.parse().ok()?,
        title: parts.next()?.to_owned(),
    })
}
