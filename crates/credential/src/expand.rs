//! JSON-LD expansion in safe mode: nothing that the document says may be dropped in silence.
//!
//! The processor refuses undefined properties and types by policy; what its policy lets through (relative identifiers,
//! unsigned keywords, keys that look like keywords) is refused by [`crate::statements`] and by the walk here.

use std::fmt;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context as TaskContext, Poll, Waker};

use json_ld::expansion::{Action, Options, Policy};
use json_ld::rdf_types::vocabulary::no_vocabulary_mut;
use json_ld::syntax::TryFromJson as _;
use json_ld::{
    BlankIdBuf, ExpandedDocument, Iri, IriBuf, LoadError, Loader, LoadingResult, Process,
    RemoteDocument,
};
use serde_json::Value;

use crate::contexts::{ContextError, ContextSet};
use crate::json;

/// Why a document has no safe meaning.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExpandError {
    /// The document exceeds a limit.
    #[error(transparent)]
    Input(#[from] json::InputError),
    /// A context outside the closed list.
    #[error(transparent)]
    Context(#[from] ContextError),
    /// Something in the document would be dropped or left relative, or breaks a rule of JSON-LD.
    #[error("{reason} (JSON-LD safe mode)")]
    Unsafe {
        /// What, in words.
        reason: String,
    },
}

impl ExpandError {
    pub(crate) fn refuse(reason: impl Into<String>) -> Self {
        Self::Unsafe {
            reason: reason.into(),
        }
    }
}

/// An expanded document, not yet checked by [`crate::statements`].
pub(crate) type Expanded = ExpandedDocument<IriBuf, BlankIdBuf>;

/// A processed context list.
pub(crate) struct ActiveContext(json_ld::Context<IriBuf, BlankIdBuf>);

impl fmt::Debug for ActiveContext {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ActiveContext")
    }
}

/// Levels of nesting that are expanded on the stack at hand; a badge without endorsements has seven.
const SHALLOW: usize = 7;
/// Stack for deeper documents. The processor takes a good part of a megabyte for every four levels in an unoptimized
/// build, and a thread of a server has two; only what is used of it is ever backed by memory.
const DEEP_STACK_BYTES: usize = 64 * 1024 * 1024;

/// Expands a document under the given contexts.
pub(crate) fn expand(document: &Value, contexts: &ContextSet) -> Result<Expanded, ExpandError> {
    let depth = json::check(document)?;
    check_keywords(document, "")?;
    check_contexts(document, contexts)?;
    if depth <= SHALLOW {
        return expand_checked(document, contexts);
    }
    let refused =
        || ExpandError::refuse("there is no room to expand a document that is nested so deeply");
    std::thread::scope(|scope| {
        std::thread::Builder::new()
            .stack_size(DEEP_STACK_BYTES)
            .spawn_scoped(scope, || expand_checked(document, contexts))
            .map_err(|_| refused())?
            .join()
            .map_err(|_| refused())?
    })
}

fn expand_checked(document: &Value, contexts: &ContextSet) -> Result<Expanded, ExpandError> {
    let mut syntax = json::to_syntax(document);
    let active = active_context(document, contexts)?;
    if let Some(object) = syntax.as_object_mut() {
        object.remove("@context");
    }
    let options = Options {
        policy: Policy {
            // Kept for `statements`, which refuses them with their names.
            invalid: Action::Keep,
            vocab: Action::Keep,
            allow_undefined: false,
        },
        ..Options::default()
    };
    let loader = Pinned(contexts);
    let expansion = json_ld::expansion::Expand::expand_full(
        &syntax,
        no_vocabulary_mut(),
        active.0.clone(),
        None,
        &loader,
        options,
        (),
    );
    ready(expansion)?.map_err(|error| match error {
        json_ld::expansion::Error::KeyExpansionFailed(key) => ExpandError::refuse(format!(
            "the property {key:?} is not defined by the contexts"
        )),
        other => ExpandError::refuse(other.to_string()),
    })
}

/// The contexts that a document names anywhere, in the order met; inline contexts are given as `None`.
pub(crate) fn named_contexts(document: &Value) -> Vec<Option<String>> {
    let mut names = Vec::new();
    collect_contexts(document, &mut names);
    names
}

