//! Running another program: what it said, and how it ended.

use std::io::{IsTerminal, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use crate::failure::Failure;

/// How a program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// With exit code 0.
    Well,
    /// With another exit code, or by a signal.
    Badly,
}

/// When a program's output is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Showing {
    /// While the program runs.
    AsItComes,
    /// After it ended badly.
    IfItFails,
}

/// A program that has ended.
#[derive(Debug)]
pub struct Ended {
    /// How.
    pub ending: Ending,
    /// Standard output and standard error as they came, at most the last [`MOST_KEPT`] bytes.
    pub output: String,
}

/// Bytes of output that are kept for counting and for the report of a failure.
pub const MOST_KEPT: usize = 8 << 20;

/// Lines of output that are shown after a failure.
const MOST_LINES_SHOWN: usize = 400;

/// True if a person is watching.
pub fn is_watched() -> bool {
    std::io::stdout().is_terminal()
}

/// Runs a program to its end, with no standard input.
///
/// # Errors
/// If the program cannot be started.
pub fn run(command: &mut Command, showing: Showing) -> Result<Ended, Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(Failure::during(format!("cannot start {name}")))?;
    let kept = Arc::new(Mutex::new(Vec::new()));
    let listeners = listen(&mut child, &kept, showing);
    let status = child
        .wait()
        .map_err(Failure::during(format!("cannot wait for {name}")))?;
    for listener in listeners {
        if listener.join().is_err() {
            return Err(Failure::new(format!("cannot read what {name} says")));
        }
    }
    let bytes = std::mem::take(&mut *kept.lock().unwrap_or_else(PoisonError::into_inner));
    let output = String::from_utf8_lossy(&bytes).into_owned();
    let ending = match status.success() {
        true => Ending::Well,
        false => Ending::Badly,
    };
    if (ending, showing) == (Ending::Badly, Showing::IfItFails) {
        println!("{}", last_lines(&output, MOST_LINES_SHOWN));
    }
    Ok(Ended { ending, output })
}

/// Runs a program that must succeed and gives back what it wrote on standard output.
///
/// # Errors
/// If it cannot be started, or ends badly; then with what it wrote on standard error.
pub fn answer(command: &mut Command) -> Result<String, Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(Failure::during(format!("cannot start {name}")))?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(Failure::new(format!(
            "{name} ended with {}: {}",
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        ))),
    }
}

fn listen(child: &mut Child, kept: &Arc<Mutex<Vec<u8>>>, showing: Showing) -> Vec<JoinHandle<()>> {
    let mut listeners = Vec::new();
    if let Some(out) = child.stdout.take() {
        let kept = Arc::clone(kept);
        listeners.push(std::thread::spawn(move || copy(out, &kept, showing)));
    }
    if let Some(err) = child.stderr.take() {
        let kept = Arc::clone(kept);
        listeners.push(std::thread::spawn(move || copy(err, &kept, showing)));
    }
    listeners
}

/// Both streams go to standard output, so that they stay in order in a log.
fn copy(mut from: impl Read, kept: &Mutex<Vec<u8>>, showing: Showing) {
    let mut chunk = [0; 8192];
    while let Ok(length @ 1..) = from.read(&mut chunk) {
        let Some(new) = chunk.get(..length) else {
            return;
        };
        if showing == Showing::AsItComes {
            let mut out = std::io::stdout().lock();
            // A closed terminal must not stop the tests.
            let _ = out.write_all(new).and_then(|()| out.flush());
        }
        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.extend_from_slice(new);
        let surplus = kept.len().saturating_sub(MOST_KEPT);
        kept.drain(..surplus);
    }
}

fn last_lines(text: &str, most: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let from = lines.len().saturating_sub(most);
    lines.get(from..).unwrap_or_default().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn both_streams_of_a_program_are_kept() {
        let ended = run(&mut shell("echo out; echo err >&2"), Showing::IfItFails).unwrap();
        assert_eq!(ended.ending, Ending::Well);
        assert!(ended.output.contains("out\n") && ended.output.contains("err\n"));
    }

    #[test]
    fn an_exit_code_other_than_zero_is_a_bad_ending() {
        let ended = run(&mut shell("exit 3"), Showing::IfItFails).unwrap();
        assert_eq!(ended.ending, Ending::Badly);
    }

    #[test]
    fn a_program_that_does_not_exist_is_named() {
        let failure = answer(&mut Command::new("no-such-program-here")).unwrap_err();
        assert!(failure.to_string().contains("no-such-program-here"));
    }

    #[test]
    fn only_the_last_lines_of_a_long_output_are_shown() {
        assert_eq!(last_lines("a\nb\nc\n", 2), "b\nc");
        assert_eq!(last_lines("a", 2), "a");
    }
}
