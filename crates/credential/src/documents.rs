//! Documents that a caller hands in, and what a DID document says about a key. Nothing here opens a socket.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::Value;

use crate::json;
use crate::multikey::{KeyError, PublicKey};
use crate::{did_key, did_web, time};

/// Documents by address: DID documents (by DID or by URL) and status lists (by URL).
#[derive(Debug, Clone, Default)]
pub struct Documents {
    by_address: BTreeMap<String, Value>,
}

impl Documents {
    /// Adds a document under the DID or URL it was found at.
    pub fn insert(&mut self, address: impl Into<String>, document: Value) {
        self.by_address.insert(address.into(), document);
    }

    /// The document at an address.
    #[must_use]
    pub fn get(&self, address: &str) -> Option<&Value> {
        self.by_address.get(address)
    }

    /// All documents with their addresses.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.by_address
            .iter()
            .map(|(address, document)| (address.as_str(), document))
    }

    /// The document of a DID, or of an HTTPS controller: computed for `did:key`, else looked up under the identifier
    /// itself and, for `did:web`, under its address.
    fn controller(&self, identifier: &str) -> Result<Value, MethodError> {
        if identifier.starts_with("did:key:") {
            return Ok(did_key::document(identifier)?);
        }
        let by_url = || did_web::url(identifier).ok().and_then(|url| self.get(&url));
        self.get(identifier)
            .or_else(by_url)
            .cloned()
            .ok_or_else(|| MethodError::NotAvailable(identifier.to_owned()))
    }
}

impl<A: Into<String>> FromIterator<(A, Value)> for Documents {
    fn from_iter<I: IntoIterator<Item = (A, Value)>>(documents: I) -> Self {
        Self {
            by_address: documents
                .into_iter()
                .map(|(address, value)| (address.into(), value))
                .collect(),
        }
    }
}

/// Why a verification method gives no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MethodError {
    /// The document was not handed in: nothing is known.
    #[error("the document of {0} is not at hand")]
    NotAvailable(String),
    /// Not an absolute URL with a fragment.
    #[error("the verification method {0:?} is not a URL with a fragment")]
    NotAUrl(String),
    /// The document is that of someone else.
    #[error("the document found for {expected} says that it is {found:?}")]
    OtherDocument {
        /// Identifier asked for.
        expected: String,
        /// Its `id`.
        found: String,
    },
    /// The document has no such method.
    #[error("{0} is not in the document of its controller")]
    NotFound(String),
    /// The method is not for assertions.
    #[error("{0} is not listed under assertionMethod")]
    NotForAssertions(String),
    /// The method names another controller.
    #[error("the controller of {method} is {found:?}, not the one whose document it is in")]
    OtherController {
        /// The verification method.
        method: String,
        /// Its `controller`.
        found: String,
    },
    /// The key was revoked by the time asked for.
    #[error("the key {method} was revoked on {since}")]
    Revoked {
        /// The verification method.
        method: String,
        /// Since when.
        since: String,
    },
    /// The key had expired when the proof was made.
    #[error("the key {method} expired on {since}")]
    Expired {
        /// The verification method.
        method: String,
        /// Since when.
        since: String,
    },
    /// A date that cannot be read; a key with such a date is not believed.
    #[error("the key {method} has an unreadable date: {reason}")]
    Date {
        /// The verification method.
        method: String,
        /// What was expected.
        reason: String,
    },
    /// The method holds no key known here.
    #[error("the verification method holds no usable key: {0}")]
    Key(#[from] KeyError),
    /// The method is of a kind not known here.
    #[error("keys of type {0:?} are not supported")]
    Type(String),
}

/// A key that its controller's document lists for assertions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssertionKey {
    /// Whose key it is.
    pub controller: String,
    /// The key.
    pub key: PublicKey,
}

