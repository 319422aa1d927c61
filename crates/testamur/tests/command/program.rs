//! The built program in a folder of its own.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder in which the program runs.
pub struct Bench {
    folder: TempDir,
}

/// What the program answered.
pub struct Answer {
    pub code: i32,
    pub out: String,
    pub error: String,
}

impl Bench {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// One with an administrator and two published micro-credentials.
    pub fn with_an_installation() -> Self {
        let it = Self::new();
        it.write("password", "correct horse battery\n");
        it.run(&[
            "admin",
            "create",
            "--email",
            "ada@riverbend.example",
            "--name",
            "Ada Vale",
            "--organization",
        ])
        .refused("a value is required");
        let made = it.run(&[
            "admin",
            "create",
            "--email",
            "ada@riverbend.example",
            "--name",
            "Ada Vale",
            "--organization",
            "riverbend",
            "--organization-name",
            "Riverbend Unified",
            "--password-file",
            "password",
        ]);
        assert_eq!(made.code, 0, "{}", made.error);
        assert!(!made.out.contains("Password"), "{}", made.out);
        let done = it.import("wait-time-that-works");
        assert_eq!(done.code, 0, "{}", done.error);
        it
    }

    pub fn import(&self, name: &str) -> Answer {
        let package = demo(name);
        self.run(&[
            "import",
            package.to_str().unwrap(),
            "--organization",
            "riverbend",
        ])
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), text).unwrap();
    }

    pub fn run(&self, arguments: &[&str]) -> Answer {
        self.run_with(arguments, b"")
    }

    pub fn run_with(&self, arguments: &[&str], input: &[u8]) -> Answer {
        let mut child = Command::new(env!("CARGO_BIN_EXE_testamur"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("TESTAMUR_FOLDER")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that refuses its arguments reads nothing.
        let _ = child.stdin.take().unwrap().write_all(input);
        Answer::of(child.wait_with_output().unwrap())
    }
}

impl Answer {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            error: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The input could not be used, and this was said of it.
    pub fn refused(&self, said: &str) {
        assert_eq!(self.code, 2, "{} {}", self.out, self.error);
        assert!(self.error.contains(said), "{}", self.error);
    }
}

/// A package of the demo.
pub fn demo(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../demo/micro-credentials")
        .join(name)
        .canonicalize()
        .unwrap()
}
