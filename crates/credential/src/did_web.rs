//! The DID method `web`: an identifier that is an address, and the document that stands there.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::contexts::{DID_V1, MULTIKEY_V1};
use crate::multikey::PublicKey;
use crate::time;

/// Longest identifier, in characters.
const MAX_LENGTH: usize = 512;

/// Why a text is not a `did:web` identifier, or cannot become one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} {reason}")]
pub struct DidWebError {
    /// The text.
    pub text: String,
    /// What is wrong with it.
    pub reason: &'static str,
}

fn refuse<T>(text: &str, reason: &'static str) -> Result<T, DidWebError> {
    Err(DidWebError {
        text: text.to_owned(),
        reason,
    })
}

/// The identifier for a host (`badges.example.org` or `badges.example.org:8443`) and a path, one segment an element.
///
/// # Errors
/// [`DidWebError`] for a host that is no host name, or a segment that an address would not keep as it is.
pub fn identifier(host: &str, path: &[&str]) -> Result<String, DidWebError> {
    let (name, port) = match host.split_once(':') {
        Some((name, port)) => (name, Some(port)),
        None => (host, None),
    };
    check_host(host, name, port)?;
    let mut did = format!("did:web:{name}");
    if let Some(port) = port {
        did.push_str("%3A");
        did.push_str(port);
    }
    for segment in path {
        check_segment(segment)?;
        did.push(':');
        did.push_str(segment);
    }
    if did.len() > MAX_LENGTH {
        return refuse(&did, "is longer than 512 characters");
    }
    Ok(did)
}

/// The address of the document of a `did:web` identifier: always HTTPS.
///
/// # Errors
/// [`DidWebError`] if it is not such an identifier.
pub fn url(did: &str) -> Result<String, DidWebError> {
    if did.len() > MAX_LENGTH {
        return refuse("did:web:...", "is longer than 512 characters");
    }
    let Some(rest) = did.strip_prefix("did:web:") else {
        return refuse(did, "is not a did:web identifier");
    };
    let mut parts = rest.split(':');
    let host = parts
        .next()
        .unwrap_or_default()
        .replace("%3A", ":")
        .replace("%3a", ":");
    let (name, port) = match host.split_once(':') {
        Some((name, port)) => (name, Some(port)),
        None => (host.as_str(), None),
    };
    check_host(did, name, port)?;
    let mut url = format!("https://{host}");
    let mut has_path = false;
    for segment in parts {
        check_segment(segment)?;
        has_path = true;
        url.push('/');
        url.push_str(segment);
    }
    url.push_str(if has_path {
        "/did.json"
    } else {
        "/.well-known/did.json"
    });
    Ok(url)
}

fn check_host(text: &str, name: &str, port: Option<&str>) -> Result<(), DidWebError> {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    if !name.split('.').all(label) {
        return refuse(
            text,
            "does not name a host in lowercase letters, digits, hyphens and dots",
        );
    }
    match port {
        Some(port) if port.parse::<u16>().is_err() => {
            refuse(text, "has a port that is not a number up to 65535")
        }
        _ => Ok(()),
    }
}

fn check_segment(segment: &str) -> Result<(), DidWebError> {
    let plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~');
    if segment.is_empty() || matches!(segment, "." | "..") || !segment.bytes().all(plain) {
        return refuse(
            segment,
            "cannot be a path segment: use letters, digits, hyphens, underscores and dots",
        );
    }
    Ok(())
}

/// A key as published in a DID document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedKey {
    /// What follows `#` in the verification method, such as `key-1`.
    pub fragment: String,
    /// The key.
    pub key: PublicKey,
    /// Since when the key is not to be believed any more. A key that merely went out of use stays, without this: it
    /// still vouches for what it signed.
    pub revoked: Option<Timestamp>,
}

/// The DID document of an issuer: every key for assertions and authentication, references as full URLs because some
/// verifiers compare them as text.
#[must_use]
pub fn document(did: &str, keys: &[PublishedKey]) -> Value {
    let url = |key: &PublishedKey| format!("{did}#{}", key.fragment);
    let methods: Vec<Value> = keys
        .iter()
        .map(|key| {
            let mut method = json!({
                "id": url(key),
                "type": "Multikey",
                "controller": did,
                "publicKeyMultibase": key.key.to_multibase(),
            });
            if let Some(revoked) = key.revoked {
                method["revoked"] = Value::String(time::format(revoked));
            }
            method
        })
        .collect();
    let references: Vec<String> = keys.iter().map(url).collect();
    json!({
        "@context": [DID_V1, MULTIKEY_V1],
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": references,
        "authentication": references,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_and_its_address_belong_together() {
        let cases = [
            (
                "badges.example.org",
                vec![],
                "did:web:badges.example.org",
                "https://badges.example.org/.well-known/did.json",
            ),
            (
                "example.org:8443",
                vec!["a", "b"],
                "did:web:example.org%3A8443:a:b",
                "https://example.org:8443/a/b/did.json",
            ),
        ];
        for (host, path, did, address) in cases {
            assert_eq!(identifier(host, &path).unwrap(), did);
            assert_eq!(url(did).unwrap(), address);
        }
    }

    #[test]
    fn an_identifier_that_would_leave_its_host_is_refused() {
        for did in [
            "did:web:",
            "did:web:example.org:..:b",
            "did:web:example.org/path",
            "did:web:user@example.org",
            "did:web:example.org%3Aport",
            "did:web:example.org::b",
            "did:web:example.org:a%2Fb",
            "did:web:Example.org",
            "did:key:z6Mk",
        ] {
            assert!(url(did).is_err(), "{did}");
        }
    }
}
