//! `/awards/{id}`: a page for people, the signed file for programs.

use app::award::{SetVisibility, view_award, view_credential};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::award::{Refusal, Visibility};
use domain::ids::{AwardId, PersonId};

use super::answer::{CREDENTIAL, Keep, open};
use super::show;
use crate::asked::{Fields, Frame, Perhaps, Signed};
use crate::negotiation::{Format, credential_or_page};
use crate::page::Shown;
use crate::site::Site;
use crate::trouble::Trouble;

/// The ending of the address under which the file is saved.
const FILE: &str = ".json";

pub(super) async fn one(
    State(site): State<Site>,
    Perhaps(visitor): Perhaps,
    Frame(shell): Frame,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    let asker = visitor.map(|it| it.person);
    if let Some(id) = id.strip_suffix(FILE) {
        return file(&site, asker, super::award_id(id)?).await;
    }
    let id = super::award_id(&id)?;
    if credential_or_page(&headers) == Format::Json {
        let credential = view_credential(&site.app, asker, id).await?;
        return Ok(open(CREDENTIAL, Keep::AskAgain, credential));
    }
    let award = view_award(&site.app, asker, id).await?;
    let key = site.fresh_key();
    Ok(Shown(show::page(shell, &award, key)).into_response())
}

/// The name under which the signed file is saved: plain, since some devices refuse others.
pub(super) fn file_name(id: AwardId) -> String {
    ["award-", &id.to_string(), FILE].concat()
}

/// The signed file to save.
async fn file(site: &Site, asker: Option<PersonId>, id: AwardId) -> Result<Response, Trouble> {
    let credential = view_credential(&site.app, asker, id).await?;
    let mut answer = open("application/json", Keep::AskAgain, credential);
    let name = format!("attachment; filename=\"{}\"", file_name(id));
    if let Ok(name) = HeaderValue::from_str(&name) {
        answer
            .headers_mut()
            .insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(answer)
}

pub(super) async fn set_visibility(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let award = super::award_id(&id)?;
    let Some(visibility) = Visibility::parse(fields.text("visibility")) else {
        let shown = view_award(&site.app, Some(actor.person), award).await?;
        let mut page = show::page(shell, &shown, site.fresh_key());
        if page.visibility.is_none() {
            return Err(super::refused(Refusal::NoSuchAward));
        }
        page.choose();
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Shown(page)).into_response());
    };
    let command = SetVisibility { award, visibility };
    app::award::set_visibility(&site.app, &actor, command, fields.key()).await?;
    Ok(Redirect::to(&format!("/awards/{award}")).into_response())
}
