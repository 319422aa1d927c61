//! The same rooms on every floor: a thing is found by its room and its floor.

use std::collections::BTreeMap;
use std::path::Path;

use super::Breach;
use crate::failure::Failure;

/// The rooms of the house (ARCHITECTURE.md).
const ROOMS: [&str; 11] = [
    "assessors",
    "audit",
    "award",
    "catalogue",
    "evidence",
    "growth",
    "letters",
    "people",
    "pursuit",
    "recognition",
    "review",
];

/// The floors that have rooms.
const FLOORS: [&str; 4] = ["domain", "store", "app", "web"];

/// What every house has besides rooms; these names may stand on several floors.
const FURNITURE: [&str; 14] = [
    "api",
    "clock",
    "error",
    "health",
    "idempotency",
    "ids",
    "jobs",
    "keys",
    "lib",
    "limits",
    "metrics",
    "refusal",
    "tests",
    "time",
];

/// Names that say nothing about what is inside.
const EMPTY_WORDS: [&str; 8] = [
    "common", "data", "helper", "helpers", "manager", "misc", "util", "utils",
];

/// Modules at the top of the floors whose names break the rule.
///
/// # Errors
/// If a folder cannot be read.
pub fn breaches(root: &Path) -> Result<Vec<Breach>, Failure> {
    let mut modules = Vec::new();
    for floor in FLOORS {
        let folder = root.join("crates").join(floor).join("src");
        for name in module_names(&folder)? {
            modules.push((floor, name));
        }
    }
    Ok(judge(&modules))
}

fn module_names(folder: &Path) -> Result<Vec<String>, Failure> {
    let doing = format!("cannot read {}", folder.display());
    let entries = std::fs::read_dir(folder).map_err(Failure::during(&doing))?;
    let mut names = Vec::new();
    for entry in entries {
        let name = entry.map_err(Failure::during(&doing))?.file_name();
        let name = name.to_string_lossy();
        names.push(name.strip_suffix(".rs").unwrap_or(&name).to_owned());
    }
    names.sort();
    // A module can be a file beside a folder of the same name.
    names.dedup();
    Ok(names)
}

fn judge(modules: &[(&str, String)]) -> Vec<Breach> {
    let mut floors_of: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (floor, name) in modules {
        floors_of.entry(name).or_default().push(floor);
    }
    floors_of
        .iter()
        .filter_map(|(name, floors)| {
            let what = problem(name, floors)?;
            Some(Breach::new(
                format!("{name} in {}", floors.join(", ")),
                what,
            ))
        })
        .collect()
}

fn problem(name: &str, floors: &[&str]) -> Option<String> {
    if ROOMS.contains(&name) || FURNITURE.contains(&name) {
        return None;
    }
    if EMPTY_WORDS.contains(&name) {
        return Some("the name says nothing; name what is inside".to_owned());
    }
    if let Some(room) = ROOMS.iter().find(|room| differs_in_number(name, room)) {
        return Some(format!("the room is called {room}"));
    }
    let on_several_floors = floors.len() > 1;
    on_several_floors.then(|| {
        format!(
            "what stands on several floors is a room, and the rooms are {}",
            ROOMS.join(", ")
        )
    })
}

fn differs_in_number(one: &str, other: &str) -> bool {
    one.strip_suffix('s') == Some(other) || other.strip_suffix('s') == Some(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge_names(modules: &[(&str, &str)]) -> Vec<Breach> {
        let modules: Vec<(&str, String)> = modules
            .iter()
            .map(|(floor, name)| (*floor, (*name).to_owned()))
            .collect();
        judge(&modules)
    }

    #[test]
    fn rooms_and_furniture_are_fine_on_every_floor() {
        let found = judge_names(&[
            ("domain", "pursuit"),
            ("store", "pursuit"),
            ("domain", "ids"),
            ("web", "layout"),
        ]);
        assert_eq!(found, []);
    }

    #[test]
    fn a_room_has_one_name_only() {
        let found = judge_names(&[("web", "awards")]);
        assert_eq!(found.len(), 1);
        assert!(found[0].what.contains("called award"), "{}", found[0]);
    }

    #[test]
    fn a_name_on_two_floors_must_be_a_room() {
        assert_eq!(judge_names(&[("web", "dashboard")]), []);
        let found = judge_names(&[("web", "dashboard"), ("app", "dashboard")]);
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn a_name_that_says_nothing_is_refused() {
        assert_eq!(judge_names(&[("app", "utils")]).len(), 1);
    }
}
