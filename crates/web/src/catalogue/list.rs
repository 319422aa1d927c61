//! The list: what an address asks of it, its page, and the same for programs.

use app::Failure;
use app::catalogue::{ListAsked, ListPage, Offer, list};
use axum::Json;
use axum::extract::{Query, State};
use domain::catalogue::facets::{Chosen, Facet, FacetOption};
use domain::catalogue::{Refusal as CatalogueRefusal, search};
use domain::refusal::Refusal;
use serde_json::{Map, Value, json};

use super::show;
use crate::asked::Frame;
use crate::page::Shown;
use crate::pages::catalogue::{Facet as FacetShown, List, Narrowing};
use crate::pages::part::Pages;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;
use crate::words::Language;

/// The parameters of an address, in their order.
type Parameters = Vec<(String, String)>;

/// Where the list is.
const ADDRESS: &str = "/catalogue";

/// What the parameters ask for: words, choices, place.
fn asked(parameters: &Parameters) -> Result<ListAsked, CatalogueRefusal> {
    let first = |name: &str| {
        let found = parameters.iter().find(|it| it.0 == name);
        found.map(|it| it.1.trim().to_owned())
    };
    let pairs = parameters.iter().map(|it| (it.0.as_str(), it.1.as_str()));
    Ok(ListAsked {
        words: first("q").unwrap_or_default(),
        chosen: Chosen::read(pairs)?,
        after: first("after"),
    })
}

/// `GET /catalogue`. A search that is too long comes back with its words, to be shortened.
pub async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
    Query(parameters): Query<Parameters>,
) -> Result<Shown<List>, Trouble> {
    let asked = asked(&parameters).map_err(Failure::from)?;
    let answer = list(&site.app, asked.clone()).await;
    match answer {
        Ok(page) => Ok(Shown(filled(shell, asked, page))),
        Err(Failure::Refused(Refusal::Catalogue(CatalogueRefusal::SearchTooLong))) => {
            let trouble = Trouble::from(Refusal::from(CatalogueRefusal::SearchTooLong));
            let error = format!("{} {}", trouble.what(&shell), trouble.fix(&shell));
            Ok(Shown(List {
                error: Some(error),
                ..filled(shell, asked, nothing())
            }))
        }
        Err(other) => Err(other.into()),
    }
}

fn nothing() -> ListPage {
    ListPage {
        offers: Vec::new(),
        total: 0,
        facets: Vec::new(),
        next: None,
        near: Vec::new(),
    }
}

fn filled(shell: Shell, asked: ListAsked, page: ListPage) -> List {
    let here = Address {
        words: &asked.words,
        chosen: &asked.chosen,
    };
    let offers = |offers: &[Offer]| offers.iter().map(|it| show::offer(&shell, it)).collect();
    List {
        pages: Pages {
            first: asked.after.as_ref().map(|_| here.to_string()),
            next: page.next.as_deref().map(|next| here.after(next)),
        },
        narrowings: narrowings(&shell, &here, &page.facets),
        facets: facets(&shell, &page.facets),
        offers: offers(&page.offers),
        near: offers(&page.near),
        without_choices: (!asked.chosen.is_empty() && !asked.words.is_empty())
            .then(|| here.only_words()),
        total: page.total,
        limit: search::MAX_CHARACTERS,
        error: None,
        query: asked.words,
        shell,
    }
}

/// The address of a list, so that each can be kept and shared.
struct Address<'a> {
    words: &'a str,
    chosen: &'a Chosen,
}

impl Address<'_> {
    fn of(&self, left_out: Option<(Facet, &str)>, after: Option<&str>) -> String {
        let mut parts = Vec::new();
        if !self.words.is_empty() {
            parts.push(format!("q={}", in_parameter(self.words)));
        }
        for (facet, value) in self.chosen.pairs() {
            if Some((facet, value)) != left_out {
                parts.push(format!("{}={}", facet.as_str(), in_parameter(value)));
            }
        }
        parts.extend(after.map(|it| format!("after={}", in_parameter(it))));
        match parts.is_empty() {
            true => ADDRESS.to_owned(),
            false => format!("{ADDRESS}?{}", parts.join("&")),
        }
    }

    fn after(&self, place: &str) -> String {
        self.of(None, Some(place))
    }

    fn only_words(&self) -> String {
        Address {
            words: self.words,
            chosen: &Chosen::default(),
        }
        .to_string()
    }
}

