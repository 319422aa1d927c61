//! Points in time as credentials write them: XML Schema `dateTimeStamp`.

use jiff::Timestamp;

/// `2026-05-01T09:30:00Z`: UTC, whole seconds; a fraction is dropped.
#[must_use]
pub fn format(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Reads a `dateTimeStamp`; a time without its zone is not one.
///
/// # Errors
/// A sentence that says what was expected.
pub fn parse(text: &str) -> Result<Timestamp, String> {
    let refused =
        || format!("{text:?} is not a date and time with its zone, such as 2026-05-01T09:30:00Z");
    let plausible = text.len() <= 40 && text.as_bytes().get(10) == Some(&b'T');
    if !plausible {
        return Err(refused());
    }
    text.parse().map_err(|_| refused())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_in_utc_with_whole_seconds() {
        assert_eq!(
            format("2026-05-01T11:30:00.75+02:00".parse().unwrap()),
            "2026-05-01T09:30:00Z"
        );
    }

    #[test]
    fn a_time_without_its_zone_is_refused() {
        assert!(parse("2026-05-01T09:30:00").is_err());
        assert!(parse("2026-05-01").is_err());
        assert!(parse("2026-05-01T09:30:00+02:00").is_ok());
    }
}
