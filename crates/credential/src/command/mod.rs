//! The commands `sign`, `verify`, `canonicalize` and `lint` as functions, and the same over a stream of lines.
//!
//! A program only has to read its arguments, call these, and end with [`Exit::code`].

mod key_file;
mod lines;

pub use key_file::{KeyFileError, read_key};
pub use lines::{Answer, Threads, answer_lines};

use std::io::{self, BufRead, Write};

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::canonical::{self, DocumentError};
use crate::contexts::{ContextError, ContextSet};
use crate::documents::Documents;
use crate::eddsa::{self, SignError};
use crate::house::{self, Finding};
use crate::json::{self, InputError};
use crate::multikey::SecretKey;
use crate::rdfc::hex;
use crate::verify::{Report, Verifier};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Yes, or done.
    Yes,
    /// No: not verified, breaks the profile, or a line of a stream was bad.
    No,
    /// The input could not be used.
    Unusable,
}

impl Exit {
    /// The exit status of the process.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Yes => 0,
            Self::No => 1,
            Self::Unusable => 2,
        }
    }

    fn yes_if(good: bool) -> Self {
        if good { Self::Yes } else { Self::No }
    }
}

/// Why an input could not be used. [`Exit::Unusable`], or one bad line of a stream.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// Not a document.
    #[error(transparent)]
    Input(#[from] InputError),
    /// Not to be signed.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// Without a canonical form.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// A context that is not one.
    #[error(transparent)]
    Context(#[from] ContextError),
    /// A cryptosuite that cannot be signed with.
    #[error("the cryptosuite {0:?} is not supported; expected {suite}", suite = eddsa::CRYPTOSUITE)]
    Cryptosuite(String),
}

/// With what to sign.
#[derive(Debug)]
pub struct Signing {
    /// The secret key.
    pub key: SecretKey,
    /// Full DID URL under which the public key is published.
    pub verification_method: String,
    /// When the proof is made.
    pub created: Timestamp,
}

/// What to ask about a credential.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The time of the question.
    pub at: Timestamp,
    /// The e-mail address of whoever shows the credential.
    pub recipient: Option<&'a str>,
}

/// Refuses any cryptosuite but the one there is.
///
/// # Errors
/// [`Unusable::Cryptosuite`].
pub fn check_cryptosuite(name: &str) -> Result<(), Unusable> {
    if name == eddsa::CRYPTOSUITE {
        return Ok(());
    }
    Err(Unusable::Cryptosuite(name.to_owned()))
}

/// `credential sign`: the signed credential.
///
/// # Errors
/// [`Unusable`] says what cannot be signed, and why.
pub fn sign(text: &[u8], signing: &Signing) -> Result<Value, Unusable> {
    let unsigned = json::parse(text)?;
    let method = &signing.verification_method;
    Ok(eddsa::sign(
        &unsigned,
        &signing.key,
        method,
        signing.created,
        ContextSet::trusted()?,
    )?)
}

/// `credential verify`: the report. [`verdict`] turns it into an exit status.
///
/// # Errors
/// [`Unusable::Input`] if the text is not a document at all; every other fault is in the report.
pub fn verify(
    text: &[u8],
    verifier: &Verifier<'_>,
    question: Question<'_>,
) -> Result<Report, Unusable> {
    let credential = json::parse(text)?;
    Ok(verifier.verify(&credential, question.at, question.recipient))
}

/// [`Exit::Yes`] if the credential is verified.
#[must_use]
pub fn verdict(report: &Report) -> Exit {
    Exit::yes_if(report.verified)
}

/// The trusted contexts and the contexts among the documents at hand, for [`canonicalize`] alone.
///
/// # Errors
/// [`Unusable::Context`].
pub fn contexts_with(documents: &Documents) -> Result<ContextSet, Unusable> {
    Ok(ContextSet::trusted()?.with_contexts_of(documents)?)
}

/// `credential canonicalize`: canonical N-Quads of the whole document.
///
/// # Errors
/// [`Unusable`] says what has no safe meaning.
pub fn canonicalize(text: &[u8], contexts: &ContextSet) -> Result<String, Unusable> {
    Ok(canonical::canonicalize(&json::parse(text)?, contexts)?)
}

/// `credential lint`: breaches of the house profile; none is [`Exit::Yes`].
///
/// # Errors
/// [`Unusable::Input`] if the text is not a document at all.
pub fn lint(text: &[u8]) -> Result<Vec<Finding>, Unusable> {
    Ok(house::lint(&json::parse(text)?))
}

/// `credential sign --lines`: one unsigned credential a line in, one signed credential a line out.
///
/// # Errors
/// Only those of reading and writing; a bad line becomes `{"error": ...}` and [`Exit::No`].
pub fn sign_lines(
    input: impl BufRead + Send,
    output: impl Write,
    threads: Threads,
    signing: &Signing,
) -> io::Result<Exit> {
    let answer = |line: &[u8]| answer(sign(line, signing).map(|signed| (signed.to_string(), true)));
    answer_lines(input, output, threads, answer).map(Exit::yes_if)
}

/// `credential verify --lines`: one credential a line in, one report a line out. Status lists are verified once.
///
/// # Errors
/// Only those of reading and writing; [`Exit::No`] if a line was bad or a credential not verified.
pub fn verify_lines(
    input: impl BufRead + Send,
    output: impl Write,
    threads: Threads,
    verifier: &Verifier<'_>,
    question: Question<'_>,
) -> io::Result<Exit> {
    let answer = |line: &[u8]| {
        answer(
            verify(line, verifier, question)
                .map(|report| (json!(report).to_string(), report.verified)),
        )
    };
    answer_lines(input, output, threads, answer).map(Exit::yes_if)
}

/// `credential canonicalize --lines`: one document a line in, `{"sha256": ...}` of its canonical form a line out.
///
/// # Errors
/// Only those of reading and writing; a bad line becomes `{"error": ...}` and [`Exit::No`].
pub fn canonicalize_lines(
    input: impl BufRead + Send,
    output: impl Write,
    threads: Threads,
    contexts: &ContextSet,
) -> io::Result<Exit> {
    let answer = |line: &[u8]| {
        answer(canonicalize(line, contexts).map(|nquads| {
            let hash = hex(&canonical::sha256(&nquads));
            (json!({"sha256": hash}).to_string(), true)
        }))
    };
    answer_lines(input, output, threads, answer).map(Exit::yes_if)
}

fn answer(result: Result<(String, bool), Unusable>) -> Answer {
    match result {
        Ok((text, good)) => Answer { text, good },
        Err(error) => Answer {
            text: json!({"error": error.to_string()}).to_string(),
            good: false,
        },
    }
}
