//! Counting what passed and what failed, from the closing lines of the test runners we use.

use std::ops::AddAssign;

use crate::child::Ending;

/// How many checks passed and how many failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Checks that held.
    pub passed: usize,
    /// Checks that did not hold, or could not be made.
    pub failed: usize,
}

impl Tally {
    /// One check that held.
    pub const PASS: Self = Self {
        passed: 1,
        failed: 0,
    };
    /// One check that did not hold.
    pub const FAIL: Self = Self {
        passed: 0,
        failed: 1,
    };

    /// One check that is made by a program's exit code.
    pub fn of(ending: Ending) -> Self {
        match ending {
            Ending::Well => Self::PASS,
            Ending::Badly => Self::FAIL,
        }
    }

    /// True if nothing failed.
    pub fn is_clean(self) -> bool {
        self.failed == 0
    }

    /// What a runner's own count is worth given how its process ended: a runner that failed
    /// without counting a failure, or succeeded without counting anything, counts as one failure.
    pub fn confirmed_by(self, ending: Ending) -> Self {
        let counted_no_failure = self.failed == 0;
        let counted_nothing = self == Self::default();
        let missing = match ending {
            Ending::Well => usize::from(counted_nothing),
            Ending::Badly => usize::from(counted_no_failure),
        };
        Self {
            failed: self.failed + missing,
            ..self
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Reads nextest's closing line: `Summary [ 1.2s] 9 tests run: 7 passed (1 slow), 2 failed, 0 skipped`.
pub fn from_nextest(output: &str) -> Tally {
    let plain = without_colours(output);
    let Some(counts) = plain
        .lines()
        .rev()
        .filter(|line| line.trim_start().starts_with("Summary"))
        .find_map(|line| line.split_once("run:").map(|(_, counts)| counts))
    else {
        return Tally::default();
    };
    let mut tally = Tally::default();
    for (number, word) in counts.split(',').filter_map(number_and_word) {
        match word {
            "passed" => tally.passed += number,
            "skipped" => {}
            _ => tally.failed += number,
        }
    }
    tally
}

/// Adds up the closing lines of `cargo test`: `test result: ok. 3 passed; 0 failed; ...`, one per crate.
pub fn from_cargo_test(output: &str) -> Tally {
    let mut tally = Tally::default();
    for line in without_colours(output).lines() {
        let Some(counts) = line.trim_start().strip_prefix("test result:") else {
            continue;
        };
        for (number, word) in counts.split(['.', ';']).filter_map(number_and_word) {
            match word {
                "passed" => tally.passed += number,
                "failed" => tally.failed += number,
                _ => {}
            }
        }
    }
    tally
}

/// Reads the closing lines of node's test runner: `ℹ pass 3`, `ℹ fail 1`, `ℹ cancelled 0`.
pub fn from_node(output: &str) -> Tally {
    let mut tally = Tally::default();
    for line in without_colours(output).lines() {
        let Some(rest) = line.strip_prefix("ℹ ") else {
            continue;
        };
        match rest.split_once(' ') {
            Some(("pass", number)) => tally.passed = number.trim().parse().unwrap_or(0),
            Some(("fail" | "cancelled", number)) => {
                tally.failed += number.trim().parse::<usize>().unwrap_or(0);
            }
            _ => {}
        }
    }
    tally
}

/// Counts lines that begin with `ok ` or `not ok `.
pub fn from_ok_lines(output: &str) -> Tally {
    let mut tally = Tally::default();
    for line in output.lines() {
        if line.starts_with("ok ") {
            tally.passed += 1;
        } else if line.starts_with("not ok ") {
            tally.failed += 1;
        }
    }
    tally
}

/// `" 7 passed (1 slow)"` is 7 and "passed".
fn number_and_word(text: &str) -> Option<(usize, &str)> {
    let (number, rest) = text.trim().split_once(' ')?;
    let word = match rest.split_once(" (") {
        Some((word, _)) => word,
        None => rest,
    };
    Some((number.parse().ok()?, word.trim()))
}

/// The text without terminal colour sequences (ESC `[` ... `m`).
fn without_colours(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = after.split_once('m').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(passed: usize, failed: usize) -> Tally {
        Tally { passed, failed }
    }

    #[test]
    fn nextest_counts_time_outs_and_failed_starts_as_failures() {
        let output = "\
             PASS [   0.004s] domain it_holds\n\
             ────────────\n\
             \u{1b}[31;1m     Summary\u{1b}[0m [   9.1s] 12 tests run: 7 passed (1 slow), 3 failed, 1 timed out, 1 exec failed, 4 skipped\n\
             FAIL [   0.1s] domain it_does_not\n";
        assert_eq!(from_nextest(output), tally(7, 5));
    }

    #[test]
    fn nextest_counts_a_single_test() {
        let output = "     Summary [   0.010s] 1 test run: 1 passed, 0 skipped";
        assert_eq!(from_nextest(output), tally(1, 0));
    }

    #[test]
    fn a_build_that_failed_has_no_summary_and_counts_as_one_failure() {
        let counted = from_nextest("error[E0425]: cannot find value `x`");
        assert_eq!(counted.confirmed_by(Ending::Badly), tally(0, 1));
    }

    #[test]
    fn cargo_test_adds_up_the_crates() {
        let output = "\
test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.2s
test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.2s
";
        assert_eq!(from_cargo_test(output), tally(4, 2));
    }

    #[test]
    fn node_counts_cancelled_tests_as_failures() {
        let output = "✔ it holds (3ms)\nℹ tests 6\nℹ suites 0\nℹ pass 3\nℹ fail 1\nℹ cancelled 2\nℹ skipped 0\n";
        assert_eq!(from_node(output), tally(3, 3));
    }

    #[test]
    fn lines_of_ok_and_not_ok_are_counted() {
        let output = "ok signature\nnot ok status\nokay, next\nok context\n";
        assert_eq!(from_ok_lines(output), tally(2, 1));
    }

    #[test]
    fn a_runner_that_ran_nothing_has_failed() {
        assert_eq!(Tally::default().confirmed_by(Ending::Well), tally(0, 1));
    }

    #[test]
    fn a_runner_that_failed_after_counting_only_passes_has_failed() {
        assert_eq!(tally(5, 0).confirmed_by(Ending::Badly), tally(5, 1));
        assert_eq!(tally(5, 2).confirmed_by(Ending::Badly), tally(5, 2));
    }
}