/// Resolves a verification method. A key is never taken from the identifier of the method: only the controller's own
/// document says which keys are its keys.
///
/// `made` is when the proof says it was made (an expired key still vouches for what it signed before); `at` is the time
/// of the question (a revoked key vouches for nothing, whatever date the proof claims).
///
/// # Errors
/// [`MethodError`]; [`MethodError::NotAvailable`] means that nothing is known, all others that the method is no good.
pub fn assertion_key(
    documents: &Documents,
    method: &str,
    made: Option<Timestamp>,
    at: Timestamp,
) -> Result<AssertionKey, MethodError> {
    let (identifier, fragment) = method.split_once('#').unwrap_or_default();
    if identifier.is_empty() || fragment.is_empty() {
        return Err(MethodError::NotAUrl(method.to_owned()));
    }
    let document = documents.controller(identifier)?;
    let id = text(&document, "id");
    if id != identifier {
        return Err(MethodError::OtherDocument {
            expected: identifier.to_owned(),
            found: id.to_owned(),
        });
    }
    let found = find_method(&document, identifier, method)?;
    let controller = text(found, "controller");
    if controller != identifier {
        return Err(MethodError::OtherController {
            method: method.to_owned(),
            found: controller.to_owned(),
        });
    }
    check_dates(found, method, made.unwrap_or(at), at)?;
    Ok(AssertionKey {
        controller: controller.to_owned(),
        key: public_key(found)?,
    })
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn is_reference(text: &str, identifier: &str, method: &str) -> bool {
    text == method || (text.starts_with('#') && method.strip_prefix(identifier) == Some(text))
}

fn find_method<'a>(
    document: &'a Value,
    identifier: &str,
    method: &str,
) -> Result<&'a Value, MethodError> {
    let is_it = |value: &&Value| is_reference(text(value, "id"), identifier, method);
    let assertions = document.get("assertionMethod");
    if let Some(embedded) = json::each(assertions)
        .filter(|value| value.is_object())
        .find(is_it)
    {
        return Ok(embedded);
    }
    let found = json::each(document.get("verificationMethod"))
        .find(is_it)
        .ok_or_else(|| MethodError::NotFound(method.to_owned()))?;
    let listed = json::each(assertions)
        .filter_map(Value::as_str)
        .any(|reference| is_reference(reference, identifier, method));
    if !listed {
        return Err(MethodError::NotForAssertions(method.to_owned()));
    }
    Ok(found)
}

fn check_dates(
    found: &Value,
    method: &str,
    made: Timestamp,
    at: Timestamp,
) -> Result<(), MethodError> {
    let date = |key: &str| match found.get(key) {
        None => Ok(None),
        Some(value) => time::parse(value.as_str().unwrap_or_default())
            .map(Some)
            .map_err(|reason| MethodError::Date {
                method: method.to_owned(),
                reason,
            }),
    };
    if let Some(revoked) = date("revoked")?.filter(|revoked| *revoked <= at) {
        return Err(MethodError::Revoked {
            method: method.to_owned(),
            since: time::format(revoked),
        });
    }
    if let Some(expires) = date("expires")?.filter(|expires| *expires <= made) {
        return Err(MethodError::Expired {
            method: method.to_owned(),
            since: time::format(expires),
        });
    }
    Ok(())
}

fn public_key(method: &Value) -> Result<PublicKey, MethodError> {
    match text(method, "type") {
        "Multikey" | "Ed25519VerificationKey2020" => {
            Ok(PublicKey::parse(text(method, "publicKeyMultibase"))?)
        }
        "JsonWebKey" | "JsonWebKey2020" => jwk(method.get("publicKeyJwk").unwrap_or(&Value::Null)),
        other => Err(MethodError::Type(other.to_owned())),
    }
}

fn jwk(jwk: &Value) -> Result<PublicKey, MethodError> {
    if text(jwk, "kty") != "OKP" || text(jwk, "crv") != "Ed25519" {
        return Err(MethodError::Type(format!(
            "{} {}",
            text(jwk, "kty"),
            text(jwk, "crv")
        )));
    }
    let bytes = URL_SAFE_NO_PAD
        .decode(text(jwk, "x"))
        .map_err(|_| KeyError::Encoding)?;
    Ok(PublicKey::ed25519(&bytes)?)
}
