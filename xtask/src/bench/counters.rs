//! What the product counts about itself.

use super::http::{Connection, Request};
use super::load::Script;
use crate::failure::Failure;

/// The counter of statements that the store has run.
const STATEMENTS: &str = "testamur_store_statements_total";

/// Where the counters are shown.
const METRICS: &str = "/metrics";

/// How often a request is repeated to find its number of queries. Work in the background can
/// only add to a count, so the smallest counts.
pub const TRIES: usize = 5;

/// Queries that one request needs, or nothing if the product does not say.
///
/// # Errors
/// If the connection breaks.
pub fn queries(connection: &mut Connection, script: &mut Script) -> Result<Option<u64>, Failure> {
    let mut smallest = None;
    let mut last = None;
    for _ in 0..TRIES {
        let before = statements(connection)?;
        last = Some(connection.ask(&script(last.as_ref()))?);
        let after = statements(connection)?;
        let (Some(before), Some(after)) = (before, after) else {
            return Ok(None);
        };
        let count = after.saturating_sub(before);
        smallest = Some(smallest.map_or(count, |least: u64| least.min(count)));
    }
    Ok(smallest)
}

fn statements(connection: &mut Connection) -> Result<Option<u64>, Failure> {
    let answer = connection.ask(&Request::get(METRICS))?;
    Ok(sum(&answer.text(), STATEMENTS))
}

/// Adds up a counter over its labels; nothing if it is not there.
fn sum(metrics: &str, counter: &str) -> Option<u64> {
    metrics
        .lines()
        .filter_map(|line| {
            let rest = line.strip_prefix(counter)?;
            let is_whole_name = rest.starts_with(['{', ' ']);
            let value = rest.rsplit(' ').next()?;
            is_whole_name.then(|| value.parse::<u64>().ok())?
        })
        .reduce(|left, right| left + right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_counter_is_added_up_over_its_labels() {
        let metrics = "# TYPE q counter\nq{kind=\"read\"} 3\nq{kind=\"write\"} 4\nq_other 9\n";
        assert_eq!(sum(metrics, "q"), Some(7));
        assert_eq!(sum(metrics, "missing"), None);
    }
}
