//! `/pursuits/{id}`: the workspace, fresh or as it comes back from a refusal.

use std::collections::BTreeMap;

use app::pursuit::{view_template, view_workspace};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::catalogue::Slug;
use domain::ids::PursuitId;
use domain::people::Actor;
use domain::pursuit::Refusal as PursuitRefusal;
use domain::refusal::Refusal;
use serde::Deserialize;

use super::fill::fill;
use crate::asked::{Frame, Signed};
use crate::form::Mend;
use crate::page::Shown;
use crate::pages::pursuit::Workspace;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// A text that could not be saved: what was typed, and what is stored in its place.
#[derive(Clone, Debug)]
pub struct Typed {
    /// What was typed.
    pub text: String,
    /// What somebody, or another window, has stored meanwhile.
    pub stored: Option<String>,
}

/// What a page keeps when a form comes back.
#[derive(Clone, Debug, Default)]
pub struct Retry {
    /// The status of the answer; 200 for a fresh page.
    pub status: Option<StatusCode>,
    /// Texts that are not saved, by field.
    pub typed: BTreeMap<String, Typed>,
    /// What is to mend.
    pub mends: Vec<Mend>,
    /// Statements that were ticked.
    pub attested: Vec<String>,
    /// Criteria that were ticked as known to open again.
    pub reopened: Vec<String>,
    /// What is wrong with a file, and for which requirement it was.
    pub upload: Option<(String, String)>,
    /// The draft was just saved.
    pub saved: bool,
    /// The attempt was just taken back.
    pub taken_back: bool,
}

/// What just happened.
#[derive(Debug, Deserialize)]
pub struct Just {
    done: Option<String>,
}

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(pursuit): Path<String>,
    Query(just): Query<Just>,
) -> Result<Shown<Workspace>, Trouble> {
    let fresh = Retry {
        saved: just.done.as_deref() == Some("saved"),
        taken_back: just.done.as_deref() == Some("taken-back"),
        ..Retry::default()
    };
    show(&site, &actor, shell, id(&pursuit)?, fresh).await
}

/// Shows the workspace with what a form could not do.
pub(crate) async fn show(
    site: &Site,
    actor: &Actor,
    shell: Shell,
    pursuit: PursuitId,
    retry: Retry,
) -> Result<Shown<Workspace>, Trouble> {
    let view = view_workspace(&site.app, actor, pursuit).await?;
    Ok(Shown(fill(site, shell, &view, &retry)))
}

/// A file to fill in, as it came with the micro-credential.
pub(super) async fn template(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path((pursuit, requirement)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    let requirement: Slug = requirement
        .parse()
        .map_err(|_| Trouble::from(Refusal::from(PursuitRefusal::UnknownField)))?;
    let found = view_template(&site.app, &actor, id(&pursuit)?, &requirement).await?;
    let plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '_');
    let name: String = found.file.chars().filter(|it| plain(*it)).collect();
    let disposition = format!("attachment; filename=\"{name}\"");
    let disposition =
        HeaderValue::from_str(&disposition).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/plain; charset=utf-8"),
        ),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, found.text).into_response())
}

/// The id of a pursuit as it stands in an address; what is no id does not exist.
pub(crate) fn id(text: &str) -> Result<PursuitId, Trouble> {
    text.parse()
        .map_err(|_| Refusal::from(PursuitRefusal::NoSuchPursuit).into())
}
