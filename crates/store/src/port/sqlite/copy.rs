//! Copying a whole database file while it is in use.

use std::{path::Path, thread, time::Duration};

use rusqlite::{
    Connection, OpenFlags,
    backup::{Backup, StepResult},
};

/// How long to wait before a locked file is tried again.
const PAUSE: Duration = Duration::from_millis(25);

/// Why there is no copy.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotCopied {
    /// Another process kept the file to itself.
    #[error(
        "another process has kept the database locked for {} s; end it, then try again",
        .0.as_secs_f32()
    )]
    Locked(Duration),
    /// SQLite's own words.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
}

/// Copies every page as of one moment; the target is complete when this answers `Ok`.
pub(super) fn copy(source: &Path, target: &Path, patience: Duration) -> Result<(), NotCopied> {
    const EVERY_PAGE: i32 = -1;
    let source = Connection::open_with_flags(source, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut target = Connection::open(target)?;
    // Waiting is counted here alone.
    source.busy_timeout(Duration::ZERO)?;
    target.busy_timeout(Duration::ZERO)?;
    let backup = Backup::new(&source, &mut target)?;
    finish(|| backup.step(EVERY_PAGE), thread::sleep, patience)?;
    drop(backup);
    target.close().map_err(|(_, error)| error.into())
}

/// Steps until the copy is done. A step that finds the file locked is no error of SQLite's, and has
/// copied nothing.
fn finish(
    mut step: impl FnMut() -> rusqlite::Result<StepResult>,
    mut wait: impl FnMut(Duration),
    patience: Duration,
) -> Result<(), NotCopied> {
    let mut waited = Duration::ZERO;
    loop {
        match step()? {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            _ if waited >= patience => return Err(NotCopied::Locked(waited)),
            _ => {
                wait(PAUSE);
                waited += PAUSE;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many steps and waits it took, and how it ended.
    fn played(answers: &[StepResult], patience: Duration) -> (usize, usize, bool) {
        let (mut steps, mut waits) = (0, 0);
        let step = || {
            steps += 1;
            Ok(answers.get(steps - 1).copied().unwrap_or(StepResult::Busy))
        };
        let ended = finish(step, |_| waits += 1, patience);
        (steps, waits, ended.is_ok())
    }

    #[test]
    fn a_copy_goes_on_until_sqlite_says_that_it_is_done() {
        use StepResult::{Busy, Done, Locked, More};
        assert_eq!(played(&[Done], PAUSE), (1, 0, true));
        assert_eq!(played(&[More, More, Done], PAUSE), (3, 0, true));
        assert_eq!(played(&[Busy, Locked, Done], PAUSE * 2), (3, 2, true));
    }

    #[test]
    fn a_file_that_stays_locked_is_given_up_after_a_bounded_time() {
        assert_eq!(played(&[], PAUSE * 3), (4, 3, false));
        assert_eq!(played(&[StepResult::Locked], Duration::ZERO), (1, 0, false));
    }
}
