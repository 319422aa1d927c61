//! The cryptosuite `eddsa-rdfc-2022` (Data Integrity EdDSA Cryptosuites 1.0, section 3.2).
//!
//! What is signed: SHA-256 of the canonical proof options, then SHA-256 of the canonical document without its proof.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::canonical::{self, DocumentError};
use crate::contexts::ContextSet;
use crate::json;
use crate::multikey::{self, KeyError, PublicKey, SecretKey};
use crate::time;

/// The name of the suite in `cryptosuite`.
pub const CRYPTOSUITE: &str = "eddsa-rdfc-2022";
/// The only purpose for which credentials are signed.
pub const ASSERTION_METHOD: &str = "assertionMethod";

/// Why a document was not signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// It is not an object.
    #[error(transparent)]
    Input(#[from] json::InputError),
    /// It cannot be signed safely.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// It has a proof already.
    #[error("the document already has a \"proof\"; sign the document without it")]
    AlreadySigned,
    /// The verification method is not an absolute URL with a fragment.
    #[error(
        "the verification method {0:?} is not a DID URL with a fragment, such as did:web:example.org#key-1"
    )]
    VerificationMethod(String),
}

/// Why a proof does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// The document or the proof has no canonical form.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The key cannot verify.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// `proofValue` is not `z` and 64 bytes in base 58.
    #[error("the proofValue is not \"z\" and 64 bytes in base 58")]
    ProofValue,
    /// `previousProof` names a proof that the document does not have.
    #[error("the previous proof {0:?} is not in the document")]
    PreviousProof(String),
    /// The signature is not one of this document by this key.
    #[error(
        "the signature does not fit the document: it was changed after signing, or signed with another key"
    )]
    Signature,
}

/// Signs a document: the result is the document with one `proof` object.
///
/// # Errors
/// [`SignError`], above all for anything that JSON-LD safe mode refuses: it would not be covered by the signature.
pub fn sign(
    unsigned: &Value,
    key: &SecretKey,
    verification_method: &str,
    created: Timestamp,
    contexts: &ContextSet,
) -> Result<Value, SignError> {
    json::check(unsigned)?;
    if unsigned.get("proof").is_some() {
        return Err(SignError::AlreadySigned);
    }
    if !is_method_url(verification_method) {
        return Err(SignError::VerificationMethod(
            verification_method.to_owned(),
        ));
    }
    let mut proof = json!({
        "type": "DataIntegrityProof",
        "cryptosuite": CRYPTOSUITE,
        "created": time::format(created),
        "verificationMethod": verification_method,
        "proofPurpose": ASSERTION_METHOD,
    });
    let signature = key.sign(&hash_data(unsigned, &proof, contexts)?);
    proof["proofValue"] = Value::String(multikey::encode(&signature));
    let mut signed = unsigned.clone();
    signed["proof"] = proof;
    Ok(signed)
}

fn is_method_url(text: &str) -> bool {
    let fragment = text
        .split_once('#')
        .is_some_and(|(_, fragment)| !fragment.is_empty());
    fragment
        && text
            .split_once(':')
            .is_some_and(|(scheme, _)| matches!(scheme, "did" | "https"))
}

/// The 64 bytes that are signed: hash of the proof options, then hash of the document.
///
/// `document` is taken without its `proof`, `proof` without its `proofValue`; a proof of a chain covers the proofs that
/// it names in `previousProof`, so pass the document as [`covered`] gives it.
///
/// # Errors
/// [`DocumentError`] if either has no safe meaning.
pub fn hash_data(
    document: &Value,
    proof: &Value,
    contexts: &ContextSet,
) -> Result<[u8; 64], DocumentError> {
    let document_hash = canonical::sha256(&canonical::canonicalize(document, contexts)?);
    with_options(document, &document_hash, proof, contexts)
}

/// As [`hash_data`], for a document whose hash is known.
pub(crate) fn with_options(
    document: &Value,
    document_hash: &[u8; 32],
    proof: &Value,
    contexts: &ContextSet,
) -> Result<[u8; 64], DocumentError> {
    let options = proof_options(document, proof);
    let mut data = [0; 64];
    data[..32].copy_from_slice(&canonical::sha256(&canonical::canonicalize(
        &options, contexts,
    )?));
    data[32..].copy_from_slice(document_hash);
    Ok(data)
}

/// The proof without its value, with the `@context` of the document it secures.
#[must_use]
pub fn proof_options(document: &Value, proof: &Value) -> Value {
    let mut options: Map<String, Value> = proof.as_object().cloned().unwrap_or_default();
    options.remove("proofValue");
    if let Some(context) = document.get("@context") {
        options.insert("@context".to_owned(), context.clone());
    }
    Value::Object(options)
}

/// The part of a signed document that a proof covers: all but its proofs, save those that it names as previous.
///
/// # Errors
/// [`ProofError::PreviousProof`] if a named proof is missing.
pub fn covered(document: &Value, proof: &Value) -> Result<Value, ProofError> {
    let mut covered = document.clone();
    let Some(object) = covered.as_object_mut() else {
        return Ok(covered);
    };
    let proofs = object.remove("proof");
    let mut previous = Vec::new();
    for name in json::each(proof.get("previousProof")) {
        let found = json::each(proofs.as_ref()).find(|candidate| candidate.get("id") == Some(name));
        let missing = || ProofError::PreviousProof(name.as_str().unwrap_or_default().to_owned());
        previous.push(found.ok_or_else(missing)?.clone());
    }
    if !previous.is_empty() {
        object.insert("proof".to_owned(), Value::Array(previous));
    }
    Ok(covered)
}

/// Checks one proof of a signed document with a key. Says nothing about whose key it is.
///
/// # Errors
/// [`ProofError`] says why the proof does not hold.
pub fn verify(
    document: &Value,
    proof: &Value,
    key: &PublicKey,
    contexts: &ContextSet,
) -> Result<(), ProofError> {
    let data = hash_data(&covered(document, proof)?, proof, contexts)?;
    check_signature(proof, &data, key)
}

/// Checks the signature in a proof over data that is already hashed.
pub(crate) fn check_signature(
    proof: &Value,
    data: &[u8; 64],
    key: &PublicKey,
) -> Result<(), ProofError> {
    let value = proof
        .get("proofValue")
        .and_then(Value::as_str)
        .ok_or(ProofError::ProofValue)?;
    let bytes = multikey::decode(value).map_err(|_| ProofError::ProofValue)?;
    let bytes = <[u8; 64]>::try_from(bytes).map_err(|_| ProofError::ProofValue)?;
    let signature = ed25519_dalek::Signature::from_bytes(&bytes);
    // Strict: one signature has one form, and no weak key can claim it.
    key.verifying()?
        .verify_strict(data, &signature)
        .map_err(|_| ProofError::Signature)
}
