//! The files of the demo district, as they are built into the program.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;

use crate::world::Unusable;

include!(concat!(env!("OUT_DIR"), "/demo_files.rs"));

/// A mistake in the files of the demo.
pub(super) fn mistake(path: &str, reason: impl std::fmt::Display) -> Unusable {
    Unusable::Refused(format!("the demo district: {path}: {reason}"))
}

/// The bytes of a file.
pub(super) fn bytes(path: &str) -> Result<&'static [u8], Unusable> {
    let found = ALL.iter().find(|(name, _)| *name == path);
    found
        .map(|(_, bytes)| *bytes)
        .ok_or_else(|| mistake(path, "there is no such file"))
}

/// The text of a file.
pub(super) fn text(path: &str) -> Result<&'static str, Unusable> {
    std::str::from_utf8(bytes(path)?).map_err(|error| mistake(path, error))
}

/// What a TOML file says; unknown keys are mistakes.
pub(super) fn read<T: DeserializeOwned>(path: &str) -> Result<T, Unusable> {
    toml::from_str(text(path)?).map_err(|error| mistake(path, error))
}

/// The names of the files in a folder, without the folder.
pub(super) fn names(folder: &str) -> impl Iterator<Item = &'static str> {
    ALL.iter()
        .filter_map(move |(path, _)| path.strip_prefix(folder)?.strip_prefix('/'))
}

/// The folders directly in a folder, in the order of the alphabet.
pub(super) fn folders(folder: &str) -> BTreeSet<&'static str> {
    names(folder)
        .filter_map(|name| name.split_once('/'))
        .map(|(first, _)| first)
        .collect()
}
