//! Work that is ready to be sent: a pursuit of the demo, done again by newcomers.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::client::{Client, json_request};
use super::http::Request;
use crate::failure::Failure;

/// The work that everybody does.
const FOLDER: &str = "demo/work/wait-time-in-review";

/// Between the parts of an upload; in none of the files.
const BOUNDARY: &str = "testamur-bench-cc0f6c4e5b";

/// What the demo holds of one pursuit.
pub struct Work {
    folder: PathBuf,
    description: toml::Table,
}

impl Work {
    /// Reads it.
    ///
    /// # Errors
    /// If the demo does not hold it.
    pub fn read(root: &Path) -> Result<Self, Failure> {
        let folder = root.join(FOLDER);
        let text = std::fs::read_to_string(folder.join("work.toml"))
            .map_err(Failure::during(format!("cannot read {FOLDER}/work.toml")))?;
        let description = text
            .parse()
            .map_err(|error| Failure::new(format!("{FOLDER}/work.toml: {error}")))?;
        Ok(Self {
            folder,
            description,
        })
    }

    /// Begins the pursuit; gives its id.
    ///
    /// # Errors
    /// If the product refuses.
    pub fn begin(&self, educator: &mut Client) -> Result<String, Failure> {
        let begun = educator.send(
            "POST",
            "/api/v1/pursuits",
            &json!({"micro_credential": self.text("package")}),
        )?;
        Ok(begun["id"].as_str().unwrap_or_default().to_owned())
    }

    /// Begins the pursuit and fills it, so that nothing is missing; gives its id.
    ///
    /// # Errors
    /// If the product refuses, or the demo's work is not complete.
    pub fn prepare(&self, educator: &mut Client) -> Result<String, Failure> {
        let pursuit = self.begin(educator)?;
        for (field, text) in self.texts() {
            educator.json(saving(&pursuit, field, text, 0))?;
        }
        for file in self.list("files") {
            let upload = self.upload(&pursuit, &file)?;
            educator.json(upload)?;
        }
        Ok(pursuit)
    }

    /// The fields with their texts.
    pub fn texts(&self) -> Vec<(&str, &str)> {
        let table = self
            .description
            .get("texts")
            .and_then(toml::Value::as_table);
        table
            .into_iter()
            .flatten()
            .filter_map(|(field, text)| Some((field.as_str(), text.as_str()?)))
            .collect()
    }

    fn text(&self, key: &str) -> &str {
        let value = self.description.get(key);
        value.and_then(toml::Value::as_str).unwrap_or_default()
    }

    fn list(&self, key: &str) -> Vec<toml::Table> {
        let list = self.description.get(key).and_then(toml::Value::as_array);
        list.into_iter()
            .flatten()
            .filter_map(|it| it.as_table().cloned())
            .collect()
    }

    fn upload(&self, pursuit: &str, file: &toml::Table) -> Result<Request, Failure> {
        let text = |key: &str| {
            file.get(key)
                .and_then(toml::Value::as_str)
                .unwrap_or_default()
        };
        let name = text("file");
        let bytes = std::fs::read(self.folder.join(name))
            .map_err(Failure::during(format!("cannot read {FOLDER}/{name}")))?;
        let mut body = Vec::new();
        for key in ["requirement", "caption"] {
            part(&mut body, key, None, text(key).as_bytes());
        }
        let criteria = file.get("criteria").and_then(toml::Value::as_array);
        for criterion in criteria
            .into_iter()
            .flatten()
            .filter_map(toml::Value::as_str)
        {
            part(&mut body, "criteria", None, criterion.as_bytes());
        }
        part(&mut body, "file", Some(name), &bytes);
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let path = format!("/api/v1/pursuits/{pursuit}/files");
        Ok(Request::post(path, &kind, body))
    }
}

/// The request that saves one field, resting on a version of it; 0 for one that has none yet.
pub fn saving(pursuit: &str, field: &str, text: &str, based_on: u64) -> Request {
    let path = format!("/api/v1/pursuits/{pursuit}/texts/{field}");
    let body = json!({"text": text, "based_on": based_on});
    json_request("PUT", &path, &body)
}

/// The request that sends the work to the assessors.
pub fn submission(pursuit: &str) -> Request {
    let path = format!("/api/v1/pursuits/{pursuit}/submissions");
    let body: Value = json!({"attestations": ["own-work", "ready", "consents", "ai-described"]});
    json_request("POST", &path, &body)
}

fn part(body: &mut Vec<u8>, name: &str, file: Option<&str>, bytes: &[u8]) {
    let file = file.map_or(String::new(), |it| format!("; filename=\"{it}\""));
    let head =
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n");
}
