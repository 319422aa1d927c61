//! `cargo xtask test | lint | bench`.

#![allow(
    clippy::print_stdout,
    reason = "a command for developers: what it finds belongs on standard output"
)]

use std::process::ExitCode;

use xtask::arguments::{Order, USAGE};
use xtask::failure::Failure;
use xtask::place::Place;
use xtask::{bench, steps};

fn main() -> ExitCode {
    let order = match Order::parse(std::env::args().skip(1)) {
        Ok(order) => order,
        Err(problem) => {
            eprintln!("{problem}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match carry_out(order) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

/// Carries out one order; the answer says whether everything passed.
fn carry_out(order: Order) -> Result<bool, Failure> {
    let place = Place::find()?;
    match order {
        Order::Help => {
            println!("{USAGE}");
            Ok(true)
        }
        Order::Test => Ok(steps::test(&place)),
        Order::QuickTest => Ok(steps::quick_test(&place)),
        Order::Browser => Ok(steps::browser_only(&place)),
        Order::Lint => Ok(steps::lint_only(&place)),
        Order::BenchCredentials(wish) => bench::credentials::run(&place, wish).map(|()| true),
        Order::Bench(wish) => bench::run(&place, wish).map(|()| true),
    }
}
