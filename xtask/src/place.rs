//! Where the workspace, its packages and its build folder are.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::child;
use crate::failure::Failure;

/// The workspace as cargo describes it.
#[derive(Debug)]
pub struct Place {
    /// The folder of the workspace.
    pub root: PathBuf,
    /// The folder for everything that is built or installed for the tests.
    pub target: PathBuf,
    /// What `cargo metadata --no-deps` says.
    pub metadata: Value,
}

impl Place {
    /// Asks cargo.
    ///
    /// # Errors
    /// If cargo cannot read the workspace.
    pub fn find() -> Result<Self, Failure> {
        let home = Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = child::answer(
            Command::new(cargo())
                .args(["metadata", "--no-deps", "--format-version", "1"])
                .current_dir(home),
        )?;
        let metadata: Value = serde_json::from_str(&text)
            .map_err(|error| Failure::new(format!("cargo metadata is not JSON: {error}")))?;
        let folder = |key: &str| {
            metadata
                .get(key)
                .and_then(Value::as_str)
                .map(PathBuf::from)
                .ok_or_else(|| Failure::new(format!("cargo metadata has no {key}")))
        };
        Ok(Self {
            root: folder("workspace_root")?,
            target: folder("target_directory")?,
            metadata,
        })
    }

    /// A program that cargo built in the dev profile.
    pub fn built(&self, profile_folder: &str, program: &str) -> PathBuf {
        self.target.join(profile_folder).join(program)
    }

    /// A folder of our own under the build folder; made if it is missing.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn own_folder(&self, name: &str) -> Result<PathBuf, Failure> {
        let folder = self.target.join("xtask").join(name);
        std::fs::create_dir_all(&folder)
            .map_err(Failure::during(format!("cannot make {}", folder.display())))?;
        Ok(folder)
    }

    /// A command that runs in the folder of the workspace.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// A cargo command in the folder of the workspace.
    pub fn cargo(&self) -> Command {
        self.command(cargo())
    }
}

/// The cargo that runs us, so that a toolchain chosen with `+` stays chosen.
fn cargo() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
