//! Issuing and verifying a badge, beside the JavaScript stack that most wallets are built on.
//!
//! Both get the same badge, the same contexts and the same status list, in turn (A B A B); what is compared is
//! processor time, and only within one run.

use std::path::Path;
use std::process::Command;

use super::load::median;
use crate::arguments::BenchWish;
use crate::child::{self, Ending, Showing};
use crate::failure::Failure;
use crate::place::Place;

/// What is measured, by the names that both programs print.
const WORK: [&str; 2] = ["issue", "verify"];
/// Badges of ours for each badge of the other stack: enough for the clock of the processor.
const OURS_FOR_THEIRS: usize = 40;
/// One badge of theirs for so many requests that were wished for.
const REQUESTS_FOR_A_BADGE: usize = 10;

/// Builds the example in release, measures both in turn, prints the ratios.
///
/// # Errors
/// If a program does not build, start, or print what it is asked for.
pub fn run(place: &Place, wish: BenchWish) -> Result<(), Failure> {
    let programs = place.root.join("interop/node_modules");
    if !programs.is_dir() {
        return Err(Failure::new(
            "the JavaScript stack is not installed: run `npm ci` in interop",
        ));
    }
    build(place)?;
    let folder = place.own_folder("bench")?.join("badge");
    let sample = place.built("release", "examples/sample_badge");
    must(Command::new(sample).arg(&folder))?;
    let theirs = (wish.requests / REQUESTS_FOR_A_BADGE).max(1);
    let ours = theirs * OURS_FOR_THEIRS;
    let mut rounds = Vec::new();
    for round in 1..=wish.rounds {
        println!("round {round} of {} ...", wish.rounds);
        rounds.push(Round {
            theirs: their_rates(place, &folder.join("valid"), theirs)?,
            ours: our_rates(place, ours)?,
        });
    }
    println!("\n{}", render(&rounds));
    Ok(())
}

/// Badges for a second of processor time, in the order of [`WORK`].
type Rates = [f64; WORK.len()];

struct Round {
    theirs: Rates,
    ours: Rates,
}

fn build(place: &Place) -> Result<(), Failure> {
    let mut command = place.cargo();
    command.args([
        "build",
        "--release",
        "--package",
        "credential",
        "--examples",
    ]);
    must(&mut command).map(|_| ())
}

fn our_rates(place: &Place, count: usize) -> Result<Rates, Failure> {
    let program = place.built("release", "examples/speed");
    rates(&must(Command::new(program).arg(count.to_string()))?, count)
}

fn their_rates(place: &Place, badge: &Path, count: usize) -> Result<Rates, Failure> {
    let mut command = place.command("node");
    command
        .arg("interop/speed.mjs")
        .arg(badge)
        .arg(count.to_string());
    rates(&must(&mut command)?, count)
}

fn must(command: &mut Command) -> Result<String, Failure> {
    let ended = child::run(command, Showing::IfItFails)?;
    match ended.ending {
        Ending::Well => Ok(ended.output),
        Ending::Badly => Err(Failure::new(format!("{command:?} ended badly"))),
    }
}

/// Reads `issue SECONDS` and `verify SECONDS`.
fn rates(output: &str, count: usize) -> Result<Rates, Failure> {
    let mut rates = Rates::default();
    for (rate, work) in rates.iter_mut().zip(WORK) {
        let seconds: Option<f64> = output
            .lines()
            .filter_map(|line| line.strip_prefix(work))
            .find_map(|rest| rest.trim().parse().ok());
        *rate = match seconds {
            Some(seconds) if seconds > 0.0 => count as f64 / seconds,
            _ => return Err(Failure::new(format!("no time for {work} in: {output}"))),
        };
    }
    Ok(rates)
}

fn render(rounds: &[Round]) -> String {
    let mut text = format!(
        "{:<10}{:>16}{:>12}{:>9}\n",
        "", "@digitalbazaar", "ours", "ratio"
    );
    for (at, work) in WORK.iter().enumerate() {
        let middle = |pick: fn(&Round) -> Rates| {
            median(&mut rounds.iter().map(|it| pick(it)[at]).collect::<Vec<_>>())
        };
        let (theirs, ours) = (middle(|it| it.theirs), middle(|it| it.ours));
        text.push_str(&format!(
            "{work:<10}{theirs:>14.0}/s{ours:>10.0}/s{:>9.1}\n",
            ours / theirs
        ));
    }
    text.push_str(
        "Badges for a second of processor time, medians of the rounds; ratio: ours by theirs.",
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_become_rates_in_the_order_of_the_work() {
        let found = rates("verify 0.5\nissue 2\n", 10).unwrap();
        assert_eq!(found, [5.0, 20.0]);
    }

    #[test]
    fn a_missing_or_empty_time_is_no_rate() {
        assert!(rates("issue 2\n", 10).is_err());
        assert!(rates("issue 2\nverify 0\n", 10).is_err());
    }

    #[test]
    fn the_table_divides_medians() {
        let round = |theirs: f64, ours: f64| Round {
            theirs: [theirs, theirs],
            ours: [ours, ours],
        };
        let text = render(&[round(10.0, 400.0), round(20.0, 900.0), round(40.0, 800.0)]);
        assert!(text.contains("20/s") && text.contains("800/s"), "{text}");
        assert!(text.contains("40.0"), "{text}");
    }
}
