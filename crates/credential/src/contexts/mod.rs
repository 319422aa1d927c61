//! The closed world of JSON-LD contexts.
//!
//! A Data Integrity proof covers statements, not the `@context` that turns JSON into them; so a context decides what a
//! signature means. Contexts are therefore compiled in and pinned by SHA-256, and nothing here can fetch one.

mod pinned;

pub use pinned::{OPEN_BADGES_3_0_3_BEFORE_2025_11, Pinned, TRUSTED};

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock, Mutex};

use serde_json::Value;

use crate::documents::Documents;
use crate::expand::ActiveContext;

/// Address of the W3C Verifiable Credentials 2.0 context.
pub const CREDENTIALS_V2: &str = "https://www.w3.org/ns/credentials/v2";
/// Address of the W3C Verifiable Credentials 1.1 context.
pub const CREDENTIALS_V1: &str = "https://www.w3.org/2018/credentials/v1";
/// Address of the Open Badges 3.0.3 context.
pub const OPEN_BADGES_3_0_3: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
/// Address of the Decentralized Identifiers 1.0 context.
pub const DID_V1: &str = "https://www.w3.org/ns/did/v1";
/// Address of the Multikey context.
pub const MULTIKEY_V1: &str = "https://w3id.org/security/multikey/v1";

/// More distinct context lists than any honest stream of documents has; beyond it nothing more is remembered.
const REMEMBERED_LISTS: usize = 64;

static DEFAULT: LazyLock<Result<ContextSet, ContextError>> =
    LazyLock::new(|| ContextSet::from_pinned(TRUSTED));
static BEFORE_2025_11: LazyLock<Result<ContextSet, ContextError>> = LazyLock::new(|| {
    let mut set = ContextSet::from_pinned(TRUSTED)?;
    set.insert(OPEN_BADGES_3_0_3_BEFORE_2025_11)?;
    Ok(set)
});

/// Why a context cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ContextError {
    /// The document names a context outside the closed list.
    #[error("the context {0:?} is not on the list of trusted contexts")]
    Untrusted(String),
    /// A context that was handed in is not a JSON object with an `@context` entry.
    #[error("the context {url:?} cannot be used: {reason}")]
    Invalid {
        /// Address it was given for.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
}

/// A set of contexts that documents may name, by address.
///
/// Cheap to share between threads; it remembers the processed form of the context lists it has met.
#[derive(Debug)]
pub struct ContextSet {
    parsed: BTreeMap<String, json_ld::syntax::Value>,
    processed: Mutex<HashMap<Vec<String>, Arc<ActiveContext>>>,
}

impl ContextSet {
    /// The trusted contexts, as compiled in.
    ///
    /// # Errors
    /// [`ContextError::Invalid`] if a compiled-in file were not JSON (a test proves that none is).
    pub fn trusted() -> Result<&'static Self, ContextError> {
        DEFAULT.as_ref().map_err(Clone::clone)
    }

    /// The trusted contexts, with Open Badges 3.0.3 as published before November 2025.
    ///
    /// # Errors
    /// As [`ContextSet::trusted`].
    pub fn trusted_before_2025_11() -> Result<&'static Self, ContextError> {
        BEFORE_2025_11.as_ref().map_err(Clone::clone)
    }

    fn from_pinned(pinned: &[Pinned]) -> Result<Self, ContextError> {
        let mut set = Self {
            parsed: BTreeMap::new(),
            processed: Mutex::new(HashMap::new()),
        };
        for context in pinned {
            set.insert(*context)?;
        }
        Ok(set)
    }

    fn insert(&mut self, pinned: Pinned) -> Result<(), ContextError> {
        let value = serde_json::from_str(pinned.text).map_err(|error| ContextError::Invalid {
            url: pinned.url.to_owned(),
            reason: error.to_string(),
        })?;
        self.put(pinned.url, &value)
    }

    fn put(&mut self, url: &str, document: &Value) -> Result<(), ContextError> {
        if document.get("@context").is_none() {
            return Err(ContextError::Invalid {
                url: url.to_owned(),
                reason: "expected a JSON object with an \"@context\" entry".to_owned(),
            });
        }
        self.parsed
            .insert(url.to_owned(), crate::json::to_syntax(document));
        Ok(())
    }

    /// This set and one more context, for canonicalizing documents of other vocabularies. Never use the result to decide
    /// whether a credential is to be believed: a context handed in by a stranger can change what a signature means.
    ///
    /// # Errors
    /// [`ContextError::Invalid`] if `document` is not a context document.
    pub fn with(&self, url: &str, document: &Value) -> Result<Self, ContextError> {
        let mut set = self.copy();
        set.put(url, document)?;
        Ok(set)
    }

    /// As [`ContextSet::with`], for every context document among those at hand; other documents are left aside.
    ///
    /// # Errors
    /// As [`ContextSet::with`].
    pub fn with_contexts_of(&self, documents: &Documents) -> Result<Self, ContextError> {
        let mut set = self.copy();
        for (url, document) in documents
            .iter()
            .filter(|(_, document)| document.get("@context").is_some())
        {
            set.put(url, document)?;
        }
        Ok(set)
    }

    fn copy(&self) -> Self {
        Self {
            parsed: self.parsed.clone(),
            processed: Mutex::new(HashMap::new()),
        }
    }

    /// Whether documents may name this address.
    #[must_use]
    pub fn contains(&self, url: &str) -> bool {
        self.parsed.contains_key(url)
    }

    pub(crate) fn get(&self, url: &str) -> Option<&json_ld::syntax::Value> {
        self.parsed.get(url)
    }

    pub(crate) fn remembered(&self, list: &[String]) -> Option<Arc<ActiveContext>> {
        self.processed.lock().ok()?.get(list).cloned()
    }

    pub(crate) fn remember(&self, list: Vec<String>, context: Arc<ActiveContext>) {
        if let Ok(mut processed) = self.processed.lock()
            && processed.len() < REMEMBERED_LISTS
        {
            processed.insert(list, context);
        }
    }
}
