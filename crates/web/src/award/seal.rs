//! The seal of an award: in its page, and as a picture of its own.

use app::award::{Shown, view_seal};
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use domain::catalogue::LevelScale;
use jiff::tz::TimeZone;

use super::answer::{Keep, open};
use crate::accent::Accent;
use crate::asked::{Frame, Perhaps};
use crate::guard::SANDBOX_POLICY;
use crate::seal::{Criterion, SealData, Variant};
use crate::site::Site;
use crate::trouble::Trouble;
use crate::words::Language;

pub(super) async fn one(
    State(site): State<Site>,
    Perhaps(visitor): Perhaps,
    Frame(shell): Frame,
    Path(id): Path<String>,
) -> Result<Response, Trouble> {
    let asker = visitor.map(|it| it.person);
    let award = view_seal(&site.app, asker, super::award_id(&id)?).await?;
    let drawn = data(&award, shell.language).draw(Variant::Full);
    let mut answer = open("image/svg+xml", Keep::AskAgain, drawn.to_string());
    answer.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(SANDBOX_POLICY),
    );
    Ok(answer)
}

/// What the seal of an award is drawn from: what was decided, in the year when it was.
pub(super) fn data(award: &Shown, language: Language) -> SealData {
    let content = &award.content;
    let criteria = content.rubric.criteria.iter().map(|criterion| {
        let outcome = award
            .outcome
            .criteria
            .iter()
            .find(|it| it.criterion == criterion.id);
        Criterion {
            met: outcome.is_some_and(|it| it.met),
            leading: outcome.is_some_and(|it| content.rubric.is_leading(it.level)),
        }
    });
    SealData {
        title: content.title.clone(),
        issuer: award.issuer.clone(),
        year: award.awarded_at.to_zoned_datetime(TimeZone::UTC).year(),
        code: content.code.to_string(),
        level: content.level.to_string(),
        step: LevelScale::default().step(&content.level).unwrap_or(1),
        criteria: criteria.collect(),
        accent: Accent::named(&award.accent),
        language,
    }
}
