//! `testamur import`: publishes a package, which is a folder, as a micro-credential or a stack.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::Mode;
use app::catalogue::{Publish, PublishStack, publish, publish_stack};
use app::people::looked_after;
use clap::Args;
use domain::catalogue::package::{self, Files, MAX_DOCUMENT_BYTES, MAX_FILES, STACK_DOCUMENT};

use super::refusal;
use crate::cli::{Place, block_on};
use crate::serve::say;
use crate::world::{self, Unusable};

/// `testamur import`
#[derive(Debug, Args)]
#[command(
    after_help = "Example: testamur import demo/micro-credentials/wait-time-that-works --organization riverbend

It is published in the name of the administrator who has looked after the organization longest."
)]
pub struct Import {
    /// The package: micro-credential.toml and the templates that it names, or stack.toml.
    #[arg(value_name = "PACKAGE_FOLDER")]
    package: PathBuf,
    /// Short name of the issuer.
    #[arg(long, value_name = "SLUG")]
    organization: String,
    #[command(flatten)]
    place: Place,
}

impl Import {
    /// Runs it.
    ///
    /// # Errors
    /// Every finding of the package with file and line, or what was refused.
    pub fn run(self) -> Result<ExitCode, Unusable> {
        let config = self.place.settle()?;
        let files = read(&self.package)?;
        let is_stack = files.contains_key(STACK_DOCUMENT);
        if !is_stack {
            package::parse(&files).map_err(|findings| unusable(&self.package, &findings))?;
        }
        let mut texts = texts(&self.package, files)?;
        let document = texts.remove(STACK_DOCUMENT).filter(|_| is_stack);
        if let Some(document) = &document {
            package::parse_stack(document)
                .map_err(|findings| unusable(&self.package, &findings))?;
        }
        let (number, address, name) = block_on(async {
            let app = world::open(&config, Mode::Serving).await?;
            let done = async {
                let it = looked_after(&app, &self.organization).await?;
                if let Some(document) = document {
                    let command = PublishStack {
                        organization: it.organization,
                        document,
                    };
                    let done = publish_stack(&app, &it.administrator, command, None).await?;
                    return Ok((done.number, format!("stacks/{}", done.slug), it.name));
                }
                let command = Publish {
                    organization: it.organization,
                    files: texts,
                };
                let done = publish(&app, &it.administrator, command, None).await?;
                let address = format!("micro-credentials/{}", done.slug);
                Ok((done.number, address, it.name))
            };
            let done = done.await.map_err(refusal::unusable);
            app.store.close().await;
            done
        })?;
        say(&format!(
            "Published version {number} in the name of {name}:"
        ));
        say(&format!("{}/{address}", config.public_url));
        Ok(ExitCode::SUCCESS)
    }
}

fn unusable(folder: &Path, findings: &[package::Finding]) -> Unusable {
    let lines = findings
        .iter()
        .map(|it| format!("\n{}", folder.join(it.to_string()).display()));
    Unusable::Refused(format!(
        "the package cannot be used:{}",
        lines.collect::<String>()
    ))
}

/// The files of the folder: few, small, and nothing that leads elsewhere.
fn read(folder: &Path) -> Result<Files, Unusable> {
    let mut files = Files::new();
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(&at).map_err(|error| Unusable::place(&at, error))? {
            let path = entry.map_err(|error| Unusable::place(&at, error))?.path();
            let about =
                fs::symlink_metadata(&path).map_err(|error| Unusable::place(&path, error))?;
            if about.is_dir() {
                open.push(path);
            } else if about.is_file() {
                files.insert(name_in(folder, &path)?, bytes(&path, about.len())?);
            } else {
                return Err(Unusable::place(
                    &path,
                    "expected a file or a folder; a link is not followed",
                ));
            }
            if files.len() > MAX_FILES || open.len() > MAX_FILES {
                return Err(Unusable::place(
                    folder,
                    format!("a package has at most {MAX_FILES} files and folders"),
                ));
            }
        }
    }
    Ok(files)
}

fn name_in(folder: &Path, path: &Path) -> Result<String, Unusable> {
    let inner = path.strip_prefix(folder).ok().and_then(Path::to_str);
    let name = inner.ok_or_else(|| Unusable::place(path, "the name of the file is not UTF-8"))?;
    Ok(name.replace(std::path::MAIN_SEPARATOR, "/"))
}

fn bytes(path: &Path, size: u64) -> Result<Vec<u8>, Unusable> {
    if size > MAX_DOCUMENT_BYTES as u64 {
        return Err(Unusable::place(
            path,
            format!("{size} bytes; a file has at most {MAX_DOCUMENT_BYTES}"),
        ));
    }
    fs::read(path).map_err(|error| Unusable::place(path, error))
}

fn texts(folder: &Path, files: Files) -> Result<BTreeMap<String, String>, Unusable> {
    let text = |(name, bytes): (String, Vec<u8>)| match String::from_utf8(bytes) {
        Ok(text) => Ok((name, text)),
        Err(error) => Err(Unusable::place(&folder.join(&name), error)),
    };
    files.into_iter().map(text).collect()
}
