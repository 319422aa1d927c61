//! `testamur credential`: signs, verifies, canonicalises and lints, with files in and JSON out. No
//! socket is ever opened: documents of others come from files.

mod input;
mod shown;

use std::io::{self, BufWriter, Write};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use app::Clock as _;
use clap::{Args, Subcommand};
use credential::command::{self, Answer, Exit, Question, Signing};
use credential::contexts::ContextSet;
use credential::verify::Verifier;
use domain::time::Timestamp;
use serde_json::json;

use crate::world::{SystemClock, Unusable};
use input::{Given, Source};

/// `testamur credential`
#[derive(Debug, Subcommand)]
pub enum Credential {
    /// Signs a credential; writes the signed one.
    #[command(after_help = SIGN_EXAMPLE)]
    Sign(Sign),
    /// Verifies a credential: proof, issuer, status, period, and every credential inside it.
    #[command(after_help = VERIFY_EXAMPLE)]
    Verify(Verify),
    /// Writes the canonical N-Quads (RDFC-1.0) of a document.
    #[command(after_help = "Example: testamur credential canonicalize signed.json | sha256sum")]
    Canonicalize(Canonicalize),
    /// Checks a credential against the house profile, which is narrower than Open Badges 3.0.
    #[command(after_help = "Example: testamur credential lint signed.json")]
    Lint(Lint),
}

const SIGN_EXAMPLE: &str = "\
Example: testamur credential sign unsigned.json --key key.json \\
           --verification-method did:web:credentials.example#key-1 > signed.json

