//! What a developer may ask for on the command line.

/// The help text.
pub const USAGE: &str = "\
Usage: cargo xtask COMMAND

  test             install what is missing, check, run every test, print a summary
  test --quick     the Rust tests only, for the inner loop
  browser          only the browser tests, and the credentials they earn
  lint             fmt, clippy, typos, cargo-deny
  bench            ratios to a bare page server in the same run
    --rounds N     rounds of A B A B (default 5)
    --requests N   requests of each side in each round (default 600)
  bench credentials  a badge issued and verified, as ratios to npm @digitalbazaar/vc in the same run";

/// One command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Everything.
    Test,
    /// The Rust tests alone.
    QuickTest,
    /// The browser tests alone.
    Browser,
    /// The checks that need no test to run.
    Lint,
    /// The measurements.
    Bench(BenchWish),
    /// The measurements of the credential core.
    BenchCredentials(BenchWish),
    /// The help text.
    Help,
}

/// How much `bench` measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BenchWish {
    /// Rounds, each of them bare server then product.
    pub rounds: usize,
    /// Requests of each side in each round and scenario.
    pub requests: usize,
}

impl Default for BenchWish {
    fn default() -> Self {
        Self {
            rounds: 5,
            requests: 600,
        }
    }
}

/// Bounds on both numbers of [`BenchWish`], so that a slip of the finger ends by itself.
const MOST_ROUNDS: usize = 50;
const MOST_REQUESTS: usize = 20_000;

impl Order {
    /// Reads the words after `cargo xtask`.
    ///
    /// # Errors
    /// A sentence that names the word that was not understood.
    pub fn parse(words: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let words: Vec<String> = words.into_iter().collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            [] | ["help" | "--help" | "-h"] => Ok(Self::Help),
            ["test"] => Ok(Self::Test),
            ["test", "--quick"] => Ok(Self::QuickTest),
            ["browser"] => Ok(Self::Browser),
            ["lint"] => Ok(Self::Lint),
            ["bench", "credentials", options @ ..] => {
                parse_bench(options).map(Self::BenchCredentials)
            }
            ["bench", options @ ..] => parse_bench(options).map(Self::Bench),
            other => Err(format!("Not understood: {}", other.join(" "))),
        }
    }
}

fn parse_bench(options: &[&str]) -> Result<BenchWish, String> {
    let mut wish = BenchWish::default();
    let mut rest = options;
    while let [name, value, tail @ ..] = rest {
        match *name {
            "--rounds" => wish.rounds = number(name, value, MOST_ROUNDS)?,
            "--requests" => wish.requests = number(name, value, MOST_REQUESTS)?,
            other => return Err(format!("Not understood: {other}")),
        }
        rest = tail;
    }
    match rest {
        [] => Ok(wish),
        [lonely, ..] => Err(format!("{lonely} needs a value")),
    }
}

fn number(name: &str, value: &str, most: usize) -> Result<usize, String> {
    match value.parse() {
        Ok(number) if (1..=most).contains(&number) => Ok(number),
        _ => Err(format!(
            "{name} takes a number from 1 to {most}, not {value}"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Order, String> {
        Order::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn every_command_of_the_help_text_is_understood() {
        assert_eq!(parse("test"), Ok(Order::Test));
        assert_eq!(parse("test --quick"), Ok(Order::QuickTest));
        assert_eq!(parse("browser"), Ok(Order::Browser));
        assert_eq!(parse("lint"), Ok(Order::Lint));
        assert_eq!(parse(""), Ok(Order::Help));
    }

    #[test]
    fn bench_takes_both_numbers_in_any_order() {
        let wish = BenchWish {
            rounds: 3,
            requests: 40,
        };
        assert_eq!(
            parse("bench --requests 40 --rounds 3"),
            Ok(Order::Bench(wish))
        );
    }

    #[test]
    fn bench_of_credentials_takes_the_same_numbers() {
        let wish = BenchWish {
            rounds: 2,
            ..BenchWish::default()
        };
        let order = parse("bench credentials --rounds 2");
        assert_eq!(order, Ok(Order::BenchCredentials(wish)));
    }

    #[test]
    fn a_number_out_of_bounds_is_refused_with_the_bounds() {
        let problem = parse("bench --rounds 1000000").unwrap_err();
        assert!(problem.contains("from 1 to 50"), "{problem}");
    }

    #[test]
    fn an_unknown_word_is_named() {
        assert_eq!(parse("tset"), Err("Not understood: tset".to_owned()));
        assert_eq!(
            parse("bench --rounds"),
            Err("--rounds needs a value".to_owned())
        );
    }
}
