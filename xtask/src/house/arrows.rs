//! Arrows between the crates of the workspace point one way.

use serde_json::Value;

use super::Breach;

/// For each shipped crate, the crates of ours that it may know.
const ALLOWED: [(&str, &[&str]); 8] = [
    (
        "testamur",
        &[
            "web",
            "app",
            "store",
            "domain",
            "credential",
            "media",
            "reliability",
        ],
    ),
    // Pages ask use cases: they never see a table or a signature being made.
    ("web", &["app", "domain"]),
    (
        "app",
        &["store", "domain", "credential", "media", "reliability"],
    ),
    ("store", &["domain"]),
    ("domain", &[]),
    ("credential", &[]),
    ("media", &[]),
    ("reliability", &[]),
];

/// Crates that run only on a developer's machine. They may know every crate below.
const NOT_SHIPPED: [&str; 4] = ["testkit", "throwaway", "xtask", "bare"];

/// The floors from bottom to top. Tests of a crate may use every lower floor, and the test kit.
const FLOORS: [&[&str]; 5] = [
    &["domain", "credential", "media", "reliability"],
    &["store"],
    &["app"],
    &["web"],
    &["testamur"],
];

/// Crates without database, network, async runtime or clock.
const PURE: [&str; 4] = ["domain", "credential", "media", "reliability"];

/// What gives a crate a database, a network or an async runtime.
const IMPURE: [&str; 18] = [
    "async-std",
    "axum",
    "axum-extra",
    "deadpool-postgres",
    "diesel",
    "hyper",
    "lettre",
    "object_store",
    "postgres",
    "reqwest",
    "rusqlite",
    "sea-orm",
    "smol",
    "sqlx",
    "tokio",
    "tokio-postgres",
    "tower-http",
    "ureq",
];

/// One dependency as a Cargo.toml states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Arrow<'a> {
    from: &'a str,
    to: &'a str,
    kind: Kind,
    place: Place,
}

/// What the dependency is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The crate itself, or its build script.
    Shipped,
    /// Its tests.
    Test,
}

/// Where the dependency comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Workspace,
    Registry,
}

/// All dependencies that break a rule, given what `cargo metadata --no-deps` says.
pub fn breaches(metadata: &Value) -> Vec<Breach> {
    let mut breaches: Vec<Breach> = arrows(metadata).iter().filter_map(breach).collect();
    breaches.extend(packages(metadata).filter_map(unknown_crate));
    breaches.sort();
    breaches.dedup();
    breaches
}

fn packages(metadata: &Value) -> impl Iterator<Item = &Value> {
    metadata["packages"].as_array().into_iter().flatten()
}

fn arrows(metadata: &Value) -> Vec<Arrow<'_>> {
    let mut arrows = Vec::new();
    for package in packages(metadata) {
        let from = package["name"].as_str().unwrap_or_default();
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            arrows.push(Arrow {
                from,
                to: dependency["name"].as_str().unwrap_or_default(),
                kind: match dependency["kind"].as_str() {
                    Some("dev") => Kind::Test,
                    _ => Kind::Shipped,
                },
                place: match dependency["path"].is_string() {
                    true => Place::Workspace,
                    false => Place::Registry,
                },
            });
        }
    }
    arrows
}

fn breach(arrow: &Arrow<'_>) -> Option<Breach> {
    let what = match arrow.place {
        Place::Registry => impure(arrow)?,
        Place::Workspace => wrong_way(arrow)?,
    };
    Some(Breach::new(format!("{} -> {}", arrow.from, arrow.to), what))
}

fn impure(arrow: &Arrow<'_>) -> Option<String> {
    let is_breach =
        arrow.kind == Kind::Shipped && PURE.contains(&arrow.from) && IMPURE.contains(&arrow.to);
    is_breach.then(|| {
        format!(
            "{} is pure: no database, network or async runtime",
            arrow.from
        )
    })
}

