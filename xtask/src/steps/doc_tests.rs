//! The examples in the documentation, only of crates that have any: linking them is slow.

use std::path::Path;

use serde_json::Value;

use crate::child::{self, Showing};
use crate::failure::Failure;
use crate::place::Place;
use crate::tally::{self, Tally};

/// True if any library has an example.
pub fn exist(place: &Place) -> bool {
    !crates_with_examples(place).is_empty()
}

/// Runs them.
///
/// # Errors
/// If cargo cannot be started.
pub fn run(place: &Place) -> Result<Tally, Failure> {
    let mut command = place.cargo();
    command.args(["test", "--doc", "--quiet"]);
    for name in crates_with_examples(place) {
        command.args(["--package", name]);
    }
    let ended = child::run(&mut command, Showing::AsItComes)?;
    Ok(tally::from_cargo_test(&ended.output).confirmed_by(ended.ending))
}

fn crates_with_examples(place: &Place) -> Vec<&str> {
    let packages = place.metadata["packages"].as_array();
    packages
        .into_iter()
        .flatten()
        .filter(|package| has_library(package))
        .filter_map(|package| {
            let manifest = Path::new(package["manifest_path"].as_str()?);
            let sources = manifest.parent()?.join("src");
            folder_has_example(&sources).then(|| package["name"].as_str())?
        })
        .collect()
}

fn has_library(package: &Value) -> bool {
    package["targets"]
        .as_array()
        .into_iter()
        .flatten()
        .any(|target| target["doctest"] == true)
}

fn folder_has_example(folder: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return false;
    };
    entries.flatten().any(|entry| {
        let path = entry.path();
        match path.is_dir() {
            true => folder_has_example(&path),
            false => std::fs::read_to_string(&path).is_ok_and(|text| has_example(&text)),
        }
    })
}

/// True if a doc comment opens a code block that rustdoc would compile.
fn has_example(source: &str) -> bool {
    let mut inside = false;
    for line in source.lines() {
        let line = line.trim_start();
        let Some(doc) = line
            .strip_prefix("///")
            .or_else(|| line.strip_prefix("//!"))
        else {
            inside = false;
            continue;
        };
        let Some(language) = doc.trim().strip_prefix("```") else {
            continue;
        };
        let opens = !inside;
        if opens && is_compiled(language) {
            return true;
        }
        inside = opens;
    }
    false
}

fn is_compiled(language: &str) -> bool {
    language.split(',').all(|word| {
        matches!(
            word.trim(),
            "" | "rust" | "no_run" | "should_panic" | "compile_fail" | "edition2024"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_block_in_a_doc_comment_is_an_example() {
        assert!(has_example(
            "/// Adds.\n///\n/// ```\n/// add(1, 2);\n/// ```\n"
        ));
        assert!(has_example("//! ```rust,no_run\n//! main();\n//! ```\n"));
    }

    #[test]
    fn a_block_in_another_language_is_none_nor_is_its_end() {
        assert!(!has_example(
            "/// ```text\n/// a -> b\n/// ```\nfn f() {}\n"
        ));
        assert!(!has_example(
            "/// ```json\n/// {}\n/// ```\n/// ```ignore\n/// x\n/// ```\n"
        ));
    }

    #[test]
    fn code_outside_doc_comments_is_none() {
        assert!(!has_example("// ```\nlet fence = \"```\";\n"));
    }
}
