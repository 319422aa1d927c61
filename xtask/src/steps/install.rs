//! Installing what the steps need, each thing only when it is missing or out of date.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::debian;
use crate::child::{self, Ending, Showing};
use crate::failure::Failure;
use crate::place::Place;
use crate::tally::Tally;

/// The oldest Node.js that the browser tests run on.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Folders with a `package.json`.
const NODE_FOLDERS: [&str; 2] = ["e2e", "interop"];

/// For `cargo xtask test`. Installing passes nothing and fails only what it could not do, so
/// that the tally counts checks.
///
/// # Errors
/// The sentences of everything that could not be installed.
pub fn everything(place: &Place) -> Result<Tally, Failure> {
    together([
        debian::install_missing(),
        node_packages(place),
        tools(place).map(drop),
        verifier_python(place).map(drop),
        s3_server(place).map(drop),
    ])
}

/// For the browser tests alone.
///
/// # Errors
/// The sentences of everything that could not be installed.
pub fn for_browser(place: &Place) -> Result<Tally, Failure> {
    together([
        debian::install_missing(),
        node_packages(place),
        verifier_python(place).map(drop),
    ])
}

/// For the checks.
///
/// # Errors
/// If the tools cannot be installed.
pub fn for_lint(place: &Place) -> Result<Tally, Failure> {
    together([tools(place).map(drop)])
}

fn together<const N: usize>(results: [Result<(), Failure>; N]) -> Result<Tally, Failure> {
    let problems: Vec<String> = results
        .into_iter()
        .filter_map(Result::err)
        .map(|failure| failure.to_string())
        .collect();
    match problems.is_empty() {
        true => Ok(Tally::default()),
        false => Err(Failure::new(problems.join("\n"))),
    }
}

/// The folder of the developers' tools (typos, cargo-deny, and cargo-nextest where it is missing).
///
/// # Errors
/// If they cannot be installed.
pub fn tools(place: &Place) -> Result<PathBuf, Failure> {
    python_environment(place, "tools", &place.root.join("xtask/requirements.txt"))
}

/// The folder of the S3 server that the Rust tests use.
///
/// # Errors
/// If its packages cannot be installed.
pub fn s3_server(place: &Place) -> Result<PathBuf, Failure> {
    python_environment(place, "s3", &place.root.join("xtask/s3-requirements.txt"))
}

/// The folder of the Python that runs `interop/verify.py`.
///
/// # Errors
/// If its packages cannot be installed.
pub fn verifier_python(place: &Place) -> Result<PathBuf, Failure> {
    python_environment(
        place,
        "verifiers",
        &place.root.join("interop/requirements.txt"),
    )
}

/// Makes a virtual environment with exactly the listed packages; gives its folder of programs.
/// The list is copied into it at the end, so that one that was interrupted is made anew.
fn python_environment(place: &Place, name: &str, list: &Path) -> Result<PathBuf, Failure> {
    let folder = place.own_folder(name)?.join("venv");
    let programs = folder.join("bin");
    let wanted = std::fs::read_to_string(list)
        .map_err(Failure::during(format!("cannot read {}", list.display())))?;
    let stamp = folder.join("installed.txt");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(programs);
    }
    println!("installing {}", list.display());
    must(
        Command::new("python3")
            .args(["-m", "venv", "--clear"])
            .arg(&folder),
    )?;
    must(
        Command::new(programs.join("pip"))
            .args(["install", "--quiet", "--disable-pip-version-check", "-r"])
            .arg(list),
    )?;
    std::fs::write(&stamp, wanted)
        .map_err(Failure::during(format!("cannot write {}", stamp.display())))?;
    Ok(programs)
}

fn node_packages(place: &Place) -> Result<(), Failure> {
    check_node()?;
    for folder in NODE_FOLDERS {
        let folder = place.root.join(folder);
        let lock = folder.join("package-lock.json");
        if !lock.is_file() || is_newer(&folder.join("node_modules/.package-lock.json"), &lock) {
            continue;
        }
        println!("installing the packages of {}", folder.display());
        must(
            Command::new("npm")
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                .current_dir(&folder),
        )?;
    }
    Ok(())
}

/// True if the first file exists and was changed after the second.
fn is_newer(file: &Path, than: &Path) -> bool {
    let changed = |path: &Path| std::fs::metadata(path).and_then(|found| found.modified());
    matches!((changed(file), changed(than)), (Ok(file), Ok(than)) if file > than)
}

fn check_node() -> Result<(), Failure> {
    let (major, minor) = OLDEST_NODE;
    let wanted = format!("Node.js {major}.{minor} or newer with npm is needed for browser tests");
    let found = child::answer(Command::new("node").arg("--version"))
        .map_err(|failure| Failure::new(format!("{wanted}: {failure}")))?;
    match version(&found) {
        Some(version) if version >= OLDEST_NODE => Ok(()),
        _ => Err(Failure::new(format!("{wanted}; this is {}", found.trim()))),
    }
}

/// `v20.20.2` is (20, 20).
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().strip_prefix('v')?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

fn must(command: &mut Command) -> Result<(), Failure> {
    let shown = format!("{command:?}");
    match child::run(command, Showing::IfItFails)?.ending {
        Ending::Well => Ok(()),
        Ending::Badly => Err(Failure::new(format!("failed: {shown}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_node_compare_by_number() {
        assert_eq!(version("v20.20.2\n"), Some((20, 20)));
        assert!(version("v9.11.2") < Some(OLDEST_NODE));
        assert!(version("v100.0.0") > Some(OLDEST_NODE));
        assert_eq!(version("not a version"), None);
    }

    #[test]
    fn everything_that_could_not_be_installed_is_told_at_once() {
        let failure = together([
            Err(Failure::new("no browser")),
            Ok(()),
            Err(Failure::new("no database")),
        ])
        .unwrap_err();
        assert_eq!(failure.to_string(), "no browser\nno database");
    }
}
