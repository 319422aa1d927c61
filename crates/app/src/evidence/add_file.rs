//! A file becomes evidence. Its bytes are judged while they come and kept before they count.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bytes::{Bytes, BytesMut};
use domain::audit::Fact;
use domain::catalogue::Slug;
use domain::evidence::{FileType, Item, Refusal, shown_name};
use domain::ids::{EvidenceId, PursuitId};
use domain::people::{Actor, Role};
use domain::refusal::Request;
use futures::{Stream, StreamExt, stream};
use serde::{Deserialize, Serialize};
use store::blob::{BlobError, Shelf, Stored};
use store::evidence::NewPiece;

use super::arrival::Arrival;
use super::door::{Door, door, limit_of, one_line, view_door};
use super::look::look;
use super::rendition::{LookAtEvidence, SMALL};
use super::sniff::{self, Utf8};
use super::{name, shelf::shelf};
use crate::jobs::LOOK_AT_EVIDENCE;
use crate::{App, Failure, IdempotencyKey, Outcome, Unit};

/// A file for a requirement of one's own pursuit.
#[derive(Clone, Debug, Serialize)]
pub struct AddFile {
    /// The pursuit.
    pub pursuit: PursuitId,
    /// The requirement that it answers.
    pub requirement: Slug,
    /// What it was called where it comes from; kept for its educator alone.
    pub uploaded_name: String,
    /// What the educator says of it.
    pub caption: String,
    /// Criteria that it is meant to show; each rests on the requirement.
    pub criteria: BTreeSet<Slug>,
}

/// A piece of evidence that was added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileAdded {
    /// What it is.
    pub item: Item,
    /// What the educator called it.
    pub uploaded_name: String,
}

#[derive(Serialize)]
struct Asked<'a> {
    command: &'a AddFile,
    sha256: &'a str,
}

/// Takes a file in. Everything that can be refused is refused before or while the bytes come, and
/// then nothing of them is kept.
///
/// # Errors
/// Those of [`view_door`]; `file-too-large`, `file-empty`, `file-type-unknown`,
/// `form-not-accepted`, `caption-too-long`, `unknown-field`; `unreadable` if the bytes broke off.
pub async fn add_file<E: Display + Send + 'static>(
    app: &App,
    actor: &Actor,
    command: AddFile,
    key: Option<IdempotencyKey>,
    content: impl Stream<Item = Result<Bytes, E>> + Send + Unpin,
) -> Outcome<FileAdded> {
    let command = AddFile {
        caption: one_line(&command.caption),
        uploaded_name: name::tamed(&command.uploaded_name),
        ..command
    };
    let open = view_door(app, actor, command.pursuit, &command.requirement).await?;
    open.check_words(&command.caption, &command.criteria)?;
    let shelf = shelf(app, open.issuer).await?;
    let (kind, stored) = keep(app, &open, &shelf, &command, content).await?;
    let arrival = Arrival::of(app, &shelf, open.issuer, stored).await?;
    let sha256 = stored.hash.to_string();
    let asked = serde_json::to_value(Asked {
        command: &command,
        sha256: &sha256,
    })
    .map_err(Failure::broken)?;
    let actor = actor.clone();
    let added = app
        .once(
            Some(actor.person),
            "evidence/add-file",
            key,
            &asked,
            move |unit| {
                arrival.settle(unit)?;
                record(unit, &actor, &command, kind, stored)
            },
        )
        .await?;
    look_at_once(app, &added.item).await;
    Ok(added)
}

/// Looks at a small file while its educator waits. The job does it if this does not.
async fn look_at_once(app: &App, item: &Item) {
    if item.bytes <= SMALL
        && let Err(error) = look(app, item.id).await
    {
        tracing::warn!(%error, evidence = %item.id, "a file is looked at by its job");
    }
}