fn collect_contexts(value: &Value, names: &mut Vec<Option<String>>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect_contexts(item, names)),
        Value::Object(entries) => {
            for (key, item) in entries {
                if key == "@context" {
                    names.extend(
                        json::each(Some(item)).map(|name| name.as_str().map(str::to_owned)),
                    );
                } else {
                    collect_contexts(item, names);
                }
            }
        }
        _ => {}
    }
}

fn check_contexts(document: &Value, contexts: &ContextSet) -> Result<(), ExpandError> {
    for name in named_contexts(document).into_iter().flatten() {
        if !contexts.contains(&name) {
            return Err(ContextError::Untrusted(name).into());
        }
    }
    Ok(())
}

/// Keys such as `@foo` are ignored by JSON-LD processors: the reader would see something that nobody signed.
fn check_keywords(value: &Value, place: &str) -> Result<(), ExpandError> {
    match value {
        Value::Array(items) => items.iter().enumerate().try_for_each(|(index, item)| {
            check_keywords(item, &json::pointer(place, &index.to_string()))
        }),
        Value::Object(entries) => entries.iter().try_for_each(|(key, item)| {
            let here = json::pointer(place, key);
            if key == "@context" {
                return Ok(());
            }
            if key.is_empty() || (key.starts_with('@') && !KEYWORDS.contains(&key.as_str())) {
                return Err(ExpandError::refuse(format!(
                    "the key at {here:?} is not a term"
                )));
            }
            check_keywords(item, &here)
        }),
        _ => Ok(()),
    }
}

/// Keywords with a meaning for statements; `@index` and `@direction` are absent because nothing of them is signed.
const KEYWORDS: [&str; 11] = [
    "@id",
    "@type",
    "@value",
    "@language",
    "@graph",
    "@list",
    "@set",
    "@reverse",
    "@included",
    "@nest",
    "@none",
];

fn active_context(
    document: &Value,
    contexts: &ContextSet,
) -> Result<Arc<ActiveContext>, ExpandError> {
    let Some(local) = document.get("@context") else {
        return Err(ExpandError::refuse("the document has no \"@context\""));
    };
    let list: Option<Vec<String>> = json::each(Some(local))
        .map(|name| name.as_str().map(str::to_owned))
        .collect();
    if let Some(known) = list.as_deref().and_then(|list| contexts.remembered(list)) {
        return Ok(known);
    }
    let processed = Arc::new(process(local, contexts)?);
    if let Some(list) = list {
        contexts.remember(list, Arc::clone(&processed));
    }
    Ok(processed)
}

fn process(local: &Value, contexts: &ContextSet) -> Result<ActiveContext, ExpandError> {
    let local = json_ld::syntax::Context::try_from_json(json::to_syntax(local))
        .map_err(|error| ExpandError::refuse(error.to_string()))?;
    let initial = json_ld::Context::default();
    let loader = Pinned(contexts);
    let processing = local.process_full(
        no_vocabulary_mut(),
        &initial,
        &loader,
        None,
        json_ld::context_processing::Options::default(),
        (),
    );
    let processed = ready(processing)?.map_err(|error| ExpandError::refuse(error.to_string()))?;
    Ok(ActiveContext(processed.into_processed()))
}

/// Loads from the pinned set, and from nowhere else.
struct Pinned<'a>(&'a ContextSet);

impl Loader for Pinned<'_> {
    async fn load(&self, url: &Iri) -> LoadingResult {
        match self.0.get(url.as_str()) {
            Some(document) => Ok(RemoteDocument::new(
                Some(url.to_owned()),
                None,
                document.clone(),
            )),
            None => Err(LoadError::new(
                url.to_owned(),
                ContextError::Untrusted(url.as_str().to_owned()),
            )),
        }
    }
}

/// Runs a future that never waits: its only source of waiting would be the loader, which has everything at hand.
fn ready<T>(future: impl Future<Output = T>) -> Result<T, ExpandError> {
    let mut context = TaskContext::from_waker(Waker::noop());
    match pin!(future).poll(&mut context) {
        Poll::Ready(value) => Ok(value),
        Poll::Pending => Err(ExpandError::refuse(
            "the JSON-LD processor waits for something",
        )),
    }
}