impl std::fmt::Display for Address<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.of(None, None))
    }
}

fn in_parameter(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// Facets that part the list; one with a single option that is not chosen says nothing.
fn facets(shell: &Shell, facets: &[(Facet, Vec<FacetOption>)]) -> Vec<FacetShown> {
    facets
        .iter()
        .filter(|(_, options)| options.len() > 1 || options.iter().any(|it| it.chosen))
        .map(|(facet, options)| FacetShown {
            name: facet.as_str().to_owned(),
            legend: shell.say(word_of(*facet)).to_string(),
            options: options.iter().map(|it| option(shell, *facet, it)).collect(),
        })
        .collect()
}

fn option(shell: &Shell, facet: Facet, it: &FacetOption) -> crate::pages::catalogue::FacetOption {
    crate::pages::catalogue::FacetOption {
        value: it.value.clone(),
        words: words_of(shell, facet, it),
        count: it.count,
        is_chosen: it.chosen,
    }
}

/// What was chosen, each with the address of the list without it.
fn narrowings(
    shell: &Shell,
    here: &Address<'_>,
    facets: &[(Facet, Vec<FacetOption>)],
) -> Vec<Narrowing> {
    let chosen = facets.iter().flat_map(|(facet, options)| {
        let chosen = options.iter().filter(|it| it.chosen);
        chosen.map(|it| (*facet, it))
    });
    chosen
        .map(|(facet, it)| Narrowing {
            facet: shell.say(word_of(facet)).to_string(),
            words: words_of(shell, facet, it),
            without: here.of(Some((facet, &it.value)), None),
        })
        .collect()
}

const fn word_of(facet: Facet) -> &'static str {
    match facet {
        Facet::Competency => "facet-competency",
        Facet::Level => "facet-level",
        Facet::Hours => "facet-hours",
        Facet::Role => "facet-role",
        Facet::Subject => "facet-subject",
        Facet::Grade => "facet-grade",
        Facet::Students => "facet-students",
        Facet::Video => "facet-video",
        Facet::Language => "facet-language",
        Facet::Issuer => "facet-issuer",
    }
}

fn words_of(shell: &Shell, facet: Facet, it: &FacetOption) -> String {
    match (facet, it.value.as_str()) {
        (Facet::Students, "needed") => shell.say("students-needed").to_string(),
        (Facet::Students, "not-needed") => shell.say("students-not-needed").to_string(),
        (Facet::Video, "needed") => shell.say("video-needed").to_string(),
        (Facet::Video, "not-needed") => shell.say("video-not-needed").to_string(),
        (Facet::Language, code) => Language::ALL
            .into_iter()
            .find(|it| it.code() == code)
            .map_or_else(|| code.to_owned(), |it| it.own_name().to_owned()),
        (Facet::Hours, "21-200") => shell.say("hours-above").put("minimum", 20).to_string(),
        (Facet::Hours, band) => match band.split_once('-') {
            Some((minimum, maximum)) => shell
                .say("hours-between")
                .put("minimum", minimum)
                .put("maximum", maximum)
                .to_string(),
            None => band.to_owned(),
        },
        _ => it.words.clone(),
    }
}

/// `GET /api/v1/micro-credentials`: the same search, choices and numbers as the page.
pub async fn api(
    State(site): State<Site>,
    Query(parameters): Query<Parameters>,
) -> Result<Json<Value>, Trouble> {
    let asked = asked(&parameters).map_err(Failure::from)?;
    let page = list(&site.app, asked).await?;
    let items: Vec<_> = page.offers.iter().map(line).collect();
    let near: Vec<_> = page.near.iter().map(line).collect();
    let facets: Map<String, Value> = page
        .facets
        .iter()
        .map(|(facet, options)| (facet.as_str().to_owned(), json!(options)))
        .collect();
    Ok(Json(json!({
        "items": items,
        "total": page.total,
        "facets": facets,
        "near": near,
        "next": page.next,
    })))
}

fn line(it: &Offer) -> Value {
    json!({
        "slug": it.slug,
        "code": it.card.code,
        "title": it.card.title,
        "competency": it.card.competency,
        "level": it.card.level,
        "hours": it.card.hours,
        "language": it.card.language,
        "students_needed": it.card.students_needed,
        "video_needed": it.card.video_needed,
        "issuer": it.issuer,
        "published_at": it.published_at,
    })
}