The key file: {\"publicKeyMultibase\": \"z6Mk...\", \"secretKeyMultibase\": \"z3u2...\"}";

const VERIFY_EXAMPLE: &str = "\
Example: testamur credential verify signed.json --json \\
           --document did:web:credentials.example=did.json \\
           --document https://credentials.example/status/1=list.json

Nothing is fetched: the DID document of the issuer (unless it is a did:key) and the status list are
given with --document. What was not given leaves its check unknown, and the answer is no.";

/// A stream of documents, one a line.
#[derive(Debug, Args)]
struct Stream {
    /// Reads one document a line and answers each with one line, in their order; a bad line is
    /// answered with {"error": ...} and the exit status is 1.
    #[arg(long)]
    lines: bool,
    /// How many work on lines at once [default: one a core].
    #[arg(long, value_name = "N", requires = "lines")]
    threads: Option<NonZeroUsize>,
}

/// `testamur credential sign`
#[derive(Debug, Args)]
pub struct Sign {
    /// The unsigned credential; - for standard input.
    #[arg(value_name = "UNSIGNED.json", default_value = "-")]
    file: Source,
    /// The file with the key pair.
    #[arg(long, value_name = "KEY.json")]
    key: PathBuf,
    /// The DID URL under which the public key is published.
    #[arg(long, value_name = "DIDURL")]
    verification_method: String,
    /// When the proof is made, such as 2026-05-01T09:30:00Z [default: now].
    #[arg(long, value_name = "TIME", value_parser = credential::time::parse)]
    created: Option<Timestamp>,
    /// How to sign; there is one way.
    #[arg(long, value_name = "NAME", default_value = credential::eddsa::CRYPTOSUITE)]
    cryptosuite: String,
    #[command(flatten)]
    stream: Stream,
}

/// `testamur credential verify`
#[derive(Debug, Args)]
pub struct Verify {
    /// The credential as JSON; - for standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    file: Source,
    /// A document that the network would give: a DID document or a status list. May be repeated.
    #[arg(long = "document", value_name = "URL=FILE")]
    documents: Vec<Given>,
    /// The time of the question, such as 2026-05-01T09:30:00Z [default: now].
    #[arg(long, value_name = "TIME", value_parser = credential::time::parse)]
    at: Option<Timestamp>,
    /// Asks as well whether the credential belongs to this e-mail address.
    #[arg(long, value_name = "EMAIL")]
    recipient: Option<String>,
    /// Opens no socket; documents come from --document, with or without this option.
    #[arg(long)]
    offline: bool,
    /// Writes the report as JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    stream: Stream,
}

/// `testamur credential canonicalize`
#[derive(Debug, Args)]
pub struct Canonicalize {
    /// The document; - for standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    file: Source,
    /// A context beyond those that are built in. May be repeated.
    #[arg(long = "document", value_name = "URL=FILE")]
    documents: Vec<Given>,
    #[command(flatten)]
    stream: Stream,
}

/// `testamur credential lint`
#[derive(Debug, Args)]
pub struct Lint {
    /// The credential; - for standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    file: Source,
    /// Writes the findings as JSON.
    #[arg(long)]
    json: bool,
}

impl Credential {
    /// Runs it.
    ///
    /// # Errors
    /// An input that cannot be used, with its file.
    pub fn run(self) -> Result<ExitCode, Unusable> {
        let exit = match self {
            Self::Sign(it) => it.run(),
            Self::Verify(it) => it.run(),
            Self::Canonicalize(it) => it.run(),
            Self::Lint(it) => it.run(),
        };
        exit.map(|exit| ExitCode::from(exit.code()))
    }
}

impl Sign {
    fn run(self) -> Result<Exit, Unusable> {
        command::check_cryptosuite(&self.cryptosuite)
            .map_err(|error| Unusable::Configuration(error.to_string()))?;
        let key = input::secret_key(&self.key)?;
        let created = self.created.unwrap_or_else(|| SystemClock.now());
        let signing = Signing {
            key,
            verification_method: self.verification_method,
            created,
        };
        if self.stream.lines {
            let input = self.file.lines()?;
            return streamed(
                &self.file,
                command::sign_lines(input, output(), self.stream.threads, &signing),
            );
        }
        let signed = command::sign(&self.file.document()?, &signing)
            .map_err(|error| self.file.unusable(error))?;
        write(&format!("{signed:#}\n"))?;
        Ok(Exit::Yes)
    }
}

impl Verify {
    fn run(self) -> Result<Exit, Unusable> {
        let documents = input::documents(&self.documents)?;
        let contexts =
            ContextSet::trusted().map_err(|error| Unusable::Configuration(error.to_string()))?;
        let verifier = Verifier::new(contexts, &documents);
        let at = self.at.unwrap_or_else(|| SystemClock.now());
        let question = Question {
            at,
            recipient: self.recipient.as_deref(),
        };
        if self.stream.lines {
            let answer = |line: &[u8]| answer(line, &verifier, question);
            let input = self.file.lines()?;
            let answered = command::answer_lines(input, output(), self.stream.threads, answer);
            return streamed(
                &self.file,
                answered.map(|good| if good { Exit::Yes } else { Exit::No }),
            );
        }
        let report = command::verify(&self.file.document()?, &verifier, question);
        let report = shown::hinted(report.map_err(|error| self.file.unusable(error))?);
        write(&if self.json {
            format!("{:#}\n", json!(report))
        } else {
            shown::table(&report)
        })?;
        Ok(command::verdict(&report))
    }
}

fn answer(line: &[u8], verifier: &Verifier<'_>, question: Question<'_>) -> Answer {
    match command::verify(line, verifier, question).map(shown::hinted) {
        Ok(report) => Answer {
            text: json!(report).to_string(),
            good: report.verified,
        },
        Err(error) => Answer {
            text: json!({"error": error.to_string()}).to_string(),
            good: false,
        },
    }
}

impl Canonicalize {
    fn run(self) -> Result<Exit, Unusable> {
        let documents = input::documents(&self.documents)?;
        let contexts = command::contexts_with(&documents)
            .map_err(|error| Unusable::Configuration(error.to_string()))?;
        if self.stream.lines {
            let input = self.file.lines()?;
            let answered =
                command::canonicalize_lines(input, output(), self.stream.threads, &contexts);
            return streamed(&self.file, answered);
        }
        let nquads = command::canonicalize(&self.file.document()?, &contexts);
        write(&nquads.map_err(|error| self.file.unusable(error))?)?;
        Ok(Exit::Yes)
    }
}

impl Lint {
    fn run(self) -> Result<Exit, Unusable> {
        let findings =
            command::lint(&self.file.document()?).map_err(|error| self.file.unusable(error))?;
        if self.json {
            write(&format!("{:#}\n", json!({"findings": findings})))?;
        } else {
            let lines = findings.iter().map(|it| format!("{}: {it}\n", self.file));
            write(&lines.collect::<String>())?;
        }
        Ok(if findings.is_empty() {
            Exit::Yes
        } else {
            Exit::No
        })
    }
}

fn output() -> impl Write {
    BufWriter::new(io::stdout().lock())
}

fn write(text: &str) -> Result<(), Unusable> {
    let mut output = output();
    let written = output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush());
    written.map_err(|error| Unusable::Configuration(format!("standard output: {error}")))
}

/// Reading and writing are one stream: which of the two broke stands in the error.
fn streamed(source: &Source, answered: io::Result<Exit>) -> Result<Exit, Unusable> {
    answered
        .map_err(|error| Unusable::Configuration(format!("{source}, or standard output: {error}")))
}
