//! The table of ratios.

use std::fmt::Write;

use super::load::{Measured, median};

/// One scenario on both sides, all rounds.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What was asked for.
    pub name: &'static str,
    /// Rounds of the bare server.
    pub bare: Vec<Measured>,
    /// Rounds of the product.
    pub product: Vec<Measured>,
    /// Queries that the product runs for one request, if it says.
    pub queries: Option<u64>,
}

/// Medians over the rounds. A ratio compares costs: 2.0 means that the product needs twice what
/// the bare server needs.
pub fn render(rows: &[Row]) -> String {
    let mut text = format!(
        "{:<18}{:>12}{:>12}{:>9}{:>12}{:>12}{:>9}{:>11}{:>9}\n",
        "",
        "bare req/s",
        "ours req/s",
        "ratio",
        "bare cpu",
        "ours cpu",
        "ratio",
        "ours half",
        "queries"
    );
    for row in rows {
        let (bare, ours) = (middle(&row.bare), middle(&row.product));
        let queries = row
            .queries
            .map_or("?".to_owned(), |count| count.to_string());
        // Writing to a String does not fail.
        let _ = writeln!(
            text,
            "{:<18}{:>12.0}{:>12.0}{:>9.2}{:>9.0} µs{:>9.0} µs{:>9.2}{:>8.0} µs{:>9}",
            row.name,
            bare.per_second,
            ours.per_second,
            bare.per_second / ours.per_second,
            bare.cpu_micros,
            ours.cpu_micros,
            ours.cpu_micros / bare.cpu_micros,
            ours.median_micros,
            queries,
        );
    }
    text
}

fn middle(rounds: &[Measured]) -> Measured {
    let of = |pick: fn(&Measured) -> f64| median(&mut rounds.iter().map(pick).collect::<Vec<_>>());
    Measured {
        per_second: of(|round| round.per_second),
        cpu_micros: of(|round| round.cpu_micros),
        median_micros: of(|round| round.median_micros),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(per_second: f64, cpu_micros: f64) -> Measured {
        Measured {
            per_second,
            cpu_micros,
            median_micros: 1.0,
        }
    }

    #[test]
    fn ratios_are_of_medians_and_say_how_much_dearer_the_product_is() {
        let text = render(&[Row {
            name: "catalogue",
            bare: vec![
                round(8000.0, 100.0),
                round(9000.0, 100.0),
                round(1.0, 100.0),
            ],
            product: vec![round(4000.0, 250.0)],
            queries: Some(7),
        }]);
        let line = text.lines().nth(1).unwrap();
        let words: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(words.first(), Some(&"catalogue"));
        assert!(words.contains(&"2.00") && words.contains(&"2.50"), "{line}");
        assert_eq!(words.last(), Some(&"7"));
    }
}