/// Judges the beginning, then puts everything on the issuer's shelf.
async fn keep<E: Display + Send + 'static>(
    app: &App,
    open: &Door,
    shelf: &Shelf,
    command: &AddFile,
    mut content: impl Stream<Item = Result<Bytes, E>> + Send + Unpin,
) -> Outcome<(FileType, Stored)> {
    let limit = limit_of(&open.requirement);
    let head = beginning(&mut content).await?;
    if head.is_empty() {
        return Err(Refusal::FileEmpty.into());
    }
    let ending = name::ending(&command.uploaded_name);
    let look = &head[..head.len().min(sniff::HEAD)];
    let kind = open.check_type(sniff::judge(look, ending.as_deref()))?;
    let no_text = Arc::new(AtomicBool::new(false));
    let whole =
        stream::once(async { Ok(head) }).chain(content.map(|it| it.map_err(|e| e.to_string())));
    let checked = checked(whole, sniff::is_text(kind), Arc::clone(&no_text));
    match shelf.put(checked, limit, app.random()).await {
        Ok(stored) => Ok((kind, stored)),
        Err(BlobError::TooLong { limit }) => Err(Refusal::FileTooLarge { limit }.into()),
        Err(BlobError::BrokeOff(_)) if no_text.load(Ordering::Relaxed) => Err(open
            .check_type(None)
            .err()
            .map_or_else(unreadable, Failure::from)),
        Err(BlobError::BrokeOff(_)) => Err(unreadable()),
        Err(other) => Err(other.into()),
    }
}

fn unreadable() -> Failure {
    let detail = "the file broke off before its end; nothing of it was kept".to_owned();
    let place = "file".to_owned();
    Request::Unreadable { place, detail }.into()
}

/// Reads until the beginning can be judged, or to the end.
async fn beginning<E: Display>(
    content: &mut (impl Stream<Item = Result<Bytes, E>> + Unpin),
) -> Outcome<Bytes> {
    let mut head = BytesMut::new();
    while head.len() < sniff::HEAD {
        match content.next().await {
            Some(Ok(bytes)) => head.extend_from_slice(&bytes),
            Some(Err(_)) => return Err(unreadable()),
            None => break,
        }
    }
    Ok(head.freeze())
}

/// Passes the bytes on; breaks off, and says so, where a text stops being one.
fn checked(
    content: impl Stream<Item = Result<Bytes, String>> + Send,
    is_text: bool,
    no_text: Arc<AtomicBool>,
) -> impl Stream<Item = Result<Bytes, String>> + Send {
    let end = stream::once(async { None });
    let pieces = content.map(Some).chain(end);
    let mut text = is_text.then(Utf8::default);
    pieces.filter_map(move |piece| {
        let fits = match (&mut text, &piece) {
            (Some(text), Some(Ok(bytes))) => text.goes_on_with(bytes),
            (Some(text), None) => text.is_whole(),
            _ => true,
        };
        let answer = if fits {
            piece
        } else {
            no_text.store(true, Ordering::Relaxed);
            Some(Err("it is no text".to_owned()))
        };
        async move { answer }
    })
}

fn record(
    unit: &Unit<'_>,
    actor: &Actor,
    command: &AddFile,
    kind: FileType,
    stored: Stored,
) -> Outcome<FileAdded> {
    let open = door(unit, actor, command.pursuit, &command.requirement)?;
    let id: EvidenceId = unit.id();
    let item = Item {
        id,
        requirement: command.requirement.clone(),
        sha256: stored.hash.to_string(),
        media_type: kind.media_type.to_owned(),
        form: kind.form,
        bytes: stored.size,
        shown_name: shown_name(&command.requirement, open.number, kind),
        caption: command.caption.clone(),
        criteria: command.criteria.iter().cloned().collect(),
    };
    let piece = NewPiece {
        item: &item,
        pursuit: command.pursuit,
        uploaded_name: &command.uploaded_name,
        now: unit.now,
    };
    store::evidence::insert(unit.tx, &piece)?;
    let detail = serde_json::json!({"pursuit": command.pursuit, "sha256": item.sha256});
    let fact = Fact::of("evidence-added", "evidence", id).by(actor.person, Some(Role::Educator));
    unit.record(fact.with(detail), &item)?;
    let job = LookAtEvidence { evidence: id };
    unit.ask(LOOK_AT_EVIDENCE, &job, Some(&job.unique_key()))?;
    Ok(FileAdded {
        item,
        uploaded_name: command.uploaded_name.clone(),
    })
}
