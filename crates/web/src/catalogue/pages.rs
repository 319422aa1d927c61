//! Handlers of the pages.

use app::Failure;
use app::catalogue::{ListAsked, list as list_offers, look};
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::catalogue::Refusal;
use domain::people::{Actor, Role};
use serde::Deserialize;

use super::show::{self, Educator};
use crate::accent::Accent;
use crate::asked::{Frame, Perhaps};
use crate::page::Shown;
use crate::pages::catalogue::MicroCredential;
use crate::pages::front::Front;
use crate::seal::Variant;
use crate::site::Site;
use crate::trouble::Trouble;

/// How many the front page shows.
const FRONT_OFFERS: usize = 6;

/// `GET /`
pub async fn front(State(site): State<Site>, Frame(shell): Frame) -> Result<Shown<Front>, Trouble> {
    let page = list_offers(&site.app, ListAsked::default()).await?;
    let seal = page.offers.first().map(|it| {
        let year = show::year(it.published_at);
        show::seal(
            &shell,
            &it.card,
            &it.issuer,
            Accent::named(&it.accent),
            year,
        )
        .draw(Variant::Full)
    });
    let offers = page
        .offers
        .iter()
        .take(FRONT_OFFERS)
        .map(|it| show::offer(&shell, it))
        .collect();
    Ok(Shown(Front {
        seal,
        offers,
        total: page.total,
        shell,
    }))
}

/// Which version is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Numbered {
    version: Option<u32>,
}

/// `GET /micro-credentials/{slug}`
pub async fn one(
    State(site): State<Site>,
    Frame(shell): Frame,
    Perhaps(visitor): Perhaps,
    Path(slug): Path<String>,
    Query(asked): Query<Numbered>,
) -> Result<Shown<MicroCredential>, Trouble> {
    let person = visitor.as_ref().map(|it| it.person);
    let looked = look(&site.app, person, slug, asked.version).await?;
    let start = show::start(&looked, educator(visitor.as_ref()), site.fresh_key());
    Ok(Shown(show::micro_credential(shell, &looked, start)))
}

fn educator(visitor: Option<&Actor>) -> Educator {
    match visitor {
        None => Educator::Nobody,
        Some(actor) if actor.holds(Role::Educator) => Educator::Yes,
        Some(_) => Educator::No,
    }
}

/// `GET /micro-credentials/{slug}/templates/{requirement}`: a blank form to fill in.
pub async fn template(
    State(site): State<Site>,
    Path((slug, requirement)): Path<(String, String)>,
    Query(asked): Query<Numbered>,
) -> Result<Response, Trouble> {
    let looked = look(&site.app, None, slug, asked.version).await?;
    let mut requirements = looked.content.requirements.into_iter();
    let found = requirements
        .find(|it| it.id.as_str() == requirement)
        .and_then(|it| it.template);
    let file = found.ok_or(Failure::from(Refusal::NoSuchMicroCredential))?;
    let name: String = file
        .file
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || "-_.".contains(*c))
        .collect();
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
        (header::CACHE_CONTROL, "public, max-age=300".to_owned()),
    ];
    Ok((headers, file.text).into_response())
}