fn wrong_way(arrow: &Arrow<'_>) -> Option<String> {
    if NOT_SHIPPED.contains(&arrow.from) {
        return None;
    }
    match arrow.kind {
        Kind::Shipped => {
            let allowed = allowed(arrow.from);
            (!allowed.contains(&arrow.to)).then(|| match allowed {
                [] => "it may know no crate of ours".to_owned(),
                some => format!("it may know only {}", some.join(", ")),
            })
        }
        Kind::Test => {
            let fine =
                ["testkit", "throwaway"].contains(&arrow.to) || floor(arrow.to) < floor(arrow.from);
            (!fine).then(|| {
                "tests may use lower floors, testkit and throwaway, nothing else".to_owned()
            })
        }
    }
}

fn allowed(name: &str) -> &'static [&'static str] {
    ALLOWED
        .iter()
        .find(|(from, _)| *from == name)
        .map_or(&[], |(_, to)| to)
}

/// The floor of a crate; a crate that is on none is above all.
fn floor(name: &str) -> usize {
    FLOORS
        .iter()
        .position(|crates| crates.contains(&name))
        .unwrap_or(FLOORS.len())
}

fn unknown_crate(package: &Value) -> Option<Breach> {
    let name = package["name"].as_str().unwrap_or_default();
    let known = NOT_SHIPPED.contains(&name) || floor(name) < FLOORS.len();
    (!known).then(|| {
        Breach::new(
            name,
            "this crate has no floor: give it one in xtask's rules",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn dependency(name: &str, kind: Value, path: Value) -> Value {
        json!({ "name": name, "kind": kind, "path": path })
    }

    fn workspace(from: &str, dependencies: &[Value]) -> Value {
        json!({ "packages": [{ "name": from, "dependencies": dependencies }] })
    }

    fn shipped(from: &str, to: &str) -> Vec<Breach> {
        breaches(&workspace(
            from,
            &[dependency(to, Value::Null, json!("/crates"))],
        ))
    }

    fn for_tests(from: &str, to: &str) -> Vec<Breach> {
        breaches(&workspace(
            from,
            &[dependency(to, json!("dev"), json!("/crates"))],
        ))
    }

    #[test]
    fn pages_may_not_know_the_store_or_the_credential_library() {
        assert_eq!(shipped("web", "app"), []);
        assert_eq!(shipped("web", "store").len(), 1);
        assert_eq!(shipped("web", "credential").len(), 1);
    }

    #[test]
    fn a_lower_floor_may_not_know_a_higher_one() {
        for (from, to) in [
            ("domain", "store"),
            ("store", "app"),
            ("app", "web"),
            ("credential", "domain"),
            ("reliability", "domain"),
        ] {
            assert_eq!(shipped(from, to).len(), 1, "{from} -> {to}");
        }
    }

    #[test]
    fn the_test_kit_is_never_shipped() {
        assert_eq!(shipped("testamur", "testkit").len(), 1);
        assert_eq!(for_tests("domain", "testkit"), []);
        assert_eq!(shipped("testkit", "web"), []);
    }

    #[test]
    fn tests_may_look_down_but_not_up() {
        assert_eq!(for_tests("web", "store"), []);
        assert_eq!(for_tests("store", "web").len(), 1);
    }

    #[test]
    fn a_build_script_counts_as_shipped() {
        let metadata = workspace("web", &[dependency("store", json!("build"), json!("/c"))]);
        assert_eq!(breaches(&metadata).len(), 1);
    }

    #[test]
    fn a_pure_crate_has_no_async_runtime_and_no_database() {
        for impure in ["tokio", "rusqlite", "axum"] {
            let metadata = workspace("domain", &[dependency(impure, Value::Null, Value::Null)]);
            assert_eq!(breaches(&metadata).len(), 1, "{impure}");
        }
        let metadata = workspace("store", &[dependency("tokio", Value::Null, Value::Null)]);
        assert_eq!(breaches(&metadata), []);
    }

    #[test]
    fn a_crate_without_a_floor_is_named() {
        let found = breaches(&workspace("shortcut", &[]));
        assert_eq!(
            found.first().map(|breach| breach.at.as_str()),
            Some("shortcut")
        );
    }
}
