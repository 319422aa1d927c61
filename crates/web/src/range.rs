//! Parts of a file: the `Range` header (RFC 9110 section 14), for players that jump and downloads that go on.

use axum::http::{HeaderMap, StatusCode, header};

/// What to send of a file of a known length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// All of it, with 200.
    Whole,
    /// The bytes from `first` to `last`, both included, with 206.
    Part {
        /// First byte, counted from 0.
        first: u64,
        /// Last byte, included.
        last: u64,
    },
    /// The range lies outside: 416.
    Outside,
}

impl Span {
    /// Reads the header. Several ranges, other units and what cannot be read are answered with the whole file, as the
    /// standard allows; so is a range whose `If-Range` names another state of the file than `etag` (with its quotes).
    pub fn of(headers: &HeaderMap, length: u64, etag: &str) -> Self {
        let text = |name| {
            headers
                .get(name)
                .and_then(|it: &axum::http::HeaderValue| it.to_str().ok())
        };
        if text(header::IF_RANGE).is_some_and(|it| it != etag) {
            return Self::Whole;
        }
        let Some((first, last)) = text(header::RANGE)
            .and_then(|it| it.strip_prefix("bytes="))
            .and_then(|it| it.trim().split_once('-'))
        else {
            return Self::Whole;
        };
        match (number(first), number(last)) {
            (Ok(Some(first)), Ok(last)) => Self::from_to(first, last, length),
            (Ok(None), Ok(Some(count))) => Self::last_bytes(count, length),
            _ => Self::Whole,
        }
    }

    fn from_to(first: u64, last: Option<u64>, length: u64) -> Self {
        if last.is_some_and(|last| last < first) {
            return Self::Whole;
        }
        if first >= length {
            return Self::Outside;
        }
        Self::Part {
            first,
            last: last.map_or(length - 1, |last| last.min(length - 1)),
        }
    }

    fn last_bytes(count: u64, length: u64) -> Self {
        if count == 0 || length == 0 {
            return Self::Outside;
        }
        Self::Part {
            first: length.saturating_sub(count),
            last: length - 1,
        }
    }

    /// The status of the answer.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::Whole => StatusCode::OK,
            Self::Part { .. } => StatusCode::PARTIAL_CONTENT,
            Self::Outside => StatusCode::RANGE_NOT_SATISFIABLE,
        }
    }

    /// The header `Content-Range`, where there is one.
    pub fn content_range(self, length: u64) -> Option<String> {
        match self {
            Self::Whole => None,
            Self::Part { first, last } => Some(format!("bytes {first}-{last}/{length}")),
            Self::Outside => Some(format!("bytes */{length}")),
        }
    }

    /// First byte and number of bytes to send; nothing if it lies outside.
    pub const fn bytes(self, length: u64) -> Option<(u64, u64)> {
        match self {
            Self::Whole => Some((0, length)),
            Self::Part { first, last } => Some((first, last - first + 1)),
            Self::Outside => None,
        }
    }
}

/// An empty side of the hyphen, or a number of at most 19 digits; anything else cannot be read.
fn number(text: &str) -> Result<Option<u64>, ()> {
    if text.is_empty() {
        return Ok(None);
    }
    if text.len() > 19 || !text.bytes().all(|it| it.is_ascii_digit()) {
        return Err(());
    }
    text.parse().map(Some).map_err(|_| ())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::Span::{self, Outside, Part, Whole};
    use super::*;

    fn of(range: &str, length: u64) -> Span {
        let headers =
            HeaderMap::from_iter([(header::RANGE, HeaderValue::from_str(range).unwrap())]);
        Span::of(&headers, length, "\"a\"")
    }

    #[test]
    fn without_a_range_the_whole_file_is_sent() {
        assert_eq!(Span::of(&HeaderMap::new(), 10, "\"a\""), Whole);
        assert_eq!(Whole.bytes(10), Some((0, 10)));
    }

    #[test]
    fn a_range_is_cut_to_the_end_of_the_file() {
        assert_eq!(of("bytes=2-5", 10), Part { first: 2, last: 5 });
        assert_eq!(of("bytes=2-", 10), Part { first: 2, last: 9 });
        assert_eq!(of("bytes=2-99", 10), Part { first: 2, last: 9 });
        assert_eq!(of("bytes=-4", 10), Part { first: 6, last: 9 });
        assert_eq!(of("bytes=-40", 10), Part { first: 0, last: 9 });
        assert_eq!(of("bytes=0-0", 10).bytes(10), Some((0, 1)));
    }

    #[test]
    fn a_range_beyond_the_end_is_refused_with_the_length() {
        assert_eq!(of("bytes=10-", 10), Outside);
        assert_eq!(of("bytes=-0", 10), Outside);
        assert_eq!(of("bytes=0-", 0), Outside);
        assert_eq!(Outside.status(), StatusCode::RANGE_NOT_SATISFIABLE);
        assert_eq!(Outside.content_range(10).as_deref(), Some("bytes */10"));
        assert_eq!(Outside.bytes(10), None);
    }

    #[test]
    fn what_cannot_be_read_is_as_if_it_were_not_there() {
        for range in [
            "bytes=5-2",
            "bytes=1-2,4-5",
            "lines=1-2",
            "bytes=a-b",
            "bytes=+1-2",
            "bytes=-",
            "bytes",
        ] {
            assert_eq!(of(range, 10), Whole, "{range}");
        }
        assert_eq!(of("bytes=0-99999999999999999999", 10), Whole);
    }

    #[test]
    fn a_part_of_another_state_of_the_file_is_not_mixed_with_this_one() {
        let mut headers =
            HeaderMap::from_iter([(header::RANGE, HeaderValue::from_static("bytes=2-5"))]);
        headers.insert(header::IF_RANGE, HeaderValue::from_static("\"a\""));
        assert_eq!(Span::of(&headers, 10, "\"a\""), Part { first: 2, last: 5 });
        assert_eq!(Span::of(&headers, 10, "\"b\""), Whole);
    }

    #[test]
    fn a_part_names_its_place() {
        let part = Part { first: 2, last: 5 };
        assert_eq!(part.status(), StatusCode::PARTIAL_CONTENT);
        assert_eq!(part.content_range(10).as_deref(), Some("bytes 2-5/10"));
    }
}
