//! Writes content as a package that [`parse`](super::parse) reads back.

use super::{Content, DOCUMENT, Files};
use serde::ser::Error;
use serde_json::Value;

/// The files of the package that says this content.
///
/// # Errors
/// Content that TOML cannot hold. Content that came from a package can always be written.
pub fn write(content: &Content) -> Result<Files, toml::ser::Error> {
    let mut files = Files::new();
    let mut document = serde_json::to_value(content).map_err(toml::ser::Error::custom)?;
    let requirements = document
        .get_mut("requirements")
        .and_then(Value::as_array_mut);
    for (entry, requirement) in requirements
        .into_iter()
        .flatten()
        .zip(&content.requirements)
    {
        if let (Some(table), Some(template)) = (entry.as_object_mut(), &requirement.template) {
            table.insert("template".to_owned(), template.file.clone().into());
            files.insert(template.file.clone(), template.text.clone().into_bytes());
        }
    }
    files.insert(
        DOCUMENT.to_owned(),
        toml::to_string_pretty(&document)?.into_bytes(),
    );
    Ok(files)
}
