//! How long each use case takes, and how it ends.

use std::panic::Location;
use std::time::Instant;

use crate::{Failure, Outcome};

/// Seconds of each unit of work, by `use_case` (room and verb) and `outcome` (`done`, `refused`,
/// `broken`).
const SECONDS: &str = "testamur_use_case_seconds";

/// Awaits a unit of work and records how long it took. One file is one use case, so the caller's file
/// names it.
pub(crate) async fn measured<T>(
    caller: &'static Location<'static>,
    unit: impl Future<Output = Outcome<T>>,
) -> Outcome<T> {
    let begun = Instant::now();
    let outcome = unit.await;
    let ending = match &outcome {
        Ok(_) => "done",
        Err(Failure::Refused(_)) => "refused",
        Err(Failure::Broken(_)) => "broken",
    };
    metrics::histogram!(SECONDS, "use_case" => name(caller.file()), "outcome" => ending)
        .record(begun.elapsed().as_secs_f64());
    outcome
}

/// `crates/app/src/evidence/add_file.rs` is `evidence/add_file`: room and verb.
fn name(file: &'static str) -> &'static str {
    let inside = file.rsplit_once("src/").map_or(file, |(_, inside)| inside);
    inside.strip_suffix(".rs").unwrap_or(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_use_case_is_called_by_its_room_and_its_verb() {
        assert_eq!(
            name("crates/app/src/evidence/add_file.rs"),
            "evidence/add_file"
        );
        assert_eq!(name("src/letters/mod.rs"), "letters/mod");
        assert_eq!(name("elsewhere"), "elsewhere");
    }
}
