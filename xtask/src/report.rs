//! The summary: one line a step, then the line that counts.

use std::fmt::Write;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::tally::Tally;

/// What one step came to.
#[derive(Debug)]
struct Row {
    name: &'static str,
    tally: Tally,
    took: Duration,
}

/// The steps so far.
#[derive(Debug, Default)]
pub struct Report {
    rows: Vec<Row>,
}

impl Report {
    /// Does one step, measures it, and counts a step that could not be done as one failure.
    pub fn step(&mut self, name: &'static str, work: impl FnOnce() -> Result<Tally, Failure>) {
        println!("\n== {name}");
        let start = Instant::now();
        let tally = work().unwrap_or_else(|failure| {
            println!("{name}: {failure}");
            Tally::FAIL
        });
        let took = start.elapsed();
        println!(
            "{name}: {} passed, {} failed in {}",
            tally.passed,
            tally.failed,
            seconds(took)
        );
        self.rows.push(Row { name, tally, took });
    }

    /// All steps together.
    pub fn total(&self) -> Tally {
        let mut total = Tally::default();
        for row in &self.rows {
            total += row.tally;
        }
        total
    }

    /// The table, and the closing line alone on the last line.
    pub fn summary(&self) -> String {
        let total = self.total();
        let took = self.rows.iter().map(|row| row.took).sum();
        let mut text = line("step", "passed", "failed", "time");
        for Row { name, tally, took } in &self.rows {
            text += &line(name, tally.passed, tally.failed, seconds(*took));
        }
        text += &line("all", total.passed, total.failed, seconds(took));
        // Writing to a String does not fail.
        let _ = write!(text, "\n{} passed, {} failed", total.passed, total.failed);
        text
    }
}

fn line(name: &str, passed: impl ToString, failed: impl ToString, took: impl AsRef<str>) -> String {
    format!(
        "{name:<18}{:>8}{:>8}{:>10}\n",
        passed.to_string(),
        failed.to_string(),
        took.as_ref()
    )
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_ends_with_the_counts_alone_on_a_line() {
        let mut report = Report::default();
        report.step("first", || {
            Ok(Tally {
                passed: 3,
                failed: 1,
            })
        });
        report.step("second", || Ok(Tally::PASS));
        assert_eq!(
            report.summary().lines().next_back(),
            Some("4 passed, 1 failed")
        );
    }

    #[test]
    fn a_step_that_could_not_be_done_is_a_failure() {
        let mut report = Report::default();
        report.step("browser", || Err(Failure::new("no browser")));
        assert_eq!(report.total(), Tally::FAIL);
    }
}
