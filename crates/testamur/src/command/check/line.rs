//! One thing that was looked at.

use std::fmt;

use serde::Serialize;

/// How it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum State {
    /// As it should be.
    Ok,
    /// It works; somebody should look at it.
    Warning,
    /// It does not work, or is not safe.
    Wrong,
}

/// One thing, how it is, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Line {
    /// What was looked at.
    pub(super) about: &'static str,
    /// How it is.
    pub(super) state: State,
    /// What was found.
    pub(super) found: String,
    /// What to do; empty if nothing.
    pub(super) fix: String,
}

impl Line {
    pub(super) fn ok(about: &'static str, found: impl fmt::Display) -> Self {
        Self {
            about,
            state: State::Ok,
            found: found.to_string(),
            fix: String::new(),
        }
    }

    pub(super) fn warning(
        about: &'static str,
        found: impl fmt::Display,
        fix: impl fmt::Display,
    ) -> Self {
        Self {
            about,
            state: State::Warning,
            found: found.to_string(),
            fix: fix.to_string(),
        }
    }

    pub(super) fn wrong(
        about: &'static str,
        found: impl fmt::Display,
        fix: impl fmt::Display,
    ) -> Self {
        Self {
            about,
            state: State::Wrong,
            found: found.to_string(),
            fix: fix.to_string(),
        }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match self.state {
            State::Ok => "ok",
            State::Warning => "warning",
            State::Wrong => "wrong",
        };
        write!(f, "{state:8} {:14} {}", self.about, self.found)?;
        if self.fix.is_empty() {
            Ok(())
        } else {
            write!(f, "\n{:24}{}", "", self.fix)
        }
    }
}
